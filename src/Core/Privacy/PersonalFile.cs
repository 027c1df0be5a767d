using Almanach.Core.Consultations;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Privacy;

/// <summary>All that is held on one person (GDPR art. 15 and 20), and nothing of anybody else's.</summary>
/// <param name="At">When it was put together, UTC.</param>
/// <param name="MoreMessages">There are messages older than those that were looked through.</param>
/// <param name="Rolls">Secret votes: only whether she, or her organisation, has voted.</param>
public sealed record PersonalFile(
    Contact Person, Organisation Organisation, DateTimeOffset At, IReadOnlyList<HeldMessage> Messages, bool MoreMessages,
    IReadOnlyList<HeldAnswer> Answers, IReadOnlyList<HeldRoll> Rolls, IReadOnlyList<HeldProposal> Proposals, IReadOnlyList<HeldSeat> Meetings,
    IReadOnlyList<HeldGroup> Groups, IReadOnlyList<HeldRegistration> Registrations, IReadOnlyList<HeldMail> Received, IReadOnlyList<HeldRequest> Requests,
    IReadOnlyList<HeldList> Lists)
{
    /// <summary>Since when her address receives nothing; null where it does, as far as we know.</summary>
    public DateTimeOffset? Refused { get; init; }

    /// <summary>Since when newsletters do not leave to it, as a message was marked there as unwanted; null where none was.</summary>
    public DateTimeOffset? Complained { get; init; }
}

/// <param name="Text">Id of the text that was sent: its subject may name somebody else.</param>
/// <param name="Outcome">What became of her copy.</param>
public sealed record HeldMessage(DateTimeOffset At, string Text, Delivery Outcome);

/// <param name="Hers">She gave it, or it is about her alone; one that a colleague or the coordinator gave for her organisation has no lines.</param>
/// <param name="Current">Whether it stands; false for one that was changed since.</param>
/// <param name="Lines">What was answered, in words, without whom she named as her representative.</param>
public sealed record HeldAnswer(
    string Consultation, string Title, DateTimeOffset At, bool Hers, Channel Channel, bool Late, bool Current, IReadOnlyList<string> Lines);

public sealed record HeldRoll(string Consultation, string Title, bool Voted);

public sealed record HeldProposal(
    string Id, int Year, string Title, string Rationale, ActionKind? Format, bool CanSpeak, string OutsideSpeaker, DateTimeOffset At, bool Withdrawn);

/// <summary>How she attended a meeting, as its sheet says.</summary>
public sealed record HeldSeat(string Meeting, string Title, DateTimeOffset Starts, AttendanceMode Mode);

/// <summary>A working group that she leads for its pilot.</summary>
public sealed record HeldGroup(string Id, string Title);

/// <summary>What she typed as she registered to a meeting open to all.</summary>
public sealed record HeldRegistration(string Meeting, string Title, DateTimeOffset Starts, string Name, string Organisation, string Needs, BookingState? State);

/// <summary>A message from her that arrived.</summary>
/// <param name="Files">How many files came with it.</param>
public sealed record HeldMail(DateTimeOffset At, string Subject, string Text, int Files);

public sealed record HeldRequest(HeldRequestKind Kind, DateTimeOffset At, DateTimeOffset? Settled);

/// <summary>A newsletter, and whether she receives it.</summary>
/// <param name="Left">Since when she does not, by her choice.</param>
/// <param name="Subscribed">Since when her address subscribes to it by the public form; null where it does not.</param>
public sealed record HeldList(string Id, string Title, bool Received, DateOnly? Left, DateOnly? Subscribed);

public enum HeldRequestKind
{
    /// <summary>She proposed somebody in her place, or a colleague’s.</summary>
    Succession,
    Erasure,
    Address,

    /// <summary>She left an address on the public form.</summary>
    Subject,

    /// <summary>She asked for a newsletter on the public form, and has not confirmed.</summary>
    Subscription,
}
