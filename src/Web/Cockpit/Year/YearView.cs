using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Newsletter;

namespace Almanach.Web.Cockpit.Year;

/// <summary>A whole year: as lines by quarter, and as a table.</summary>
public sealed record YearView(int Year, IReadOnlyList<int> Years, IReadOnlyList<QuarterView> Quarters, IReadOnlyList<YearRow> Rows)
{
    public static YearView Of(Setting setting, YearPlan plan, IReadOnlyList<EditionInPlan> editions, IReadOnlyList<int> years, DateTimeOffset now) => new(
        plan.Year, years,
        [.. plan.Steps.Zip(TimelineView.Whole(setting, plan, editions, now)).GroupBy(pair => Quarter(setting.Zone.DayOf(pair.First.Starts)))
            .Select(group => new QuarterView(group.Key, [.. group.Select(pair => pair.Second)]))],
        [.. plan.Steps.Select(step => new YearRow(
            step.Title, Addresses.Step(plan.Year, step.Id), Words.Capital(setting.When(step)),
            step.Was is { } was && was != step.Starts ? setting.Day(was) : "", Words.State(step, editions.StateOf(plan.Year, step)), StepWords.Does(setting, step, plan)))]);

    private static string Quarter(DateOnly day)
    {
        var first = (day.Month - 1) / 3 * 3 + 1;
        return Words.Capital($"{FrenchDates.Month(first)} à {FrenchDates.Month(first + 2)} {day.Year}");
    }
}

public sealed record QuarterView(string Title, IReadOnlyList<TimelinePoint> Points);

/// <param name="Was">The day it had before it was postponed; empty otherwise.</param>
public sealed record YearRow(string Title, string Href, string When, string Was, string State, string Does);
