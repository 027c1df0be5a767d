using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>Requests of partners that wait for the coordinator.</summary>
public sealed class RequestDesk(Ledger ledger)
{
    /// <summary>Records a request; the one who asks is named in the audit log, the successor is not.</summary>
    /// <param name="leaving">Id of the colleague who is to be replaced; empty where it is whoever asks.</param>
    public async Task<Refusal?> Ask(Contact by, string name, string address, string function, DateTimeOffset now, string leaving = "", CancellationToken stop = default)
    {
        switch (SuccessionRules.Ask(by, name, address, function, now, leaving))
        {
            case Decision<SuccessionRequest>.Refused refused:
                return refused.Refusal;
            case Decision<SuccessionRequest>.Accepted { State: var request }:
                var key = SuccessionRequest.Prefix + request.Id;
                return await ledger.Carry(async () =>
                {
                    var held = await ledger.Find<SuccessionRequest>(SuccessionRequest.Partition, key, stop);
                    if (held is { Value.Settled: null })
                        return new Draft.Nothing();
                    Change change = held is null ? new Change.Insert(key, Stored.Write(request)) : new Change.Replace(key, Stored.Write(request), held.Version);
                    return new Draft.Write(SuccessionRequest.Partition, [change],
                        [new Effect.Note(by.Id, $"demande de remplacement pour {by.Organisation}", $"note-succession-{request.Id}-{Todo.Stamp(now)}", now, "")]);
                }, stop);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Requests that wait, oldest first: part of « ce qui vous attend ».</summary>
    public async Task<IReadOnlyList<SuccessionRequest>> Open(CancellationToken stop = default)
    {
        List<SuccessionRequest> open = [];
        await foreach (var held in ledger.List<SuccessionRequest>(SuccessionRequest.Partition, SuccessionRequest.Prefix, stop))
            if (held.Value.Settled is null)
                open.Add(held.Value);
        return [.. open.OrderBy(request => request.At)];
    }

    /// <summary>Requests to replace a person that wait for the coordinator, oldest first.</summary>
    public async Task<IReadOnlyList<SuccessionRequest>> OpenOf(Contact replaced, CancellationToken stop = default) =>
        [.. (await Open(stop)).Where(request => request.Replaced == replaced.Id)];

    /// <summary>The coordinator has dealt with it.</summary>
    public Task<Refusal?> Settle(string id, string actor, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<SuccessionRequest>(SuccessionRequest.Partition, SuccessionRequest.Prefix + id, stop) is not { } held)
            return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette demande n’existe pas."));
        if (held.Value.Settled is not null)
            return new Draft.Nothing();
        return new Draft.Write(SuccessionRequest.Partition, [new Change.Replace(held.Key, Stored.Write(held.Value with { Settled = now }), held.Version)],
            [new Effect.Note(actor, $"demande de remplacement {id} traitée", $"note-succession-settled-{id}-{Todo.Stamp(now)}", now, "")]);
    }, stop);
}
