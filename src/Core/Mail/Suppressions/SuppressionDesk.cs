using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Suppressions;

/// <summary>Keeps which addresses do not receive, and forgets it when the coordinator tries one again, when its time is over, or with its person.</summary>
public sealed class SuppressionDesk(Ledger ledger, IStore store, NetworkDesk network)
{
    /// <summary>Rows of one commit.</summary>
    private const int RowsPerCommit = 80;

    public async Task<SuppressedAddresses> Load(CancellationToken stop = default)
    {
        List<Suppression> known = [];
        await foreach (var held in ledger.List<Suppression>(Suppression.Partition, Suppression.Prefix, stop))
            known.Add(held.Value);
        return known.Count == 0 ? SuppressedAddresses.None : new SuppressedAddresses(known);
    }

    /// <summary>Notes it once: what was learned first stands.</summary>
    public async Task Suppress(Effect.SuppressAddresses effect, CancellationToken stop = default)
    {
        foreach (var one in effect.Learned)
            await store.Commit(Suppression.Partition, [new Change.Insert(Suppression.Row(one.Address, one.Reason), Stored.Write(one))], stop);
    }

    /// <summary>The address somebody has now is written to again.</summary>
    public Task<Refusal?> Lift(string contact, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(contact) is not { IsErased: false } person)
            return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette personne n’est pas dans le réseau."));
        var known = (await Load(stop)).Of(person.Address);
        return known.Count == 0 ? new Draft.Nothing() : new Draft.Write(
            Suppression.Partition, [.. known.Select(one => new Change.Delete(Suppression.Row(one.Address, one.Reason)))],
            [new Effect.Note(actor, $"adresse essayée de nouveau pour {contact}", $"note-lift-{contact}-{Todo.Stamp(now)}", now, "")]);
    }, stop);

    /// <summary>Forgets addresses that nobody has any more, once they are past keeping.</summary>
    /// <param name="outside">Addresses written to that are not the network’s.</param>
    public async Task<int> Retain(Func<DateTimeOffset, bool> past, IAsyncEnumerable<string> outside, CancellationToken stop = default)
    {
        var old = (await Load(stop)).All.Where(one => past(one.Since)).ToList();
        if (old.Count == 0)
            return 0;
        var had = (await network.Load(stop)).Contacts.Values.Where(contact => contact.Address.Length > 0).Select(contact => Suppression.Of(contact.Address)).ToHashSet();
        await foreach (var address in outside.WithCancellation(stop))
            had.Add(Suppression.Of(address));
        return await Forget([.. old.Where(one => !had.Contains(one.Address)).Select(one => Suppression.Row(one.Address, one.Reason))], stop);
    }

    /// <summary>Whoever has an address has just said, by a link that arrived there, that she wants to be written to: what was learned before is no more.</summary>
    public async Task Clear(string address, CancellationToken stop = default) =>
        await Forget([.. (await Load(stop)).Of(address).Select(one => Suppression.Row(one.Address, one.Reason))], stop);

    /// <summary>Rows of the address somebody has, and of those she had or registered with.</summary>
    /// <param name="ids">How messages name her.</param>
    public async Task<IReadOnlyList<string>> Of(Contact contact, IReadOnlySet<string> ids, CancellationToken stop = default)
    {
        var address = contact.Address.Length > 0 ? Suppression.Of(contact.Address) : "";
        return [.. (await Load(stop)).All.Where(one => one.Address == address || ids.Contains(one.Contact)).Select(one => Suppression.Row(one.Address, one.Reason))];
    }

    /// <returns>How many were forgotten.</returns>
    public async Task<int> Forget(IReadOnlyList<string> rows, CancellationToken stop = default)
    {
        foreach (var chunk in rows.Chunk(RowsPerCommit))
            await store.Commit(Suppression.Partition, [.. chunk.Select(row => new Change.Delete(row))], stop);
        return rows.Count;
    }
}
