namespace Almanach.Core.Platforms;

/// <summary>Form of the addresses the platform keeps, from its files and from its pages: the plain ones of RFC 5321, no quoted local part.</summary>
public static class AddressForm
{
    private const string Signs = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>Local part of at most 64 characters, one @, a domain with a dot; 254 characters at most.</summary>
    public static bool IsWellFormed(string address)
    {
        var at = address.IndexOf('@');
        if (at is < 1 or > 64 || address.Length > 254)
            return false;
        var local = address[..at];
        return local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
            && local.All(c => char.IsAsciiLetterOrDigit(c) || c == '.' || Signs.Contains(c))
            && IsDomain(address[(at + 1)..]);
    }

    /// <summary>Two labels or more of ASCII letters, digits and inner dashes (an international name in its xn-- form).</summary>
    public static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return domain.Length <= 253 && labels.Length >= 2 && labels.All(label => label.Length is > 0 and <= 63
            && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
    }
}
