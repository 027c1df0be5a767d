using System.Diagnostics.Metrics;
using Almanach.Core.Ports;

namespace Almanach.Functions.Mail;

/// <summary>How many copies were sent, deferred, refused and left open.</summary>
internal static class MailMeter
{
    private static readonly Meter Meter = new("Almanach");
    private static readonly Counter<int> Sent = Meter.CreateCounter<int>("almanach.mails.sent");
    private static readonly Counter<int> Deferred = Meter.CreateCounter<int>("almanach.mails.deferred");
    private static readonly Counter<int> Refused = Meter.CreateCounter<int>("almanach.mails.refused");
    private static readonly Counter<int> Unknown = Meter.CreateCounter<int>("almanach.mails.unknown");

    public static void Count(IEnumerable<MailOutcome> outcomes)
    {
        foreach (var (outcome, count) in outcomes.CountBy(outcome => outcome))
            (outcome switch
            {
                MailOutcome.Sent => Sent,
                MailOutcome.Deferred => Deferred,
                MailOutcome.Refused => Refused,
                MailOutcome.Unknown => Unknown,
            }).Add(count);
    }
}
