using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter.Subscriptions;

/// <summary>Who receives which newsletter, and what the members of the network choose.</summary>
public sealed class SubscriptionDesk(Ledger ledger, Setting setting, NetworkDesk network, SubscriberShelf shelf, SubscriberDesk subscribers)
{
    /// <summary>All who receive a newsletter now (<see cref="ListRules.Audience"/>).</summary>
    /// <param name="list">Id of the newsletter.</param>
    public async Task<IReadOnlyList<AudienceMember>> Audience(string list, CancellationToken stop = default) =>
        ListRules.Audience(list, await network.Load(stop), await All(list, stop));

    /// <summary>Takes a member off one list. Done twice, it is done once.</summary>
    public Task<Refusal?> Leave(string contact, string list, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(contact, known => Kept(known).Where(kept => kept != list), null, actor, now, stop);

    /// <summary>Puts her back on it.</summary>
    public Task<Refusal?> Return(string contact, string list, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(contact, known => Kept(known).Append(list), null, actor, now, stop);

    /// <summary>Records all that a member chose at once: the newsletters she keeps, and whether she objects to every message (GDPR art. 21).</summary>
    /// <param name="kept">Ids of newsletters.</param>
    /// <param name="objects">Null leaves it as it is.</param>
    /// <param name="actor">Her own id, or that of the coordinator whom she asked.</param>
    public Task<Refusal?> Choose(string contact, IReadOnlyCollection<string> kept, bool? objects, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(contact, _ => kept, objects, actor, now, stop);

    /// <summary>Since when a member is off which lists.</summary>
    public async Task<ListChoice> ChoiceOf(string contact, CancellationToken stop = default) =>
        (await ledger.Find<ListChoice>(NetworkDesk.Partition, ListChoice.Prefix + contact, stop))?.Value ?? ListChoice.None;

    public async Task<ListCounts> Counts(string list, DateTimeOffset now, CancellationToken stop = default)
    {
        var audience = await Audience(list, stop);
        var members = audience.Count(member => Subscriber.Read(member.Contact) is null);
        var today = setting.Zone.DayOf(now);
        List<ListChoice> choices = [];
        await foreach (var held in ledger.List<ListChoice>(NetworkDesk.Partition, ListChoice.Prefix, stop))
            choices.Add(held.Value);
        var quarter = Quarter.Of(today);
        return new ListCounts(members, audience.Count - members, ListChoiceRules.Departures(choices, list, quarter.First, today), await subscribers.Departures(list, quarter, stop));
    }

    private async Task<IReadOnlyList<Subscriber>> All(string list, CancellationToken stop)
    {
        List<Subscriber> people = [];
        await foreach (var person in shelf.All(list, stop))
            people.Add(person);
        return people;
    }

    private IEnumerable<string> Kept(Contact contact) => setting.Platform.Newsletters.Select(letter => letter.Id).Where(list => contact.LeftLists?.Contains(list) != true);

    private async Task<Refusal?> Change(
        string contact, Func<Contact, IEnumerable<string>> kept, bool? objects, string actor, DateTimeOffset now, CancellationToken stop)
    {
        Contact? after = null;
        var refusal = await ledger.Carry(async () =>
        {
            if (await ledger.Find<Contact>(NetworkDesk.Partition, NetworkDesk.ContactPrefix + contact, stop) is not { } held)
                return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette personne ne figure plus parmi les contacts de la plate-forme."));
            if (held.Value.IsErased)
                return new Draft.Refuse(MemberRules.Erased);
            after = held.Value;
            var chosen = ListChoiceRules.Choose(
                held.Value, await ChoiceOf(contact, stop), setting.Platform.Newsletters, [.. kept(held.Value)], objects, setting.Zone.DayOf(now), actor != contact);
            if (chosen is null)
                return new Draft.Nothing();
            after = chosen.Contact;
            var state = await ledger.Find<NetworkState>(NetworkDesk.Partition, NetworkDesk.StateKey, stop) ?? throw new InvalidOperationException("A contact without a network.");
            return new Draft.Write(NetworkDesk.Partition,
                [
                    new Change.Replace(held.Key, Stored.Write(chosen.Contact), held.Version),
                    new Change.Replace(state.Key, Stored.Write(new NetworkState(state.Value.Revision + 1)), state.Version),
                    chosen.Choice.Left.Count > 0
                        ? new Change.Put(ListChoice.Prefix + contact, Stored.Write(chosen.Choice)) : new Change.Delete(ListChoice.Prefix + contact),
                ],
                Notes(held.Value, chosen, actor, now));
        }, stop);
        // An address that came by the public form too, before it was a member's, says nothing else than its person.
        if (refusal is null && after is { Address.Length: > 0 } known)
            await subscribers.Forget(known.Address, known.Suppressed ? null : known.LeftLists ?? [], stop);
        return refusal;
    }

    /// <summary>By ids alone: the journal of the cockpit names them.</summary>
    private static List<Effect> Notes(Contact before, ChosenLists chosen, string actor, DateTimeOffset now)
    {
        var whose = actor == before.Id ? "" : $" pour {before.Id}";
        List<Effect> notes =
        [
            .. chosen.Gone.Select(list => new Effect.Note(actor, $"lettre {list} quittée{whose}", $"note-left-{list}-{before.Id}-{Todo.Stamp(now)}", now, "")),
            .. chosen.Back.Select(list => new Effect.Note(actor, $"lettre {list} reprise{whose}", $"note-back-{list}-{before.Id}-{Todo.Stamp(now)}", now, "")),
        ];
        if (chosen.Contact.Suppressed != before.Suppressed)
            notes.Add(new Effect.Note(actor, chosen.Contact.Suppressed ? "opposition aux messages" : "opposition levée", $"note-objection-{before.Id}-{Todo.Stamp(now)}", now, ""));
        return notes;
    }
}

/// <summary>How many receive a newsletter, and how many left it since the quarter began.</summary>
/// <param name="Members">Of the network.</param>
/// <param name="Outside">Subscribers from outside.</param>
public sealed record ListCounts(int Members, int Outside, int MembersLeft, int OutsideLeft);
