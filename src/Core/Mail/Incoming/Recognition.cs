using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Says what kind of message it is, the surest signs first.</summary>
internal static class Recognition
{
    public static IncomingKind Of(MimePart message, Mailbox? from, string whole, IReadOnlyList<Bounce> bounces, bool calendar)
    {
        if (Complaints.Is(message, from))
            return IncomingKind.Complaint;
        if (Complaints.Report(message) is not null)
            return IncomingKind.Other;
        if (bounces.Count > 0)
            return IncomingKind.Bounce;
        if (IsReport(message))
            return IncomingKind.Other;
        if (AutoReplies.Is(message, whole))
            return IncomingKind.AutoReply;
        if (calendar && message.Walk().Any(part => part.Media == "text/calendar" && part.Text().Contains("METHOD:REPLY", StringComparison.OrdinalIgnoreCase)))
            return IncomingKind.Other;
        return IsList(message.Headers) ? IncomingKind.Other : IncomingKind.Reply;
    }

    /// <summary>Receipts of reading, reports on authentication: what no bounce and no complaint is.</summary>
    private static bool IsReport(MimePart message) => message.Media == "multipart/report" || message.Walk().Any(part => part.Media == "message/disposition-notification");

    /// <summary>Sent to many at once (RFC 2369, RFC 2919), and not as an answer to one of ours.</summary>
    private static bool IsList(HeaderBlock headers) =>
        headers.Has("List-Unsubscribe") && !headers.Has("In-Reply-To")
        || headers.Raw("Precedence").Trim().ToLowerInvariant() is "bulk" or "junk" or "list" && !headers.Has("In-Reply-To");
}
