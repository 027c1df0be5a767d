using System.Diagnostics;

namespace Almanach.Core.Engine;

/// <summary>What a message of the work queues says: which partition has something due, and which trace it belongs to.</summary>
/// <param name="Trace">W3C traceparent of what asked for the work; null when nobody is tracing.</param>
public readonly record struct WorkMessage(string Partition, string? Trace)
{
    /// <summary>No partition holds one (<see cref="Ports.StoreLimits.CheckName"/>).</summary>
    private const char Separator = '\n';

    public string Body => Trace is null ? Partition : $"{Partition}{Separator}{Trace}";

    public static WorkMessage About(string partition) => new(partition, Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null);

    public static WorkMessage Read(string body) =>
        body.IndexOf(Separator) is >= 0 and var at ? new(body[..at], body[(at + 1)..]) : new(body, null);
}
