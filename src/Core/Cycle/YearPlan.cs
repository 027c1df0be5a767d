using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>A year's steps with their dates and states: the whole of one cycle, one record.</summary>
/// <param name="Year">The year of the work programme; its collection runs in the autumn before.</param>
public sealed record YearPlan(int Year, IReadOnlyList<Step> Steps)
{
    public Step? Find(string id) => Steps.FirstOrDefault(step => step.Id == id);

    public YearPlan With(Step changed) =>
        this with { Steps = [.. Steps.Select(step => step.Id == changed.Id ? changed : step)] };

    public static string Partition(int year) => $"cycle-{year}";

    public const string Key = "plan";
}

/// <summary>One step of a year.</summary>
/// <param name="Id">Its template's id, with « -2 », « -3 » … for further occurrences of one that comes back each quarter.</param>
/// <param name="Template">Empty for a step that the calendar does not have.</param>
/// <param name="Starts">UTC.</param>
/// <param name="Ends">UTC, exclusive: « vendredi 14 octobre au soir » is the midnight that follows. Null for a step of one instant.</param>
/// <param name="Waiting">Its day has come but it waits: for the coordinator, or for a step it needs.</param>
/// <param name="Was">The date it had before it was postponed.</param>
/// <param name="Held">Why it waits for the coordinator, as she reads it; null while nothing holds it back.</param>
/// <param name="Announced">Of a meeting: those who come were told of its date, be it without a convocation of its step: it was put to them, or convened a second time.</param>
/// <param name="Action">Id of the programme's action whose meeting it is, where it was planned from there; null for a step of the calendar.</param>
public sealed record Step(
    string Id, string Template, string Title, DateTimeOffset Starts, DateTimeOffset? Ends, StepState State,
    bool Automatic, IReadOnlyList<string> Needs, StepWork Work,
    bool Waiting = false, DateTimeOffset? Was = null, DateTimeOffset? OpenedAt = null, DateTimeOffset? ClosedAt = null, string? Held = null, string? Action = null, bool Announced = false)
{
    public bool IsAhead => State is StepState.Planned or StepState.Postponed;

    public bool IsBehind => State is StepState.Closed or StepState.Skipped;
}

public enum StepState
{
    Planned,

    /// <summary>Planned anew, at a later (or earlier) date than first announced.</summary>
    Postponed,
    Open,
    Closed,
    Skipped,
}
