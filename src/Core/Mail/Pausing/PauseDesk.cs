using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Pausing;

/// <summary>Suspends messages while they are sent, takes them up again, or stops them for good.</summary>
public sealed class PauseDesk(Ledger ledger, IStore store, MailRoom mailRoom)
{
    /// <summary>Rows of batches written per commit.</summary>
    private const int RowsPerCommit = 40;

    public async Task<Refusal?> Take(string mailing, SendingCommand command, CancellationToken stop = default)
    {
        if (!StoreLimits.IsName(MailingState.Partition(mailing)))
            return Unknown;
        // Before it is suspended, so that whoever dies in between leaves none that is suspended and forgotten; and after, in
        // case somebody was about to forget it.
        if (command is SendingCommand.Pause)
            await Remember(mailing, stop);
        var refusal = await ledger.Carry(() => Decide(mailing, command, stop), stop);
        if (command is SendingCommand.Pause && refusal is null)
            await Remember(mailing, stop);
        else
            await Forget(mailing, stop);
        return refusal;
    }

    private Task Remember(string mailing, CancellationToken stop) =>
        store.Commit(PausedMailing.Partition, [new Change.Put(mailing, Stored.Write(new PausedMailing(mailing)))], stop);

    private async Task Forget(string mailing, CancellationToken stop)
    {
        if (await store.Get(PausedMailing.Partition, mailing, stop) is { } row && await Control(mailing, stop) is not { State: SendingState.Paused })
            await store.Commit(PausedMailing.Partition, [new Change.Delete(row.Key, row.Version)], stop);
    }

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Ce message n’existe pas, ou n’a pas encore commencé à partir\u00A0: il peut encore être annulé.");

    /// <summary>What was said last; null where nothing was claimed yet.</summary>
    public async Task<SendingControl?> Control(string mailing, CancellationToken stop = default) =>
        (await ledger.Find<SendingControl>(MailingState.Partition(mailing), SendingControl.Key, stop))?.Value;

    /// <summary>Messages that wait for the coordinator to take them up again, the longest first.</summary>
    public async Task<IReadOnlyList<(MailingState Message, DateTimeOffset Since)>> Paused(CancellationToken stop = default)
    {
        List<(MailingState Message, DateTimeOffset Since)> paused = [];
        await foreach (var held in ledger.List<PausedMailing>(PausedMailing.Partition, "", stop))
            if (await Control(held.Value.Key, stop) is { State: SendingState.Paused } control
                && await mailRoom.Find(held.Value.Key, stop) is { } state && Leaves(state, await mailRoom.Batches(held.Value.Key, stop)))
                paused.Add((state, control.Since));
        return [.. paused.OrderBy(one => one.Since)];
    }

    /// <summary>
    /// Gives whatever has still to leave a row again. Each row is another than those before, which somebody may be about to drop:
    /// two rows of one batch are one batch.
    /// </summary>
    public async Task TakeUp(Effect.TakeUpMailing effect, CancellationToken stop = default)
    {
        var rows = (await mailRoom.Batches(effect.Mailing, stop)).Where(batch => batch.State != BatchState.Settled).Select(batch => new Effect.DeliverBatch(
            effect.Mailing, batch.Index, $"deliver-{effect.Mailing}-{batch.Index}-{effect.Revision}", batch.NotBefore > effect.Due ? batch.NotBefore.Value : effect.Due, effect.Step));
        foreach (var chunk in rows.Chunk(RowsPerCommit))
            if (!await ledger.Commit(new Draft.Write(MailingState.Partition(effect.Mailing), [], chunk), stop))
                throw new InvalidOperationException($"The batches of {effect.Mailing} were not given a row: performed again later.");
    }

    /// <summary>Whether something of it has still to leave.</summary>
    public static bool Leaves(MailingState state, IReadOnlyList<MailBatch> batches) =>
        state.CancelledAt is null && (batches.Count < state.Batches || batches.Any(batch => batch.State != BatchState.Settled));

    private async Task<Draft> Decide(string mailing, SendingCommand command, CancellationToken stop)
    {
        var partition = MailingState.Partition(mailing);
        var held = await ledger.Find<SendingControl>(partition, SendingControl.Key, stop);
        if (await mailRoom.Find(mailing, stop) is not { } state)
            return new Draft.Refuse(Unknown);
        return SendingRules.Take(state, held?.Value, Leaves(state, await mailRoom.Batches(mailing, stop)), command) switch
        {
            Decision<SendingControl>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<SendingControl>.AlreadyDone => new Draft.Nothing(),
            Decision<SendingControl>.Accepted accepted => new Draft.Write(partition, [Write(held, accepted.State)], accepted.Effects),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Fails the commit where somebody wrote the row meanwhile.</summary>
    internal static Change Write(Held<SendingControl>? before, SendingControl control) => before is null
        ? new Change.Insert(SendingControl.Key, Stored.Write(control))
        : new Change.Replace(SendingControl.Key, Stored.Write(control), before.Version);
}

/// <summary>That a message may be suspended: its own row says whether it is.</summary>
public sealed record PausedMailing(string Key)
{
    public const string Partition = "paused";
}
