using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;

namespace Almanach.Adapters.Smtp;

/// <summary>
/// The bytes of <see cref="MimeWriter"/> in the shape <see cref="SmtpClient"/> takes: the body goes as it is, as the only
/// view of the message; of the headers, the client insists on writing Date, From, To, Reply-To and Subject itself.
/// </summary>
internal static class SmtpMessage
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "To", "Reply-To", "Subject", "MIME-Version", "Content-Type",
    };

    public static MailMessage From(byte[] mime, Letter letter, Addressee addressee)
    {
        var end = mime.AsSpan().IndexOf("\r\n\r\n"u8);
        var headers = Headers(Encoding.ASCII.GetString(mime, 0, end)).ToList();
        var message = new MailMessage(Address(letter.From), Address(addressee.Mailbox))
        {
            Subject = new SlotTemplate(letter.Subject).Fill(addressee),
            SubjectEncoding = Encoding.UTF8,
        };
        message.ReplyToList.Add(Address(letter.ReplyTo));
        foreach (var (name, value) in headers.Where(header => !Own.Contains(header.Key)))
            message.Headers.Add(name, value);
        var type = headers.First(header => header.Key == "Content-Type").Value;
        message.AlternateViews.Add(new AlternateView(new MemoryStream(mime, end + 4, mime.Length - end - 4), new ContentType(type))
        {
            TransferEncoding = TransferEncoding.SevenBit,
        });
        return message;
    }

    private static MailAddress Address(Mailbox mailbox) => new(MailAddresses.Ascii(mailbox.Address)!, mailbox.Name, Encoding.UTF8);

    /// <summary>Unfolded (RFC 5322, 2.2.3).</summary>
    private static IEnumerable<KeyValuePair<string, string>> Headers(string block)
    {
        foreach (var line in block.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            yield return new(line[..colon], line[(colon + 1)..].Trim());
        }
    }
}
