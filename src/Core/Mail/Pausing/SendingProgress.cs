using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Pausing;

/// <summary>How far a message is, while it is being sent. Pure.</summary>
/// <param name="Total">Copies in all.</param>
/// <param name="Gone">Copies that left, be it that some came back.</param>
/// <param name="UnderWay">Copies that somebody is sending now: they leave whatever the coordinator says meanwhile.</param>
/// <param name="Left">Copies that have still to leave, with those under way.</param>
/// <param name="Remaining">How long it still takes, by how long it took so far; null where nothing says so yet.</param>
public sealed record SendingProgress(int Total, int Gone, int UnderWay, int Left, TimeSpan? Remaining)
{
    /// <param name="control">Null where nothing was claimed yet.</param>
    public static SendingProgress Of(MailingState state, IReadOnlyList<MailBatch> batches, SendingControl? control, DateTimeOffset now)
    {
        var total = state.Mailing.Audience.Count;
        var left = total - batches.Sum(Done);
        // Of what is tried again later, its hour says when; of the rest, what has left since it began, or went on.
        var waiting = left - batches.Where(batch => batch.NotBefore > now).Sum(batch => batch.Count - Done(batch));
        var since = batches.Where(batch => batch.State == BatchState.Settled && batch.ClaimedAt >= control?.Since).Sum(batch => batch.Count);
        return new SendingProgress(total, batches.Sum(HasLeft), batches.Where(batch => IsUnderWay(batch, now)).Sum(batch => batch.Count - Done(batch)), left, control is { State: SendingState.Running } && since > 0 && waiting > 0 ? (now - control.Since) * waiting / since : null);
    }

    /// <summary>A claim that ran out belongs to somebody who died: nothing more leaves by it.</summary>
    private static bool IsUnderWay(MailBatch batch, DateTimeOffset now) => batch.State == BatchState.Claimed && now - batch.ClaimedAt < BatchRules.ClaimHolds;

    private static int HasLeft(MailBatch batch) => batch.Outcomes.Values.Count(outcome => Deliveries.Gone.Contains(outcome) || outcome == Delivery.Bounced);

    private static int Done(MailBatch batch) => batch.Outcomes.Values.Count(Deliveries.Final.Contains);
}
