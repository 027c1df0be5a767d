using Almanach.Core.Documents;
using Almanach.Core.Platforms;
using Almanach.Core.Programme.Studies;

namespace Almanach.Core.Programme;

/// <summary>One action of a year's programme.</summary>
/// <param name="Id">Unique in the year.</param>
/// <param name="Themes">Ids of the themes it treats: the way back to votes and replies.</param>
/// <param name="Source">Id of the meeting that adopted it, or « reconduite » for a standing action.</param>
/// <param name="Deliverable">What it produces; may be empty.</param>
/// <param name="Progress">What was reported during the year, oldest first.</param>
/// <param name="Place">Its place among the actions of its kind: the order in which the committee decided, then that of the folder.</param>
/// <param name="Speakers">Who speaks there. Null for nobody yet.</param>
/// <param name="Study">How far it has come, for an action that goes through stages. Null before it is followed.</param>
public sealed record ProgrammeAction(
    string Id, int Year, ActionKind Kind, string Title, string Note, IReadOnlyList<string> Themes, IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyList<string> Conditions, string Deliverable, IReadOnlyList<SheetRow> Sheet, ActionState State, string Source,
    IReadOnlyList<ProgressNote> Progress, int Place = 0, IReadOnlyList<Speaker>? Speakers = null, Study? Study = null)
{
    public const string Prefix = "action|";

    public static string Partition(int year) => $"programme-{year}";
}

/// <summary>One date and place of an action.</summary>
/// <param name="Day">Null while only a period is known.</param>
/// <param name="Period">« courant 2023 », when there is no day.</param>
/// <param name="Provisional">« sous réserve de confirmation ».</param>
/// <param name="Meeting">Id of the step it follows, for a meeting that was planned from the action: it moves with it. Null for a date of its own.</param>
public sealed record Occurrence(DateOnly? Day, string Period, string Place, bool Provisional, string? Meeting = null);

/// <summary>Somebody who speaks at a meeting.</summary>
/// <param name="Organisation">« Insee »: in the network or not.</param>
/// <param name="Name">May be empty, as may the function.</param>
public sealed record Speaker(string Organisation, string Name, string Function);

/// <param name="At">When it was reported, UTC.</param>
public sealed record ProgressNote(DateTimeOffset At, ActionState State, string Text);

public enum ActionState
{
    /// <summary>Adopted, nothing fixed yet.</summary>
    Adopted,

    /// <summary>Fixed: a date, a speaker, a pilot.</summary>
    Confirmed,
    Done,

    /// <summary>Left for the next year.</summary>
    CarriedOver,
    Abandoned,
}
