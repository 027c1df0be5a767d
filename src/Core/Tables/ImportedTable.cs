
namespace Almanach.Core.Tables;

/// <summary>A table somebody brought, as text.</summary>
/// <param name="Name">The sheet it stood in; empty for a text file.</param>
/// <param name="Rows">Blank rows left out; rows may be of different lengths. Which of them is the head is for the reader to find.</param>
public sealed record ImportedTable(string Name, IReadOnlyList<ImportedRow> Rows);

/// <param name="Line">Line of the file or sheet, from 1, as the spreadsheet shows it.</param>
public sealed record ImportedRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Nothing for a column the row does not reach.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>The sheets of a file, or why it cannot be read, in a sentence that says what to do.</summary>
/// <param name="Problem">Empty when it was read.</param>
public sealed record TableReading(IReadOnlyList<ImportedTable> Tables, string Problem)
{
    public static TableReading Of(params IReadOnlyList<ImportedTable> tables) => new(tables, "");

    public static TableReading Not(string problem) => new([], problem);
}
