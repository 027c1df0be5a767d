using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Privacy;
using Almanach.Web.Cockpit.Texts;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network.Data;

/// <summary>
/// What is held on one person as a file to keep or to give to somebody else (GDPR art. 15 and 20): UTF-8 JSON, English keys
/// that stay, instants in UTC, words in French where they are those of a page.
/// </summary>
public sealed record DataExport(
    string Format, string Platform, string Controller, string Dpo, int RetentionMonths, DateTimeOffset At, ExportedPerson Person,
    IReadOnlyList<ExportedMessage> Messages, bool OlderMessagesLeftOut, IReadOnlyList<ExportedAnswer> Answers, IReadOnlyList<ExportedRoll> SecretVotes,
    IReadOnlyList<ExportedProposal> Proposals, IReadOnlyList<ExportedSeat> Meetings, IReadOnlyList<HeldGroup> Groups,
    IReadOnlyList<ExportedRegistration> Registrations, IReadOnlyList<HeldMail> ReceivedMails, IReadOnlyList<ExportedRequest> Requests,
    IReadOnlyList<HeldList> Newsletters)
{
    /// <summary>Grows when a key changes its meaning.</summary>
    public const string FormatName = "almanach/personal-data/1";

    internal static DataExport Of(PersonalFile file, Setting setting) => new(
        FormatName, setting.Platform.Brand.Name, setting.Platform.Legal.Controller, setting.Platform.Legal.Dpo, setting.Platform.Legal.RetentionMonths, file.At,
        ExportedPerson.Of(file, setting.Platform),
        [.. file.Messages.Select(message => new ExportedMessage(message.At, message.Text, TextNames.Of(setting, message.Text), DataWords.Outcome(message.Outcome)))], file.MoreMessages,
        [.. file.Answers.Select(answer => new ExportedAnswer(answer.Consultation, answer.Title, answer.At, answer.Hers, AnswerWords.Name(answer.Channel), answer.Late, answer.Current, answer.Lines))],
        [.. file.Rolls.Select(roll => new ExportedRoll(roll.Consultation, roll.Title, roll.Voted))],
        [.. file.Proposals.Select(proposal => new ExportedProposal(proposal.Id, proposal.Year, proposal.Title, proposal.Rationale,
            setting.Platform.ActionKinds.FirstOrDefault(kind => kind.Kind == proposal.Format)?.Name, proposal.CanSpeak, proposal.OutsideSpeaker, proposal.At, proposal.Withdrawn))],
        [.. file.Meetings.Select(seat => new ExportedSeat(seat.Meeting, seat.Title, seat.Starts, AnswerWords.Name(seat.Mode)))],
        file.Groups,
        [.. file.Registrations.Select(one => new ExportedRegistration(one.Meeting, one.Title, one.Starts, one.Name, one.Organisation, one.Needs, DataWords.State(one.State)))],
        file.Received, [.. file.Requests.Select(request => new ExportedRequest(DataWords.Request(request.Kind), request.At, request.Settled))], file.Lists);

    /// <summary>As a file to keep. It holds the whole address, which pages never show.</summary>
    internal static IResult File(PersonalFile file, Setting setting) => Results.File(
        JsonSerializer.SerializeToUtf8Bytes(Of(file, setting), ExportJson.Of<DataExport>()), "application/json; charset=utf-8", $"mes-donnees-{setting.Platform.Brand.Id}.json");
}

/// <param name="Since">Day she was entered.</param>
/// <param name="Source">Where her address comes from.</param>
/// <param name="ReceivesMessages">False for somebody who objected to our messages.</param>
/// <param name="AddressRefusedSince">When we learned that mail to her address does not arrive; null where it does.</param>
/// <param name="MarkedUnwantedSince">When we learned that a message was marked as unwanted there; null where none was.</param>
public sealed record ExportedPerson(
    string Id, string FirstName, string LastName, string Address, string Function, string Organisation, IReadOnlyList<string> Roles, IReadOnlyList<ExportedTerm> Terms,
    DateOnly Since, string Source, bool ReceivesMessages, DateTimeOffset? AddressRefusedSince, DateTimeOffset? MarkedUnwantedSince)
{
    internal static ExportedPerson Of(PersonalFile file, Platform platform) => new(
        file.Person.Id, file.Person.FirstName, file.Person.LastName, file.Person.Address, file.Person.Function, file.Organisation.Name,
        [.. file.Person.Roles.Select(role => RoleWords.Name(role, platform))],
        [.. (file.Person.Terms ?? []).Select(term => new ExportedTerm(platform.BodyOf(term.Body)?.Name ?? term.Body, term.Until))],
        file.Person.Since, file.Person.Source, !file.Person.Suppressed, file.Refused, file.Complained);
}

public sealed record ExportedTerm(string Body, DateOnly Until);

/// <param name="Text">Id of what was sent.</param>
public sealed record ExportedMessage(DateTimeOffset At, string Text, string Title, string Outcome);

/// <param name="ByYou">False for an answer that somebody else gave for your organisation: only that there is one is yours.</param>
public sealed record ExportedAnswer(string Consultation, string Title, DateTimeOffset At, bool ByYou, string Channel, bool Late, bool Current, IReadOnlyList<string> Lines);

/// <param name="OnRoll">That you, or your organisation, voted; never what.</param>
public sealed record ExportedRoll(string Consultation, string Title, bool OnRoll);

public sealed record ExportedProposal(
    string Id, int Year, string Title, string Rationale, string? Format, bool CanSpeak, string OutsideSpeaker, DateTimeOffset At, bool Withdrawn);

public sealed record ExportedSeat(string Meeting, string Title, DateTimeOffset Starts, string Attendance);

public sealed record ExportedRegistration(string Meeting, string Title, DateTimeOffset Starts, string Name, string Organisation, string Needs, string State);

public sealed record ExportedRequest(string What, DateTimeOffset At, DateTimeOffset? Settled);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DataExport))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Plain.Options.GetTypeInfo(typeof(T));

    private static class Plain
    {
        public static readonly JsonSerializerOptions Options = new(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
