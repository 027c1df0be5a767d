using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Almanach.Core.Mail.Events;

/// <summary>
/// SendGrid's signature on what it posts of mails: ECDSA over the timestamp's characters and the body's bytes as they came,
/// a CRLF at the end included.
/// </summary>
public sealed class EventSeal : IDisposable
{
    /// <summary>How far a timestamp may be from our clock; a retry bears a new one.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ECDsa key;

    private EventSeal(ECDsa key) => this.key = key;

    /// <param name="key">Public key in base 64 (SubjectPublicKeyInfo), as SendGrid shows it.</param>
    /// <returns>Null for what is no such key.</returns>
    public static EventSeal? Of(string key)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return new EventSeal(ecdsa);
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            ecdsa.Dispose();
            return null;
        }
    }

    /// <summary>Whether there is something to judge: asked before the body is read.</summary>
    public static bool MayBe(string signature, string timestamp) => timestamp.Length is > 0 and <= 20 && signature.Length is > 0 and <= 400;

    /// <param name="signature">Base 64 of its DER form.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    public SealVerdict Judge(string signature, string timestamp, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (!MayBe(signature, timestamp) || !Signs(signature, timestamp, body.Span))
            return SealVerdict.Foreign;
        // Looked at after the signature: of what we know to be SendGrid's.
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds - (decimal)now.ToUnixTimeSeconds()) <= (decimal)Window.TotalSeconds ? SealVerdict.Good : SealVerdict.Stale;
    }

    public void Dispose() => key.Dispose();

    private bool Signs(string signature, string timestamp, ReadOnlySpan<byte> body)
    {
        var given = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, given, out var length))
            return false;
        try
        {
            return key.VerifyData([.. Encoding.UTF8.GetBytes(timestamp), .. body], given.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

public enum SealVerdict
{
    Good,

    /// <summary>Not signed with the key.</summary>
    Foreign,

    /// <summary>Signed, too long ago or for later: somebody says again what was said once, or a clock is wrong.</summary>
    Stale,
}
