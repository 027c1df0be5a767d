using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Incoming.Mime;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Incoming;

/// <summary>Says what kind of message it is, the surest signs first.</summary>
internal static class Recognition
{
    public static IncomingKind Of(MimePart message, Mailbox? from, string whole, IReadOnlyList<Bounce> bounces)
    {
        if (Complaints.Is(message, from))
            return IncomingKind.Complaint;
        if (Complaints.Report(message) is not null)
            return IncomingKind.Other;
        if (bounces.Count > 0)
            return IncomingKind.Bounce;
        if (Senders.IsReport(message) || Senders.IsCalendar(message) || Senders.IsSpam(message.Headers) || Senders.IsRecall(message.Headers, whole) || Senders.IsReceipt(message.Headers, whole))
            return IncomingKind.Other;
        if (AutoReplies.Is(message, whole))
            return whole.Length == 0 ? IncomingKind.Other : IncomingKind.AutoReply;
        return Senders.IsNewsletter(message.Headers, whole) ? IncomingKind.Other : IncomingKind.Reply;
    }
}
