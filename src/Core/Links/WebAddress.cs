namespace Almanach.Core.Links;

/// <summary>An address of the web as people paste it.</summary>
public static class WebAddress
{
    /// <summary>
    /// Whether it can be followed from a mail or a page: http or https, a host with a dot (no number, no name of one machine),
    /// neither name nor password in it, nothing that ends an attribute.
    /// </summary>
    public static bool IsOne(string text) =>
        !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '\\')
        && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && address.HostNameType == UriHostNameType.Dns && address.Host.Trim('.').Contains('.', StringComparison.Ordinal);
}
