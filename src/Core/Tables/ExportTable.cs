
namespace Almanach.Core.Tables;

/// <summary>A table to keep: for a spreadsheet, or for whoever comes after.</summary>
/// <param name="Name">Names the file and the sheet: lower-case letters, digits, dashes.</param>
/// <param name="Rows">Each as long as the head. A cell may hold several lines.</param>
public sealed record ExportTable(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Places of the columns of figures, whose decimals follow a comma: in a spreadsheet they are numbers, and all else is text. Null where cells tell by themselves.</summary>
    public IReadOnlyList<int>? Figures { get; init; }
}
