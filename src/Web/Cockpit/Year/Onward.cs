using Almanach.Core;
using Almanach.Core.Cycle;

namespace Almanach.Web.Cockpit.Year;

/// <summary>
/// Performs what a decision set going before the page is shown again, so that it can say what is about to leave. Where
/// something fails, its row stays and the tick takes it up again; the first page says that it is late.
/// </summary>
internal static class Onward
{
    public static async Task Perform(Office office, int year, CancellationToken stop)
    {
        try
        {
            await office.Worker.Run(YearPlan.Partition(year), stop);
        }
        catch (AggregateException)
        {
            // Kept in the store, and tried again.
        }
    }
}
