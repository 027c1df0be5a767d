using System.Text.Json.Serialization;
using Almanach.Core.Groups;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Engine;

/// <summary>
/// Something to be done because a decision was taken: saved with the decision in one commit, performed after it.
/// Doing it twice is doing it once, because every handler is keyed by <see cref="Key"/>.
/// </summary>
/// <param name="Key">Deterministic: the same decision gives the same key, on any host and in any rehearsal.</param>
/// <param name="Due">UTC instant from which it may be performed.</param>
/// <param name="Step">The step of the year it belongs to (« 2022/collecte »), or empty.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(StartStep), nameof(StartStep))]
[JsonDerivedType(typeof(EndStep), nameof(EndStep))]
[JsonDerivedType(typeof(OpenConsultation), nameof(OpenConsultation))]
[JsonDerivedType(typeof(AskNewcomer), nameof(AskNewcomer))]
[JsonDerivedType(typeof(AskImported), nameof(AskImported))]
[JsonDerivedType(typeof(HandOver), nameof(HandOver))]
[JsonDerivedType(typeof(AskSuccessor), nameof(AskSuccessor))]
[JsonDerivedType(typeof(SuppressAddresses), nameof(SuppressAddresses))]
[JsonDerivedType(typeof(CloseConsultation), nameof(CloseConsultation))]
[JsonDerivedType(typeof(SettleConsultation), nameof(SettleConsultation))]
[JsonDerivedType(typeof(CollectProposals), nameof(CollectProposals))]
[JsonDerivedType(typeof(CollectContributions), nameof(CollectContributions))]
[JsonDerivedType(typeof(UpdateCatalogue), nameof(UpdateCatalogue))]
[JsonDerivedType(typeof(CheckDeliveries), nameof(CheckDeliveries))]
[JsonDerivedType(typeof(JoinUpload), nameof(JoinUpload))]
[JsonDerivedType(typeof(PrintPortrait), nameof(PrintPortrait))]
[JsonDerivedType(typeof(Acknowledge), nameof(Acknowledge))]
[JsonDerivedType(typeof(CountVote), nameof(CountVote))]
[JsonDerivedType(typeof(AskAgain), nameof(AskAgain))]
[JsonDerivedType(typeof(TellAuthors), nameof(TellAuthors))]
[JsonDerivedType(typeof(Convene), nameof(Convene))]
[JsonDerivedType(typeof(AnnounceDate), nameof(AnnounceDate))]
[JsonDerivedType(typeof(TellNewDate), nameof(TellNewDate))]
[JsonDerivedType(typeof(TellArrangement), nameof(TellArrangement))]
[JsonDerivedType(typeof(ConveneAgain), nameof(ConveneAgain))]
[JsonDerivedType(typeof(CancelMeeting), nameof(CancelMeeting))]
[JsonDerivedType(typeof(RestoreMeeting), nameof(RestoreMeeting))]
[JsonDerivedType(typeof(TellRegistered), nameof(TellRegistered))]
[JsonDerivedType(typeof(TendRegistration), nameof(TendRegistration))]
[JsonDerivedType(typeof(AdoptActions), nameof(AdoptActions))]
[JsonDerivedType(typeof(FollowMeeting), nameof(FollowMeeting))]
[JsonDerivedType(typeof(RecordFates), nameof(RecordFates))]
[JsonDerivedType(typeof(DrawUp), nameof(DrawUp))]
[JsonDerivedType(typeof(AskApproval), nameof(AskApproval))]
[JsonDerivedType(typeof(SettleMinutes), nameof(SettleMinutes))]
[JsonDerivedType(typeof(ApproveMinutes), nameof(ApproveMinutes))]
[JsonDerivedType(typeof(LaunchGroup), nameof(LaunchGroup))]
[JsonDerivedType(typeof(OpenYear), nameof(OpenYear))]
[JsonDerivedType(typeof(CallContributions), nameof(CallContributions))]
[JsonDerivedType(typeof(PrepareEdition), nameof(PrepareEdition))]
[JsonDerivedType(typeof(AskEditors), nameof(AskEditors))]
[JsonDerivedType(typeof(SettleEdition), nameof(SettleEdition))]
[JsonDerivedType(typeof(SendEdition), nameof(SendEdition))]
[JsonDerivedType(typeof(FollowEdition), nameof(FollowEdition))]
[JsonDerivedType(typeof(SendMailing), nameof(SendMailing))]
[JsonDerivedType(typeof(DeliverBatch), nameof(DeliverBatch))]
[JsonDerivedType(typeof(TakeUpMailing), nameof(TakeUpMailing))]
[JsonDerivedType(typeof(InformContacts), nameof(InformContacts))]
[JsonDerivedType(typeof(SendLinks), nameof(SendLinks))]
[JsonDerivedType(typeof(ReadMail), nameof(ReadMail))]
[JsonDerivedType(typeof(ApplyImport), nameof(ApplyImport))]
[JsonDerivedType(typeof(ErasePerson), nameof(ErasePerson))]
[JsonDerivedType(typeof(TakeInFile), nameof(TakeInFile))]
[JsonDerivedType(typeof(Note), nameof(Note))]
public abstract record Effect(string Key, DateTimeOffset Due, string Step)
{
    /// <summary>A step's day has come.</summary>
    public sealed record StartStep(int Year, string Id, string Key, DateTimeOffset Due) : Effect(Key, Due, $"{Year}/{Id}");

    /// <summary>A step's end has come.</summary>
    public sealed record EndStep(int Year, string Id, string Key, DateTimeOffset Due) : Effect(Key, Due, $"{Year}/{Id}");

    /// <param name="MailsAt">When its mail leaves if not at once: what the coordinator orders can be undone for a while.</param>
    public sealed record OpenConsultation(
        int Year, string Template, DateTimeOffset? Closes, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Asks somebody who was just added whatever is open for her roles.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record AskNewcomer(string Contact, DateTimeOffset MailsAt, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Passes what waits for somebody who left on to whoever takes her place: consultations, groups; and files the request.</summary>
    /// <param name="Request">Id of the request that named the successor.</param>
    public sealed record HandOver(string From, string To, string Request, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Asks an organisation who takes the place of somebody who left, or cannot be reached any more.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record AskSuccessor(string Contact, VacancyReason Reason, string Key, DateTimeOffset Due, DateTimeOffset? MailsAt = null) : Effect(Key, Due, "");

    /// <summary>Notes addresses that do not receive, or do not want newsletters: by their hashes.</summary>
    public sealed record SuppressAddresses(IReadOnlyList<Suppression> Learned, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    public sealed record CloseConsultation(string Consultation, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>No late answer is taken any more: a step that uses the answers begins.</summary>
    public sealed record SettleConsultation(string Consultation, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Brings the proposals of one answer to the board of themes.</summary>
    public sealed record CollectProposals(string Consultation, string Unit, int Revision, string Key, DateTimeOffset Due, string Step)
        : Effect(Key, Due, Step);

    /// <summary>Brings the contributions of one answer to the newsletter.</summary>
    public sealed record CollectContributions(string Consultation, string Unit, int Revision, string Key, DateTimeOffset Due, string Step)
        : Effect(Key, Due, Step);

    /// <summary>Brings what a producer says of its entries to the catalogue.</summary>
    public sealed record UpdateCatalogue(string Consultation, string Unit, int Revision, string Key, DateTimeOffset Due, string Step)
        : Effect(Key, Due, Step);

    /// <summary>Checks the data files of an answer that were not checked yet, and mails what was found.</summary>
    public sealed record CheckDeliveries(string Consultation, string Unit, int Revision, string Key, DateTimeOffset Due, string Step)
        : Effect(Key, Due, Step);

    /// <summary>Mails the receipt of an answer that is given piece by piece, unless it has gone on since.</summary>
    public sealed record Acknowledge(string Consultation, string Unit, int Revision, string Key, DateTimeOffset Due, string Step)
        : Effect(Key, Due, Step);

    /// <summary>Brings the result of a vote to the board of themes.</summary>
    public sealed record CountVote(string Consultation, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>The asks of one morning, merged by person.</summary>
    public sealed record AskAgain(DateOnly Day, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Tells the authors of proposals what became of them.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record TellAuthors(int Year, string Text, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record Convene(
        string Meeting, IReadOnlyList<string> Agenda, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Tells those who come to a meeting, before they are convened, which of the dates put to them it takes place on.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record AnnounceDate(
        string Meeting, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Tells those convened that a meeting has moved.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record TellNewDate(
        string Meeting, DateTimeOffset Was, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Tells those convened that the hour, the place or the video link of a meeting has changed.</summary>
    /// <param name="Place">Where it was to be, in words.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record TellArrangement(
        string Meeting, DateTimeOffset Was, string Place, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Convenes a meeting a second time, because it sat without quorum: on the same agenda, at its step's new date.</summary>
    /// <param name="Was">When it sat without quorum.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record ConveneAgain(
        string Meeting, DateTimeOffset Was, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Calls a meeting off and tells those who heard of it.</summary>
    /// <param name="Asked">They were not told of its date: nobody is written to unless one was put to them.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record CancelMeeting(
        string Meeting, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null, bool Asked = false) : Effect(Key, Due, Step);

    /// <summary>A meeting that was called off takes place after all; those who were told that it would not be are told if it is still to come.</summary>
    /// <param name="Asked">As for <see cref="CancelMeeting"/>.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record RestoreMeeting(
        string Meeting, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null, bool Asked = false) : Effect(Key, Due, Step);

    /// <summary>Tells those who registered that a meeting open to all has changed; nobody where it took no registration.</summary>
    /// <param name="Place">Where it was to be, in words.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record TellRegistered(
        string Meeting, MeetingChange Change, DateTimeOffset Was, string Place, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Looks after the registration to a meeting: places nobody confirmed, the reminder, what is past keeping.</summary>
    public sealed record TendRegistration(string Meeting, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Brings a committee's choices to the programme.</summary>
    public sealed record AdoptActions(string Meeting, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>An action says of its meeting what the year's plan says: planned, moved, held, called off.</summary>
    /// <param name="Meeting">Id of the meeting's step.</param>
    /// <param name="Reason">Why it is held though conditions are missing; empty where none is.</param>
    public sealed record FollowMeeting(int Year, string Meeting, string Reason, string Key, DateTimeOffset Due) : Effect(Key, Due, $"{Year}/{Meeting}");

    /// <summary>Brings a committee's choices, or the state of an action, to the board of themes.</summary>
    public sealed record RecordFates(int Year, string Source, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    /// <param name="Meeting">Of minutes: the step of their meeting; null for the one that chooses the year's actions.</param>
    public sealed record DrawUp(
        int Year, DocumentKind Document, string? Body, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null, string? Meeting = null) : Effect(Key, Due, Step);

    /// <summary>Asks the members of a body for their approval of its minutes.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record AskApproval(
        string Document, string Consultation, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Minutes nobody asked to correct in time are approved.</summary>
    public sealed record SettleMinutes(string Document, string Consultation, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>The coordinator publishes minutes as approved.</summary>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record ApproveMinutes(
        string Document, string Consultation, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null) : Effect(Key, Due, Step);

    /// <summary>Enters a working group that the coordinator launched, as it begins.</summary>
    public sealed record LaunchGroup(Group Group, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Opens a year's plan with what the year before leaves.</summary>
    public sealed record OpenYear(int Year, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>The day has come to ask for contributions to an edition of a newsletter.</summary>
    /// <param name="Edition">« 2022-lettre-2 ».</param>
    public sealed record CallContributions(string Edition, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>The day has come to put the articles of an edition to its editors.</summary>
    public sealed record PrepareEdition(string Edition, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Asks the editors for their approval, article by article.</summary>
    /// <param name="MailsAt">When they are written to: on a working day.</param>
    public sealed record AskEditors(string Edition, string Key, DateTimeOffset Due, string Step, DateTimeOffset MailsAt) : Effect(Key, Due, Step);

    /// <summary>The editors have had their time: silence approves.</summary>
    public sealed record SettleEdition(string Edition, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>An edition leaves with what is approved.</summary>
    /// <param name="Ordered">By the coordinator, whatever its day.</param>
    /// <inheritdoc cref="OpenConsultation" path="/param"/>
    public sealed record SendEdition(
        string Edition, string Key, DateTimeOffset Due, string Step, DateTimeOffset? MailsAt = null, bool Ordered = false) : Effect(Key, Due, Step);

    /// <summary>An edition says what the year's plan says: that it does not appear, or does after all.</summary>
    public sealed record FollowEdition(string Edition, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>One message to a frozen audience; the fan-out is a resumable job.</summary>
    public sealed record SendMailing(Mailing Mailing, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    public sealed record DeliverBatch(string Mailing, int Batch, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Gives what has still to leave of a message a row again, once the coordinator took it up again or stopped it.</summary>
    /// <param name="Revision">Of what she said.</param>
    public sealed record TakeUpMailing(string Mailing, int Revision, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>Looks up an address that asked for a link.</summary>
    public sealed record SendLinks(string Id, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Reads a message that arrived, and does what follows from it.</summary>
    public sealed record ReadMail(string Id, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Tells imported contacts who holds their data and why (GDPR art. 14).</summary>
    public sealed record InformContacts(string Import, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Asks the people an import added whatever is open for their roles.</summary>
    public sealed record AskImported(string Import, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Writes a frozen import into the network, chunk by chunk.</summary>
    public sealed record ApplyImport(string Import, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Erases somebody who asked for it, wherever she is named (GDPR art. 17).</summary>
    public sealed record ErasePerson(string Contact, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Makes series of a data file that was accepted, by every reading that is of its delivery.</summary>
    /// <param name="File">SHA-256 of its bytes.</param>
    public sealed record TakeInFile(string Consultation, string Delivery, string File, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Takes a file that came in pieces, once the last is there.</summary>
    /// <param name="Id">Of the upload.</param>
    public sealed record JoinUpload(string Id, string Key, DateTimeOffset Due) : Effect(Key, Due, "");

    /// <summary>Makes the PDF of a portrait that was published.</summary>
    /// <param name="Code">Of the territory.</param>
    public sealed record PrintPortrait(int Year, string Code, int Version, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);

    /// <summary>A line of the audit log: what the coordinator did.</summary>
    public sealed record Note(string Actor, string Subject, string Key, DateTimeOffset Due, string Step) : Effect(Key, Due, Step);
}
