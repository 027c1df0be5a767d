using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>
/// Loads and changes the network, as it stands today: whose term is over no longer sits (<see cref="Contact.On"/>). The roster is
/// kept in memory for as long as its revision and the day stand.
/// </summary>
/// <param name="today">On the platform's clock; null to read the network as it is written.</param>
public sealed class NetworkDesk(Ledger ledger, IStore store, Func<DateOnly>? today = null)
{
    public const string Partition = "network";
    internal const string StateKey = "state";
    internal const string OrganisationPrefix = "organisation|";
    internal const string ContactPrefix = "contact|";

    private readonly Lock gate = new();
    private Known? kept;

    /// <summary>The network as it is written: one reading for all who ask meanwhile, and for all days until it is written again.</summary>
    private sealed record Written(string Version, Task<(IReadOnlyList<Organisation> Organisations, IReadOnlyList<Contact> Contacts)> Reading)
    {
        public bool Serves(string version) => Version == version && !(Reading.IsFaulted || Reading.IsCanceled);
    }

    /// <summary>The network as it is on a day.</summary>
    private sealed record Known(Written Written, DateOnly? Day, Task<Roster> Standing);

    public async Task<Roster> Load(CancellationToken stop = default)
    {
        var state = await store.Get(Partition, StateKey, stop);
        if (state is null)
            return new Roster([], []);
        var day = today?.Invoke();
        Task<Roster> standing;
        lock (gate)
        {
            var written = kept?.Written is { } known && known.Serves(state.Version) ? known : new Written(state.Version, Read());
            if (kept is null || kept.Written != written || kept.Day != day)
                kept = new Known(written, day, On(written, day));
            standing = kept.Standing;
        }
        return await standing.WaitAsync(stop);
    }

    private static async Task<Roster> On(Written written, DateOnly? day)
    {
        var (organisations, contacts) = await written.Reading;
        return new Roster(organisations, day is { } on ? [.. contacts.Select(contact => contact.On(on))] : contacts);
    }

    /// <summary>Whoever asked first may give up; the others still wait.</summary>
    private async Task<(IReadOnlyList<Organisation>, IReadOnlyList<Contact>)> Read()
    {
        List<Organisation> organisations = [];
        List<Contact> contacts = [];
        await foreach (var held in ledger.List<Organisation>(Partition, OrganisationPrefix))
            organisations.Add(held.Value);
        await foreach (var held in ledger.List<Contact>(Partition, ContactPrefix))
            contacts.Add(held.Value);
        return (organisations, contacts);
    }

    /// <summary>
    /// Writes organisations and contacts in chunks of one commit each; every chunk bears the network's revision,
    /// so that a roster in memory never outlives it. Writing the same again changes nothing.
    /// </summary>
    public async Task Write(
        IReadOnlyList<Organisation> organisations, IReadOnlyList<Contact> contacts, IReadOnlyList<Effect>? effects = null, CancellationToken stop = default)
    {
        var rows = CommitChunks.Of(Partition, organisations.Select(organisation => new Change.Put(OrganisationPrefix + organisation.Id, Stored.Write(organisation)))
            .Concat(contacts.Select(contact => new Change.Put(ContactPrefix + contact.Id, Stored.Write(contact)))));
        for (var i = 0; i < rows.Count; i++)
        {
            var last = i == rows.Count - 1;
            await ledger.Carry(async () =>
            {
                var state = await ledger.Find<NetworkState>(Partition, StateKey, stop);
                var next = Stored.Write(new NetworkState((state?.Value.Revision ?? 0) + 1));
                Change change = state is null ? new Change.Insert(StateKey, next) : new Change.Replace(StateKey, next, state.Version);
                return new Draft.Write(Partition, [change, .. rows[i]], last ? effects ?? [] : []);
            }, stop);
        }
    }
}

/// <summary>Changes with every write to the network.</summary>
public sealed record NetworkState(int Revision);
