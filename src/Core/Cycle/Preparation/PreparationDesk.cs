using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Cycle.Preparation;

/// <summary>Keeps the dates chosen for a year until it opens.</summary>
public sealed class PreparationDesk(Ledger ledger, Setting setting)
{
    public async Task<PreparedYear?> Find(int year, CancellationToken stop = default) =>
        (await ledger.Find<PreparedYear>(YearPlan.Partition(year), PreparedYear.Key, stop))?.Value;

    /// <summary>Keeps all that differs from the calendar; given twice, nothing is written the second time.</summary>
    /// <param name="opens">When the year opens, UTC.</param>
    /// <param name="chosen">The whole year as it was shown.</param>
    public async Task<Refusal?> Keep(YearPlan chosen, DateTimeOffset opens, DateTimeOffset now, string actor, CancellationToken stop = default)
    {
        var (year, partition) = (chosen.Year, YearPlan.Partition(chosen.Year));
        var calendar = setting.Plan(year);
        var dates = YearDraft.Differences(calendar, chosen);
        if (YearDraft.Check(setting, calendar, dates, opens) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        return await ledger.Carry(async () =>
        {
            if (await ledger.Find<YearPlan>(partition, YearPlan.Key, stop) is not null)
                return new Draft.Refuse(JustOpened(year));
            var held = await ledger.Find<PreparedYear>(partition, PreparedYear.Key, stop);
            if (held?.Value.Dates.SequenceEqual(dates) ?? dates.Count == 0)
                return new Draft.Nothing();
            var text = Stored.Write(new PreparedYear(year, dates));
            return new Draft.Write(partition,
                [held is null ? new Change.Insert(PreparedYear.Key, text) : new Change.Replace(PreparedYear.Key, text, held.Version)],
                [new Effect.Note(actor, $"dates de l’année {year} préparées", $"note-{year}-prepared-{Todo.Stamp(now)}", now, "")]);
        }, stop);
    }

    private static Refusal JustOpened(int year) =>
        Refusal.Because(Why.Changed, $"L’année {year} vient de s’ouvrir. Rien n’a été enregistré : relisez ses dates, puis enregistrez.");
}
