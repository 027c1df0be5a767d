using System.Globalization;
using System.Text;

namespace Almanach.Web.Cockpit.Journal;

/// <summary>The journal for a French spreadsheet: semicolons, a byte order mark, and no cell that it would take for a formula.</summary>
internal static class JournalCsv
{
    public static byte[] Of(JournalView view)
    {
        var text = new StringBuilder("Date;Heure;Ce qui s’est fait;Détail;Étape;Qui;Référence\r\n");
        foreach (var row in view.Rows)
            text.AppendJoin(';', new[]
            {
                row.Local.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), row.Local.ToString("HH:mm", CultureInfo.InvariantCulture),
                row.What, row.Detail, row.Step?.Title ?? "", row.Who, row.Subject,
            }.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(";\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
