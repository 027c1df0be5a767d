using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Privacy;

/// <summary>What a person does about her own data: she corrects her name and function herself, and asks the coordinator for the rest.</summary>
public sealed class DataRequestDesk(Ledger ledger, NetworkDesk network, MemberDesk members)
{
    public Task<Refusal?> AskErasure(Contact by, DateTimeOffset now, CancellationToken stop = default) =>
        Ask(DataRequest.IdOf(DataRequestKind.Erasure, by.Id), before => DataRequestRules.Erasure(by, before, now), by, "effacement demandé par", now, stop);

    public Task<Refusal?> AskAddress(Contact by, string address, DateTimeOffset now, CancellationToken stop = default) =>
        Ask(DataRequest.IdOf(DataRequestKind.Address, by.Id), before => DataRequestRules.Address(by, address, before, now), by, "changement d’adresse demandé par", now, stop);

    /// <summary>She takes a request back. Nothing to do where none waits.</summary>
    public async Task<Refusal?> TakeBack(Contact by, DataRequestKind kind, DateTimeOffset now, CancellationToken stop = default) =>
        await Find(DataRequest.IdOf(kind, by.Id), stop) is { Settled: null } open ? await Settle(open.Id, by.Id, now, stop) : null;

    /// <summary>She corrects her name or her function (GDPR art. 16). The journal says so.</summary>
    /// <param name="seen">What the page showed of her card (<see cref="Engine.Print"/>): another change in between is not overwritten.</param>
    public async Task<Refusal?> Correct(string contact, string firstName, string lastName, string function, string seen, DateTimeOffset now, CancellationToken stop = default)
    {
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(contact) is not { } known)
            return Gone;
        if (DataRequestRules.Name(known, firstName, lastName) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var refusal = await members.Save(known with { FirstName = firstName, LastName = lastName, Function = function }, seen, contact, now, stop);
        // What is amiss with the rest of her card is not hers to mend.
        return refusal is { Fields: { Count: > 0 } fields } && !fields.Any(field => field.Field is "nom" or "fonction")
            ? Refusal.Because(Why.NotNow, "Votre fiche ne peut pas être corrigée ici. Écrivez à la coordination\u00A0: elle s’en occupe.") : refusal;
    }

    /// <summary>Requests that wait for the coordinator, oldest first: part of « ce qui vous attend ».</summary>
    public async Task<IReadOnlyList<DataRequest>> Open(CancellationToken stop = default) => [.. (await All(stop)).Where(request => request.Settled is null)];

    /// <summary>Those of one person, settled or not, oldest first.</summary>
    public async Task<IReadOnlyList<DataRequest>> Of(string contact, CancellationToken stop = default) => [.. (await All(stop)).Where(request => request.Contact == contact)];

    /// <summary>She is written to at the address she asked for, which the coordinator has checked.</summary>
    public async Task<Refusal?> AcceptAddress(string id, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Find(id, stop) is not { Kind: DataRequestKind.Address } request)
            return Unknown;
        if (request.Settled is not null)
            return null;
        if ((await network.Load(stop)).Contacts.GetValueOrDefault(request.Contact) is not { } known)
            return Gone;
        var refusal = await members.Save(known with { Address = request.Address }, Print.Of(known), actor, now, stop);
        return refusal is { Fields: [var field, ..] } ? Refusal.Because(Why.NotNow, field.Message) : refusal ?? await Settle(id, actor, now, stop);
    }

    /// <summary>It is dealt with: nothing else changes.</summary>
    public Task<Refusal?> Settle(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (!IsId(id) || await ledger.Find<DataRequest>(DataRequest.Partition, DataRequest.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        return DataRequestRules.Settle(held.Value, now) is Decision<DataRequest>.Accepted { State: var settled }
            ? new Draft.Write(DataRequest.Partition, [new Change.Replace(held.Key, Stored.Write(settled), held.Version)],
                [new Effect.Note(actor, $"demande close de {settled.Contact}", $"note-data-request-{id}-{Todo.Stamp(now)}", now, "")])
            : new Draft.Nothing();
    }, stop);

    public async Task<DataRequest?> Find(string id, CancellationToken stop = default) =>
        IsId(id) ? (await ledger.Find<DataRequest>(DataRequest.Partition, DataRequest.Prefix + id, stop))?.Value : null;

    private Task<Refusal?> Ask(string id, Func<DataRequest?, Decision<DataRequest>> decide, Contact by, string what, DateTimeOffset now, CancellationToken stop) => ledger.Carry(async () =>
    {
        var held = await ledger.Find<DataRequest>(DataRequest.Partition, DataRequest.Prefix + id, stop);
        return decide(held?.Value) switch
        {
            Decision<DataRequest>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<DataRequest>.Accepted { State: var request } => new Draft.Write(DataRequest.Partition,
                [held is null ? new Change.Insert(DataRequest.Prefix + id, Stored.Write(request)) : new Change.Replace(held.Key, Stored.Write(request), held.Version)],
                [new Effect.Note(by.Id, $"{what} {by.Id}", $"note-data-request-{id}-{Todo.Stamp(now)}", now, "")]),
            _ => new Draft.Nothing(),
        };
    }, stop);

    private async Task<IReadOnlyList<DataRequest>> All(CancellationToken stop)
    {
        List<DataRequest> all = [];
        await foreach (var held in ledger.List<DataRequest>(DataRequest.Partition, DataRequest.Prefix, stop))
            all.Add(held.Value);
        return [.. all.OrderBy(request => request.At).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    /// <summary>Anything else is no key of the store.</summary>
    private static bool IsId(string id) => id.Length is > 0 and <= 100 && StoreLimits.IsName(id);

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Cette demande n’existe pas, ou n’est plus gardée.");

    private static Refusal Gone => Refusal.Because(Why.Unknown, "Cette personne ne figure plus parmi les contacts de la plate-forme.");
}
