using System.Runtime.CompilerServices;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Subscribers from outside the network, once they have confirmed. Leaving erases the address at once; a count stays.</summary>
public sealed class SubscriberDesk(Ledger ledger, Setting setting)
{
    /// <summary>The lists somebody receives.</summary>
    public async Task<IReadOnlyList<HeldSubscription>> Of(string id, CancellationToken stop = default)
    {
        List<HeldSubscription> held = [];
        foreach (var letter in setting.Platform.Newsletters)
            if (await ledger.Find<Subscriber>(Subscriber.Partition(letter.Id), Subscriber.Row(id), stop) is { } found)
                held.Add(new HeldSubscription(letter, found.Value));
        return held;
    }

    /// <summary>The id an address is known by, on any list.</summary>
    public async Task<string?> IdOf(string address, CancellationToken stop = default)
    {
        foreach (var letter in setting.Platform.Newsletters)
            if (await Mark(letter.Id, address, stop) is { } mark)
                return mark.Value.Id;
        return null;
    }

    /// <summary>As whom messages know an address, one for each list it receives.</summary>
    public async Task<IReadOnlyList<string>> References(string address, CancellationToken stop = default) => await IdOf(address, stop) is { } id
        ? [.. (await Of(id, stop)).Select(held => Subscriber.Reference(held.Newsletter.Id, id))] : [];

    /// <summary>All that subscribe, list after list.</summary>
    public async IAsyncEnumerable<string> Addresses([EnumeratorCancellation] CancellationToken stop = default)
    {
        foreach (var letter in setting.Platform.Newsletters)
            await foreach (var held in ledger.List<Subscriber>(Subscriber.Partition(letter.Id), Subscriber.Prefix, stop))
                yield return held.Value.Address;
    }

    /// <summary>An address that is there already stays as it is.</summary>
    public Task<Refusal?> Add(string list, Subscriber person, CancellationToken stop = default) => ledger.Carry(async () =>
        await Mark(list, person.Address, stop) is not null ? new Draft.Nothing() : new Draft.Write(Subscriber.Partition(list),
            [new Change.Insert(Subscriber.Row(person.Id), Stored.Write(person)), new Change.Insert(AddressMark.Row(person.Address), Stored.Write(new AddressMark(person.Id)))], []), stop);

    /// <summary>Erases somebody from a list. Done twice, it is done and counted once.</summary>
    public Task<Refusal?> Leave(string id, string list, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var partition = Subscriber.Partition(list);
        if (await ledger.Find<Subscriber>(partition, Subscriber.Row(id), stop) is not { } held)
            return new Draft.Nothing();
        var row = ListDepartures.Row(Quarter.Of(setting.Zone.DayOf(now)));
        var count = await ledger.Find<ListDepartures>(partition, row, stop);
        var next = Stored.Write(new ListDepartures((count?.Value.Count ?? 0) + 1));
        return new Draft.Write(partition,
        [
            new Change.Delete(held.Key, held.Version), new Change.Delete(AddressMark.Row(held.Value.Address)),
            count is null ? new Change.Insert(row, next) : new Change.Replace(row, next, count.Version),
        ], []);
    }, stop);

    /// <summary>Removes an address that the coordinator was told to remove, with a note of the list alone.</summary>
    /// <returns>A refusal where nobody subscribes under it.</returns>
    public async Task<Refusal?> Remove(string list, string address, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Mark(list, address, stop) is not { Value.Id: var id })
            return Refusal.Invalid(new FieldError("adresse", "Cette adresse n’est pas parmi les abonnements à cette lettre. Vérifiez-la\u00A0; une personne du réseau se cherche dans le réseau."));
        if (await Leave(id, list, now, stop) is { } refusal)
            return refusal;
        return await ledger.Write(new Draft.Write(Subscriber.Partition(list), [],
            [new Effect.Note(actor, $"lettre {list} abonnement retiré", $"note-subscriber-{list}-{id}", now, "")]), stop);
    }

    /// <summary>An address goes from lists, uncounted: its person is in the network, which says what she receives, or is being erased.</summary>
    /// <param name="lists">Null for all.</param>
    public async Task Forget(string address, IReadOnlyCollection<string>? lists, CancellationToken stop = default)
    {
        foreach (var letter in setting.Platform.Newsletters.Where(letter => lists?.Contains(letter.Id) != false))
            await ledger.Carry(async () => await Mark(letter.Id, address, stop) is { } mark
                ? new Draft.Write(Subscriber.Partition(letter.Id), [new Change.Delete(mark.Key, mark.Version), new Change.Delete(Subscriber.Row(mark.Value.Id))], [])
                : new Draft.Nothing(), stop);
    }

    public async Task<int> Departures(string list, Quarter quarter, CancellationToken stop = default) =>
        (await ledger.Find<ListDepartures>(Subscriber.Partition(list), ListDepartures.Row(quarter), stop))?.Value.Count ?? 0;

    private Task<Held<AddressMark>?> Mark(string list, string address, CancellationToken stop) =>
        ledger.Find<AddressMark>(Subscriber.Partition(list), AddressMark.Row(address), stop);
}

/// <summary>A newsletter that somebody outside the network receives.</summary>
public sealed record HeldSubscription(Platforms.NewsletterSetting Newsletter, Subscriber Subscriber);
