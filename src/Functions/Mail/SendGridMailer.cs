using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Mail;

/// <summary>
/// Sends through SendGrid, a thousand copies a request. SendGrid knows no key that makes a second request harmless, so a
/// request that broke off is never sent again: its outcome is open, and for the coordinator.
/// </summary>
public sealed partial class SendGridMailer : IMailer, IDisposable
{
    /// <summary>Waits and further requests end here, well before a claim on the batch runs out (<see cref="BatchRules.ClaimHolds"/>).</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>How often the innocent of a refused request are sent again.</summary>
    private const int MostBlamed = 20;

    private readonly SendGridSettings settings;
    private readonly TimeProvider clock;
    private readonly ILogger<SendGridMailer> log;
    private readonly SendGridPost post;

    /// <exception cref="ArgumentException">The settings cannot work; the message says so in French.</exception>
    public SendGridMailer(SendGridSettings settings, TimeProvider clock, ILogger<SendGridMailer> log)
    {
        if (string.Join(' ', settings.Problems().Select(problem => $"{problem.Setting}\u00A0: {problem.Words}")) is { Length: > 0 } problems)
            throw new ArgumentException(problems);
        (this.settings, this.clock, this.log) = (settings, clock, log);
        post = new(settings, clock, log);
    }

    public int BatchSize => 1000;

    /// <summary>A request is written in less time than it takes SendGrid to answer one.</summary>
    public int BatchesAtOnce => 2;

    public bool Repeatable => false;

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addressees.Count, BatchSize);
        // All are written before the first leaves: what cannot be written throws while nobody was attempted.
        var written = new SendGridLetter(letter, settings.Sandbox);
        var copies = addressees.Select((addressee, place) => MailAddresses.Ascii(addressee.Mailbox.Address) is { } address ? written.Copy(place, addressee, address) : null).ToList();
        var outcomes = copies.Select(copy => copy is null ? MailOutcome.NoSuchAddress : MailOutcome.Deferred).ToArray();

        var trouble = await Post(letter, written, [.. copies.OfType<SendGridCopy>()], outcomes, stop);

        if (trouble is not null && copies.All(copy => copy is null || outcomes[copy.Place] == MailOutcome.Deferred))
            ExceptionDispatchInfo.Throw(trouble);
        if (outcomes.Count(outcome => outcome == MailOutcome.Deferred) is > 0 and var left)
            Log.PutOff(log, letter.Key, left, trouble?.Message ?? "the host stops, or this took too long");
        return outcomes;
    }

    public void Dispose() => post.Dispose();

    /// <summary>Writes what became of the copies; those that were not attempted stay as they are.</summary>
    /// <returns>Why some were not attempted.</returns>
    private async Task<Exception?> Post(Letter letter, SendGridLetter written, IReadOnlyList<SendGridCopy> copies, MailOutcome[] outcomes, CancellationToken stop)
    {
        var until = clock.GetUtcNow() + Longest;
        var requests = new Queue<IReadOnlyList<SendGridCopy>>(SendGridRequests.Of(copies));
        Exception? trouble = null;
        var blamed = 0;
        while (!stop.IsCancellationRequested && clock.GetUtcNow() < until && requests.TryDequeue(out var request))
            switch (await post.Send(written.Request(request), until, stop))
            {
                case SendGridAnswer.Taken taken:
                    Mark(request, MailOutcome.Sent);
                    Log.Taken(log, request.Count, letter.Key, taken.MessageId);
                    break;
                case SendGridAnswer.Blamed blame:
                    var culprits = request.Where((_, i) => blame.Culprits.Contains(i)).ToList();
                    Mark(culprits, MailOutcome.NoSuchAddress);
                    Log.Refused(log, culprits.Count, letter.Key, string.Join(' ', culprits.Select(copy => copy.Addressee.Id)));
                    if (culprits.Count < request.Count && ++blamed <= MostBlamed)
                        requests.Enqueue([.. request.Except(culprits)]);
                    break;
                case SendGridAnswer.NoCalendar when written.WithCalendar:
                    written.WithCalendar = false;
                    Log.WithoutCalendar(log, letter.Key);
                    requests.Enqueue(request);
                    break;
                case SendGridAnswer.NoCalendar refused:
                    return trouble ?? refused.Reason;
                case SendGridAnswer.TooLarge when request.Count > 1:
                    foreach (var half in request.Chunk((request.Count + 1) / 2))
                        requests.Enqueue(half);
                    break;
                case SendGridAnswer.TooLarge large:
                    trouble ??= large.Reason;
                    break;
                case SendGridAnswer.Trouble one:
                    trouble ??= one.Reason;
                    if (!one.OfThisOne)
                        return trouble;
                    break;
                case SendGridAnswer.Open:
                    Mark(request, MailOutcome.Unknown);
                    Log.Open(log, request.Count, letter.Key);
                    return trouble;
                case SendGridAnswer.Stopped:
                    return trouble;
                default:
                    throw new UnreachableException();
            }
        return trouble;

        void Mark(IEnumerable<SendGridCopy> some, MailOutcome outcome)
        {
            foreach (var copy in some)
                outcomes[copy.Place] = outcome;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Information, "SendGrid took {Count} copies of letter {Letter} as {MessageId}")]
        public static partial void Taken(ILogger log, int count, string letter, string messageId);

        [LoggerMessage(3, LogLevel.Warning, "SendGrid refused {Count} addressees of letter {Letter}: {Addressees}")]
        public static partial void Refused(ILogger log, int count, string letter, string addressees);

        [LoggerMessage(4, LogLevel.Warning, "Whether SendGrid took {Count} copies of letter {Letter} is not known")]
        public static partial void Open(ILogger log, int count, string letter);

        [LoggerMessage(6, LogLevel.Warning, "SendGrid refused what letter {Letter} tells calendars: it leaves without")]
        public static partial void WithoutCalendar(ILogger log, string letter);

        [LoggerMessage(5, LogLevel.Warning, "Letter {Letter} waits for {Count} addressees: {Reason}")]
        public static partial void PutOff(ILogger log, string letter, int count, string reason);
    }
}
