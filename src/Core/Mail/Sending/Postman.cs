using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Sending;

/// <summary>Delivers one batch: claim, send, settle.</summary>
public sealed class Postman(
    Ledger ledger, AudienceShelf audiences, Guests guests, SuppressionDesk suppressions, AddresseeMaker addressees, IMailer mailer, TimeProvider clock)
{
    /// <summary>How often a batch is looked at anew when another one of the message is claimed in between.</summary>
    private const int ClaimAttempts = 40;

    /// <summary>How often the outcome is written anew when events of the same batch come in between.</summary>
    private const int SettleAttempts = 20;

    /// <summary>Null when the batch is settled, or its message suspended.</summary>
    public async Task<Again?> Deliver(Effect.DeliverBatch effect, CancellationToken stop = default)
    {
        var partition = MailingState.Partition(effect.Mailing);
        for (var attempt = 1; attempt <= ClaimAttempts; attempt++)
        {
            var (asked, begun, turn) = (
                ledger.Find<SendingControl>(partition, SendingControl.Key, stop), ledger.Find<MailingState>(partition, MailingState.Key, stop),
                ledger.Find<MailBatch>(partition, MailBatch.Key(effect.Batch), stop));
            await Task.WhenAll(asked, begun, turn);
            var (control, state, held) = (await asked, (await begun)!.Value, (await turn)!);
            var now = clock.GetUtcNow();
            switch (BatchRules.Turn(state, held.Value, control?.Value, mailer.Repeatable, now))
            {
                case BatchTurn.Leave:
                    return null;
                case BatchTurn.Wait:
                    return new Again(BatchRules.LookAgain(held.Value, now), Elsewhere: true);
                case BatchTurn.Close close:
                    return await Close(partition, state, held, close.Outcome, now, stop);
                case BatchTurn.Send:
                    if (await Claim(partition, held, control, now, stop))
                        return await Send(partition, state, held, now, stop);
                    await Task.Delay(TimeSpan.FromMilliseconds(attempt), TimeProvider.System, stop);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        return Lost(clock.GetUtcNow());
    }

    /// <summary>False when somebody else wrote first: the batch, another batch of the message, or the coordinator.</summary>
    private Task<bool> Claim(string partition, Held<MailBatch> held, Held<SendingControl>? control, DateTimeOffset now, CancellationToken stop)
    {
        var claim = held.Value with { State = BatchState.Claimed, ClaimedAt = now, NotBefore = null, Attempt = held.Value.Attempt + 1 };
        Change[] changes =
        [
            new Change.Replace(held.Key, Stored.Write(claim), held.Version),
            PauseDesk.Write(control, control?.Value ?? SendingControl.Begun(now)),
        ];
        return ledger.Commit(new Draft.Write(partition, changes, []), stop);
    }

    /// <summary>Settles whoever is outstanding without sending anything.</summary>
    private async Task<Again?> Close(string partition, MailingState state, Held<MailBatch> held, Delivery outcome, DateTimeOffset now, CancellationToken stop)
    {
        var left = (await People(state, held.Value, stop)).Where(person => Outstanding(held.Value, person.Contact)).ToList();
        return await Settle(partition, state, held, left, _ => outcome, null, [], stop) ? null : Lost(now);
    }

    /// <summary>Somebody else wrote the batch first.</summary>
    private static Again Lost(DateTimeOffset now) => new(now + BatchRules.ClaimHolds, Elsewhere: true);

    /// <param name="before">The batch before it was claimed.</param>
    private async Task<Again?> Send(string partition, MailingState state, Held<MailBatch> before, DateTimeOffset now, CancellationToken stop)
    {
        var people = await People(state, before.Value, stop);
        var (written, among, learned) = (ledger.Find<MailBatch>(partition, before.Key, stop), guests.Among(people, stop), suppressions.Load(stop));
        await Task.WhenAll(written, among, learned);
        if (await written is not { } claimed)
            return Lost(now);
        var (roster, known, claim) = (await among, await learned, claimed.Value);
        var pending = people.Where(person => Outstanding(claim, person.Contact)).ToList();
        var withheld = pending.Select(person => (person.Contact, Outcome: Reach.Withheld(roster, known, state.Mailing, person.Contact))).Where(one => one.Outcome is not null)
            .ToDictionary(one => one.Contact, one => one.Outcome!.Value);
        var reachable = pending.Where(person => !withheld.ContainsKey(person.Contact)).ToList();
        var outcomes = reachable.Count == 0 ? [] : await Attempt(partition, before.Value, claimed, state, reachable, roster, stop);

        var results = reachable.Zip(outcomes, (person, outcome) => (person.Contact, Outcome: outcome)).ToDictionary(pair => pair.Contact, pair => pair.Outcome);
        var next = results.ContainsValue(MailOutcome.Deferred) ? BatchRules.NextTry(claim.Attempt, now) : null;
        // What has left is written down even as the host stops.
        if (!await Settle(partition, state, claimed, pending, contact => withheld.TryGetValue(contact, out var outcome) ? outcome : Meaning(results[contact], next is not null),
            next, Unreachable(state, roster, results, now), CancellationToken.None))
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

    private static Delivery Meaning(MailOutcome outcome, bool again) => outcome switch
    {
        MailOutcome.Sent => Delivery.Sent,
        MailOutcome.Deferred => again ? Delivery.Deferred : Delivery.Refused,
        MailOutcome.Refused or MailOutcome.NoSuchAddress => Delivery.Refused,
        MailOutcome.Unknown => Delivery.Unknown,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Of those whose address is refused for good: it is written to no more, and their organisation is asked who takes their place.</summary>
    private static List<Effect> Unreachable(MailingState state, Roster roster, Dictionary<string, MailOutcome> results, DateTimeOffset now) =>
        BounceRules.Gone(results).Where(contact => contact != Coordination.Id).ToList() is not { Count: > 0 } gone ? [] :
        [
            new Effect.SuppressAddresses(
                [.. gone.Select(contact => new Suppression(Suppression.Of(roster.Contacts[contact].Address), SuppressionReason.Bounce, contact, now, state.Mailing.Key))],
                $"suppress-{state.Mailing.Key}-{gone[0]}-{Todo.Stamp(now)}", now),
            .. gone.Select(contact => new Effect.AskSuccessor(contact, VacancyReason.Refused, $"bounced-{contact}-{Todo.Stamp(now)}", now)),
        ];

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
