using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Mail;

namespace Almanach.Core.Links;

/// <summary>
/// <c>v1.kid.payload.mac</c>: HMAC-SHA256 over all that precedes it, 128 bits kept, constant-time check, several keys
/// for rotation. Deterministic: the same link signed twice is the same text.
/// </summary>
public sealed class LinkSigner(LinkKeys keys)
{
    private const int MacBytes = 16;
    private const int MaxLength = 600;

    public string Sign(PersonalLink link)
    {
        var (kid, key) = keys.Keys[0];
        var payload = string.Join('|', (int)link.Purpose, link.Contact, link.Subject,
            link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), link.Generation);
        var signed = $"v1.{kid}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(Mac(key, signed))}";
    }

    /// <summary>The link, or null for anything that we did not sign: the caller answers one and the same 404.</summary>
    public PersonalLink? Open(string token)
    {
        if (token.Length > MaxLength || token.LastIndexOf('.') is var dot && dot < 0)
            return null;
        var parts = token.Split('.');
        if (parts is not ["v1", var kid, var payload, var mac])
            return null;

        var key = keys.Keys.FirstOrDefault(pair => pair.Key == kid).Value;
        // The texts are compared, not their bytes: 22 characters hold four bits more than 16 bytes.
        if (key is null || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(mac), Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Mac(key, token[..dot])))))
            return null;
        return Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload)));
    }

    private static PersonalLink? Parse(string payload) =>
        payload.Split('|') is [var purpose, var contact, var subject, var expires, var generation]
            ? new PersonalLink((LinkPurpose)int.Parse(purpose, CultureInfo.InvariantCulture), contact, subject,
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)),
                int.Parse(generation, CultureInfo.InvariantCulture))
            : null;

    private static byte[] Mac(byte[] key, string text) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))[..MacBytes];
}
