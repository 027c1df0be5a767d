using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Programme;

/// <summary>The dates of an action, some of which follow a meeting that was planned from it.</summary>
public static class ActionDates
{
    /// <summary>Those the coordinator writes herself.</summary>
    public static IReadOnlyList<Occurrence> Free(ProgrammeAction action) => [.. action.Occurrences.Where(occurrence => occurrence.Meeting is null)];

    /// <summary>Those that follow a meeting.</summary>
    public static IReadOnlyList<Occurrence> Followed(ProgrammeAction action) => [.. action.Occurrences.Where(occurrence => occurrence.Meeting is not null)];

    /// <summary>Both together, what has a day first; as they were written where none follows a meeting.</summary>
    public static IReadOnlyList<Occurrence> Of(IReadOnlyList<Occurrence> followed, IReadOnlyList<Occurrence> free) => followed.Count == 0 ? free
        : [.. followed.Concat(free).OrderBy(occurrence => occurrence.Day ?? DateOnly.MaxValue)];

    /// <summary>The actions that a meeting of the network is about: the one it was planned from, else those with that day of their own.</summary>
    /// <param name="meeting">Id of its step.</param>
    public static IReadOnlyList<ProgrammeAction> OnDay(IReadOnlyList<ProgrammeAction> actions, string meeting, DateOnly day) =>
        actions.Where(action => action.Occurrences.Any(occurrence => occurrence.Meeting == meeting)).ToList() is { Count: > 0 } own ? own
            : [.. actions.Where(action => Free(action).Any(occurrence => occurrence.Day == day))];

    /// <summary>
    /// Planned or moved, it has the meeting's date and is confirmed; held, it is done unless it has other dates to come or lasts
    /// longer; called off, it loses the date and waits again. What the coordinator carried over or gave up stays so.
    /// </summary>
    /// <param name="day">The meeting's, on the platform's clock.</param>
    /// <param name="lasts">It goes through stages, or is a group: its state is said elsewhere than by its meeting.</param>
    /// <param name="reason">Why it is held though conditions are missing; may be empty.</param>
    public static Decision<ProgrammeAction> Follow(ProgrammeAction action, Step step, DateOnly day, bool lasts, string reason, DateTimeOffset now)
    {
        if (step.Work is not StepWork.Meet meet)
            return Decision.Done<ProgrammeAction>();
        var others = Followed(action).Where(occurrence => occurrence.Meeting != step.Id).ToList();
        var known = action.Occurrences.FirstOrDefault(occurrence => occurrence.Meeting == step.Id);
        var date = new Occurrence(day, "", meet.Place, false, step.Id);
        if (step.State == StepState.Skipped)
            return known is null ? Decision.Done<ProgrammeAction>()
                : Told(action with { Occurrences = Of(others, Free(action)) }, action.State == ActionState.Confirmed && !lasts ? ActionState.Adopted : action.State,
                    $"Rencontre du {FrenchDates.Day(known.Day ?? day)} annulée.", now);

        var dated = action with { Occurrences = Of([.. others, date], known is null ? Without(Free(action), day) : Free(action)) };
        if (step.IsBehind || step.State == StepState.Open)
            return action.State is ActionState.Adopted or ActionState.Confirmed && !(known is not null && HeldAlready(action, day))
                ? Told(dated, lasts ? action.State : dated.Occurrences.Any(occurrence => occurrence.Day is not { } other || other > day) ? ActionState.Confirmed : ActionState.Done, Held(day), now)
                : Decision.Done<ProgrammeAction>();
        return known == date ? Decision.Done<ProgrammeAction>()
            : Told(dated, action.State == ActionState.Adopted ? ActionState.Confirmed : action.State,
                $"Rencontre prévue le {FrenchDates.Day(day)}, {ProgrammeWords.Where(date)}.{(reason.Length > 0 ? $" Malgré ce qui manque\u00A0: {reason}" : "")}", now);
    }

    private static bool HeldAlready(ProgrammeAction action, DateOnly day) => action.Progress.Any(note => note.Text == Held(day));

    private static string Held(DateOnly day) => $"Rencontre tenue le {FrenchDates.Day(day)}.";

    /// <summary>A date that was announced with reserves becomes the meeting's: the one of that day, else the first without a day, else the first of all.</summary>
    private static IReadOnlyList<Occurrence> Without(IReadOnlyList<Occurrence> free, DateOnly day)
    {
        var replaced = free.FirstOrDefault(occurrence => occurrence.Day == day)
            ?? free.FirstOrDefault(occurrence => occurrence is { Provisional: true, Day: null }) ?? free.FirstOrDefault(occurrence => occurrence.Provisional);
        return [.. free.Where(occurrence => !ReferenceEquals(occurrence, replaced))];
    }

    /// <summary>A line in its history, unless it says the same already.</summary>
    private static Decision<ProgrammeAction> Told(ProgrammeAction action, ActionState state, string text, DateTimeOffset now) =>
        ProgrammeRules.Report(action, state, text, "", now) is Decision<ProgrammeAction>.Accepted accepted ? accepted : Decision.Accept(action);
}
