namespace Almanach.Core.Data.Series;

/// <summary>What came of a table once normalised.</summary>
/// <param name="Sheet">It was read from; empty for a text.</param>
/// <param name="Rows">Of data.</param>
/// <param name="Figures">Numbers.</param>
/// <param name="Marks">Cells without a number, by their normalised mark.</param>
/// <param name="Unplaced">Rows whose territory is not known, counted; they are kept in the file with their label.</param>
/// <param name="UnplacedFirst">The first of them.</param>
/// <param name="Odd">Cells that are neither a number nor a mark: the file is refused where there is one.</param>
public sealed record NormalisedTable(
    string Sheet, int Rows, int Figures, IReadOnlyDictionary<string, int> Marks, int Unplaced, IReadOnlyList<UnplacedRow> UnplacedFirst, IReadOnlyList<FoundColumn> Columns,
    bool HasPeriods, IReadOnlyList<string> Odd)
{
    /// <summary>Rows whose territory was read as another than what stands, with the depositor’s consent; their label is what stands.</summary>
    public int Mended { get; init; }

    public int Hidden => Marks.GetValueOrDefault("s") + Marks.GetValueOrDefault("ndiff");
}

/// <param name="Row">Of the raw sheet, from 1.</param>
public sealed record UnplacedRow(int Row, string Label);
