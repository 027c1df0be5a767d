using System.Globalization;
using System.Security;
using System.Text;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>One table in each format.</summary>
internal static class OneTable
{
    public static readonly string[][] Cells = [["CODGEO", "LIBGEO", "TAUX"], ["01004", "Ambérieu & Co", "12.5"], ["01007", "Ambronay", "s"], ["2A004", "Ajaccio", "1234.75"]];

    public static string Xlsx { get; } = XlsxOf(Cells);

    public static string Ods { get; } = OdsOf(Cells);

    /// <summary>Numbers as numbers, all else as strings.</summary>
    public static string XlsxOf(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("<sheetData>");
        for (var row = 0; row < rows.Count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Count; column++)
                if (rows[row][column].Length > 0)
                    text.Append(IsNumber(rows[row][column])
                        ? $"<c r=\"{(char)('A' + column)}{row + 1}\"><v>{rows[row][column]}</v></c>"
                        : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(rows[row][column])}</t></is></c>");
            text.Append("</row>");
        }
        return text.Append("</sheetData>").ToString();
    }

    public static string OdsOf(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("<table:table table:name=\"Données\">");
        foreach (var row in rows)
        {
            text.Append("<table:table-row>");
            foreach (var cell in row)
                text.Append(cell.Length == 0 ? "<table:table-cell/>"
                    : IsNumber(cell) ? $"<table:table-cell office:value-type=\"float\" office:value=\"{cell}\"><text:p>{cell}</text:p></table:table-cell>"
                    : $"<table:table-cell office:value-type=\"string\"><text:p>{SecurityElement.Escape(cell)}</text:p></table:table-cell>");
            text.Append("</table:table-row>");
        }
        return text.Append("</table:table>").ToString();
    }

    public static bool IsNumber(string cell) => cell.Length > 0 && !(cell.Length > 1 && cell[0] == '0' && cell[1] != '.') && decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
