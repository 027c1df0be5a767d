using Almanach.Core.Engine;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;
using Microsoft.Extensions.Logging;

namespace Almanach.Adapters.AllowList;

/// <summary>Outside production, lets mail go to the allowed domains only. The others are refused, and logged by id.</summary>
public sealed partial class AllowListMailer(IMailer inner, IEnumerable<string> domains, ILogger<AllowListMailer> log) : IMailer
{
    private readonly AllowedDomains allowed = new(domains);

    public int BatchSize => inner.BatchSize;

    public int BatchesAtOnce => inner.BatchesAtOnce;

    public bool Repeatable => inner.Repeatable;

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        var goes = addressees.Select(addressee => allowed.Contain(addressee.Mailbox.Address)).ToList();
        var going = addressees.Where((_, i) => goes[i]).ToList();
        var kept = addressees.Where((_, i) => !goes[i]).Select(addressee => addressee.Id).ToList();

        var outcomes = new Queue<MailOutcome>(going.Count > 0 ? await inner.Send(letter, going, stop) : []);
        if (kept.Count > 0)
        {
            Telemetry.KeptBack.Add(kept.Count);
            Log.KeptBack(log, kept.Count, letter.Key, string.Join(' ', kept));
        }
        return [.. goes.Select(goes => goes ? outcomes.Dequeue() : MailOutcome.Refused)];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Kept {Count} addressees of letter {Letter} back, outside the allowed domains: {Addressees}")]
        public static partial void KeptBack(ILogger log, int count, string letter, string addressees);
    }
}
