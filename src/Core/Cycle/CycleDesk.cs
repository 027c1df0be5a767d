using Almanach.Core.Consultations;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Themes;

namespace Almanach.Core.Cycle;

/// <summary>Opens years and moves their steps.</summary>
public sealed class CycleDesk(Ledger ledger, Setting setting, LeftOver leftOver, ThemeDesk themes)
{
    public async Task<YearPlan?> Find(int year, CancellationToken stop = default) =>
        (await ledger.Find<YearPlan>(YearPlan.Partition(year), YearPlan.Key, stop))?.Value;

    /// <summary>Takes a command; the plan, its effects and its timers are one commit.</summary>
    public Task<Refusal?> Apply(int year, CycleCommand command, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var partition = YearPlan.Partition(year);
        if (await ledger.Find<YearPlan>(partition, YearPlan.Key, stop) is not { } held)
            return new Draft.Refuse(Refusal.Because(Why.Unknown, $"L’année {year} n’est pas ouverte."));
        if (command is CycleCommand.Reopen && held.Value.Find(command.Step)?.Work is StepWork.Consult secret && setting.Consultation(secret.Consultation, year).IsSecret())
            return new Draft.Refuse(ConsultationRules.SecretStaysClosed);
        return CycleRules.Decide(held.Value, command) switch
        {
            Decision<YearPlan>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<YearPlan>.AlreadyDone => new Draft.Nothing(),
            Decision<YearPlan>.Accepted accepted when command.Actor.Length > 0 => Write(partition, held, Undoable(accepted), command.Now),
            Decision<YearPlan>.Accepted accepted => Write(partition, held, accepted, command.Now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }, stop);

    /// <summary>Opens a year: its plan, with the dates prepared for it, its timers, and on its board the themes the year before left. Opened already, does nothing.</summary>
    public async Task Open(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        await CarryOver(year, now, stop);
        await ledger.Carry(async () =>
        {
            var partition = YearPlan.Partition(year);
            if (await ledger.Find<YearPlan>(partition, YearPlan.Key, stop) is not null)
                return new Draft.Nothing();
            var prepared = await ledger.Find<PreparedYear>(partition, PreparedYear.Key, stop);
            var plan = CycleRules.Begin(YearDraft.Of(setting, year, prepared?.Value), now);
            return new Draft.Write(partition,
                [new Change.Insert(YearPlan.Key, Stored.Write(plan)), .. prepared is null ? (Change[])[] : [new Change.Delete(prepared.Key, prepared.Version)]],
                [.. CycleTimers.Of(plan, setting.Zone)]);
        }, stop);
    }

    /// <summary>Brings to a year's board the themes the year before leaves as of now; those it has already stay as they are.</summary>
    public async Task CarryOver(int year, DateTimeOffset now, CancellationToken stop = default) =>
        await themes.Apply(year, new ThemeCommand.CarryOver(await leftOver.Themes(year - 1, now, stop), now), stop: stop);

    private Decision<YearPlan>.Accepted Undoable(Decision<YearPlan>.Accepted accepted)
    {
        var grace = TimeSpan.FromSeconds(setting.Platform.Mail.GraceSeconds);
        return accepted with { Effects = [.. accepted.Effects.Select(effect => Grace.Give(effect, grace))] };
    }

    /// <summary>A timer that is due is being performed: whoever performs it drops its row, after the journal has its line.</summary>
    private Draft.Write Write(string partition, Held<YearPlan> held, Decision<YearPlan>.Accepted accepted, DateTimeOffset now)
    {
        var before = CycleTimers.Of(held.Value, setting.Zone).ToDictionary(Todo.Row);
        var after = CycleTimers.Of(accepted.State, setting.Zone).ToDictionary(Todo.Row);
        return new Draft.Write(partition,
            [
                new Change.Replace(held.Key, Stored.Write(accepted.State), held.Version),
                .. before.Where(pair => !after.ContainsKey(pair.Key) && pair.Value.Due > now).Select(pair => new Change.Delete(pair.Key)),
            ],
            [.. accepted.Effects, .. after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => pair.Value)]);
    }
}
