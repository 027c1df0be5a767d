using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>Counts the failures of effects, puts them off with growing delays, sets aside what goes on failing, and takes it up again on demand.</summary>
public sealed class Troubles(Ledger ledger, IStore store, IQueue queue, Agenda agenda, TimeProvider clock)
{
    /// <summary>What fails now, oldest first.</summary>
    public async Task<IReadOnlyList<Trouble>> All(CancellationToken stop = default)
    {
        List<Trouble> all = [];
        await foreach (var held in ledger.List<Trouble>(Trouble.Place, "", stop))
            all.Add(held.Value);
        return all;
    }

    /// <summary>Notes a failure and moves the effect's row to its next try, or aside, unless somebody else has meanwhile.</summary>
    public async Task PutOff(string partition, Entry row, Effect effect, Exception problem, CancellationToken stop = default)
    {
        if ((await store.Get(partition, row.Key, stop))?.Version != row.Version)
            return;
        var before = await ledger.Find<Trouble>(Trouble.Place, Trouble.RowOf(effect.Due, effect.Key), stop);
        var now = clock.GetUtcNow();
        var attempts = (before?.Value.Attempts ?? 0) + 1;
        var next = Trouble.NextTry(attempts, now);
        var trouble = new Trouble(partition, effect.Key, effect.GetType().Name, effect.Step, effect.Due, attempts, now, problem.GetType().Name, next is null);
        await store.Commit(Trouble.Place, [new Change.Put(trouble.Row, Stored.Write(trouble))], stop);
        if (next is { } again)
            await agenda.Hint(again, partition, stop);
        var to = next is { } at ? Todo.Row(effect, at) : Trouble.Aside + effect.Key;
        await store.Commit(partition, [new Change.Delete(row.Key, row.Version), new Change.Put(to, row.Value)], stop);
    }

    /// <summary>It was done after all.</summary>
    public Task Clear(Effect effect, CancellationToken stop = default) =>
        store.Commit(Trouble.Place, [new Change.Delete(Trouble.RowOf(effect.Due, effect.Key))], stop);

    /// <summary>Tries what was set aside again, now and as often as the first time.</summary>
    /// <param name="row"><see cref="Trouble.Row"/>.</param>
    public async Task<Refusal?> Retry(string row, CancellationToken stop = default)
    {
        if (await ledger.Find<Trouble>(Trouble.Place, row, stop) is not { Value: { SetAside: true } trouble })
            return Refusal.Because(Why.Unknown, "Cette tâche n’est plus en échec : il n’y a rien à relancer.");
        var aside = Trouble.Aside + trouble.Effect;
        if (await store.Get(trouble.Partition, aside, stop) is { } entry)
        {
            var now = clock.GetUtcNow();
            await agenda.Hint(now, trouble.Partition, stop);
            await store.Commit(trouble.Partition, [new Change.Delete(aside), new Change.Put(Todo.Row(Stored.Read<Effect>(entry.Value), now), entry.Value)], stop);
            await queue.Wake(trouble.Partition, stop);
        }
        await store.Commit(Trouble.Place, [new Change.Put(row, Stored.Write(trouble with { Attempts = 0, SetAside = false }))], stop);
        return null;
    }
}
