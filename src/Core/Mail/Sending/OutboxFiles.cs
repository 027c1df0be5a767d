using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Almanach.Core.Mail.Sending;

/// <summary>Where mails that are written instead of sent stand, and what their names say: <c>mails/20260914-0630-…</c>.</summary>
public static class OutboxFiles
{
    public const string Folder = "mails/";

    private const string Format = "yyyyMMdd-HHmm";

    /// <summary>How a name begins: names in order are mails in order of their date.</summary>
    public static string Stamp(DateTimeOffset date) => date.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The date of the mail at a path, UTC; null where the name says none.</summary>
    public static DateTimeOffset? DateOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.Length >= Folder.Length + Format.Length
        && DateTimeOffset.TryParseExact(path.AsSpan(Folder.Length, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date : null;

    private const int LongestPart = 96;

    /// <summary>
    /// A letter's or an addressee's part of a name, as a file path allows it; whatever had to be changed or cut leaves a short
    /// hash behind, so that two keys never share a file.
    /// </summary>
    public static string Part(string key)
    {
        var allowed = string.Concat(key.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' ? c : '-'));
        if (allowed == key && key.Length is > 0 and <= LongestPart)
            return key;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..10];
        return $"{allowed[..Math.Min(allowed.Length, LongestPart - 11)]}-{hash}";
    }
}
