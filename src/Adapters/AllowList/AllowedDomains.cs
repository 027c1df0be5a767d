using System.Buffers;
using System.Globalization;

namespace Almanach.Adapters.AllowList;

/// <summary>Domains and their sub-domains, without regard to case, international ones compared in punycode.</summary>
internal sealed class AllowedDomains(IEnumerable<string> domains)
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(" \t\r\n\"<>,;:\\");
    private readonly string[] allowed = [.. domains.Select(domain => Ascii(domain.Trim())
        ?? throw new ArgumentException($"Le domaine autorisé « {domain} » n’en est pas un. Écrivez-le comme « exemple.fr ».", nameof(domains)))];

    /// <summary>False for whatever is not plainly one address: quoted local parts, several addresses.</summary>
    public bool Contain(string address)
    {
        var at = address.IndexOf('@');
        return at > 0
            && address.AsSpan().IndexOfAny(NotPlain) < 0
            && Ascii(address[(at + 1)..]) is { } domain
            && allowed.Any(one => domain == one || domain.EndsWith("." + one, StringComparison.Ordinal));
    }

    private static string? Ascii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain.Normalize().ToLowerInvariant().TrimEnd('.')).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
