using System.Buffers;
using System.Globalization;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Mime;

/// <summary>Addresses as they travel: an ASCII local part and a domain in punycode.</summary>
public static class MailAddresses
{
    /// <summary>Characters of an atom (RFC 5322, 3.2.3).</summary>
    private const string AtomText = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~";

    private static readonly SearchValues<char> Atoms = SearchValues.Create(AtomText + ".");
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    internal static readonly SearchValues<char> AtomsAndSpaces = SearchValues.Create(AtomText + " ");

    /// <summary>
    /// The address with its domain in punycode, or null when it cannot be written: no local part of dot-separated atoms
    /// of at most 64 characters (RFC 5321, 4.5.3.1), no valid domain, or more than 254 characters. An accented local
    /// part would need SMTPUTF8, which few relays offer.
    /// </summary>
    /// <example><c>accueil@ccas-évian.fr</c> gives <c>accueil@xn--ccas-vian-f4a.fr</c>.</example>
    public static string? Ascii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || !IsDotAtom(address[..at]) || Domain(address[(at + 1)..]) is not { } domain)
            return null;
        var ascii = $"{address[..at]}@{domain}";
        return ascii.Length <= 254 ? ascii : null;
    }

    /// <summary>The display name as it travels: on one line.</summary>
    public static string Name(Mailbox mailbox) => HeaderLine.OneLine(mailbox.Name).Trim();

    private static bool IsDotAtom(string local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
            return false;
        return !local.AsSpan().ContainsAnyExcept(Atoms);
    }

    private static string? Domain(string domain)
    {
        try
        {
            return domain.Length is 0 or > 253 ? null : Idn.GetAscii(domain.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
