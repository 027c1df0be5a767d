using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Checks;

/// <summary>Which sheet of a file is checked.</summary>
/// <param name="Place">Null where none is, and why stands in <paramref name="Problem"/>.</param>
internal sealed record SheetChoice(int? Place, Finding? Problem, IReadOnlyList<string> Others)
{
    /// <summary>The one that is named; else the first with a table of figures, else with any table. Hidden sheets only by name.</summary>
    /// <exception cref="UnreadableException">A sheet cannot be read.</exception>
    public static SheetChoice Of(IDataFile file, string? wanted)
    {
        var sheets = file.Facts.Sheets;
        if (wanted is not null && wanted != file.Facts.Archived)
            return Named(sheets, wanted);
        var shown = Enumerable.Range(0, sheets.Count).Where(place => !sheets[place].IsHidden).ToList();
        int? first = null, wide = null, chosen = null;
        foreach (var place in shown)
        {
            if (HeadOf(file, place) is not { } head)
                continue;
            var columns = head.Columns.Count(column => !column.IsBlank);
            first ??= place;
            if (columns > 1)
                wide ??= place;
            if (columns > 1 && head.Columns.Any(column => column.HoldsNumbers))
            {
                chosen = place;
                break;
            }
        }
        chosen ??= wide ?? first;
        return chosen is null
            ? new SheetChoice(null, new Finding(FindingTypes.Format, null, null, null, null, "Le fichier ne contient aucun tableau. Vérifiez qu’il a une ligne d’en-têtes, et des données au-dessous."), [])
            : new SheetChoice(chosen, null, [.. shown.Where(place => place != chosen).Select(place => sheets[place].Name)]);
    }

    /// <summary>Null for a sheet without a table, and for one that cannot be read: another may be.</summary>
    private static TableHead? HeadOf(IDataFile file, int place)
    {
        try
        {
            using var rows = new TableRows(file.Open(place));
            return rows.Head;
        }
        catch (UnreadableException) when (file.Facts.Sheets.Count > 1)
        {
            return null;
        }
    }

    private static SheetChoice Named(IReadOnlyList<DataSheet> sheets, string wanted)
    {
        var places = Enumerable.Range(0, sheets.Count).ToList();
        var place = places.FindIndex(one => sheets[one].Name == wanted);
        place = place >= 0 ? place : places.FindIndex(one => sheets[one].Name.Trim().Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        place = place < 0 && int.TryParse(wanted, out var number) && number >= 1 && number <= sheets.Count ? number - 1 : place;
        return place >= 0
            ? new SheetChoice(place, null, [])
            : new SheetChoice(null, new Finding(FindingTypes.Format, null, null, null, null, sheets is [{ Name.Length: 0 }]
                ? "Un fichier texte n’a pas de feuilles. Ne demandez aucune feuille."
                : $"La feuille {Checks.Place.Quoted(wanted)} n’existe pas. Le classeur a\u00A0: {string.Join(", ", sheets.Take(20).Select(sheet => Checks.Place.Quoted(sheet.Name)))}."), []);
    }
}
