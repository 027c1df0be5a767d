using Almanach.Core.Mail.Incoming.Bodies;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Incoming.Mime;
using Almanach.Core.Mail.Incoming.Quotes;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Reads the bytes of a message and says what it is. Never throws, whatever the bytes; the same bytes give the same reading.</summary>
public sealed class IncomingReader(IHtmlText html)
{
    /// <summary>Bytes of a message at most: what mail programs in use let through.</summary>
    public const int MostBytes = 40_000_000;

    /// <param name="bytes">At most <see cref="MostBytes"/>; the rest is not read.</param>
    public IncomingMail Read(ReadOnlyMemory<byte> bytes)
    {
        var message = MimeReader.Read(bytes.Length > MostBytes ? bytes[..MostBytes] : bytes);
        var headers = message.Headers;
        var from = AddressList.Read(headers.First("From")).FirstOrDefault();
        var whole = BodyChoice.Words(message, html);
        var calendar = message.Walk().FirstOrDefault(part => part.Media == "text/calendar")?.Text();
        var bounces = BounceReader.Read(message, whole);
        var kind = Recognition.Of(message, from, whole, bounces);
        return new IncomingMail(
            kind,
            kind == IncomingKind.Reply ? ReplyCutter.Cut(whole, from?.Name ?? "") : whole.Trim(),
            whole,
            kind == IncomingKind.Bounce ? bounces : [],
            from,
            Recipients(message),
            [.. Recipients(message), .. References(headers)],
            headers.First("Subject"),
            headers.First("Message-ID").Trim('<', '>', ' '),
            [.. BodyChoice.Files(message)],
            calendar)
        {
            Complainants = kind == IncomingKind.Complaint ? Complaints.Who(message) : [],
            ByWordsAlone = kind == IncomingKind.AutoReply && !AutoReplies.SaySo(headers),
        };
    }

    /// <summary>Ids of messages, the nearest first.</summary>
    private static IEnumerable<string> References(HeaderBlock headers) =>
        $"{headers.Raw("References")} {headers.Raw("In-Reply-To")}".Split([' ', '\t', '\r', '\n', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Reverse().Take(50);

    private static List<string> Recipients(MimePart message) =>
    [
        .. new[] { "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To" }
            .SelectMany(message.Headers.All).SelectMany(AddressList.Read).Select(mailbox => mailbox.Address)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
