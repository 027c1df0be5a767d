using System.Text.RegularExpressions;
using Almanach.Adapters.Word;
using Almanach.Core.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Almanach.Adapters.Spreadsheets;

/// <summary>One sheet: a bold head that stays in sight, columns as wide as their words, cells that are text or plain numbers.</summary>
internal static partial class WorkbookWriter
{
    /// <summary>A spreadsheet takes no more in a cell.</summary>
    private const int MostText = 32_000;

    public static byte[] Write(ExportTable table)
    {
        var memory = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "rIdBook");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            book.AddNewPart<WorksheetPart>("rIdSheet").Worksheet = new Worksheet(Frozen(), Widths(table), Data(table));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = "rIdSheet", SheetId = 1, Name = table.Name.Length > 31 ? table.Name[..31] : table.Name }));
        }
        return StablePackage.Of(memory.ToArray());
    }

    private static SheetData Data(ExportTable table)
    {
        var data = new SheetData();
        data.Append(new Row(table.Head.Select(head => Text(head, style: 1))));
        foreach (var row in table.Rows)
            data.Append(new Row(row.Select((cell, place) => (table.Figures is { } figures ? figures.Contains(place) && Figure().IsMatch(cell) : PlainNumber().IsMatch(cell))
                ? new DocumentFormat.OpenXml.Spreadsheet.Cell { DataType = CellValues.Number, CellValue = new CellValue(cell.Replace(',', '.')) }
                : Text(cell, style: cell.Contains('\n') ? 2u : 0u))));
        return data;
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string text, uint style) => new(new InlineString(new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    /// <summary>Without the characters XML cannot hold.</summary>
    private static string Allowed(string text) =>
        new([.. text.Take(MostText).Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);

    private static SheetViews Frozen() => new(new SheetView(
        new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
    { WorkbookViewId = 0 });

    private static Columns Widths(ExportTable table) => new(table.Head.Select((head, index) => new Column
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        CustomWidth = true,
        Width = Math.Clamp(table.Rows.Take(200).Select(row => row[index].Split('\n').Max(line => line.Length)).Append(head.Length).Max() + 2, 8, 60),
    }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));

    /// <summary>Not what starts with a zero: that is a code or a telephone.</summary>
    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})\z")]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^-?[0-9]{1,15}(,[0-9]{1,12})?\z")]
    private static partial Regex Figure();
}
