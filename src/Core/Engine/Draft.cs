using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>What one attempt of a service wants written, or why not.</summary>
public abstract record Draft
{
    private Draft() { }

    /// <summary>One atomic commit: the new state and its effects.</summary>
    public sealed record Write(string Partition, IReadOnlyList<Change> Changes, IReadOnlyList<Effect> Effects) : Draft;

    public sealed record Refuse(Refusal Refusal) : Draft;

    public sealed record Nothing : Draft;
}
