using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Almanach.Bench;

/// <summary>Carries calls to the storage account and counts them by kind.</summary>
/// <param name="network">Where the network's rows are, when they are not in the account (<see cref="NetworkTable"/>).</param>
internal sealed class CountingTransport(string? network) : HttpPipelineTransport
{
    private readonly HttpClientTransport real = HttpClientTransport.Shared;
    private readonly ConcurrentDictionary<string, int> counts = new();

    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts, StringComparer.Ordinal);

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        counts.AddOrUpdate(Kind(message.Request), 1, (_, count) => count + 1);
        if (network is not null && message.Request.Method == RequestMethod.Get && Uri.UnescapeDataString(message.Request.Uri.ToString()).Contains("'network'"))
            message.Request.Uri.Reset(new Uri(new Uri(network), message.Request.Uri.ToUri().PathAndQuery));
        return real.ProcessAsync(message);
    }

    private static string Kind(Request request) => request.Uri.ToString() switch
    {
        var address when address.Contains("/$batch") => "commits",
        var address when address.Contains("almanach(PartitionKey") => "records read",
        var address when address.Contains("almanach()") => "pages listed",
        var address when address.Contains("/messages") => "messages sent, taken, done",
        var address when address.Contains("/files/") => "files",
        var address when address.Contains("comp=metadata") => "queues looked at",
        _ => "other",
    };
}
