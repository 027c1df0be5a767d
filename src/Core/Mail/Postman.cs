using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail;

/// <summary>Delivers one batch: claim, send, settle.</summary>
public sealed class Postman(
    Ledger ledger, AudienceShelf audiences, Guests guests, AddresseeMaker addressees, IMailer mailer, TimeProvider clock)
{
    /// <summary>How often the outcome is written anew when events of the same batch come in between.</summary>
    private const int SettleAttempts = 20;

    /// <summary>Null when the batch is settled.</summary>
    public async Task<Again?> Deliver(Effect.DeliverBatch effect, CancellationToken stop = default)
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
                return new Again(BatchRules.LookAgain(held.Value, now), Elsewhere: true);
            case ClaimVerdict.Unclear:
                return await Close(partition, state, held, Delivery.Unknown, now, stop);
            case ClaimVerdict.Send when state.Erased:
                return await Close(partition, state, held, Delivery.Suppressed, now, stop);
            // Of somebody who died while sending it, it may have left.
            case ClaimVerdict.Send when state.Mailing.IsPast(now):
                return await Close(partition, state, held, held.Value.State == BatchState.Claimed ? Delivery.Unknown : Delivery.Expired, now, stop);
            case ClaimVerdict.Send:
                return await Send(partition, state, held, now, stop);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Settles whoever is outstanding without sending anything: the outcome is unclear, it is too late, or there are no words any more.</summary>
    private async Task<Again?> Close(string partition, MailingState state, Held<MailBatch> held, Delivery outcome, DateTimeOffset now, CancellationToken stop)
    {
        var left = (await People(state, held.Value, stop)).Where(person => Outstanding(held.Value, person.Contact)).ToList();
        return await Settle(partition, state, held, left, _ => outcome, null, [], stop) ? null : Lost(now);
    }

    /// <summary>Somebody else wrote the batch first.</summary>
    private static Again Lost(DateTimeOffset now) => new(now + BatchRules.ClaimHolds, Elsewhere: true);

    private async Task<Again?> Send(string partition, MailingState state, Held<MailBatch> held, DateTimeOffset now, CancellationToken stop)
    {
        var claim = held.Value with { State = BatchState.Claimed, ClaimedAt = now, NotBefore = null, Attempt = held.Value.Attempt + 1 };
        if (!await ledger.Commit(new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(claim), held.Version)], []), stop))
            return Lost(now);
        var claimed = (await ledger.Find<MailBatch>(partition, held.Key, stop))!;

        var people = await People(state, claim, stop);
        var roster = await guests.Among(people, stop);
        var pending = people.Where(person => Outstanding(claim, person.Contact)).ToList();
        var reachable = pending.Where(person => Reachable(roster, person.Contact, state.Mailing.Requested)).ToList();
        var outcomes = reachable.Count == 0 ? [] : await Attempt(partition, held.Value, claimed, state, reachable, roster, stop);

        var results = reachable.Zip(outcomes, (person, outcome) => (person.Contact, Outcome: outcome)).ToDictionary(pair => pair.Contact, pair => pair.Outcome);
        var next = results.ContainsValue(MailOutcome.Deferred) ? BatchRules.NextTry(claim.Attempt, now) : null;
        // What has left is written down even as the host stops.
        if (!await Settle(partition, state, claimed, pending, contact => Meaning(results, contact, next is not null), next, Unreachable(results, now), CancellationToken.None))
            return Lost(now);
        return next is { } at ? new Again(at) : null;
    }

    /// <summary>A mailer that throws has attempted nobody: the claim is given back, and the next try is a first one.</summary>
    private async Task<IReadOnlyList<MailOutcome>> Attempt(
        string partition, MailBatch before, Held<MailBatch> claimed, MailingState state, List<AudienceMember> people, Roster roster, CancellationToken stop)
    {
        try
        {
            using var activity = Telemetry.Sending(state.Mailing.Key, before.Index, people.Count);
            return await mailer.Send(state.Letter, [.. people.Select(person => addressees.Of(state, person, roster))], stop);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            var free = before with { State = BatchState.Pending, ClaimedAt = null };
            await ledger.Commit(new Draft.Write(partition, [new Change.Replace(claimed.Key, Stored.Write(free), claimed.Version)], []), CancellationToken.None);
            throw;
        }
    }

    private async Task<List<AudienceMember>> People(MailingState state, MailBatch batch, CancellationToken stop) =>
        [.. (await audiences.Read(state.Mailing.Audience, stop)).Skip(batch.First).Take(batch.Count)];

    private static bool Outstanding(MailBatch batch, string contact) =>
        Deliveries.Outstanding.Contains(batch.Outcomes.GetValueOrDefault(contact));

    /// <summary>An objection stops what we send, not the answer to one's own request.</summary>
    private static bool Reachable(Roster roster, string contact, bool requested) =>
        contact == Coordination.Id
        || roster.Contacts.TryGetValue(contact, out var person) && person.Active && (requested || !person.Suppressed) && roster.Organisations.ContainsKey(person.Organisation);

    private static Delivery Meaning(Dictionary<string, MailOutcome> results, string contact, bool again) =>
        !results.TryGetValue(contact, out var outcome) ? Delivery.Suppressed : outcome switch
        {
            MailOutcome.Sent => Delivery.Sent,
            MailOutcome.Deferred => again ? Delivery.Deferred : Delivery.Refused,
            MailOutcome.Refused or MailOutcome.NoSuchAddress => Delivery.Refused,
            MailOutcome.Unknown => Delivery.Unknown,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Their organisation is asked who takes the place of those whose address is refused.</summary>
    private static List<Effect> Unreachable(Dictionary<string, MailOutcome> results, DateTimeOffset now) =>
        [.. BounceRules.Gone(results).Where(contact => contact != Coordination.Id)
            .Select(contact => new Effect.AskSuccessor(contact, VacancyReason.Refused, $"bounced-{contact}-{Todo.Stamp(now)}", now))];

    /// <summary>
    /// Writes what became of copies. What a provider said of some of them meanwhile is in the batch already, and stays where it
    /// says more than we know (<see cref="DeliveryRules"/>).
    /// </summary>
    private async Task<bool> Settle(
        string partition, MailingState state, Held<MailBatch> claimed, IReadOnlyList<AudienceMember> people, Func<string, Delivery> meaning,
        DateTimeOffset? next, IReadOnlyList<Effect> effects, CancellationToken stop)
    {
        var mine = claimed.Value;
        for (var attempt = 1; ; attempt++)
        {
            var outcomes = new Dictionary<string, Delivery>(claimed.Value.Outcomes);
            foreach (var person in people)
                outcomes[person.Contact] = DeliveryRules.Joined(outcomes.GetValueOrDefault(person.Contact), meaning(person.Contact));
            var settled = claimed.Value with { State = next is null ? BatchState.Settled : BatchState.Pending, Outcomes = outcomes, NotBefore = next };
            if (await ledger.Commit(new Draft.Write(partition, [new Change.Replace(claimed.Key, Stored.Write(settled), claimed.Version)], effects), stop))
            {
                foreach (var outcome in people.CountBy(person => outcomes[person.Contact]))
                    Telemetry.Mails.Add(outcome.Value, new("outcome", outcome.Key), new("text", state.Mailing.Text));
                return true;
            }
            if (attempt == SettleAttempts || await ledger.Find<MailBatch>(partition, claimed.Key, stop) is not { } now || !IsSameClaim(now.Value, mine))
                return false;
            claimed = now;
        }
    }

    /// <summary>Whether nobody but a provider's events wrote the batch since.</summary>
    private static bool IsSameClaim(MailBatch now, MailBatch mine) => (now.State, now.ClaimedAt, now.Attempt) == (mine.State, mine.ClaimedAt, mine.Attempt);
}
