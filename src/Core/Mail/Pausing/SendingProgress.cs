namespace Almanach.Core.Mail.Pausing;

/// <summary>How far a message is, while it is being sent. Pure.</summary>
/// <param name="Total">Copies in all.</param>
/// <param name="Left">Copies that have still to leave.</param>
/// <param name="Remaining">How long it still takes, by how long it took so far; null where nothing says so yet.</param>
public sealed record SendingProgress(int Total, int Left, TimeSpan? Remaining)
{
    /// <param name="control">Null where nothing was claimed yet.</param>
    public static SendingProgress Of(MailingState state, IReadOnlyList<MailBatch> batches, SendingControl? control, DateTimeOffset now)
    {
        var total = state.Mailing.Audience.Count;
        var left = total - batches.Sum(Done);
        // Of what is tried again later, its hour says when; of the rest, what has left since it began, or went on.
        var waiting = left - batches.Where(batch => batch.NotBefore > now).Sum(batch => batch.Count - Done(batch));
        var since = batches.Where(batch => batch.State == BatchState.Settled && batch.ClaimedAt >= control?.Since).Sum(batch => batch.Count);
        return new SendingProgress(total, left, control is { State: SendingState.Running } && since > 0 && waiting > 0 ? (now - control.Since) * waiting / since : null);
    }

    private static int Done(MailBatch batch) => batch.Outcomes.Values.Count(Deliveries.Final.Contains);
}
