using System.Runtime.ExceptionServices;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>The copies of one batch, shared among connections, and what became of each. Safe to use from several threads.</summary>
/// <param name="until">No copy begins after this instant.</param>
internal sealed class SmtpRound(IEnumerable<SmtpCopy> copies, MailOutcome[] outcomes, DomainPace pace, DateTimeOffset until, TimeProvider clock, CancellationToken stop)
{
    private readonly Lock gate = new();
    private readonly LinkedList<SmtpCopy> waiting = new(copies);
    private Exception? complaint;
    private bool answered;

    private bool IsOver => stop.IsCancellationRequested || clock.GetUtcNow() >= until;

    /// <summary>The next copy that may leave now: it has begun. Null when there is none.</summary>
    public SmtpCopy? Take()
    {
        lock (gate)
        {
            for (var node = IsOver ? null : waiting.First; node is not null; node = node.Next)
                if (pace.TryTake(node.Value.Domain))
                {
                    waiting.Remove(node);
                    return node.Value;
                }
            return null;
        }
    }

    /// <summary>How long until another may leave, zero for now; null when none will in this round.</summary>
    public TimeSpan? Wait()
    {
        lock (gate)
        {
            if (IsOver || waiting.Count == 0)
                return null;
            if (waiting.Any(copy => pace.Wait(copy.Domain) <= TimeSpan.Zero))
                return TimeSpan.Zero;
            var wait = waiting.Select(copy => copy.Domain).Distinct().Min(pace.Wait);
            return clock.GetUtcNow() + wait < until ? wait : null;
        }
    }

    /// <summary>What was answered for a copy, or is left open.</summary>
    public void Settle(SmtpCopy copy, Verdict verdict)
    {
        lock (gate)
        {
            outcomes[copy.Place] = verdict.Outcome;
            answered |= verdict.Reach != Reach.Everybody;
            if (verdict.Reach == Reach.Everybody)
                waiting.Clear();
            if (verdict.Reach == Reach.Domain)
                foreach (var same in waiting.Where(other => other.Domain.Equals(copy.Domain, StringComparison.OrdinalIgnoreCase)).ToList())
                    waiting.Remove(same);
        }
    }

    /// <summary>Its connection closed before its final dot: it is begun once more on another, then left for later.</summary>
    /// <param name="counts">False where only the connection was to blame.</param>
    public void GiveBack(SmtpCopy copy, bool counts)
    {
        lock (gate)
        {
            pace.GiveBack(copy.Domain);
            if (!copy.WasLost)
                waiting.AddFirst(copy);
            copy.WasLost |= counts;
        }
    }

    /// <summary>A reason of the relay's, and no addressee's.</summary>
    public void Complain(Exception reason)
    {
        lock (gate)
            complaint ??= reason;
    }

    /// <summary>No addressee was asked for, and not for reasons of their own: the host hears why.</summary>
    public void ThrowIfNobodyWasAttempted()
    {
        if (complaint is not null && !answered)
            ExceptionDispatchInfo.Throw(complaint);
    }
}
