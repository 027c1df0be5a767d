using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Almanach.Bench;

/// <summary>Carries calls to the storage account and counts them by kind.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport real = HttpClientTransport.Shared;
    private readonly ConcurrentDictionary<string, int> counts = new();

    public IReadOnlyDictionary<string, int> Counts => new SortedDictionary<string, int>(counts);

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        counts.AddOrUpdate(Kind(message.Request), 1, (_, count) => count + 1);
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
