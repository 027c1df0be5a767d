namespace Almanach.Core.Mail.Letters;

/// <summary>What a link of a mail may point to.</summary>
public static class MailLinks
{
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <summary>True for whole web, mail and telephone addresses: never a script, never a relative path.</summary>
    public static bool IsSafe(string address) =>
        Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
