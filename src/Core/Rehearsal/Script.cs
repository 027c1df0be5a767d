using System.Text.Json.Serialization;
using Almanach.Core.Consultations;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Rehearsal;

/// <summary>
/// What people do in a rehearsed year (<c>answers-2022.json</c>): partners answer, the coordinator groups and closes,
/// the committee decides. Themes, options and proposals are named by id or by title.
/// </summary>
/// <param name="Begins">Local day on which the rehearsal's clock starts.</param>
/// <param name="Ends">Local day on which it stops, included.</param>
public sealed record Script(int Year, DateOnly Begins, DateOnly Ends, IReadOnlyList<Act> Acts);

/// <summary>One thing somebody does at a local date and hour.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "does")]
[JsonDerivedType(typeof(Respond), "answer")]
[JsonDerivedType(typeof(Propose), "propose")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(CloseStep), "closeStep")]
[JsonDerivedType(typeof(OpenStep), "openStep")]
[JsonDerivedType(typeof(SkipStep), "skipStep")]
[JsonDerivedType(typeof(AskDates), "askDates")]
[JsonDerivedType(typeof(FixDate), "fixDate")]
[JsonDerivedType(typeof(Attend), "attend")]
[JsonDerivedType(typeof(Decide), "decide")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Speak), "speak")]
[JsonDerivedType(typeof(Plan), "plan")]
[JsonDerivedType(typeof(NotHeld), "notHeld")]
[JsonDerivedType(typeof(Launch), "launch")]
[JsonDerivedType(typeof(CarryOver), "carryOver")]
[JsonDerivedType(typeof(ProposeMeeting), "proposeMeeting")]
[JsonDerivedType(typeof(AgreeMeeting), "agreeMeeting")]
[JsonDerivedType(typeof(GroupReport), "groupReport")]
public abstract record Act(DateTime At)
{
    /// <summary>A contact answers a consultation, named by its template's id.</summary>
    public sealed record Respond(DateTime At, string Contact, string Consultation, bool Declined, Channel Channel, IReadOnlyDictionary<string, AnswerValue> Values)
        : Act(At);

    /// <summary>A contact proposes a theme outside the collection.</summary>
    public sealed record Propose(DateTime At, string Contact, string Title, string Rationale, ActionKind? Format) : Act(At);

    /// <summary>The coordinator groups themes under one, and may word it anew.</summary>
    public sealed record Merge(DateTime At, string Into, IReadOnlyList<string> Themes, string? Title, string? Description, ActionKind? Kind) : Act(At);

    public sealed record Edit(DateTime At, string Theme, string? Title, string? Description, ActionKind? Kind) : Act(At);

    public sealed record CloseStep(DateTime At, string Step) : Act(At);

    public sealed record OpenStep(DateTime At, string Step) : Act(At);

    public sealed record SkipStep(DateTime At, string Step, string Reason) : Act(At);

    /// <summary>The coordinator asks which date suits for a meeting, named by its step.</summary>
    /// <param name="Dates">Local days and hours.</param>
    /// <param name="LastDay">To answer.</param>
    /// <param name="Days">Whole days.</param>
    public sealed record AskDates(DateTime At, string Meeting, IReadOnlyList<DateTime> Dates, DateOnly LastDay, IReadOnlyList<DateOnly>? Days = null) : Act(At);

    /// <summary>The coordinator fixes one of the dates asked about, named as its option is: « 20220927-0930 ».</summary>
    public sealed record FixDate(DateTime At, string Meeting, string Option) : Act(At);

    /// <summary>Who attended a meeting, named by its step: contacts by way of attending.</summary>
    /// <param name="Proxies">Who is represented, and by whom.</param>
    public sealed record Attend(
        DateTime At, string Meeting, IReadOnlyDictionary<AttendanceMode, IReadOnlyList<string>> Sheet, IReadOnlyDictionary<string, string>? Proxies = null) : Act(At);

    /// <summary>
    /// What a meeting decided. A theme that does not exist is left out; an adoption none of whose themes
    /// exists is not made, unless it names none.
    /// </summary>
    /// <param name="Advisory">Recorded as an opinion where the quorum is not reached.</param>
    public sealed record Decide(DateTime At, string Meeting, IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes, bool Advisory = false) : Act(At);

    /// <summary>Progress on an action of the programme.</summary>
    public sealed record Report(DateTime At, string Action, ActionState State, string Text) : Act(At);

    /// <summary>Somebody is found to speak at an action's meeting.</summary>
    public sealed record Speak(DateTime At, string Action, IReadOnlyList<Speaker> Speakers) : Act(At);

    /// <summary>The coordinator plans an action's meeting.</summary>
    /// <param name="Starts">Local day and hour.</param>
    /// <param name="Reason">Why, though conditions are missing.</param>
    public sealed record Plan(
        DateTime At, string Action, DateTime Starts, int Minutes, string Place, string Link, IReadOnlyList<string> Agenda, string Reason) : Act(At);

    /// <summary>An action's meeting is carried over, or given up.</summary>
    public sealed record NotHeld(DateTime At, string Action, string Reason, bool GivenUp) : Act(At);

    /// <summary>The coordinator launches a working group, named by its action.</summary>
    /// <param name="Pilot">Organisation among those that offered.</param>
    /// <param name="Reason">Why, though conditions are missing.</param>
    public sealed record Launch(DateTime At, string Action, string Pilot, string Reason) : Act(At);

    /// <summary>A working group does not start this year.</summary>
    public sealed record CarryOver(DateTime At, string Action, string Reason) : Act(At);

    /// <summary>The pilot of a group proposes its launch meeting.</summary>
    /// <param name="Starts">Local day and hour.</param>
    public sealed record ProposeMeeting(
        DateTime At, string Action, string Contact, DateTime Starts, int Minutes, string Place, string Link, IReadOnlyList<string> Agenda) : Act(At);

    /// <summary>The coordinator plans what the pilot proposed.</summary>
    public sealed record AgreeMeeting(DateTime At, string Action) : Act(At);

    /// <summary>The pilot says what the group did in the year.</summary>
    public sealed record GroupReport(DateTime At, string Action, string Contact, string Text) : Act(At);
}

/// <summary>The script as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Script))]
[JsonSerializable(typeof(AnswerValue.Text), TypeInfoPropertyName = "AnswerText")]
public sealed partial class ScriptJson : JsonSerializerContext;
