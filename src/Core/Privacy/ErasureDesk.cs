using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Privacy;

/// <summary>
/// Erases one person before her months are over (GDPR art. 17), by the rule of the night (<see cref="RetentionRules.Erased"/>):
/// she leaves at once, then all that names her goes, her card last, so that dying in between loses nothing of the way.
/// </summary>
public sealed class ErasureDesk(NetworkDesk network, MemberDesk members, RequestDesk requests, DataRequestDesk data, JoinTraces joins, PersonTraces traces, Outlook outlook, Setting setting)
{
    /// <summary>Why somebody cannot be erased now; null when she can.</summary>
    public async Task<Refusal?> Refused(Contact contact, CancellationToken stop = default) => contact.IsErased ? MemberRules.Erased
        : (await requests.Open(stop)).Any(request => request.Replaced == contact.Id || request.Contact == contact.Id)
            ? Refusal.Because(Why.NotNow, "Une demande de remplacement attend, qui vient d’elle ou la concerne. Traitez-la d’abord dans le réseau, puis effacez.")
        : await AsksToJoin(new Mention(contact), stop) is { } organisation
            ? Refusal.Because(Why.NotNow, $"La demande d’adhésion de «\u00A0{organisation}\u00A0» attend, et la nomme. Traitez-la d’abord, depuis la page Site, puis effacez.") : null;

    /// <summary>An organisation whose request to join waits and names her.</summary>
    private async Task<string?> AsksToJoin(Mention mention, CancellationToken stop) =>
        (await joins.Of(mention, stop)).FirstOrDefault(request => request.IsOpen)?.Sheet.Organisation;

    /// <summary>She leaves now; the rest follows once all that was ordered a moment ago, and may name her, has left.</summary>
    /// <param name="seen">What the page showed of her card (<see cref="Engine.Print"/>); null when it does not matter.</param>
    public async Task<Refusal?> Order(string contact, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var refusal = await members.Change(async roster => roster.Contacts.GetValueOrDefault(contact) switch
        {
            null => new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette personne n’existe plus dans le réseau.")),
            var known when await Refused(known, stop) is { } refused => new Draft.Refuse(refused),
            var known when seen is not null && seen != Print.Of(known) => new Draft.Refuse(Refusal.Because(Why.Changed,
                "Cette fiche a changé depuis que cette page est ouverte, dans un autre onglet ou par la personne elle-même. Relisez, puis confirmez de nouveau.")),
            var known => new Draft.Write(NetworkDesk.Partition,
                known.Active ? [new Change.Put(NetworkDesk.ContactPrefix + contact, Stored.Write(MemberRules.Left(known, setting.Zone.DayOf(now))))] : [],
                [
                    new Effect.Note(actor, $"effacement de {contact}", $"note-erase-{contact}-{Todo.Stamp(now)}", now, ""),
                    new Effect.ErasePerson(contact, $"erase-{contact}", now + Wait),
                ]),
        }, stop);
        if (refusal is null)
            foreach (var open in (await data.Of(contact, stop)).Where(request => request.Settled is null))
                await data.Settle(open.Id, actor, now, stop);
        return refusal;
    }

    /// <summary>Between the order and the erasure.</summary>
    private TimeSpan Wait => TimeSpan.FromSeconds(2 * setting.Platform.Mail.GraceSeconds);

    /// <summary>Ids of those whose erasure is ordered and takes place in a moment.</summary>
    public async Task<IReadOnlySet<string>> Ordered(DateTimeOffset now, CancellationToken stop = default) =>
        (await outlook.Until(now + Wait, stop)).Select(pending => pending.Effect).OfType<Effect.ErasePerson>().Select(effect => effect.Contact).ToHashSet();

    public async Task Perform(Effect.ErasePerson effect, CancellationToken stop = default)
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(effect.Contact) is not { Active: false, IsErased: false } contact)
            return;
        await traces.Erase(contact, await traces.Of(contact, stop), effect.Due, stop);
        await members.Change(roster => Task.FromResult<Draft>(roster.Contacts.GetValueOrDefault(effect.Contact) is { Active: false, IsErased: false } known
            ? new Draft.Write(NetworkDesk.Partition,
                [new Change.Put(NetworkDesk.ContactPrefix + known.Id, Stored.Write(RetentionRules.Erased(known))), new Change.Delete(ContactNote.Prefix + known.Id), new Change.Delete(ListChoice.Prefix + known.Id)], [])
            : new Draft.Nothing()), stop);
    }
}
