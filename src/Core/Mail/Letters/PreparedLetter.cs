using System.Globalization;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Letters;

/// <summary>
/// A letter as bytes but for its slots: encoded once, then filled for each addressee (RFC 5322, 2045, 2047, 2183).
/// Safe to use from several threads. The same letter and addressee give the same bytes.
/// </summary>
public sealed class PreparedLetter
{
    private readonly MimePieces pieces = new();

    /// <exception cref="ArgumentException">
    /// A header of the letter holds a line break or is the writer's own, or the sender's address cannot be written.
    /// </exception>
    public PreparedLetter(Letter letter)
    {
        Headers(letter);
        MimeParts.Write(pieces, letter);
        pieces.Settle();
    }

    /// <exception cref="MissingSlotException">The addressee leaves a slot of the letter open.</exception>
    /// <exception cref="ArgumentException">The addressee's address, a link or a header's value cannot be written.</exception>
    public byte[] For(Addressee addressee) => pieces.Write(addressee);

    /// <summary>The same, behind what is written already: who writes many letters need make no array for each.</summary>
    /// <inheritdoc cref="For"/>
    public void Write(ByteSink sink, Addressee addressee) => pieces.Write(sink, addressee);

    private void Headers(Letter letter)
    {
        var host = MailAddresses.Ascii(letter.From.Address)?.Split('@')[^1]
            ?? throw new ArgumentException("The address of From cannot be written.");
        var key = MessageNames.Key(letter.Key);
        HeaderLine.Raw(pieces.Fixed, "Date",
            letter.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        HeaderLine.Mailbox(pieces.Fixed, "From", letter.From);
        pieces.Vary((sink, addressee) => HeaderLine.Mailbox(sink, "To", addressee.Mailbox));
        ReplyTo(letter);
        pieces.Vary((sink, addressee) =>
            HeaderLine.Raw(sink, "Message-ID", $"<{key}.{MessageNames.Addressee(addressee.Id)}@{host}>"));
        Header("Subject", letter.Subject, HeaderLine.Text);
        foreach (var (name, value) in LetterHeaders.Of(letter))
            Header(name, value, HeaderLine.Raw);
        HeaderLine.Raw(pieces.Fixed, "MIME-Version", "1.0");
    }

    /// <summary>The same for everybody but those whose answer is marked.</summary>
    private void ReplyTo(Letter letter)
    {
        var same = new ByteSink();
        HeaderLine.Mailbox(same, "Reply-To", letter.ReplyTo);
        pieces.Vary((sink, addressee) =>
        {
            if (addressee.Reply.Length == 0)
                sink.Append(same.Written);
            else
                HeaderLine.Mailbox(sink, "Reply-To", addressee.ReplyTo(letter));
        });
    }

    private void Header(string name, string value, Action<ByteSink, string, string> write)
    {
        var template = new SlotTemplate(value);
        if (template.HasSlots)
            pieces.Vary((sink, addressee) => write(sink, name, template.Fill(addressee)));
        else
            write(pieces.Fixed, name, value);
    }
}
