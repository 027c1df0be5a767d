using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Almanach.Core.Engine;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>What an exporter would be handed: our spans and counts, and nobody else's.</summary>
public sealed class Overheard : IDisposable
{
    private readonly ActivityListener spans;
    private readonly MeterListener counts = new();
    private readonly ConcurrentQueue<Activity> stopped = [];
    private readonly ConcurrentQueue<(string Counter, int Value, IReadOnlyDictionary<string, string> Tags)> added = [];

    public Overheard()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(spans);
        counts.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        counts.SetMeasurementEventCallback<int>((instrument, value, tags, _) =>
            added.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}"))));
        counts.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. stopped];

    public IReadOnlyList<(string Counter, int Value, IReadOnlyDictionary<string, string> Tags)> Counts => [.. added];

    public int Sum(string counter, string? tag = null, string? value = null) =>
        added.Where(one => one.Counter == counter && (tag is null || one.Tags[tag] == value)).Sum(one => one.Value);

    public Activity? Parent(Activity span) => stopped.SingleOrDefault(one => one.SpanId == span.ParentSpanId);

    /// <summary>All that would leave, as one text.</summary>
    public string Said => string.Join('\n', [
        .. stopped.SelectMany(span => new[] { span.OperationName, span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "" }
            .Concat(span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))
            .Concat(span.Baggage.Select(item => $"{item.Key}={item.Value}"))
            .Concat(span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}")))),
        .. added.SelectMany(one => one.Tags.Select(tag => $"{one.Counter} {tag.Key}={tag.Value}"))]);

    public void Dispose()
    {
        spans.Dispose();
        counts.Dispose();
    }
}
