using System.Globalization;
using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Journal;

internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/journal", async (Office office, HttpContext context, string? mois, string? etape, CancellationToken stop) =>
            await CockpitResult.Of<JournalPage>(context, new Dictionary<string, object?>
            {
                [nameof(JournalPage.Brand)] = office.Setting.Platform.Brand,
                [nameof(JournalPage.View)] = await JournalView.Of(office, mois, etape, stop),
            }));
        cockpit.MapPage("/journal.csv", async (Office office, string? mois, string? etape, CancellationToken stop) =>
        {
            var view = await JournalView.Of(office, mois, etape, stop);
            return Results.File(JournalCsv.Of(view), "text/csv; charset=utf-8", $"journal-{view.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.csv");
        });
    }
}
