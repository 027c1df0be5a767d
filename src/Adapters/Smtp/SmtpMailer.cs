using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using System.Security.Authentication;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Smtp;

/// <summary>Sends through a relay, one connection for a batch. Sending twice is two mails: an open outcome is for the coordinator.</summary>
public sealed class SmtpMailer : IMailer
{
    /// <summary>Not available, sign-in wanted or refused, no STARTTLS, no connection: no other addressee fares better.</summary>
    private static readonly int[] EndsTheBatch = [421, 454, 530, 534, 535, 538, (int)SmtpStatusCode.GeneralFailure];
    private readonly SmtpSettings settings;

    /// <exception cref="ArgumentException">The settings cannot work; the message says so in French.</exception>
    public SmtpMailer(SmtpSettings settings)
    {
        if (string.Join(' ', settings.Problems()) is { Length: > 0 } problems)
            throw new ArgumentException(problems);
        this.settings = settings;
    }

    public int BatchSize => 20;

    public bool Repeatable => false;

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addressees.Count, BatchSize);
        // All are written before the first leaves: what cannot be written throws while nobody was attempted.
        var prepared = new PreparedLetter(letter);
        var mimes = addressees.Select(addressee => MailAddresses.Ascii(addressee.Mailbox.Address) is null ? null : prepared.For(addressee)).ToList();
        await Knock(stop);

        var outcomes = new MailOutcome[addressees.Count];
        Array.Fill(outcomes, MailOutcome.Deferred);
        Exception? complaint = null;
        using var client = Client();
        for (var i = 0; i < addressees.Count && !stop.IsCancellationRequested; i++)
            try
            {
                outcomes[i] = mimes[i] is { } mime ? await SendOne(client, SmtpMessage.From(mime, letter, addressees[i])) : MailOutcome.NoSuchAddress;
                if (outcomes[i] == MailOutcome.Unknown)
                    break;
            }
            catch (Exception reply) when (reply is SmtpException or AuthenticationException)
            {
                complaint ??= reply;
                if (reply is not SmtpException { StatusCode: var code } || EndsTheBatch.Contains((int)code))
                    break;
            }

        // Nobody got through, and not for reasons of their own: no addressee is to blame.
        if (complaint is not null && outcomes.All(outcome => outcome == MailOutcome.Deferred))
            ExceptionDispatchInfo.Throw(complaint);
        return outcomes;
    }

    /// <summary>
    /// The outcome, where it is of the addressee; other replies throw. A mail once begun is not interrupted by the host's
    /// stop, which would leave its outcome open.
    /// </summary>
    private async Task<MailOutcome> SendOne(SmtpClient client, MailMessage message)
    {
        using var patience = new CancellationTokenSource(settings.Patience);
        using (message)
            try
            {
                await client.SendMailAsync(message, patience.Token);
                return MailOutcome.Sent;
            }
            catch (SmtpFailedRecipientException refused)
            {
                return (int)refused.StatusCode >= 500 ? MailOutcome.NoSuchAddress : MailOutcome.Deferred;
            }
            catch (SmtpException later) when ((int)later.StatusCode is 450 or 451 or 452)
            {
                return MailOutcome.Deferred;
            }
            catch (Exception broken) when (LeavesOpen(broken))
            {
                return MailOutcome.Unknown;
            }
    }

    /// <summary>A relay that cannot be reached throws here, where the outcome is still plain.</summary>
    private async Task Knock(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(settings.Patience);
        using var connection = new TcpClient();
        await connection.ConnectAsync(settings.Host, settings.Port, patience.Token);
    }

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.StartTls,
        Credentials = settings.User.Length > 0 ? new NetworkCredential(settings.User, settings.Password) : null,
    };

    /// <summary>The client does not say how far it had come: all but a reply, a failed connection, a missing or failed STARTTLS leaves it open.</summary>
    private static bool LeavesOpen(Exception broken) => broken switch
    {
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } => false,
        SmtpException { InnerException: null or SocketException or AuthenticationException } => false,
        AuthenticationException => false,
        _ => true,
    };
}
