using Almanach.Core.Mail.Incoming.Mime;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Reports that somebody marked a message as unwanted: ARF (RFC 5965), and the older form without it.</summary>
internal static class Complaints
{
    public static bool Is(MimePart message, Mailbox? from) =>
        Report(message) is { } report ? Kind(report) is not ("auth-failure" or "dmarc") : IsOlder(message, from);

    /// <summary>The part for programs; reports on authentication (RFC 6591) have one too, and are nobody's complaint.</summary>
    public static MimePart? Report(MimePart message) => message.Walk().FirstOrDefault(part => part.Media == "message/feedback-report");

    /// <summary>
    /// Whose complaint it is, as far as the report says or the message it carries was sent to somebody: addresses in small
    /// letters. Nobody's where it says that a message was taken for unwanted by mistake, or is about a fraud.
    /// </summary>
    public static IReadOnlyList<string> Who(MimePart message)
    {
        var fields = Report(message) is { } report ? Fields(report) : null;
        if (fields is not null && fields.First("Feedback-Type").ToLowerInvariant() is not ("" or "abuse" or "opt-out" or "opt-out-list"))
            return [];
        var told = fields is null ? [] : new[] { "Original-Rcpt-To", "Removal-Recipient" }.SelectMany(fields.All).ToList();
        var original = message.Walk().Skip(1).Where(part => part.Headers.Has("To")).SelectMany(part => part.Headers.All("To"))
            .Concat(message.Walk().Where(part => part.Media is "text/rfc822-headers" or "message/rfc822-headers").Select(part => HeaderReader.Read(part.Content()).Headers.First("To")));
        return [.. (told.Count > 0 ? told : original).SelectMany(AddressList.Read).Select(mailbox => mailbox.Address.ToLowerInvariant()).Distinct().Take(Most)];
    }

    /// <summary>People of one report: more is none.</summary>
    private const int Most = 5;

    private static string Kind(MimePart report) => Fields(report).First("Feedback-Type").ToLowerInvariant();

    private static HeaderBlock Fields(MimePart report) =>
        HeaderReader.Read(TransferEncoding.Decode(report.Body.Span, report.Headers.Raw("Content-Transfer-Encoding"))).Headers;

    /// <summary>Outlook.com's: the message alone, attached, from staff@hotmail.com.</summary>
    private static bool IsOlder(MimePart message, Mailbox? from) =>
        from?.Address.StartsWith("staff@hotmail", StringComparison.OrdinalIgnoreCase) == true
        && message.Headers.First("Subject").StartsWith("complaint about message from", StringComparison.OrdinalIgnoreCase);
}
