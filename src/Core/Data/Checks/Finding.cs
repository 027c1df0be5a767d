namespace Almanach.Core.Data.Checks;

/// <summary>One thing that is wrong, or strange.</summary>
/// <param name="Type">One of <see cref="FindingTypes"/>.</param>
/// <param name="Row">Of the file, from 1, as a spreadsheet numbers; null for the whole file.</param>
/// <param name="Column">From 1; null for the whole row.</param>
/// <param name="Field">The column’s name.</param>
/// <param name="Value">What stands in the cell, cut when long.</param>
/// <param name="Message">French: where, what, and what to do.</param>
public sealed record Finding(string Type, int? Row, int? Column, string? Field, string? Value, string Message);

/// <summary>What was found, in the order it was: the first thousand kept, all counted.</summary>
public sealed class FindingLog
{
    /// <summary>Findings kept.</summary>
    public const int Shown = 1_000;

    private readonly List<Finding> _kept = [];

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Kept => _kept;

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int Count { get; private set; }

    public bool IsFull => _kept.Count >= Shown;

    public void Add(Finding finding)
    {
        Add(finding.Type);
        if (!IsFull)
            _kept.Add(finding);
    }

    /// <summary>Counts one that will not be shown.</summary>
    public void Add(string type)
    {
        Count++;
        _counts[type] = _counts.GetValueOrDefault(type) + 1;
    }
}
