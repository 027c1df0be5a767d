using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Incoming;

/// <summary>What an incoming message is.</summary>
public enum IncomingKind
{
    /// <summary>Words of a person.</summary>
    Reply,

    /// <summary>Sent by a program in a person's name: absence, receipt of a help desk (RFC 3834).</summary>
    AutoReply,

    /// <summary>A relay says that a message was not delivered, or not yet (RFC 3464, or in plain words).</summary>
    Bounce,

    /// <summary>Somebody marked a message as unwanted (RFC 5965).</summary>
    Complaint,

    /// <summary>Nothing of these: a newsletter, a receipt of reading, an answer of a calendar without words.</summary>
    Other,
}

/// <summary>A message as it was understood.</summary>
/// <param name="Text">What the sender wrote in it, without quotations and signature; of what no person wrote, the words it shows.</param>
/// <param name="Whole">All the words it shows, quotations included.</param>
/// <param name="Bounces">Of a bounce, each address it speaks of; of all else nothing.</param>
/// <param name="From">Whom it says it is from; null where it says nothing readable.</param>
/// <param name="To">Every address it was sent to, copies and the envelope's included, without doubles.</param>
/// <param name="Marks">Where a mark of ours may stand: recipients, and ids of the messages it answers.</param>
/// <param name="Files">What was sent along, in order.</param>
/// <param name="Calendar">The iCalendar object it carries; null without one.</param>
public sealed record IncomingMail(
    IncomingKind Kind,
    string Text,
    string Whole,
    IReadOnlyList<Bounce> Bounces,
    Mailbox? From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> Marks,
    string Subject,
    string MessageId,
    IReadOnlyList<Attachment> Files,
    string? Calendar)
{
    /// <summary>Of a complaint, the addresses of those who complain, as far as it says; of all else nothing.</summary>
    public IReadOnlyList<string> Complainants { get; init; } = [];

    /// <summary>Of an automatic answer: only its words make it one, and a person may have written them.</summary>
    public bool ByWordsAlone { get; init; }
}
