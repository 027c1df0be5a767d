using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail;

/// <summary>Delivers one batch: claim, send, settle.</summary>
public sealed class Postman(
    Ledger ledger, AudienceShelf audiences, NetworkDesk network, AddresseeMaker addressees, IMailer mailer, TimeProvider clock)
{
    /// <summary>Null when the batch is settled; otherwise the instant at which it is to be looked at again.</summary>
    public async Task<DateTimeOffset?> Deliver(Effect.DeliverBatch effect, CancellationToken stop = default)
    {
        var partition = MailingState.Partition(effect.Mailing);
        var state = (await ledger.Find<MailingState>(partition, MailingState.Key, stop))!.Value;
        var held = (await ledger.Find<MailBatch>(partition, MailBatch.Key(effect.Batch), stop))!;
        var now = clock.GetUtcNow();

        switch (BatchRules.MayClaim(held.Value, mailer.Repeatable, state.Mailing.Replay, now))
        {
            case ClaimVerdict.Leave:
                return null;
            case ClaimVerdict.Wait:
                return now + BatchRules.ClaimHolds;
            case ClaimVerdict.Unclear:
                await Settle(partition, held, await People(state, held.Value, stop), _ => Delivery.Unknown, null, stop);
                return null;
            case ClaimVerdict.Send:
                return await Send(partition, state, held, now, stop);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<DateTimeOffset?> Send(string partition, MailingState state, Held<MailBatch> held, DateTimeOffset now, CancellationToken stop)
    {
        var claim = held.Value with { State = BatchState.Claimed, ClaimedAt = now, Attempt = held.Value.Attempt + 1 };
        if (!await ledger.Commit(new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(claim), held.Version)], []), stop))
            return now;
        var claimed = (await ledger.Find<MailBatch>(partition, held.Key, stop))!;

        var people = await People(state, claim, stop);
        var roster = await network.Load(stop);
        var pending = people.Where(person => Outstanding(claim, person.Contact)).ToList();
        var reachable = pending.Where(person => Reachable(roster, person.Contact)).ToList();
        var outcomes = await mailer.Send(state.Letter, [.. reachable.Select(person => addressees.Of(state, person, roster))], stop);

        var results = reachable.Zip(outcomes, (person, outcome) => (person.Contact, Outcome: outcome)).ToDictionary(pair => pair.Contact, pair => pair.Outcome);
        var next = results.ContainsValue(MailOutcome.Deferred) ? BatchRules.NextTry(claim.Attempt, now) : null;
        await Settle(partition, claimed, pending, contact => Meaning(results, contact, next is not null), next, stop);
        return next;
    }

    private async Task<List<AudienceMember>> People(MailingState state, MailBatch batch, CancellationToken stop) =>
        [.. (await audiences.Read(state.Mailing.Audience, stop)).Skip(batch.First).Take(batch.Count)];

    private static bool Outstanding(MailBatch batch, string contact) =>
        !batch.Outcomes.TryGetValue(contact, out var before) || before == Delivery.Deferred;

    private static bool Reachable(Roster roster, string contact) =>
        contact == Coordination.Id || roster.Contacts.TryGetValue(contact, out var person) && person is { Active: true, Suppressed: false };

    private static Delivery Meaning(Dictionary<string, MailOutcome> results, string contact, bool again) =>
        !results.TryGetValue(contact, out var outcome) ? Delivery.Suppressed : outcome switch
        {
            MailOutcome.Sent => Delivery.Sent,
            MailOutcome.Deferred => again ? Delivery.Deferred : Delivery.Refused,
            MailOutcome.Refused => Delivery.Refused,
            MailOutcome.Unknown => Delivery.Unknown,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private Task Settle(
        string partition, Held<MailBatch> claimed, IEnumerable<AudienceMember> people, Func<string, Delivery> meaning,
        DateTimeOffset? next, CancellationToken stop)
    {
        var outcomes = new Dictionary<string, Delivery>(claimed.Value.Outcomes);
        foreach (var person in people)
            outcomes[person.Contact] = meaning(person.Contact);
        var settled = claimed.Value with { State = next is null ? BatchState.Settled : BatchState.Pending, Outcomes = outcomes };
        return ledger.Commit(new Draft.Write(partition, [new Change.Replace(claimed.Key, Stored.Write(settled), claimed.Version)], []), stop);
    }
}
