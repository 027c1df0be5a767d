using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Cycle;

/// <summary>Works out the dates of a year from the calendar of the platform.</summary>
public static class YearPlanner
{
    /// <summary>When a step says no hour, it begins at the start of the working day.</summary>
    private static readonly TimeOnly DefaultHour = new(9, 0);

    /// <param name="isSchoolHoliday">Whether any académie of the platform is on holiday that day.</param>
    /// <param name="moved">Steps whose first day is set rather than computed: what depends on them follows.</param>
    /// <param name="ends">The same for last days.</param>
    public static YearPlan Plan(
        Platform platform, PlatformZone zone, int year, Func<DateOnly, bool> isSchoolHoliday,
        IReadOnlyDictionary<string, DateOnly>? moved = null, IReadOnlyDictionary<string, DateOnly>? ends = null)
    {
        var days = new StepDays(platform, year, isSchoolHoliday, moved ?? new Dictionary<string, DateOnly>(), ends ?? new Dictionary<string, DateOnly>());
        return new YearPlan(year, [.. platform.Calendar
            .Where(template => template.Years.Holds(year))
            .SelectMany(template => Steps(template, days, zone, year))
            .OrderBy(step => step.Starts).ThenBy(step => step.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Step> Steps(StepTemplate template, StepDays days, PlatformZone zone, int year)
    {
        var starts = days.Starts(template);
        for (var i = 0; i < starts.Count; i++)
        {
            var start = zone.At(starts[i].Day, starts[i].Time ?? DefaultHour);
            yield return new Step(
                i == 0 ? template.Id : $"{template.Id}-{i + 1}", template.Id, Setting.Fill(template.Title, year),
                start, End(days.End(template), zone), StepState.Planned, template.Automatic, template.Needs, template.Work);
        }
    }

    /// <summary>« Until the 2nd of November » is the midnight that follows; with an hour, that hour.</summary>
    private static DateTimeOffset? End(PlannedDate? end, PlatformZone zone) => end switch
    {
        null => null,
        { Time: { } time } date => zone.At(date.Day, time),
        { } date => zone.EndOf(date.Day),
    };
}
