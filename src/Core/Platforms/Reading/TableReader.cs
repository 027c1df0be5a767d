using System.Globalization;

namespace Almanach.Core.Platforms.Reading;

/// <summary>A table of the folder with its columns known by name.</summary>
/// <param name="Whole">False when rows or columns were refused, so that what is absent proves nothing.</param>
internal sealed record TableReader(IReadOnlyList<TableRow> Rows, bool Whole)
{
    /// <summary>Null when a needed column is missing, which has then been reported.</summary>
    public static TableReader? Open(string text, string[] needed, string[] optional, Findings found)
    {
        var table = CsvTable.Parse(text);
        foreach (var fault in table.Faults)
            found.Error($"ligne {fault.Line}", fault.Message, fault.Remedy);
        if (table.Header.Count == 0)
            return null;
        var known = needed.Concat(optional).ToList();
        var strange = table.Header.Where(name => !known.Contains(name)).Distinct(StringComparer.Ordinal).ToList();
        var missing = needed.Where(name => !table.Header.Contains(name)).ToList();
        var meant = strange.ToDictionary(name => name, name => strange.Count == 1 && missing.Count == 1 ? missing[0] : Wording.Nearest(name, missing));
        foreach (var (name, nearest) in meant)
            found.Error("ligne 1", $"La colonne « {name} » n’est pas connue.",
                nearest is not null ? $"Écrire sans doute « {nearest} »." : $"La retirer. Les colonnes connues : {Wording.OneOf(known)}.");
        foreach (var name in missing.Except(meant.Values))
            found.Error("ligne 1", $"La colonne « {name} » manque.", "L’ajouter à l’en-tête et à chaque ligne.");
        if (missing.Count > 0)
            return null;
        var columns = known.Where(table.Header.Contains).ToDictionary(name => name, name => table.Header.ToList().IndexOf(name), StringComparer.Ordinal);
        return new([.. table.Rows.Select(row => new TableRow(row, columns, found))], table.Faults.Count == 0);
    }
}

/// <summary>One row; cells by column name, trimmed.</summary>
internal sealed class TableRow(CsvRow row, Dictionary<string, int> columns, Findings found)
{
    private static readonly string[] _days = ["yyyy-MM-dd", "dd/MM/yyyy"];

    public int Line => row.Line;

    public string this[string column] => columns.TryGetValue(column, out var index) ? row.Cells[index].Trim() : "";

    public string Place(string column) => $"ligne {Line}, colonne « {column} »";

    public void Refuse(string column, string message, string remedy) => found.Error(Place(column), message, remedy);

    public string Given(string column)
    {
        if (this[column].Length == 0)
            Refuse(column, "La cellule est vide.", "L’écrire.");
        return this[column];
    }

    public string Id()
    {
        if (!Ids.IsWellFormed(this["id"]))
            Refuse("id", $"L’identifiant « {this["id"]} » n’est pas bien formé.", Ids.Rule);
        return this["id"];
    }

    /// <summary>As ISO writes it, or as a French spreadsheet does.</summary>
    public DateOnly? Day(string column, bool needed = false)
    {
        if (DateOnly.TryParseExact(this[column], _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (needed || this[column].Length > 0)
            Refuse(column, $"« {this[column]} » n’est pas une date.", "Écrire par exemple 2021-03-15 ou 15/03/2021.");
        return null;
    }

    public bool YesUnlessNo(string column)
    {
        if (this[column] is not ("" or "oui" or "non"))
            Refuse(column, $"« {this[column]} » n’est pas une réponse.", "Écrire « oui » ou « non ».");
        return this[column] != "non";
    }
}
