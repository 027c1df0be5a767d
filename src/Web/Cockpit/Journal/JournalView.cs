using System.Globalization;
using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Web.Cockpit.Today;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>A month of the journal.</summary>
/// <param name="Step">« 2022/collecte » when only one step is shown; empty for all.</param>
public sealed record JournalView(
    DateOnly Month, string Title, string Step, IReadOnlyList<JournalStep> Steps, IReadOnlyList<JournalRow> Rows)
{
    public string Href(DateOnly month) => $"{Addresses.Journal}?{Query(month)}";

    public string CsvHref => $"{Addresses.Journal}.csv?{Query(Month)}";

    private string Query(DateOnly month) => $"mois={month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}&etape={Uri.EscapeDataString(Step)}";

    /// <param name="mois"><c>yyyy-MM</c>; the current month for anything else.</param>
    internal static async Task<JournalView> Of(Office office, string? mois, string? etape, CancellationToken stop)
    {
        var zone = office.Setting.Zone;
        var today = zone.DayOf(office.Now);
        var month = DateOnly.TryParseExact($"{mois}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100
            ? day : new DateOnly(today.Year, today.Month, 1);
        var plans = await TodayLoad.Plans(office, stop);
        var steps = plans.SelectMany(Named).ToDictionary(step => step.Name);
        var wanted = etape is not null && steps.ContainsKey(etape) ? etape : "";
        var (from, to) = (zone.At(month, TimeOnly.MinValue), zone.At(month.AddMonths(1), TimeOnly.MinValue));
        var names = await JournalNames.Load(office, plans, stop);
        List<JournalRow> rows = [];
        await foreach (var line in office.Journal.Read(from, to, stop))
            if (line.Instant >= from && line.Instant < to && (wanted.Length == 0 || line.Step == wanted))
                rows.Add(new JournalRow(
                    office.Setting.At(line.Instant), zone.LocalOf(line.Instant), steps.GetValueOrDefault(line.Step),
                    JournalSentences.What(line.Kind, line.Actor), JournalSentences.Detail(names, line), JournalSentences.Who(names, line.Actor), line.Subject, line.Actor));
        rows.Reverse();
        return new JournalView(month, $"{Words.Capital(FrenchDates.Month(month.Month))} {month.Year}", wanted, [.. steps.Values], rows);
    }

    private static IEnumerable<JournalStep> Named(YearPlan plan) =>
        plan.Steps.Select(step => new JournalStep($"{plan.Year}/{step.Id}", step.Title.Contains($"{plan.Year}", StringComparison.Ordinal) ? step.Title : $"{step.Title} ({plan.Year})", Addresses.Step(plan.Year, step.Id)));
}

/// <param name="Name">As effects name their step.</param>
public sealed record JournalStep(string Name, string Title, string Href);

/// <param name="Local">In the platform's zone.</param>
/// <param name="Subject">As the journal keeps it, ids and all: never on the page itself.</param>
/// <param name="Actor">Id of whoever decided; empty for a timer.</param>
public sealed record JournalRow(string When, DateTime Local, JournalStep? Step, string What, string Detail, string Who, string Subject, string Actor);
