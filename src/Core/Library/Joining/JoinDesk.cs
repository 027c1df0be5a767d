using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Ports;

namespace Almanach.Core.Library.Joining;

/// <summary>Takes requests to join in, and brings those accepted into the network by the desks that any newcomer goes through.</summary>
public sealed class JoinDesk(Ledger ledger, Setting setting, NetworkDesk network, MemberDesk members)
{
    /// <summary>All that are kept, latest first.</summary>
    public async Task<IReadOnlyList<JoinRequest>> All(CancellationToken stop = default)
    {
        List<JoinRequest> all = [];
        await foreach (var held in ledger.List<JoinRequest>(JoinRequest.Partition, "", stop))
            if (!held.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && !held.Key.StartsWith(Trouble.Aside, StringComparison.Ordinal))
                all.Add(held.Value);
        return [.. all.OrderByDescending(request => request.At)];
    }

    public async Task<IReadOnlyList<JoinRequest>> Open(CancellationToken stop = default) => [.. (await All(stop)).Where(request => request.IsOpen)];

    public async Task<JoinRequest?> Find(string id, CancellationToken stop = default) =>
        StoreLimits.IsName(id) && id.All(char.IsAsciiHexDigitLower) ? (await ledger.Find<JoinRequest>(JoinRequest.Partition, id, stop))?.Value : null;

    /// <summary>Takes a request in; the same words sent again are the same request.</summary>
    public async Task<Refusal?> Ask(JoinSheet sheet, DateTimeOffset now, CancellationToken stop = default)
    {
        if (JoinRules.Check(sheet, setting.Platform) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        if ((await Open(stop)).Count >= JoinRules.MostOpen)
            return Refusal.Because(Why.NotNow, "Beaucoup de demandes attendent déjà. Écrivez ou appelez la coordination\u00A0: elle prend la vôtre.");
        var id = JoinRules.IdOf(sheet);
        return await ledger.Carry(async () => await ledger.Find<JoinRequest>(JoinRequest.Partition, id, stop) is not null
            ? new Draft.Nothing()
            : new Draft.Write(JoinRequest.Partition, [new Change.Insert(id, Stored.Write(new JoinRequest(id, sheet, now)))], []), stop);
    }

    /// <summary>
    /// Enters the organisation and its référent, who is greeted as anybody who is added. Stopped in between, doing it again goes
    /// on: an organisation of that name, or a person with that address, is not entered twice.
    /// </summary>
    /// <param name="named">How a sentence names the organisation, article included.</param>
    /// <param name="signed">Day the charter was signed; null while it is not.</param>
    public async Task<Refusal?> Accept(string id, string named, string kind, DateOnly? signed, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { } request)
            return Unknown;
        if (!request.IsOpen)
            return request.Accepted.Length > 0 ? null : Refusal.Because(Why.NotNow, "Cette demande a déjà été déclinée.");
        var roster = await network.Load(stop);
        var organisation = JoinRules.Already(request.Sheet, roster)?.Id;
        if (JoinRules.Elsewhere(request.Sheet, roster, organisation) is { } taken)
            return taken;
        if (organisation is null)
        {
            var (entered, refusal) = await members.Save(JoinRules.Organisation(request.Sheet, named, kind, signed), "", actor, now, stop);
            if (refusal is not null)
                return refusal;
            organisation = entered;
        }
        if (JoinRules.Known(request.Sheet, await network.Load(stop), organisation) is null
            && (await members.Add(JoinRules.Referent(request.Sheet, organisation, setting.Zone.DayOf(now)), "", invites: true, actor, now, joins: true, stop)).Refusal is { } unadded)
            return unadded;
        return await Settle(id, held => held with { Settled = now, Accepted = organisation }, $"adhésion acceptée {id}", actor, now, stop);
    }

    /// <summary>What accepting would enter, or why it would be refused. Writes nothing.</summary>
    /// <inheritdoc cref="Accept" path="/param"/>
    public async Task<(JoinForeseen? Foreseen, Refusal? Refusal)> Foresee(string id, string named, string kind, DateOnly? signed, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { } request)
            return (null, Unknown);
        if (!request.IsOpen)
            return (null, Refusal.Because(Why.NotNow, "Cette demande est déjà traitée."));
        var roster = await network.Load(stop);
        var already = JoinRules.Already(request.Sheet, roster);
        if (JoinRules.Elsewhere(request.Sheet, roster, already?.Id) is { } taken)
            return (null, taken);
        var entered = JoinRules.Organisation(request.Sheet, named, kind, signed);
        var organisation = already ?? entered with { Id = OrganisationWords.Id(entered.Name, roster.Organisations.Keys.ToHashSet()) };
        if (already is null && MemberRules.Save(roster, setting.Platform, organisation) is Decision<Organisation>.Refused unfit)
            return (null, unfit.Refusal);
        var after = already is null ? new Roster(roster.Organisations.Values.Append(organisation), roster.Contacts.Values) : roster;
        if (JoinRules.Known(request.Sheet, roster, already?.Id) is { } known)
            return (new JoinForeseen(organisation, already is null, known, null, after), null);
        var added = MemberDesk.Named(JoinRules.Referent(request.Sheet, organisation.Id, setting.Zone.DayOf(now)), roster);
        return MemberRules.Save(after, setting.Platform, added) is Decision<Contact>.Refused amiss
            ? (null, amiss.Refusal)
            : (new JoinForeseen(organisation, already is null, null, added, new Roster(after.Organisations.Values, after.Contacts.Values.Append(added))), null);
    }

    /// <param name="reason">Noted with the request; the coordinator writes to the organisation herself.</param>
    public Task<Refusal?> Decline(string id, string reason, string actor, DateTimeOffset now, CancellationToken stop = default) => reason.Length is 0 or > 600
        ? Task.FromResult<Refusal?>(Refusal.Invalid(new FieldError("raison", reason.Length == 0 ? "Dites pourquoi\u00A0: cela reste avec la demande." : "Gardez 600 caractères au plus.")))
        : Settle(id, held => held with { Settled = now, Reason = reason }, $"adhésion déclinée {id}", actor, now, stop, declines: true);

    private Task<Refusal?> Settle(string id, Func<JoinRequest, JoinRequest> settle, string what, string actor, DateTimeOffset now, CancellationToken stop, bool declines = false) => ledger.Carry(async () =>
        await Find(id, stop) is null || await ledger.Find<JoinRequest>(JoinRequest.Partition, id, stop) is not { } held ? new Draft.Refuse(Unknown)
        : declines && held.Value.Accepted.Length > 0 ? new Draft.Refuse(Refusal.Because(Why.NotNow, "Cette demande a déjà été acceptée\u00A0: l’organisme est dans le réseau. Ce qui change s’écrit sur sa fiche."))
        : !held.Value.IsOpen ? new Draft.Nothing()
        : new Draft.Write(JoinRequest.Partition, [new Change.Replace(id, Stored.Write(settle(held.Value)), held.Version)],
            [new Effect.Note(actor, what, $"note-join-{id}", now, "")]), stop);

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Cette demande n’existe plus.");
}

/// <summary>What accepting a request would enter.</summary>
/// <param name="IsNew">Whether the organisation was not in the network.</param>
/// <param name="Known">Whoever of it has the address already; nobody is entered then.</param>
/// <param name="Added">Who would be entered, under the id she would get now.</param>
/// <param name="After">The network afterwards.</param>
public sealed record JoinForeseen(Organisation Organisation, bool IsNew, Contact? Known, Contact? Added, Roster After);
