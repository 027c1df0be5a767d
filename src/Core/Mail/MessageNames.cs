using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail;

/// <summary>Names inside a mail that follow from its key alone, so that the same mail has the same bytes.</summary>
internal static class MessageNames
{
    private const string SafeText = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly SearchValues<char> Safely = SearchValues.Create(SafeText);
    private static readonly SearchValues<char> SafeOrDot = SearchValues.Create(SafeText + ".");

    /// <summary>
    /// A boundary no part can hold: <c>=_</c> appears in no quoted-printable line and in no base64 (RFC 2045, 6.7).
    /// </summary>
    public static string Boundary(string role, string key) => $"=_{role}_{Hash($"{role}\n{key}")}";

    /// <summary>
    /// The left half of the Message-ID, <c>key.addressee</c>, is made of two names: a name that holds other characters than
    /// letters, digits, dash and underscore, or is long, gives way to its hash. Only a key may hold dots, so that the last
    /// dot separates without doubt.
    /// </summary>
    public static string Key(string key) => Safe(key, dots: true);

    /// <inheritdoc cref="Key"/>
    public static string Addressee(string id) => Safe(id, dots: false);

    /// <summary>
    /// The start of a tag that a provider fills: it follows from all the letter says, so that neither the letter nor a value
    /// written without having read it holds one.
    /// </summary>
    public static string Tag(Letter letter) => $"-{Hash($"{letter.Subject}\n{letter.Bodies.Html}\n{letter.Bodies.Text}\n{letter.Calendar?.Text}")[..16]}.";

    private static string Safe(string part, bool dots)
    {
        var kept = part.Length is > 0 and <= 64
            && !part.AsSpan().ContainsAnyExcept(dots ? SafeOrDot : Safely)
            && part[0] != '.' && part[^1] != '.' && !part.Contains("..", StringComparison.Ordinal);
        return kept ? part : Hash(part);
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
