using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations.Secret;

/// <summary>
/// Takes secret ballots. The state of the vote, its roll and its box are each one record, rewritten whole in one commit: no
/// ballot has a row, a time or an order. The store keeps no earlier version where it is ours to say (ADR 17).
/// </summary>
public sealed class SecretDesk(Ledger ledger, Receipts receipts)
{
    public async Task<SecretVote> Find(string id, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(id);
        return new SecretVote(
            (await ledger.Find<Roll>(partition, Roll.Key, stop))?.Value ?? Roll.Empty,
            (await ledger.Find<Box>(partition, Box.Key, stop))?.Value ?? Box.Empty);
    }

    public async Task<Refusal?> Cast(string id, SecretCommand command, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(id);
        var counted = "";
        var refusal = await ledger.Carry(async () =>
        {
            counted = "";
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not { Value: { } consultation } held)
                return new Draft.Refuse(Refusal.Because(Why.NotYetOpen, "Ce vote n’est pas encore ouvert. Vous recevrez un message à l’ouverture."));
            if (!consultation.Template.IsSecret())
                return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce vote n’est pas secret."));
            var (roll, box) = (await ledger.Find<Roll>(partition, Roll.Key, stop), await ledger.Find<Box>(partition, Box.Key, stop));
            var decision = SecretRules.Cast(consultation, new SecretVote(roll?.Value ?? Roll.Empty, box?.Value ?? Box.Empty), command);
            if (decision is not Decision<SecretTaken>.Accepted { State: var taken })
                return decision is Decision<SecretTaken>.Refused refused ? new Draft.Refuse(refused.Refusal) : new Draft.Nothing();
            counted = consultation.Template.Id;
            return new Draft.Write(partition,
            [
                new Change.Replace(held.Key, Stored.Write(taken.Consultation), held.Version),
                Whole(roll, Roll.Key, taken.Vote.Roll),
                Whole(box, Box.Key, taken.Vote.Box),
            ], await receipts.OfSecret(taken, command, stop));
        }, stop);
        if (refusal is null && counted.Length > 0)
            Telemetry.Answers.Add(1, new("consultation", counted), new("channel", Channel.Page));
        return refusal;
    }

    private static Change Whole<T>(Held<T>? before, string key, T value)
        where T : class => before is null ? new Change.Insert(key, Stored.Write(value)) : new Change.Replace(key, Stored.Write(value), before.Version);
}
