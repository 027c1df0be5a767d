using System.Buffers;
using System.Text;

namespace Almanach.Core.Tables;

/// <summary>
/// A table as French spreadsheets open it with a double click: UTF-8 with its mark, semicolons, CRLF, RFC 4180 quotes.
/// What a spreadsheet would run as a formula is made text by an apostrophe before it (OWASP, CSV injection).
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(";\"\r\n");

    public static byte[] Of(ExportTable table)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in table.Rows.Prepend(table.Head))
            text.AppendJoin(';', row.Select(cell => Quoted(Harmless(cell)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A cell that starts with = + - @, a tab or a line end, plain numbers apart, as text.</summary>
    public static string Harmless(string cell) => Runs(cell) ? "'" + cell : cell;

    /// <summary>Takes back what <see cref="Harmless"/> added, for a table that comes home again.</summary>
    public static string Meant(string cell) => cell.StartsWith('\'') && Runs(cell[1..]) ? cell[1..] : cell;

    // Full-width signs are folded to the plain ones by some spreadsheets.
    private static bool Runs(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] && !IsNumber(cell);

    private static bool IsNumber(string cell) =>
        cell.Length > 1 && cell[0] is '-' or '+' && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') is var other
            && (other < 0 ? cell.Length > 1 : other > 0 && cell[1 + other] is ',' or '.' && cell.AsSpan(2 + other).IndexOfAnyExceptInRange('0', '9') < 0 && cell.Length > 2 + other);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
