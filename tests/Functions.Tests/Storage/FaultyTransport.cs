using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Almanach.Functions.Tests.Storage;

/// <summary>Carries calls to the service and lets some fail, as a network and a service do.</summary>
/// <param name="fate">Asked once for each call.</param>
public sealed class FaultyTransport(Func<Request, Fault> fate) : HttpPipelineTransport
{
    private readonly HttpPipelineTransport real = new HttpClientTransport();
    private readonly ConcurrentDictionary<Fault, int> met = new();
    private int transactions;

    /// <summary>Transactions that reached the service.</summary>
    public int Transactions => transactions;

    /// <summary>The most bytes of a transaction so far.</summary>
    public long Heaviest { get; private set; }

    /// <summary>What happens while an answer is being lost.</summary>
    public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

    /// <summary>How many calls met this fault.</summary>
    public int Met(Fault fault) => met.GetValueOrDefault(fault);

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => ProcessAsync(message).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var fault = fate(message.Request);
        if (fault == Fault.Conflict && !AsksForAVersion(message.Request))
            fault = Fault.None;
        met.AddOrUpdate(fault, 1, (_, count) => count + 1);
        switch (fault)
        {
            case Fault.NotSent:
                throw new RequestFailedException("Connection refused (made up)", new HttpRequestException("Connection refused (made up)"));
            case Fault.Busy:
                message.Response = MadeUpResponse.Busy(message.Request);
                break;
            case Fault.Conflict:
                message.Response = MadeUpResponse.Conflict(message.Request);
                break;
            case Fault.NotThere:
                message.Response = MadeUpResponse.NotThere(message.Request);
                break;
            case Fault.None:
                await Send(message);
                break;
            case Fault.AnswerLost:
                await Lose(message);
                throw new IOException("Connection reset (made up)");
            case Fault.TooLate:
                await Lose(message);
                throw new TaskCanceledException("The operation was cancelled because it took longer than allowed (made up)");
            case Fault.DoneButBusy:
                await Lose(message);
                message.Response = MadeUpResponse.Busy(message.Request);
                break;
        }
    }

    private async Task Lose(HttpMessage message)
    {
        await Send(message);
        message.Response.Dispose();
        await Meanwhile();
    }

    private async Task Send(HttpMessage message)
    {
        if (Fates.IsTransaction(message.Request))
        {
            Interlocked.Increment(ref transactions);
            if (message.Request.Content!.TryComputeLength(out var bytes))
                Heaviest = Math.Max(Heaviest, bytes);
        }
        await real.ProcessAsync(message);
    }

    /// <summary>True for a transaction that writes nothing.</summary>
    public static bool OnlyDeletes(Request request) =>
        Fates.IsTransaction(request) && Fates.Body(request) is var body && !body.Contains("\nPUT ") && !body.Contains("\nPOST ");

    private static bool AsksForAVersion(Request request) => Fates.IsTransaction(request) && Fates.Body(request).Contains("If-Match: W/");
}
