using System.Security.Cryptography;
using System.Text;

namespace Almanach.Core.Links;

/// <summary>
/// The signed part of a reply address, <c>reponses+TOKEN@…</c>: whom a message went to and what it asked, so that an answer by
/// mail is known again. 39 lower-case letters and digits, since some systems fold case and a local part has 64 octets at most
/// (RFC 5321, 4.5.3.1). Names are hashed: the address says nothing to whoever reads it over a shoulder.
/// </summary>
/// <remarks>A token alone is no identity, as mails are forwarded: the sender is compared as well.</remarks>
public sealed class ReplySigner(LinkKeys keys)
{
    private const byte Version = 1;
    private const int NameBytes = 6;
    private const int MacBytes = 10;
    private const int Bytes = 2 + 2 * NameBytes + MacBytes;

    /// <summary>Characters of a token.</summary>
    public const int Length = (Bytes * 8 + 4) / 5;

    /// <param name="subject">Id of the consultation asked about; empty for a message that asks nothing, or several things.</param>
    /// <param name="generation">The contact's, so that revoking links revokes addresses.</param>
    public string Sign(string contact, string subject, int generation)
    {
        var bytes = new byte[Bytes];
        bytes[0] = Version;
        bytes[1] = (byte)generation;
        Name(contact).CopyTo(bytes.AsSpan(2));
        Name(subject).CopyTo(bytes.AsSpan(2 + NameBytes));
        Mac(keys.Keys[0].Value, bytes).CopyTo(bytes.AsSpan(Bytes - MacBytes));
        return Base32.Encode(bytes);
    }

    /// <summary>What a token says, in any case; null for anything that we did not sign.</summary>
    public ReplyMark? Open(string token)
    {
        if (token.Length != Length || Base32.Decode(token) is not { Length: Bytes } bytes || bytes[0] != Version)
            return null;
        return keys.Keys.Any(key => CryptographicOperations.FixedTimeEquals(Mac(key.Value, bytes), bytes.AsSpan(Bytes - MacBytes)))
            ? new ReplyMark(Convert.ToHexStringLower(bytes.AsSpan(2, NameBytes)), Convert.ToHexStringLower(bytes.AsSpan(2 + NameBytes, NameBytes)), bytes[1])
            : null;
    }

    internal static byte[] Name(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[..NameBytes];

    /// <summary>Of another kind than links: neither can pass for the other.</summary>
    private static byte[] Mac(byte[] key, byte[] bytes) => HMACSHA256.HashData(key, (byte[])[.. "reply"u8, .. bytes.AsSpan(0, Bytes - MacBytes)])[..MacBytes];
}

/// <summary>What a reply address says, by the hashes of names.</summary>
public sealed record ReplyMark(string Contact, string Subject, byte Generation)
{
    public bool IsFor(string contact, int generation) => Contact == Hash(contact) && Generation == (byte)generation;

    public bool IsAbout(string subject) => Subject == Hash(subject);

    private static string Hash(string id) => Convert.ToHexStringLower(ReplySigner.Name(id));
}
