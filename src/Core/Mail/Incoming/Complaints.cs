using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Reports that somebody marked a message as unwanted: ARF (RFC 5965), and the older form without it.</summary>
internal static class Complaints
{
    public static bool Is(MimePart message, Mailbox? from) =>
        Report(message) is { } report ? Kind(report) is not ("auth-failure" or "dmarc") : IsOlder(message, from);

    /// <summary>The part for programs; reports on authentication (RFC 6591) have one too, and are nobody's complaint.</summary>
    public static MimePart? Report(MimePart message) => message.Walk().FirstOrDefault(part => part.Media == "message/feedback-report");

    private static string Kind(MimePart report)
    {
        var (fields, _) = HeaderReader.Read(TransferEncoding.Decode(report.Body.Span, report.Headers.Raw("Content-Transfer-Encoding")));
        return fields.First("Feedback-Type").ToLowerInvariant();
    }

    /// <summary>Outlook.com's: the message alone, attached, from staff@hotmail.com.</summary>
    private static bool IsOlder(MimePart message, Mailbox? from) =>
        from?.Address.StartsWith("staff@hotmail", StringComparison.OrdinalIgnoreCase) == true
        && message.Headers.First("Subject").StartsWith("complaint about message from", StringComparison.OrdinalIgnoreCase);
}
