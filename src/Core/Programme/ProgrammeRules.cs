using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Core.Programme;

/// <summary>How actions enter the programme and move through the year.</summary>
public static class ProgrammeRules
{
    /// <summary>What a meeting's decisions adopt, on top of what the programme already holds.</summary>
    public static IReadOnlyList<ProgrammeAction> Adopt(IReadOnlyList<ProgrammeAction> known, Meeting meeting) =>
        [.. meeting.Decisions.Where(decision => decision is { Outcome: DecisionOutcome.Adopt, Action: not null })
            .Select((decision, index) => Adopted(known, meeting, decision, decision.Action!, index))];

    /// <summary>The actions that come back by themselves in this year.</summary>
    public static IReadOnlyList<ProgrammeAction> Standing(Platform platform, int year) =>
        [.. platform.StandingActions.Where(action => action.Years.Holds(year)).Select(action => new ProgrammeAction(
            action.Id, year, action.Kind, Engine.Setting.Fill(action.Title, year), "", [], [], [], Engine.Setting.Fill(action.Deliverable, year),
            [.. action.Sheet.Select(row => row with { Contents = [.. row.Contents.Select(line => Engine.Setting.Fill(line, year))] })],
            ActionState.Adopted, "reconduite", []))];

    /// <param name="text">What happened, in a sentence: at most 1,000 characters.</param>
    public static Decision<ProgrammeAction> Report(ProgrammeAction action, ActionState state, string text, string actor, DateTimeOffset now)
    {
        if (text.Length > 1_000)
            return Refusal.Invalid(new FieldError("texte", "Gardez 1 000 caractères au plus."));
        if (action.State == state && action.Progress.LastOrDefault()?.Text == text)
            return Decision.Done<ProgrammeAction>();

        var reported = action with { State = state, Progress = [.. action.Progress, new ProgressNote(now, state, text)] };
        var key = $"{action.Year}-{action.Id}-{Todo.Stamp(now)}";
        return Decision.Accept(reported,
            new Effect.Note(actor, $"action {action.Id} {state}", $"note-action-{key}", now, ""),
            new Effect.RecordFates(action.Year, $"action:{action.Id}", $"fates-{key}", now, ""));
    }

    /// <summary>Dates and places anew: a day that becomes known, a place, a reserve that is lifted. Those that follow a meeting stay, and move with it.</summary>
    public static Decision<ProgrammeAction> Reschedule(ProgrammeAction action, IReadOnlyList<Occurrence> occurrences, string actor, DateTimeOffset now)
    {
        if (occurrences.Count > MostOccurrences)
            return Refusal.Invalid(new FieldError("jour-1", $"Une action a au plus {MostOccurrences} dates."));
        if (occurrences.Any(occurrence => occurrence.Period.Length > 80 || occurrence.Place.Length > 120))
            return Refusal.Invalid(new FieldError("lieu-1", "Gardez 80 caractères au plus pour une période, 120 pour un lieu."));
        if (occurrences.Any(occurrence => occurrence is { Day: null, Provisional: false }))
            return Refusal.Invalid(new FieldError("jour-1", "Une date confirmée a un jour. Donnez-le, ou cochez «\u00A0sous réserve\u00A0»."));
        if (ActionDates.Free(action).SequenceEqual(occurrences))
            return Decision.Done<ProgrammeAction>();
        if (occurrences.Any(occurrence => !IsNear(occurrence, action.Year)))
            return Refusal.Invalid(new FieldError("jour-1", TooFar(action.Year)));
        return Decision.Accept(action with { Occurrences = ActionDates.Of(ActionDates.Followed(action), occurrences) },
            new Effect.Note(actor, $"dates de l’action {action.Id}", $"note-dates-{action.Year}-{action.Id}-{Todo.Stamp(now)}", now, ""));
    }

    public const int MostOccurrences = 12;

    /// <summary>The séminaire of 2023 stands in the programme of 2022; a day of 1922 is a slip.</summary>
    public static bool IsNear(Occurrence occurrence, int year) => occurrence.Day is not { } day || Math.Abs(day.Year - year) <= 1;

    public static string TooFar(int year) => $"Donnez une date de {year - 1}, {year} ou {year + 1} : c’est une action du programme {year}.";

    public static bool Holds(this Alternation years, int year) => years switch
    {
        Alternation.Every => true,
        Alternation.Even => year % 2 == 0,
        Alternation.Odd => year % 2 != 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProgrammeAction Adopted(IReadOnlyList<ProgrammeAction> known, Meeting meeting, MeetingDecision decision, AdoptedAction action, int index)
    {
        var before = known.FirstOrDefault(other => other.Id == action.Id);
        return new ProgrammeAction(
            action.Id, meeting.Year, action.Kind, action.Title, action.Note, decision.Themes,
            before is not null && ActionDates.Followed(before).Count > 0 ? before.Occurrences : action.Occurrences, action.Conditions,
            before?.Deliverable ?? "", before?.Sheet ?? [], before?.State ?? ActionState.Adopted, meeting.Id, before?.Progress ?? [],
            before?.Place ?? index, before?.Speakers, before?.Study);
    }
}
