using Azure.Core;
using Azure.Core.Pipeline;

namespace Almanach.Functions.Storage;

/// <summary>
/// How calls to the account are made: how long one may take, how often it is repeated, and that nothing of it is told.
/// A call that fails for good took less than two minutes.
/// </summary>
internal sealed class StorageCalls(HttpPipelineTransport? transport, TimeSpan firstWait)
{
    public TimeSpan FirstWait => firstWait;

    private static readonly TimeSpan OneCall = TimeSpan.FromSeconds(20);

    /// <summary>Repeated by the client: reads, and writes that may be done twice.</summary>
    public T Repeated<T>(T options) where T : ClientOptions
    {
        Prepare(options);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 4;
        options.Retry.Delay = firstWait;
        options.Retry.MaxDelay = TimeSpan.FromSeconds(4);
        return options;
    }

    /// <summary>Never repeated by the client: the caller finds out what became of it.</summary>
    public T Once<T>(T options) where T : ClientOptions
    {
        Prepare(options);
        options.Retry.MaxRetries = 0;
        return options;
    }

    private void Prepare(ClientOptions options)
    {
        options.Retry.NetworkTimeout = OneCall;
        if (transport is not null)
            options.Transport = transport;

        // Addresses of rows name people and what they were asked: in no log and no trace (ARCHITECTURE, Always true 9).
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
    }
}
