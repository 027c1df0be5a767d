using System.Text.Json.Serialization;
using Almanach.Core.Consultations;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings;

/// <summary>A meeting's own record; its date and place are those of its step in the year's plan.</summary>
/// <param name="Id">« 2022-copil ».</param>
/// <param name="Body">Id of the body convened; null for the whole network.</param>
/// <param name="Starts">UTC.</param>
/// <param name="Attendance">The sheet (feuille d'émargement): contact id and how they attended.</param>
/// <param name="Decisions">In the order of the minutes.</param>
/// <param name="Link">Address of the video meeting; may be empty.</param>
/// <param name="Minutes">How long it is planned to last.</param>
/// <param name="Told">The messages that told people of it, by their keys, in their order: calendars number them. Null before.</param>
/// <param name="Notes">What was said, agenda item by agenda item, for the minutes.</param>
/// <param name="Proxies">Who is represented on the sheet, and by whom (pouvoirs). Null for nobody.</param>
/// <param name="Seats">The members when the sheet was saved. Null before.</param>
/// <param name="First">The sitting that had no quorum, after which it was convened a second time. Null where there was none.</param>
/// <param name="Advisory">Its decisions were recorded without quorum, as an opinion.</param>
public sealed record Meeting(
    string Id, int Year, string Step, string Title, string? Body, DateTimeOffset Starts, string Place, bool Remote,
    IReadOnlyList<string> Agenda, MeetingState State, DateTimeOffset? ConvenedAt,
    IReadOnlyDictionary<string, AttendanceMode> Attendance, IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes,
    string Link = "", int Minutes = 120, IReadOnlyList<string>? Told = null,
    IReadOnlyDictionary<string, string>? Proxies = null, IReadOnlyList<Seat>? Seats = null, FirstSitting? First = null, bool Advisory = false)
{
    /// <summary>UTC, as planned.</summary>
    [JsonIgnore]
    public DateTimeOffset Ends => Starts.AddMinutes(Minutes);

    /// <summary>The same once a message has told people of it; told twice by one message is told once.</summary>
    public Meeting ToldBy(string message) => Told?.Contains(message) == true ? this : this with { Told = [.. Told ?? [], message] };

    public const string Key = "state";

    public static string Partition(string id) => $"meeting-{id}";
}

public enum MeetingState
{
    Planned,
    Convened,

    /// <summary>It took place and its decisions are recorded.</summary>
    Held,
    Cancelled,
}

/// <summary>One decision of a body.</summary>
/// <param name="Text">As the minutes say it.</param>
/// <param name="Themes">Ids of the themes it is about.</param>
/// <param name="Outcome">What becomes of them.</param>
/// <param name="Action">The action it adopts, for <see cref="DecisionOutcome.Adopt"/>.</param>
/// <param name="Vote">How those present voted; null where they did not, or nobody counted.</param>
/// <param name="Recused">Members with an interest in it, who step back (déport): their contacts. Null for nobody.</param>
public sealed record MeetingDecision(
    string Id, string Text, IReadOnlyList<string> Themes, DecisionOutcome Outcome, AdoptedAction? Action,
    DecisionVote? Vote = null, IReadOnlyList<string>? Recused = null);

/// <summary>A sitting that could not decide for want of a quorum.</summary>
/// <param name="Starts">UTC.</param>
/// <param name="Counted">Members present or represented.</param>
public sealed record FirstSitting(DateTimeOffset Starts, int Counted, int Needed, int Members);

public enum DecisionOutcome
{
    /// <summary>Entered in the programme as an action.</summary>
    Adopt,

    /// <summary>Kept for the next year.</summary>
    CarryOver,

    /// <summary>Not kept.</summary>
    Reject,

    /// <summary>A decision that is not about a theme.</summary>
    Record,
}

/// <summary>An action as a committee adopts it.</summary>
/// <param name="Id">Lower-case letters, digits, dashes; unique in the year.</param>
/// <param name="Conditions">« selon la disponibilité des intervenants » …</param>
/// <param name="Note">What the programme adds in brackets after its title.</param>
public sealed record AdoptedAction(
    string Id, ActionKind Kind, string Title, IReadOnlyList<Programme.Occurrence> Occurrences,
    IReadOnlyList<string> Conditions, string Note);
