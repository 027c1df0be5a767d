using System.Net.Security;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>
/// Sends through a relay, over a few connections that stay for the next batch. Sending twice is two mails: an open outcome
/// is for the coordinator.
/// </summary>
public sealed class SmtpMailer : IMailer, IDisposable
{
    /// <summary>No letter begins after this, and no wait for a domain's minute lasts longer.</summary>
    private static readonly TimeSpan Stay = TimeSpan.FromMinutes(2);

    /// <summary>Whatever is still waited for is given up, before a claim on the batch runs out (<see cref="BatchRules.ClaimHolds"/>).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    /// <summary>Fewer are not worth another connection.</summary>
    private const int LettersPerConnection = 10;

    private readonly SmtpSettings settings;
    private readonly TimeProvider clock;
    private readonly SmtpDoor door;
    private readonly SmtpPool pool;
    private readonly DomainPace pace;

    /// <exception cref="ArgumentException">The settings cannot work; the message says so in French.</exception>
    public SmtpMailer(SmtpSettings settings)
        : this(settings, TimeProvider.System, null) { }

    /// <param name="certificate">What is believed of the relay's certificate; null for what the machine believes.</param>
    internal SmtpMailer(SmtpSettings settings, TimeProvider clock, RemoteCertificateValidationCallback? certificate)
    {
        if (string.Join(' ', settings.Problems()) is { Length: > 0 } problems)
            throw new ArgumentException(problems);
        (this.settings, this.clock) = (settings, clock);
        (door, pool, pace) = (new(settings, certificate), new(settings.Connections, clock), new(settings.PerMinute, clock));
    }

    /// <summary>
    /// Enough for several connections, and no more than somebody can look into: of a process that is killed, all copies of
    /// the batch it had claimed are open (<see cref="BatchRules.MayClaim"/>).
    /// </summary>
    public int BatchSize => 100;

    public bool Repeatable => false;

    /// <exception cref="RelayException">The relay takes no letter at all, and nobody was attempted.</exception>
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addressees.Count, BatchSize);
        var copies = SmtpCopy.Of(letter, addressees);
        var outcomes = copies.Select(copy => copy is null ? MailOutcome.NoSuchAddress : MailOutcome.Deferred).ToArray();
        var going = copies.OfType<SmtpCopy>().ToList();
        var round = new SmtpRound(going, outcomes, pace, clock.GetUtcNow() + Stay, clock, stop);
        if (going.Count > 0)
            await Carry(round, going.Count, stop);
        round.ThrowIfNobodyWasAttempted();
        return outcomes;
    }

    /// <summary>Takes leave of the relay.</summary>
    public void Dispose() => pool.Dispose();

    /// <summary>The first connection opens alone: where it is refused, three more refusals teach nothing.</summary>
    private async Task Carry(SmtpRound round, int letters, CancellationToken stop)
    {
        if (!await pool.Enter(Stay, stop))
            return;
        using var end = new CancellationTokenSource(Longest);
        List<Task> others = [];
        try
        {
            await Carrier().Work(opened: () =>
            {
                var more = Math.Min(settings.Connections, (letters + LettersPerConnection - 1) / LettersPerConnection) - 1;
                for (; more > 0 && pool.TryEnter(); more--)
                    others.Add(Carrier().Work());
            });
        }
        finally
        {
            await Task.WhenAll(others);
        }

        SmtpCarrier Carrier() => new(door, pool, round, clock, end.Token, stop);
    }
}
