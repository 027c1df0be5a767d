using System.Collections.Frozen;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Events;

/// <summary>
/// Takes what a provider says of copies: the event, what it means for its copy and what follows from it are one commit in the
/// partition of the message, so that an event told twice, or again after we died, is one event.
/// </summary>
public sealed class EventDesk(Ledger ledger, IStore store, MailRoom mailRoom, NetworkDesk network)
{
    /// <summary>How old the message may be that a notice of non-delivery is about.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>What a notice can be about: a copy that left, as far as we know.</summary>
    private static readonly FrozenSet<Delivery> Returnable = [.. Deliveries.Gone, Delivery.Unknown, Delivery.Bounced];

    /// <summary>Events of a commit: each is a record and may have a row to be performed; and the batch.</summary>
    private const int EventsPerCommit = 45;

    /// <summary>Keeps them all, or says that they are to be told again. Of messages and people that nobody knows, nothing is kept.</summary>
    public async Task<Refusal?> Take(IReadOnlyList<HeardEvent> heard, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var told in heard.GroupBy(one => one.Mailing))
            if (StoreLimits.IsName(MailingState.Partition(told.Key)) && await mailRoom.Find(told.Key, stop) is { } state)
                foreach (var batch in await Batches(state, told, stop))
                    foreach (var some in batch.Chunk(EventsPerCommit))
                        if (await Take(told.Key, batch.Key, some, now, stop) is { } refusal)
                            return refusal;
        return null;
    }

    /// <summary>
    /// Takes what a notice of non-delivery says that came by mail. It does not say of which message: of the newest to that
    /// person, most likely. Whoever reads the notice asks for a successor.
    /// </summary>
    /// <param name="notice">Id of the notice.</param>
    public async Task<Refusal?> Return(IReadOnlyList<ReturnedCopy> returned, string notice, DateTimeOffset at, CancellationToken stop = default)
    {
        List<MailingLine> lines = [];
        await foreach (var line in mailRoom.Lines(at - Lately, at, stop))
            lines.Add(line);
        var missing = returned.ToList();
        foreach (var line in Enumerable.Reverse(lines).TakeWhile(_ => missing.Count > 0))
        {
            if (await mailRoom.Find(line.Key, stop) is not { CancelledAt: null } state)
                continue;
            var copies = await mailRoom.Copies(state, stop);
            var found = missing.Where(copy => copies.TryGetValue(copy.Contact, out var known) && Returnable.Contains(known)).ToList();
            var heard = found.Select(copy => new HeardEvent(line.Key, "", Of(copy, notice, at)));
            foreach (var batch in await Batches(state, heard, stop))
                if (await Take(line.Key, batch.Key, [.. batch], null, stop) is { } refusal)
                    return refusal;
            missing.RemoveAll(found.Contains);
        }
        return null;
    }

    /// <summary>A notice may only say that it takes longer.</summary>
    private static DeliveryEvent Of(ReturnedCopy copy, string notice, DateTimeOffset at) => copy.Bounce.Reason == BounceReason.Delayed
        ? new($"{notice}-{copy.Contact}", copy.Contact, Delivery.Delayed, at)
        : new($"{notice}-{copy.Contact}", copy.Contact, Delivery.Bounced, at, copy.Bounce.Status, copy.Bounce.Reason);

    /// <summary>What was heard of one message, by batch.</summary>
    private async Task<IEnumerable<IGrouping<int, HeardEvent>>> Batches(MailingState state, IEnumerable<HeardEvent> heard, CancellationToken stop)
    {
        var places = (await mailRoom.Members(state.Mailing, stop)).Index().DistinctBy(member => member.Item.Contact).ToDictionary(member => member.Item.Contact, member => member.Index);
        return [.. heard.DistinctBy(one => one.Event.Id).Where(one => places.ContainsKey(one.Event.Contact)).GroupBy(one => places[one.Event.Contact] / state.BatchSize)];
    }

    /// <param name="asks">When whoever is gone is asked to be replaced; null: somebody else sees to that.</param>
    private Task<Refusal?> Take(string mailing, int index, IReadOnlyList<HeardEvent> heard, DateTimeOffset? asks, CancellationToken stop) => ledger.Carry(async () =>
    {
        var partition = MailingState.Partition(mailing);
        if (await ledger.Find<MailBatch>(partition, MailBatch.Key(index), stop) is not { } batch)
            return new Draft.Nothing();
        var known = await Known(partition, stop);
        var news = heard.Where(one => !known.Contains(one.Event.Key)).ToList();
        if (news.Count == 0)
            return new Draft.Nothing();
        var outcomes = new Dictionary<string, Delivery>(batch.Value.Outcomes);
        foreach (var one in news)
            outcomes[one.Event.Contact] = DeliveryRules.After(outcomes.GetValueOrDefault(one.Event.Contact), one.Event);
        // Written even where the events say nothing new: whoever sends this batch now must see that somebody wrote.
        List<Change> changes = [new Change.Replace(batch.Key, Stored.Write(batch.Value with { Outcomes = outcomes }), batch.Version)];
        changes.AddRange(news.Select(one => new Change.Insert(one.Event.Key, Stored.Write(one.Event))));
        return new Draft.Write(partition, changes, asks is { } now ? await Gone(news, now, stop) : []);
    }, stop);

    private async Task<HashSet<string>> Known(string partition, CancellationToken stop)
    {
        HashSet<string> known = [];
        await foreach (var row in store.List(partition, DeliveryEvent.Prefix, KeyPrefix.End(DeliveryEvent.Prefix), stop))
            known.Add(row.Key);
        return known;
    }

    /// <summary>
    /// Who takes the place of those whose address exists no more. Of an address that was corrected since nothing is asked. A
    /// complaint asks nothing: that the person is written to no more comes with the page of preferences, and is hers to say.
    /// </summary>
    private async Task<IReadOnlyList<Effect>> Gone(List<HeardEvent> news, DateTimeOffset now, CancellationToken stop)
    {
        var hard = news.Where(one => one.Event.IsHard).DistinctBy(one => one.Event.Contact).ToList();
        if (hard.Count == 0)
            return [];
        var roster = await network.Load(stop);
        return [.. hard.Where(one => roster.Contacts.GetValueOrDefault(one.Event.Contact) is { Active: true } contact && Still(contact, one.Address))
            .Select(one => new Effect.AskSuccessor(one.Event.Contact, VacancyReason.Refused, $"bounced-{one.Event.Contact}-{one.Event.Id}", now))];
    }

    private static bool Still(Contact contact, string address) => address.Length == 0 || InboxSorter.Same(contact, address);
}
