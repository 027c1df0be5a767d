using Almanach.Core.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Almanach.Adapters.Word;

/// <summary>Tables across the whole page, their header row repeated on each, no row cut in two unless it is a sheet's.</summary>
internal static class WordTables
{
    /// <summary>Twentieths of a point: a sheet's first column.</summary>
    private const int LabelWidth = 2400;

    public static IEnumerable<OpenXmlElement> Of(Block.Table table)
    {
        if (table.ShowCaption)
            yield return WordText.Paragraph("Legende", Runs.Plain(table.Caption));
        var widths = Widths(table);
        var drawn = New("Tableau", table.Caption, widths, headerRow: true);
        drawn.Append(Row(table.Head.Select(text => Cell(WordText.Paragraph("Cellule", text))), widths, header: true, whole: true));
        foreach (var row in table.Rows)
            drawn.Append(Row(row.Select(text => Cell(WordText.Paragraph("Cellule", text))), widths, header: false, whole: true));
        yield return drawn;
    }

    public static IEnumerable<OpenXmlElement> Of(Block.Sheet sheet)
    {
        int[] widths = [LabelWidth, WordFrame.TextWidth - LabelWidth];
        var drawn = New("Fiche", sheet.Caption, widths, headerRow: false);
        foreach (var row in sheet.Rows)
            drawn.Append(Row([Cell(WordText.Paragraph("Cellule", Runs.Plain(row.Label))), Contents(row)], widths, header: false, whole: false));
        yield return drawn;
    }

    private static TableCell Contents(SheetRow row)
    {
        var contents = SheetContents.Of(row);
        var cell = new TableCell();
        if (contents.Lead is not null)
            cell.Append(WordText.Paragraph("Cellule", contents.Lead));
        cell.Append(contents.Bullets.Select(item => WordText.Paragraph("ListeDeCellule", item)));
        return cell;
    }

    private static TableCell Cell(Paragraph paragraph) => new(paragraph);

    private static Table New(string style, string caption, IReadOnlyList<int> widths, bool headerRow) => new(
        new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = $"{WordFrame.TextWidth}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = headerRow, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = Runs.Plain(caption) }),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));

    private static TableRow Row(IEnumerable<TableCell> cells, IReadOnlyList<int> widths, bool header, bool whole)
    {
        var row = new TableRow();
        var properties = new TableRowProperties();
        if (whole)
            properties.Append(new CantSplit());
        if (header)
            properties.Append(new TableHeader());
        if (properties.HasChildren)
            row.Append(properties);
        foreach (var (cell, width) in cells.Zip(widths))
        {
            cell.TableCellProperties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
            row.Append(cell);
        }
        return row;
    }

    /// <summary>Each column in proportion to its longest text, within reason: 8 to 40 characters.</summary>
    private static int[] Widths(Block.Table table)
    {
        var longest = table.Head.Select((head, column) => table.Rows.Select(row => row[column].Length).Append(head.Length).Max());
        var shares = longest.Select(length => Math.Clamp(length, 8, 40)).ToList();
        var widths = shares.Select(share => WordFrame.TextWidth * share / shares.Sum()).ToArray();
        widths[^1] += WordFrame.TextWidth - widths.Sum();
        return widths;
    }
}
