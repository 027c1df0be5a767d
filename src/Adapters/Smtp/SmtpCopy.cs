using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;

namespace Almanach.Adapters.Smtp;

/// <summary>One addressee's copy on its way.</summary>
/// <param name="Place">Where the addressee stands in the batch.</param>
/// <param name="Address">In ASCII.</param>
/// <param name="Length">Bytes of the letter.</param>
internal sealed record SmtpCopy(int Place, string Sender, string Address, int Length, Func<byte[]> Bytes)
{
    /// <summary>Bytes that all copies of a batch may take in memory at once; beyond, each is written again as its turn comes.</summary>
    private const long MostKept = 16 << 20;

    public string Mail { get; } = SmtpWire.Checked($"MAIL FROM:<{Sender}>");

    public string Rcpt { get; } = SmtpWire.Checked($"RCPT TO:<{Address}>");

    public string Domain { get; } = Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Its connection broke before its final dot, and another was tried.</summary>
    public bool WasLost { get; set; }

    /// <summary>All are written before the first leaves: what cannot be written throws while nobody was attempted.</summary>
    /// <returns>A copy for each addressee; null where the address cannot be written.</returns>
    /// <exception cref="ArgumentException">The letter cannot be written.</exception>
    /// <exception cref="Core.Mail.Texts.MissingSlotException">An addressee leaves a slot of the letter open.</exception>
    public static IReadOnlyList<SmtpCopy?> Of(Letter letter, IReadOnlyList<Addressee> addressees)
    {
        var prepared = new PreparedLetter(letter);
        var written = new ByteSink();
        var sender = MailAddresses.Ascii(letter.Envelope)!;
        return [.. addressees.Select((addressee, place) =>
        {
            if (MailAddresses.Ascii(addressee.Mailbox.Address) is not { } address)
                return null;
            written.Clear();
            prepared.Write(written, addressee);
            return new SmtpCopy(place, sender, address, written.Length, (long)written.Length * addressees.Count <= MostKept ? Kept(written.Written) : () => prepared.For(addressee));
        })];
    }

    private static Func<byte[]> Kept(ReadOnlySpan<byte> letter)
    {
        var bytes = letter.ToArray();
        return () => bytes;
    }
}
