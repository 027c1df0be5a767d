using Almanach.Core.Mail.Pausing;

namespace Almanach.Core.Mail.Sending;

/// <summary>When a batch may be sent, and what its outcomes mean.</summary>
public static class BatchRules
{
    /// <summary>A claim older than this belongs to somebody who died.</summary>
    public static readonly TimeSpan ClaimHolds = TimeSpan.FromMinutes(10);

    /// <summary>How often a deferred copy is tried.</summary>
    public const int Attempts = 6;

    /// <param name="control">What the coordinator says of the message; null where nothing was claimed yet.</param>
    public static BatchTurn Turn(MailingState mailing, MailBatch batch, SendingControl? control, bool repeatable, DateTimeOffset now)
    {
        // Of somebody who died while sending it, it may have left.
        BatchTurn Close(Delivery outcome) => new BatchTurn.Close(batch.State == BatchState.Claimed ? Delivery.Unknown : outcome);
        return MayClaim(batch, repeatable, mailing.Mailing.Replay, now) switch
        {
            ClaimVerdict.Leave => new BatchTurn.Leave(),
            ClaimVerdict.Wait => new BatchTurn.Wait(),
            ClaimVerdict.Unclear => new BatchTurn.Close(Delivery.Unknown),
            ClaimVerdict.Send => control?.State switch
            {
                SendingState.Stopped => Close(Delivery.Stopped),
                _ when mailing.Erased => new BatchTurn.Close(Delivery.Suppressed),
                SendingState.Paused => new BatchTurn.Leave(),
                _ when mailing.Mailing.IsPast(now) && control is not { Late: true } => Close(Delivery.Expired),
                SendingState.Running or null => new BatchTurn.Send(),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static ClaimVerdict MayClaim(MailBatch batch, bool repeatable, Replay replay, DateTimeOffset now) => batch.State switch
    {
        BatchState.Settled => ClaimVerdict.Leave,
        BatchState.Pending when now < batch.NotBefore => ClaimVerdict.Wait,
        BatchState.Pending => ClaimVerdict.Send,
        BatchState.Claimed when repeatable => ClaimVerdict.Send,
        BatchState.Claimed when now - batch.ClaimedAt < ClaimHolds => ClaimVerdict.Wait,
        BatchState.Claimed => replay switch
        {
            Replay.SendAgain => ClaimVerdict.Send,
            Replay.AskCoordinator => ClaimVerdict.Unclear,
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>When a batch that somebody else has is to be looked at again: they have tried or died by then.</summary>
    public static DateTimeOffset LookAgain(MailBatch batch, DateTimeOffset now) =>
        (batch.State == BatchState.Pending ? batch.NotBefore : batch.ClaimedAt + ClaimHolds) ?? now + ClaimHolds;

    /// <summary>The next try of deferred copies: 5, 20, 45, 80, 125 minutes later; null when that was the last.</summary>
    public static DateTimeOffset? NextTry(int attempt, DateTimeOffset now) =>
        attempt >= Attempts ? null : now + TimeSpan.FromMinutes(5 * attempt * attempt);
}

public enum ClaimVerdict
{
    Send,

    /// <summary>Somebody else is at it, or has put it off: the row to be performed is theirs.</summary>
    Wait,

    /// <summary>Nothing left to do.</summary>
    Leave,

    /// <summary>It may have left or not, and this kind of message is not sent twice.</summary>
    Unclear,
}
