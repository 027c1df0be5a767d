using System.Collections.Frozen;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Events;

/// <summary>
/// Takes what a provider says of copies: the event, what it means for its copy and what follows from it are one commit in the
/// partition of the message, so that an event told twice, or again after we died, is one event.
/// </summary>
public sealed class EventDesk(Ledger ledger, IStore store, MailRoom mailRoom, Guests guests)
{
    /// <summary>How old the message may be that a notice of non-delivery is about.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>What a notice can be about: a copy that left, as far as we know.</summary>
    private static readonly FrozenSet<Delivery> Returnable = [.. Deliveries.Gone, Delivery.Unknown, Delivery.Bounced];

    /// <summary>Events of a commit: each is a record and may have a row to be performed; and the batch, and what is learned of addresses.</summary>
    private const int EventsPerCommit = 45;

    /// <summary>Keeps them all, or says that they are to be told again. Of messages and people that nobody knows, nothing is kept.</summary>
    public async Task<Refusal?> Take(IReadOnlyList<HeardEvent> heard, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var told in heard.GroupBy(one => one.Mailing))
            if (StoreLimits.IsName(MailingState.Partition(told.Key)) && await mailRoom.Find(told.Key, stop) is { } state)
                foreach (var batch in await Batches(state, told, stop))
                    foreach (var some in batch.Chunk(EventsPerCommit))
                        if (await Take(told.Key, batch.Key, some, now, asks: true, stop) is { } refusal)
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
                if (await Take(line.Key, batch.Key, [.. batch], at, asks: false, stop) is { } refusal)
                    return refusal;
            // One address is one notice, however many lists it is on.
            missing.RemoveAll(copy => found.Any(one => one.Bounce == copy.Bounce));
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

    /// <param name="asks">Whoever is gone is asked to be replaced; otherwise somebody else sees to that.</param>
    private Task<Refusal?> Take(string mailing, int index, IReadOnlyList<HeardEvent> heard, DateTimeOffset now, bool asks, CancellationToken stop) => ledger.Carry(async () =>
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
        return new Draft.Write(partition, changes, await Follows(mailing, news, now, asks, stop));
    }, stop);

    private async Task<HashSet<string>> Known(string partition, CancellationToken stop)
    {
        HashSet<string> known = [];
        await foreach (var row in store.List(partition, DeliveryEvent.Prefix, KeyPrefix.End(DeliveryEvent.Prefix), stop))
            known.Add(row.Key);
        return known;
    }

    /// <summary>
    /// An address that exists no more is written to no more, and who takes the place of its person is asked; one that a message is
    /// complained of gets no newsletter any more. Of an address that was corrected since, nothing follows.
    /// </summary>
    private async Task<IReadOnlyList<Effect>> Follows(string mailing, List<HeardEvent> news, DateTimeOffset now, bool asks, CancellationToken stop)
    {
        var telling = news.Where(one => one.Event.IsHard || one.Event.State == Delivery.Complained).DistinctBy(one => (one.Event.Contact, one.Event.IsHard)).ToList();
        if (telling.Count == 0)
            return [];
        var roster = await guests.Among([.. telling.Select(one => new AudienceMember(one.Event.Contact, "", NoLists))], stop);
        List<Suppression> learned = [];
        List<Effect> effects = [];
        foreach (var one in telling)
        {
            var contact = roster.Contacts.GetValueOrDefault(one.Event.Contact);
            if (Address(contact, one) is not { Length: > 0 } address)
                continue;
            var reason = one.Event.IsHard ? SuppressionReason.Bounce : SuppressionReason.Complaint;
            learned.Add(new Suppression(Suppression.Of(address), reason, one.Event.Contact, now, mailing));
            if (asks && one.Event.IsHard && contact is not null && !IsOutside(contact.Id))
                effects.Add(new Effect.AskSuccessor(contact.Id, VacancyReason.Refused, $"bounced-{contact.Id}-{one.Event.Id}", now));
        }
        return learned.Count == 0 ? effects : [new Effect.SuppressAddresses(learned, $"suppress-{telling[0].Event.Id}", now), .. effects];
    }

    private static readonly Dictionary<string, IReadOnlyList<string>> NoLists = [];

    /// <summary>Whether somebody registered to a meeting or subscribes to a newsletter without being in the network: nobody takes her place.</summary>
    private static bool IsOutside(string contact) => Registrant.Read(contact) is not null || Subscriber.Read(contact) is not null;

    /// <summary>
    /// The address an event is of; null where whoever it went to has another one now, or is gone. Of who was outside the network and
    /// is there no more, the event alone says it.
    /// </summary>
    private static string? Address(Contact? contact, HeardEvent one) => contact switch
    {
        { Active: true } => Still(contact, one.Address) ? contact.Address : null,
        null => IsOutside(one.Event.Contact) ? one.Address : null,
        _ => null,
    };

    private static bool Still(Contact contact, string address) => address.Length == 0 || InboxSorter.Same(contact, address);
}
