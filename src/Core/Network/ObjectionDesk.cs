using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>The right to object (GDPR art. 21): a person stops all mail to themselves, or takes that back. A link asked for by themselves still comes. Links go on working.</summary>
public sealed class ObjectionDesk(Ledger ledger)
{
    /// <param name="objects">True: no mail any more; false: mail again.</param>
    public Task<Refusal?> Set(string contact, bool objects, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await ledger.Find<Contact>(NetworkDesk.Partition, NetworkDesk.ContactPrefix + contact, stop) is not { } held)
            return new Draft.Refuse(Refusal.Because(Why.Unknown, "Cette personne ne figure plus parmi les contacts de la plate-forme."));
        if (held.Value.Suppressed == objects)
            return new Draft.Nothing();

        var state = await ledger.Find<NetworkState>(NetworkDesk.Partition, NetworkDesk.StateKey, stop)
            ?? throw new InvalidOperationException("A contact without a network.");
        return new Draft.Write(NetworkDesk.Partition,
            [
                new Change.Replace(held.Key, Stored.Write(held.Value with { Suppressed = objects }), held.Version),
                new Change.Replace(state.Key, Stored.Write(new NetworkState(state.Value.Revision + 1)), state.Version),
            ],
            [new Effect.Note(contact, objects ? "opposition aux messages" : "opposition levée", $"note-objection-{contact}-{Todo.Stamp(now)}", now, "")]);
    }, stop);
}
