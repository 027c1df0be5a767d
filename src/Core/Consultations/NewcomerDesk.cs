using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>
/// Brings people who have just entered the network, or have just been given a role, into what is open for their roles: each
/// gets the invitation once, with her own link, and reminders like anybody else. Whoever would get several invitations at once
/// is asked by the merged mail of the next morning instead.
/// </summary>
public sealed class NewcomerDesk(Ledger ledger, Setting setting, NetworkDesk network, ConsultationDesk consultations, AskDesk asks, AudienceShelf audiences)
{
    /// <param name="added">Ids of people of the network.</param>
    /// <param name="name">Tells these invitations from others to the same consultation.</param>
    /// <param name="mailsAt">When the invitations leave.</param>
    public async Task Ask(IReadOnlyCollection<string> added, string name, DateTimeOffset mailsAt, DateTimeOffset now, CancellationToken stop = default)
    {
        var mornings = await Mornings(added, await network.Load(stop), now, stop);
        foreach (var open in await asks.Open(setting.Zone.DayOf(now), stop))
            if (await Join(open.Id, added, mornings, name, mailsAt, now, stop) is { } refusal)
                throw new InvalidOperationException($"Those who were added did not join {open.Id}: {refusal.Message}");
    }

    /// <summary>Invites somebody of the network to what is open for the roles she has now and was not asked of her.</summary>
    /// <param name="seen">Names the invitations that were shown (<see cref="Stamp"/>): nothing else leaves.</param>
    public async Task<Refusal?> Invite(string contact, string seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(contact) is not { } known)
            return Refusal.Because(Why.Unknown, "Cette personne n’existe pas dans le réseau.");
        if (known.IsErased)
            return MemberRules.Erased;
        var invitations = await Missing(known, roster, now, stop);
        if (invitations.Count == 0)
            return Refusal.Because(Why.NotNow, "Il n’y a pas, ou plus, d’invitation à envoyer à cette personne\u00A0: rien n’est ouvert pour ses rôles, son organisme a répondu, ou elle est déjà invitée.");
        if (Stamp(invitations) != seen)
            return Refusal.Because(Why.Changed, "Ce qui est ouvert, ou le réseau, a changé depuis que cette page est ouverte\u00A0: les invitations ne sont plus les mêmes. Relisez, puis confirmez de nouveau.");
        return await ledger.Write(new Draft.Write(NetworkDesk.Partition, [],
        [
            new Effect.Note(actor, $"invitation de {contact}", $"note-invite-{contact}-{Todo.Stamp(now)}", now, ""),
            new Effect.AskNewcomer(contact, now.AddSeconds(setting.Platform.Mail.GraceSeconds), $"ask-newcomer-{contact}-{Todo.Stamp(now)}", now),
        ]), stop);
    }

    /// <summary>The invitations to what is open for somebody's roles that she was not asked; none for whoever left or gets no mail. Writes nothing.</summary>
    public async Task<IReadOnlyList<Mailing>> Missing(Contact contact, Roster roster, DateTimeOffset now, CancellationToken stop = default) =>
        contact is { Active: true, Suppressed: false } ? await Foresee([contact.Id], roster, now, stop) : [];

    /// <summary>The invitations that people about to be added would get. Writes nothing.</summary>
    /// <param name="after">The network once they are in it.</param>
    public async Task<IReadOnlyList<Mailing>> Foresee(IReadOnlyCollection<string> added, Roster after, DateTimeOffset now, CancellationToken stop = default)
    {
        List<Mailing> mailings = [];
        List<Asking> merged = [];
        var mornings = await Mornings(added, after, now, stop);
        foreach (var joining in await Joinings(added, after, mornings, now, stop))
        {
            var (written, waits) = (joining.Invited.Where(one => !joining.Waits(one.Contact)).ToList(), joining.Invited.Where(one => joining.Waits(one.Contact)).ToList());
            if (written.Count > 0)
                mailings.Add(await Invitation(joining, $"invite-{joining.Consultation.Id}-nouveaux", AudienceShelf.Sketch(written), stop));
            if (waits.Count > 0)
                merged.Add(new Asking(joining.Consultation, waits, new Dictionary<string, DateOnly>(), await consultations.MeetingOf(joining.Consultation, stop)) { Fresh = mornings });
        }
        return asks.Foresee(merged, now) is { } morning ? [.. mailings, morning] : mailings;
    }

    /// <summary>How many people about to be added would be asked what, by the id of its consultation. Writes nothing.</summary>
    /// <inheritdoc cref="Foresee" path="/param"/>
    public async Task<IReadOnlyDictionary<string, int>> Asked(IReadOnlyCollection<string> added, Roster after, DateTimeOffset now, CancellationToken stop = default) =>
        (await Joinings(added, after, NoMornings, now, stop)).ToDictionary(joining => joining.Consultation.Id, joining => joining.Invited.Count);

    private static readonly IReadOnlySet<string> NoMornings = new HashSet<string>();

    /// <summary>Those of whom several things would be asked that the next morning can still ask; once written so, they stay so.</summary>
    private async Task<IReadOnlySet<string>> Mornings(IReadOnlyCollection<string> added, Roster after, DateTimeOffset now, CancellationToken stop)
    {
        var asked = (await Joinings(added, after, NoMornings, now, stop)).Where(joining => CanWait(joining.Consultation, now)).SelectMany(joining => joining.Invited).Select(one => one.Contact);
        var waiting = (await asks.Open(setting.Zone.DayOf(now), stop)).SelectMany(open => open.Newcomers ?? []).Where(newcomer => newcomer.Morning && added.Contains(newcomer.Contact)).Select(newcomer => newcomer.Contact);
        return asked.Concat(waiting).CountBy(contact => contact).Where(contact => contact.Value > 1).Select(contact => contact.Key).ToHashSet();
    }

    private bool CanWait(Consultation open, DateTimeOffset now) =>
        open.Closes is { } closes && asks.Coming(now).Day is var morning && setting.Zone.DayOf(open.Opened) < morning && morning <= ConsultationDesk.LastDay(closes, setting.Zone);

    private async Task<IReadOnlyList<Joining>> Joinings(IReadOnlyCollection<string> added, Roster after, IReadOnlySet<string> mornings, DateTimeOffset now, CancellationToken stop)
    {
        List<Joining> joinings = [];
        foreach (var open in await asks.Open(setting.Zone.DayOf(now), stop))
            if (await Decide(open, added, mornings, after, now, stop) is Decision<Joining>.Accepted { State: { Invited.Count: > 0 } joining })
                joinings.Add(joining);
        return joinings;
    }

    /// <summary>Names what would be sent: the same stamp means the same invitations to the same people.</summary>
    public static string Stamp(IEnumerable<Mailing> invitations) =>
        string.Join('.', invitations.Select(invitation => $"{invitation.Link.Subject}-{invitation.Audience.Hash}"));

    private Task<Refusal?> Join(string id, IReadOnlyCollection<string> added, IReadOnlySet<string> mornings, string name, DateTimeOffset mailsAt, DateTimeOffset now, CancellationToken stop)
    {
        var partition = Consultation.Partition(id);
        return ledger.Carry(async () =>
        {
            var roster = await network.Load(stop);
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not { } held
                || await Decide(held.Value, added, mornings, roster, now, stop) is not Decision<Joining>.Accepted { State: var joining })
                return new Draft.Nothing();
            var asked = await consultations.Asked(held.Value, stop);
            var next = joining.Consultation with { Audience = await audiences.Freeze([.. asked, .. joining.Members], stop) };
            List<Effect> effects = [];
            if (joining.Invited.Where(one => !joining.Waits(one.Contact)).ToList() is { Count: > 0 } written)
            {
                var mailing = await Invitation(joining, $"invite-{id}-{name}", await audiences.Freeze(written, stop), stop);
                effects.Add(new Effect.SendMailing(mailing, mailing.Key, mailsAt, next.Step));
            }
            return new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(next), held.Version)], effects);
        }, stop);
    }

    private async Task<Decision<Joining>> Decide(Consultation open, IReadOnlyCollection<string> added, IReadOnlySet<string> mornings, Roster roster, DateTimeOffset now, CancellationToken stop)
    {
        var newcomers = (await consultations.Members(open.Template, open.Year, open.Closes, roster, stop)).Where(member => added.Contains(member.Contact)).ToList();
        if (newcomers.Count == 0)
            return Decision.Done<Joining>();
        var answered = await consultations.Answered(open, stop);
        return ConsultationRules.Join(open, await consultations.Asked(open, stop), newcomers, answered, organisation => roster.Organisations[organisation].College, now, CanWait(open, now) ? mornings : NoMornings);
    }

    private async Task<Mailing> Invitation(Joining joining, string key, Audience audience, CancellationToken stop) =>
        consultations.Invitation(joining.Consultation, await consultations.MeetingOf(joining.Consultation, stop)) with { Key = key, Audience = audience };
}
