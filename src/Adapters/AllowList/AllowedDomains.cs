using Almanach.Core.Mail.Mime;

namespace Almanach.Adapters.AllowList;

/// <summary>Domains and their sub-domains, without regard to case, international ones compared in punycode.</summary>
internal sealed class AllowedDomains(IEnumerable<string> domains)
{
    private readonly string[] allowed = [.. domains.Select(domain => Domain("x@" + domain.Trim())
        ?? throw new ArgumentException($"Le domaine autorisé «\u00a0{domain}\u00a0» n’en est pas un. Écrivez-le comme «\u00a0exemple.fr\u00a0».", nameof(domains)))];

    /// <summary>False for whatever is not plainly one address.</summary>
    public bool Contain(string address) =>
        Domain(address) is { } domain
        && allowed.Any(one => domain == one || domain.EndsWith("." + one, StringComparison.Ordinal));

    private static string? Domain(string address) => MailAddresses.Ascii(address)?.Split('@')[^1].TrimEnd('.').ToLowerInvariant();
}
