using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>The queues of partitions that have something due now. Messages have their own, so that a large one holds nothing else up.</summary>
public static class WorkQueues
{
    public const string Work = "work";
    public const string Mail = "mail";

    private static readonly string Mailings = MailingState.Partition("");

    public static IReadOnlyList<string> All { get; } = [Work, Mail];

    public static string Of(string partition) => partition.StartsWith(Mailings, StringComparison.Ordinal) ? Mail : Work;

    /// <summary>Has a partition looked at soon.</summary>
    public static Task Wake(this IQueue queue, string partition, CancellationToken stop = default) =>
        queue.Send(Of(partition), WorkMessage.About(partition).Body, stop: stop);

    /// <summary>Work that was received too often and never finished; approximate while others work.</summary>
    public static async Task<int> CountPoison(this IQueue queue, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var name in All)
            count += await queue.Count(name + QueueLimits.PoisonSuffix, stop);
        return count;
    }
}
