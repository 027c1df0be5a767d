using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network.Import;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Ports;
using Almanach.Core.Retention;

namespace Almanach.Core.Network;

/// <summary>Changes of the network by hand. Each is decided on the network as it stands and bears its revision: two never cross.</summary>
public sealed class MemberDesk(Ledger ledger, NetworkDesk network, Setting setting, AudienceShelf audiences)
{
    /// <param name="organisation">Its id is empty for a new one, which then gets one.</param>
    /// <param name="seen">What the page showed (<see cref="Engine.Print"/>): another change in between is not overwritten.</param>
    public async Task<(string Id, Refusal? Refusal)> Save(
        Organisation organisation, string seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var id = organisation.Id;
        var refusal = await Change(roster =>
        {
            if (organisation.Id.Length > 0 && (roster.Organisations.GetValueOrDefault(organisation.Id) is not { } known || Print.Of(known) != seen))
                return Task.FromResult<Draft>(new Draft.Refuse(Changed));
            var named = organisation.Id.Length > 0 ? organisation : organisation with { Id = OrganisationWords.Id(organisation.Name, roster.Organisations.Keys.ToHashSet()) };
            id = named.Id;
            return Task.FromResult(Written(MemberRules.Save(roster, setting.Platform, named), NetworkDesk.OrganisationPrefix + named.Id,
                [Note(actor, $"organisme {named.Id}", now)]));
        }, stop);
        return (id, refusal);
    }

    /// <summary>Changes the card of somebody who is in the network.</summary>
    public Task<Refusal?> Save(Contact contact, string seen, string actor, DateTimeOffset now, CancellationToken stop = default) => Change(roster =>
        Task.FromResult(roster.Contacts.GetValueOrDefault(contact.Id) switch
        {
            { IsErased: true } => new Draft.Refuse(MemberRules.Erased),
            { } known when Print.Of(known) == seen =>
                Written(MemberRules.Save(roster, setting.Platform, TermRules.Kept(contact, setting.Zone.DayOf(now))), NetworkDesk.ContactPrefix + contact.Id, [Note(actor, $"contact {contact.Id}", now)]),
            _ => new Draft.Refuse(Changed),
        }), stop);

    /// <summary>
    /// Adds a person, who gets an id, is told who holds her data (GDPR art. 14), and may be asked whatever is open for her
    /// roles. A request she was named in is settled by whoever read it (<see cref="RequestDesk.Settle"/>).
    /// </summary>
    /// <param name="replaced">Id of the person whose roles pass to her; empty where nobody's do.</param>
    /// <param name="invites">Whether she is asked what is open.</param>
    /// <param name="joins">Whether her organisation asked to join, which is accepted by that.</param>
    public async Task<(string Id, Refusal? Refusal)> Add(
        Contact contact, string replaced, bool invites, string actor, DateTimeOffset now, bool joins = false, CancellationToken stop = default)
    {
        var id = "";
        var refusal = await Change(async roster =>
        {
            var named = Named(contact, roster);
            id = named.Id;
            List<Effect> effects = [Note(actor, $"personne {id} ajoutée", now), await Welcome(named, joins, now, stop)];
            if (invites)
                effects.Add(new Effect.AskNewcomer(id, now.AddSeconds(setting.Platform.Mail.GraceSeconds), $"ask-newcomer-{id}", now));
            var draft = Written(MemberRules.Save(roster, setting.Platform, named), NetworkDesk.ContactPrefix + id, effects);
            if (draft is not Draft.Write write || roster.Contacts.GetValueOrDefault(replaced) is not { Active: true } before)
                return draft;
            return write with
            {
                Changes = [.. write.Changes, new Change.Put(NetworkDesk.ContactPrefix + replaced, Stored.Write(TermRules.Kept(MemberRules.Replaced(before, named.Roles), setting.Zone.DayOf(now))))],
                Effects = [.. write.Effects, Note(actor, $"rôles de {replaced} passés à {id}", now)],
            };
        }, stop);
        return (id, refusal);
    }

    /// <summary>A new person under the id she would get now.</summary>
    public static Contact Named(Contact contact, Roster roster) => contact with { Id = new ContactIds(roster.Contacts.Keys).Next() };

    /// <summary>Marks somebody as left. Their links are revoked; what they answered stays.</summary>
    /// <param name="asks">Their organisation is asked who takes their place (<see cref="VacancyDesk"/>).</param>
    public Task<Refusal?> Leave(string contact, string actor, DateTimeOffset now, bool asks = false, CancellationToken stop = default) => Change(roster =>
        Task.FromResult<Draft>(roster.Contacts.GetValueOrDefault(contact) switch
        {
            null => new Draft.Refuse(Gone),
            { IsErased: true } => new Draft.Refuse(MemberRules.Erased),
            { Active: false } => new Draft.Nothing(),
            var known => Written(Decision.Accept(MemberRules.Left(known, setting.Zone.DayOf(now))), NetworkDesk.ContactPrefix + contact,
            [
                Note(actor, $"départ de {contact}", now),
                .. asks ? [new Effect.AskSuccessor(contact, VacancyReason.Left, $"ask-successor-{contact}", now, now.AddSeconds(setting.Platform.Mail.GraceSeconds))] : Array.Empty<Effect>(),
            ]),
        }), stop);

    /// <summary>Erases those who left and are past keeping (<see cref="RetentionRules.After"/>), some at a time.</summary>
    /// <returns>How many were erased.</returns>
    public async Task<int> Retain(int months, DateOnly today, DateTimeOffset now, CancellationToken stop = default)
    {
        var count = 0;
        Contact? After(Contact contact, Roster roster) =>
            RetentionRules.After(contact, roster.Organisations.GetValueOrDefault(contact.Organisation) is { Active: true }, months, today);
        while (await network.Load(stop) is var known && known.Contacts.Values.Any(contact => After(contact, known) is not null))
        {
            List<Contact> some = [];
            var refusal = await Change(roster =>
            {
                some = [.. roster.Contacts.Values.Select(contact => After(contact, roster)).OfType<Contact>().Take(MostErased)];
                List<Change> changes = [.. some.Select(contact => new Change.Put(NetworkDesk.ContactPrefix + contact.Id, Stored.Write(contact)))];
                var erased = some.Where(contact => contact.IsErased).Select(contact => contact.Id).ToList();
                changes.AddRange(erased.SelectMany(id => new[] { new Change.Delete(ContactNote.Prefix + id), new Change.Delete(ListChoice.Prefix + id) }));
                Effect[] notes = erased.Count == 0 ? [] : [new Effect.Note("", $"{ErasedSubject}{string.Join(", ", erased)}", $"note-erased-{erased[0]}-{today:yyyy-MM-dd}", now, "")];
                return Task.FromResult<Draft>(new Draft.Write(NetworkDesk.Partition, changes, notes));
            }, stop);
            if (refusal is not null)
                return count;
            count += some.Count(contact => contact.IsErased);
        }
        return count;
    }

    /// <summary>How the journal begins to say whom a night erased.</summary>
    public const string ErasedSubject = "données effacées\u00A0: ";

    /// <summary>People erased in one commit: each is a record, a note and a choice.</summary>
    private const int MostErased = 30;

    /// <summary>Stops mail to somebody, or lets it go again, for a reason of <see cref="ContactNote.Reasons"/>; to write to her again, she alone asks, and none is needed.</summary>
    public Task<Refusal?> Suppress(string contact, bool stops, string reason, string actor, DateTimeOffset now, CancellationToken stop = default) => Change(roster =>
    {
        if (roster.Contacts.GetValueOrDefault(contact) is not { } known)
            return Task.FromResult<Draft>(new Draft.Refuse(Gone));
        if (known.IsErased)
            return Task.FromResult<Draft>(new Draft.Refuse(MemberRules.Erased));
        if (!ContactNote.Reasons.Contains(reason) && (stops || reason.Length > 0))
            return Task.FromResult<Draft>(new Draft.Refuse(Refusal.Invalid(new FieldError("raison", "Choisissez la raison."))));
        if (known.Suppressed == stops)
            return Task.FromResult<Draft>(new Draft.Nothing());
        var written = (Draft.Write)Written(Decision.Accept(known with { Suppressed = stops }), NetworkDesk.ContactPrefix + contact,
            [Note(actor, stops ? $"plus de message à {contact}" : $"messages repris pour {contact}", now)]);
        return Task.FromResult<Draft>(written with { Changes = [.. written.Changes, reason.Length == 0 ? new Change.Delete(ContactNote.Prefix + contact) : new Change.Put(ContactNote.Prefix + contact, Stored.Write(new ContactNote(reason, now)))] });
    }, stop);

    public async Task<ContactNote?> NoteOf(string contact, CancellationToken stop = default) =>
        (await ledger.Find<ContactNote>(NetworkDesk.Partition, ContactNote.Prefix + contact, stop))?.Value;

    private static Refusal Changed => Refusal.Because(Why.Changed,
        "Cette fiche a changé pendant que vous écriviez, dans un autre onglet ou par la personne elle-même. Vos mots sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.");

    private static Refusal Gone => Refusal.Because(Why.Unknown, "Cette personne n’existe plus dans le réseau.");

    private static Effect.Note Note(string actor, string subject, DateTimeOffset now) =>
        new(actor, subject, $"note-network-{French.Typography.Slug(subject, 60)}-{Todo.Stamp(now)}", now, "");

    private async Task<Effect> Welcome(Contact contact, bool joins, DateTimeOffset now, CancellationToken stop)
    {
        var due = now.AddSeconds(setting.Platform.Mail.GraceSeconds);
        var audience = await audiences.Freeze([new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())], stop);
        var key = $"welcome-{contact.Id}";
        var mailing = joins ? ImportDesk.WelcomeJoined(key, contact.Source, audience, due, setting) : ImportDesk.Welcome(key, contact.Source, audience, due);
        return new Effect.SendMailing(mailing, mailing.Key, due, "");
    }

    private static Draft Written<T>(Decision<T> decision, string key, IReadOnlyList<Effect> effects)
        where T : class => decision switch
        {
            Decision<T>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<T>.AlreadyDone => new Draft.Nothing(),
            Decision<T>.Accepted accepted => new Draft.Write(NetworkDesk.Partition, [new Change.Put(key, Stored.Write(accepted.State))], effects),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Commits a change of the network, decided on the network as it stands.</summary>
    internal Task<Refusal?> Change(Func<Roster, Task<Draft>> draft, CancellationToken stop) => ledger.Carry(async () =>
    {
        var state = await ledger.Find<NetworkState>(NetworkDesk.Partition, NetworkDesk.StateKey, stop);
        return await draft(await network.Load(stop)) switch
        {
            Draft.Write write => write with
            {
                Changes = [state is null
                    ? new Change.Insert(NetworkDesk.StateKey, Stored.Write(new NetworkState(1)))
                    : new Change.Replace(state.Key, Stored.Write(new NetworkState(state.Value.Revision + 1)), state.Version), .. write.Changes],
            },
            var other => other,
        };
    }, stop);
}
