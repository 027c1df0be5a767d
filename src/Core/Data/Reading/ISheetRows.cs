namespace Almanach.Core.Data.Reading;

/// <summary>
/// A sheet row after row, blank rows too. Cells are UTF-8, valid until the next row is read; numbers of a workbook are
/// written with a decimal point and without grouping, its dates as 2016-12-31, its truths as true and false.
/// </summary>
public interface ISheetRows : IDisposable
{
    /// <summary>False at the end.</summary>
    /// <exception cref="UnreadableException">The rest of the file cannot be read.</exception>
    bool Read();

    /// <summary>Number of the row, from 1, as a spreadsheet shows it.</summary>
    int Row { get; }

    /// <summary>Cells of this row; those beyond are blank.</summary>
    int Count { get; }

    /// <param name="column">From 0.</param>
    ReadOnlySpan<byte> Cell(int column);

    /// <summary>What a workbook says the cell is; always <see cref="CellKind.Text"/> in a text file.</summary>
    CellKind Kind(int column);

    /// <summary>What quotes break in this row: a stray one, or one that is not closed. Null for nearly all.</summary>
    Unreadable? Broken { get; }

    /// <summary>Cells merged in the sheet, known from its first row on; empty in a text file.</summary>
    IReadOnlyList<MergedCells> Merged { get; }

    /// <summary>A row of a text file ends where it ends; a row of a workbook is as wide as its sheet.</summary>
    bool HasRaggedRows { get; }
}

public enum CellKind
{
    Text,
    Number,
    Date,
    Truth,

    /// <summary>A formula that failed: <c>#N/A</c>, <c>#REF!</c>.</summary>
    Error,
}

/// <summary>Rows from 1, columns from 0, both ends in.</summary>
public sealed record MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn);
