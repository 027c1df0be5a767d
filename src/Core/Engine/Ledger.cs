using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Reads and writes records. A write with effects leaves a hint in the agenda first, commits state and effects
/// together, then wakes the worker: dying anywhere in between loses nothing, because the tick finds the hint.
/// </summary>
public sealed class Ledger(IStore store, IQueue queue, Agenda agenda, TimeProvider clock)
{
    /// <summary>How often a decision is taken again when somebody else wrote first.</summary>
    private const int Attempts = 40;

    private readonly Decoded decoded = new();

    public async Task<Held<T>?> Find<T>(string partition, string key, CancellationToken stop = default)
        where T : class =>
        await store.Get(partition, key, stop) is { } entry ? decoded.Read<T>(partition, entry) : null;

    public async IAsyncEnumerable<Held<T>> List<T>(
        string partition, string prefix, [EnumeratorCancellation] CancellationToken stop = default)
        where T : class
    {
        await foreach (var entry in store.List(partition, prefix, KeyPrefix.End(prefix), stop))
            yield return Decoded.Decode<T>(entry);
    }

    /// <summary>Drafts and commits until nobody is in the way; null when written or when there was nothing to write.</summary>
    public async Task<Refusal?> Carry(Func<Task<Draft>> draft, CancellationToken stop = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            switch (await draft())
            {
                case Draft.Nothing:
                    return null;
                case Draft.Refuse refuse:
                    return refuse.Refusal;
                case Draft.Write write when await Commit(write, stop):
                    return null;
                case Draft.Write:
                    await Task.Delay(TimeSpan.FromMilliseconds(attempt), TimeProvider.System, stop);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        return Refusal.Because(Why.Changed, "Beaucoup de personnes écrivent en ce moment. Rien n’a été enregistré : envoyez de nouveau.");
    }

    /// <summary>Writes what needs no look at what is there, until nobody is in the way.</summary>
    public Task<Refusal?> Write(Draft.Write write, CancellationToken stop = default) => Carry(() => Task.FromResult<Draft>(write), stop);

    /// <summary>One attempt: false when somebody else wrote first.</summary>
    public async Task<bool> Commit(Draft.Write write, CancellationToken stop = default)
    {
        if (write.Changes.Count == 0 && write.Effects.Count == 0)
            return true;

        var hinted = clock.GetTimestamp();
        foreach (var due in write.Effects.Select(effect => effect.Due).Distinct())
            await agenda.Hint(due, write.Partition, stop);
        if (clock.GetElapsedTime(hinted) > Agenda.CommitWithin)
            return false;

        var changes = write.Changes
            .Concat(write.Effects.Select(effect => (Change)new Change.Put(Todo.Row(effect), Stored.Write(effect))))
            .ToList();
        if (!await store.Commit(write.Partition, changes, stop))
            return false;

        // A commit that took longer than its hint is kept for may have been announced to nobody.
        if (clock.GetElapsedTime(hinted) > Agenda.CommitWithin)
            foreach (var due in write.Effects.Select(effect => effect.Due).Distinct())
                await agenda.Hint(due, write.Partition, stop);
        if (write.Effects.Any(effect => effect.Due <= clock.GetUtcNow()))
            await queue.Wake(write.Partition, stop);
        return true;
    }
}
