using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Ports;

/// <summary>Sends one letter to a batch of addressees and says what became of each.</summary>
public interface IMailer
{
    /// <summary>How many addressees one call takes at most (1 to 1,000).</summary>
    int BatchSize { get; }

    /// <summary>
    /// How many batches one worker has in hand (1 or more): while one waits for its answer the next is claimed and written. All
    /// those of a process that is killed are open.
    /// </summary>
    int BatchesAtOnce => 1;

    /// <summary>True when sending the same keys again changes nothing (the outbox folder): an unclear outcome is simply sent again.</summary>
    bool Repeatable { get; }

    /// <summary>One outcome for each addressee, in order. Throws only when no addressee was attempted.</summary>
    Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default);
}

public enum MailOutcome
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>Refused for now: to be tried again.</summary>
    Deferred,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Refused for good because of the address alone: whatever else is sent there will be, too.</summary>
    NoSuchAddress,

    /// <summary>The connection broke at a moment that leaves the outcome open.</summary>
    Unknown,
}
