using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Preparation;

/// <summary>A year's dates while they are being chosen, many at a time. Nothing is stored here.</summary>
public static class YearDraft
{
    /// <summary>A year that is not open yet: the calendar's dates, but for those chosen already.</summary>
    public static YearPlan Of(Setting setting, int year, PreparedYear? prepared) => setting.Plan(year).With(prepared?.Dates ?? []);

    /// <summary>
    /// Whether a step's dates may be chosen among others: nobody has been told of them yet, and whoever leads a working group
    /// hears of its meeting as soon as it is planned. Any other moves from its own page.
    /// </summary>
    public static bool MayChange(YearPlan plan, Step step) => step.IsAhead && !(step.Work is StepWork.Meet && (step.Action is not null || StepEffects.IsTold(plan, step)));

    /// <summary>The plan with these dates, and what is counted from them moved along; what she set by hand in the same go stays.</summary>
    /// <param name="may">Whether a step may move along.</param>
    public static YearPlan Follow(Setting setting, YearPlan plan, IReadOnlyList<NewDate> chosen, Func<Step, bool>? may = null)
    {
        var own = chosen.Select(date => date.Step).ToHashSet();
        foreach (var date in chosen)
            if (plan.Find(date.Step) is { } step)
                plan = plan.With(Shift.Of(setting, plan, step, date.Starts, date.Ends)
                    .Where((follows, i) => i == 0 || (!own.Contains(follows.Step) && plan.Find(follows.Step) is { } other && MayChange(plan, other) && may?.Invoke(other) != false)));
        return plan.With(chosen);
    }

    /// <summary>The dates that one plan has otherwise than another.</summary>
    public static IReadOnlyList<NewDate> Differences(YearPlan from, YearPlan to) =>
        [.. to.Steps.Where(step => from.Find(step.Id) is { } was && (was.Starts, was.Ends) != (step.Starts, step.Ends)).Select(step => new NewDate(step.Id, step.Starts, step.Ends))];

    /// <summary>What cannot be kept of the dates chosen for a year that is not open; the field is the step's id.</summary>
    /// <param name="opens">When the year opens, UTC: what is dated before would be over already.</param>
    public static IReadOnlyList<FieldError> Check(Setting setting, YearPlan plan, IReadOnlyList<NewDate> dates, DateTimeOffset opens)
    {
        return [.. dates.Select(Wrong).OfType<FieldError>().Select(error => error with { Message = Typography.Text(error.Message) })];

        FieldError? Wrong(NewDate date)
        {
            if (plan.Find(date.Step) is not { } step)
                return new FieldError(date.Step, $"L’année {plan.Year} n’a pas d’étape « {date.Step} ».");
            if (date.Starts < opens)
                return new FieldError(step.Id, $"« {step.Title} » : l’année {plan.Year} s’ouvre le {FrenchDates.Day(setting.Zone.DayOf(opens))}. Choisissez une date qui vienne après, ou avancez d’abord cette ouverture.");
            if ((step.Ends is null) != (date.Ends is null) || date.Ends <= date.Starts)
                return new FieldError(step.Id, $"La fin de « {step.Title} » doit venir après son début.");
            return setting.Zone.DayOf(date.Ends ?? date.Starts) > Last(plan.Year) || setting.Zone.DayOf(date.Starts) > Last(plan.Year)
                ? new FieldError(step.Id, $"« {step.Title} » : choisissez une date avant le {FrenchDates.Day(Last(plan.Year))}.") : null;
        }
    }

    /// <summary>A year's last report may come in the first months of the next.</summary>
    private static DateOnly Last(int year) => new(year + 1, 6, 30);
}
