using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Mail.Mime;

namespace Almanach.Core.Mail.Suppressions;

/// <summary>That an address does not receive, or does not want newsletters. The address itself is not kept: only its hash, as <see cref="Of"/> says.</summary>
/// <param name="Contact">Id of whoever had it when this was learned.</param>
/// <param name="Since">When it was learned, UTC.</param>
/// <param name="Source">Key of the message whose copy came back or was complained of, or id of the mail that says so.</param>
public sealed record Suppression(string Address, SuppressionReason Reason, string Contact, DateTimeOffset Since, string Source)
{
    public const string Partition = "suppressions";

    public const string Prefix = "address|";

    public static string Row(string address, SuppressionReason reason) => $"{Prefix}{address}|{reason}";

    /// <summary>
    /// An address without saying it: SHA-256, in hexadecimal, of the address in small letters with its domain in punycode. Domains
    /// know no case (RFC 5321, 2.4), and no server in use tells local parts apart by theirs.
    /// </summary>
    public static string Of(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((MailAddresses.Ascii(address.Trim()) ?? address.Trim()).ToLowerInvariant())));
}

public enum SuppressionReason
{
    /// <summary>It came back for good: there is no such address.</summary>
    Bounce,

    /// <summary>Whoever reads it marked a message as unwanted.</summary>
    Complaint,
}
