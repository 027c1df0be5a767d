using System.Runtime.CompilerServices;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Reads the rows of subscribers, a range at a time: the people of one batch stand beside each other.</summary>
public sealed class SubscriberShelf(Ledger ledger, IStore store)
{
    /// <summary>All of a list, in order of id.</summary>
    public async IAsyncEnumerable<Subscriber> All(string list, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var held in ledger.List<Subscriber>(Subscriber.Partition(list), Subscriber.Prefix, stop))
            yield return held.Value;
    }

    /// <summary>The network with those of these people beside it who still subscribe, or wait to confirm.</summary>
    public async Task<Roster> Beside(Roster roster, IEnumerable<AudienceMember> members, CancellationToken stop = default)
    {
        foreach (var same in members.Select(member => Subscriber.Read(member.Contact)).OfType<(string List, string Id)>().GroupBy(one => one.List, one => one.Id))
            roster = SubscriberRoster.With(roster, same.Key, await Among(same.Key, [.. same], stop));
        return roster;
    }

    private async Task<IReadOnlyList<Subscriber>> Among(string list, HashSet<string> ids, CancellationToken stop)
    {
        List<Subscriber> people = [];
        if (list.Length == 0)
        {
            foreach (var id in ids)
                if (await ledger.Find<SubscriptionRequest>(SubscriptionRequest.Partition, SubscriptionRequest.Row(id), stop) is { Value: var request })
                    people.Add(new Subscriber(id, request.Address, request.Mailed));
            return people;
        }
        var (first, last) = (ids.Min(StringComparer.Ordinal)!, ids.Max(StringComparer.Ordinal)!);
        await foreach (var entry in store.List(Subscriber.Partition(list), Subscriber.Row(first), KeyPrefix.End(Subscriber.Row(last)), stop))
            if (Stored.Read<Subscriber>(entry.Value) is var person && ids.Contains(person.Id))
                people.Add(person);
        return people;
    }
}
