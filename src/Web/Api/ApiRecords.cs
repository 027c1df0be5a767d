using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Groups;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
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

/// <param name="Pilot">Organisation chosen among those that offered; empty for none.</param>
/// <param name="Despite">Launched though conditions are missing.</param>
/// <param name="Reason">Why, in that case.</param>
internal sealed record LaunchBody(string Pilot = "", bool Despite = false, string Reason = "");

/// <param name="Reason">Told to those who wished for the group.</param>
internal sealed record CarryOverBody(string Reason);

/// <summary>What is known of a group; it replaces what was.</summary>
internal sealed record GroupBody(string Pilot, string? Referent, IReadOnlyList<GroupMember> Members, IReadOnlyList<ResourcePerson> Resources, string Plan);

/// <param name="Starts">With its offset.</param>
/// <param name="Place">Empty for a meeting held by video only.</param>
/// <param name="Invites">When the network is invited; without it three weeks before, else the next working morning.</param>
internal sealed record LaunchMeetingBody(
    DateTimeOffset Starts, int Minutes = 120, string Place = "", string Link = "", IReadOnlyList<string>? Agenda = null, DateTimeOffset? Invites = null);

/// <param name="Reason">What to change: the pilot reads it.</param>
internal sealed record DeclineMeetingBody(string Reason);

/// <param name="Diffusion">Who may read a document.</param>
internal sealed record DiffusionBody(Core.Documents.Diffusion Diffusion);

internal sealed record NewsBody(string Title, string Text, DateOnly Day);

/// <param name="Named">How a sentence names the organisation, article included.</param>
internal sealed record AcceptJoinBody(string Named, string Kind = "", DateOnly? CharterSigned = null);

internal sealed record ReasonBody(string Reason);

internal sealed record YearReportBody(int Year, string Text);

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
/// <param name="Proxies">Who is represented, and by whom: ids of contacts, within the rules of the body.</param>
internal sealed record AttendanceBody(IReadOnlyDictionary<string, AttendanceMode> Sheet, IReadOnlyDictionary<string, string>? Proxies = null);

/// <param name="Starts">When it takes place once more, with its offset; no sooner than the notice of the body's second convocation.</param>
internal sealed record SecondBody(DateTimeOffset Starts);

/// <summary>All decisions of a meeting; they replace the former ones.</summary>
/// <param name="Advisory">Record them as an opinion where the quorum is not reached; they are refused otherwise.</param>
internal sealed record DecisionsBody(IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes, bool Advisory = false);

internal sealed record ReportBody(ActionState State, string Text);

/// <param name="Reference">Chosen by the caller, 1 to 60 letters, digits and dashes: the same reference draws once.</param>
internal sealed record DrawBody(string Reference);

/// <param name="Occurrences">All dates and places of the action; they replace the former ones.</param>
internal sealed record DatesBody(IReadOnlyList<Occurrence> Occurrences);

/// <param name="Speakers">All of them; they replace the former ones.</param>
internal sealed record SpeakersBody(IReadOnlyList<Speaker> Speakers);

/// <param name="Starts">With its offset; in the year of the programme, the one before or the one after.</param>
/// <param name="Place">Empty for a meeting held by video only.</param>
/// <param name="Invites">When its invitation leaves; without it three weeks before, else the next working morning.</param>
/// <param name="Despite">Hold it though conditions of its kind are missing, for the reason given.</param>
internal sealed record ActionMeetingBody(
    DateTimeOffset Starts, int Minutes = 120, string Place = "", string Link = "", IReadOnlyList<string>? Agenda = null, DateTimeOffset? Invites = null,
    bool Despite = false, string Reason = "");

/// <param name="Reason">Read by those who wished for it.</param>
/// <param name="GivenUp">It is not kept for the year after.</param>
internal sealed record NotHeldBody(string Reason, bool GivenUp = false);

/// <param name="Stage">As the platform names it.</param>
internal sealed record StageBody(string Stage, DateOnly Day);

internal sealed record StudyBody(string Operator = "", string Scope = "", string Cost = "");

internal sealed record TextBody(string Source);

/// <param name="Contact">Id of whose answer a message is.</param>
/// <param name="Consultation">Id of what it answers: « 2022-themes ».</param>
internal sealed record AttachBody(string Contact, string Consultation);

/// <param name="Dates">Instants to come, with their offset; two to eight together with the days.</param>
/// <param name="LastDay">Last day to answer, before the first date.</param>
/// <param name="Days">Whole days to come: the meeting keeps its hour. A refusal numbers them on from the dates: « date-3 » is the first after two dates.</param>
internal sealed record PollBody(IReadOnlyList<DateTimeOffset> Dates, DateOnly LastDay, IReadOnlyList<DateOnly>? Days = null);

/// <param name="Calendar">The iCalendar object as it came, at most 200,000 characters.</param>
internal sealed record ReplyBody(string Calendar);

/// <param name="Option">One of the dates asked about, as <c>GET</c> names it: <c>20211214-0930</c>, <c>20211214</c> for a whole day.</param>
internal sealed record FixBody(string Option);

/// <param name="Hour">On the day the meeting has, as the platform's clocks show it: « 09:30 ».</param>
/// <param name="Place">Empty for a meeting held by video only.</param>
/// <param name="Link">Of the video meeting, <c>https://…</c>; empty for none.</param>
internal sealed record ArrangementBody(string Hour, string Place, string Link);

/// <param name="For">How a sentence names it after « pour », article included.</param>
/// <param name="College">Id of its college.</param>
internal sealed record NewOrganisationBody(
    string Name, string For, string College, string Kind = "", DateOnly? CharterSigned = null, string Commitment = "");

/// <summary>The whole card; it replaces the former one.</summary>
/// <param name="Revision">Of the card that was read: another change in between is not overwritten. Null when it does not matter.</param>
internal sealed record OrganisationBody(
    string Name, string For, string College, string Kind, string Commitment, bool Active, DateOnly? CharterSigned = null, string? Revision = null);

/// <param name="Source">Where the address comes from: the person is told.</param>
internal sealed record NewContactBody(
    string Organisation, string Address, IReadOnlyList<Role> Roles, string Source, string FirstName = "", string LastName = "", string Function = "",
    bool Invite = true);

/// <summary>The whole card; it replaces the former one.</summary>
/// <param name="Revision">Of the card that was read: another change in between is not overwritten. Null when it does not matter.</param>
internal sealed record ContactBody(
    string Address, IReadOnlyList<Role> Roles, string FirstName, string LastName, string Function, string? Revision = null);

/// <param name="Stop">True: no message any more; false: messages again.</param>
/// <param name="Reason">« À sa demande », « Son adresse ne fonctionne plus », « Une autre personne de l’organisme suffit », « Autre raison ».</param>
internal sealed record SuppressBody(bool Stop, string Reason);

/// <param name="Received">Ids of the newsletters she receives from now on; she leaves the others.</param>
internal sealed record NewslettersBody(IReadOnlyList<string> Received);

internal sealed record AddressBody(string Address);

/// <param name="Decisions">About whom something was decided; the others stay as they are.</param>
internal sealed record TermsBody(IReadOnlyList<TermBody> Decisions);

/// <param name="Until">The last day of the term that follows; null where it is not renewed.</param>
/// <param name="By">Who takes the seat, where somebody of the organisation does.</param>
internal sealed record TermBody(string Contact, TermChoice Choice, DateOnly? Until = null, string? By = null);

// What it answers, where no record of the program says it already.

/// <summary>It was done, or was done already.</summary>
internal sealed record Done(bool Ok = true);

/// <summary>It was added, or was there already.</summary>
internal sealed record Created(string Id, bool Ok = true);

internal sealed record BoardView(int Year, bool Consolidated, IReadOnlyList<Theme> Themes, IReadOnlyList<Proposal> Proposals);

internal sealed record TextView(string Id, string Source);

/// <param name="Sending">Whether it goes on, is suspended or was stopped, and since when; null before its first copy leaves.</param>
internal sealed record MessageView(MailingLine Line, IReadOnlyDictionary<string, Delivery> Copies, Core.Mail.Pausing.SendingControl? Sending = null);

/// <param name="Hash">What is to be confirmed now, where what was confirmed has changed.</param>
internal sealed record ErrorView(ErrorText Error, string? Hash = null);

/// <param name="Message">What happened and what to do, in French.</param>
internal sealed record ErrorText(string Message, IReadOnlyList<Core.Engine.FieldError> Fields);

/// <param name="Revision">Of this card; sent back with a change, it keeps another one in between.</param>
internal sealed record OrganisationView(Organisation Organisation, string Revision);

internal sealed record ContactView(
    string Id, string Organisation, string Name, string FirstName, string LastName, string Address, string Function, IReadOnlyList<Role> Roles,
    string Source, DateOnly Since, bool Active, bool Suppressed, IReadOnlyList<string> LeftNewsletters)
{
    public static ContactView Of(Contact contact) => new(
        contact.Id, contact.Organisation, contact.Name, contact.FirstName, contact.LastName, contact.Address, contact.Function, contact.Roles,
        contact.Source, contact.Since, contact.Active, contact.Suppressed, contact.LeftLists ?? []);
}

/// <param name="Note">Why the person gets no message, or does again.</param>
/// <param name="Revision">Of this card; sent back with a change, it keeps another one in between.</param>
internal sealed record ContactCard(ContactView Contact, ContactNote? Note, string Revision)
{
    /// <summary>Why the address gets nothing (<c>bounce</c>), or no newsletter (<c>complaint</c>); empty for one that gets all.</summary>
    public IReadOnlyList<AddressView> Address { get; init; } = [];
}

internal sealed record AddressView(Core.Mail.Suppressions.SuppressionReason Reason, DateTimeOffset Since);

/// <param name="Sends">When it leaves, UTC.</param>
internal sealed record EditionBrief(Edition Edition, DateTimeOffset Sends, IReadOnlyList<Article> Articles);

/// <summary>A special edition.</summary>
/// <param name="Sends">With its offset.</param>
/// <param name="Call">Contributions are called for.</param>
/// <param name="Review">Its articles go to the editors.</param>
internal sealed record NewEditionBody(string Newsletter, string Title, DateTimeOffset Sends, bool Call, bool Review);

internal sealed record OpeningBody(string Title, string Opening);

/// <param name="Day">Of an event; null for all else.</param>
internal sealed record ArticleBody(MatterKind Kind, string Section, string Title, string Text, string Link, DateOnly? Day, string Place, string Author);

internal sealed record AsideBody(string Reason);
