using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>The collection of data files that comes next, as the calendar has it: which year’s files, and the days that are known.</summary>
/// <param name="Year">Of the platform: « au 31 décembre » of the year before, where the configuration says so.</param>
public sealed record NextCollection(int Year, Step Step)
{
    /// <summary>The first that has not opened, of this year’s calendar or the next’s.</summary>
    public static async Task<NextCollection?> Find(Office office, CancellationToken stop)
    {
        var asking = office.Setting.Platform.Consultations.Where(template => template.AsksDeliveries()).Select(template => template.Id).ToHashSet();
        var today = office.Setting.Zone.DayOf(office.Now).Year;
        List<NextCollection> ahead = [];
        foreach (var year in new[] { today - 1, today, today + 1 })
            if (await office.Cycle.Find(year, stop) is { } plan)
                ahead.AddRange(plan.Steps.Where(step => step is { IsAhead: true, Work: StepWork.Consult asked } && asking.Contains(asked.Consultation)).Select(step => new NextCollection(year, step)));
        return ahead.OrderBy(one => one.Step.Starts).FirstOrDefault();
    }
}
