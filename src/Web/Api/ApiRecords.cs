using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Web.Api;

// What the API takes.

/// <param name="Reason">Why the step is skipped, for the journal.</param>
internal sealed record SkipBody(string Reason);

/// <param name="Ends">New end, UTC; null keeps the one it had.</param>
internal sealed record ReopenBody(DateTimeOffset? Ends = null);

/// <param name="Dates">New dates of the step and of those that follow it.</param>
internal sealed record MoveBody(IReadOnlyList<NewDate> Dates);

/// <param name="Reference">Chosen by the caller, 1 to 60 letters, digits and dashes: the same reference is the same proposal.</param>
internal sealed record ProposeBody(
    string Reference, string Organisation, string Title, string Rationale = "", ActionKind? Format = null, bool CanSpeak = false,
    string OutsideSpeaker = "", string? Contact = null);

internal sealed record MergeBody(IReadOnlyList<string> Themes);

internal sealed record SplitBody(IReadOnlyList<string> Proposals);

internal sealed record EditBody(string Title, string Description = "", ActionKind? Kind = null);

/// <param name="Declined">The organisation has nothing to say this year.</param>
internal sealed record AnswerBody(IReadOnlyDictionary<string, AnswerValue>? Values = null, bool Declined = false);

/// <param name="Sheet">Contact id and how they attended; replaces the former sheet.</param>
internal sealed record AttendanceBody(IReadOnlyDictionary<string, AttendanceMode> Sheet);

/// <summary>All decisions of a meeting; they replace the former ones.</summary>
internal sealed record DecisionsBody(IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes);

internal sealed record ReportBody(ActionState State, string Text);

/// <param name="Reference">Chosen by the caller, 1 to 60 letters, digits and dashes: the same reference draws once.</param>
internal sealed record DrawBody(string Reference);

internal sealed record TextBody(string Source);

// What it answers, where no record of the program says it already.

/// <summary>It was done, or was done already.</summary>
internal sealed record Done(bool Ok = true);

internal sealed record BoardView(int Year, bool Consolidated, IReadOnlyList<Theme> Themes, IReadOnlyList<Proposal> Proposals);

internal sealed record TextView(string Id, string Source);

internal sealed record MessageView(MailingLine Line, IReadOnlyDictionary<string, Delivery> Copies);

internal sealed record ErrorView(ErrorText Error);

/// <param name="Message">What happened and what to do, in French.</param>
internal sealed record ErrorText(string Message, IReadOnlyList<Core.Engine.FieldError> Fields);

internal sealed record ContactView(string Id, string Organisation, string Name, string Address, string Function, IReadOnlyList<Role> Roles, bool Active, bool Suppressed);
