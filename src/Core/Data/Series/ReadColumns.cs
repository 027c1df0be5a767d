using System.Text.RegularExpressions;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Data.Series;

/// <summary>A column of figures found in a table.</summary>
/// <param name="Place">In the sheet, from 0.</param>
/// <param name="Name">As the table calls it.</param>
/// <param name="Period">Empty where a column of the table says it.</param>
/// <param name="Year">Of the list of codes it follows, where columns follow several; 0 for that of the reading.</param>
public sealed record FoundColumn(int Place, string Name, string Measure, string Period, int Year = 0);

/// <summary>Which columns of a table a reading means.</summary>
/// <param name="Territory">Place of the column of codes or names.</param>
/// <param name="Period">Place of the column of periods; null for none.</param>
public sealed record ReadColumns(int Territory, int? Period, IReadOnlyList<FoundColumn> Columns)
{
    /// <summary>A pattern comes from the configuration: one that would run away is stopped.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>What a table lacks is said in French, in the order of the reading.</summary>
    public static (ReadColumns? Found, IReadOnlyList<string> Problems) Of(TableHead head, SeriesReading reading, string period)
    {
        List<string> problems = [];
        int? Place(string name)
        {
            if (head.Columns.FirstOrDefault(column => Same(column, name)) is { } found)
                return found.Place;
            problems.Add($"La colonne «\u00A0{name}\u00A0» manque. Le tableau a\u00A0: {string.Join(", ", head.Columns.Where(column => !column.IsBlank).Take(12).Select(column => $"«\u00A0{column.Name}\u00A0»"))}. Vérifiez que c’est le bon fichier, ou corrigez la lecture «\u00A0{reading.Id}\u00A0» dans indicateurs.json.");
            return null;
        }

        var territory = Place(reading.Territory);
        var periods = reading.PeriodColumn.Length > 0 ? Place(reading.PeriodColumn) : null;
        List<FoundColumn> columns = [];
        foreach (var wanted in reading.Columns)
            if (wanted.IsPattern)
                columns.AddRange(Matching(head, wanted, period, problems));
            else if (Place(wanted.Column) is { } place)
                columns.Add(new FoundColumn(place, wanted.Column, wanted.Measure, wanted.Period.Length > 0 ? wanted.Period : period, wanted.TerritoryYear));
        foreach (var twice in columns.GroupBy(column => (column.Measure, column.Period)).Where(group => group.Count() > 1))
            problems.Add($"Les colonnes {string.Join(" et ", twice.Select(column => $"«\u00A0{column.Name}\u00A0»"))} donnent deux fois la même série. Corrigez la lecture «\u00A0{reading.Id}\u00A0».");
        foreach (var wrong in columns.Where(column => column.Period.Length > 0 ? !Series.Period.IsValid(column.Period) : periods is null).Take(3))
            problems.Add($"La colonne «\u00A0{wrong.Name}\u00A0» n’a pas de période connue («\u00A0{wrong.Period}\u00A0»). Donnez à la lecture une période\u00A0: 2020, 2020-12 ou 2020-T4.");
        return problems.Count > 0 ? (null, problems) : (new ReadColumns(territory!.Value, periods, columns), problems);
    }

    private static List<FoundColumn> Matching(TableHead head, ReadColumn wanted, string period, List<string> problems)
    {
        var pattern = new Regex($"^(?:{wanted.Column})$", RegexOptions.CultureInvariant, Longest);
        List<FoundColumn> found = [.. head.Columns.Where(column => !column.IsBlank)
            .Select(column => (column, Match: pattern.Match(column.Name)))
            .Where(pair => pair.Match.Success)
            .Select(pair => new FoundColumn(pair.column.Place, pair.column.Name, wanted.Measure, wanted.Period.Length > 0 ? pair.Match.Result(wanted.Period) : period, wanted.TerritoryYear))];
        if (found.Count == 0)
            problems.Add($"Aucune colonne ne s’appelle «\u00A0{wanted.Shown}\u00A0»{(wanted.Shown == wanted.Column ? "" : " (AA\u00A0: l’année)")}. Vérifiez que c’est le bon fichier.");
        return found;
    }

    private static bool Same(HeadColumn column, string name) =>
        column.Name.Equals(name, StringComparison.Ordinal) || column.Label.Equals(name, StringComparison.OrdinalIgnoreCase) || column.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
