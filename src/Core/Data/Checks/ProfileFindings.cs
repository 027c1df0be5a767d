using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks;

/// <summary>What a column itself shows to be strange, where no schema says what it must hold: warnings all.</summary>
internal static class ProfileFindings
{
    /// <summary>A column of figures has at most one cell of words in so many.</summary>
    private const int Rare = 20;

    public static void Add(IEnumerable<ColumnProfile> columns, int rows, Findings findings, TableHead head)
    {
        foreach (var column in columns)
        {
            var place = head.Columns.First(one => one.Name == column.Name).Place;
            foreach (var cell in column.FirstWords.Where(cell => cell.Kind == CellKind.Error))
                Warn(FindingTypes.CellError, cell, column, place, findings, "est une formule qui a échoué. Corrigez-la dans le tableur, ou écrivez la valeur.");
            if (column.Numbers >= 4 && !column.HoldsCodes && !IsCode(column) && column.Words > 0 && column.Words * Rare <= column.Numbers + Rare)
                Strange(column, place, findings);
            if (column.MarkTexts.Any(text => Marks.Of(Encoding.UTF8.GetBytes(text)) == Mark.Sign))
                findings.Warnings.Add(new Finding(FindingTypes.Inconsistent, null, place + 1, column.Name, ",", $"{Place.Column(column.Name)}\u00A0: un signe seul («\u00A0,\u00A0» ou «\u00A0-\u00A0») tient lieu de valeur. Dites s’il vaut zéro, ou écrivez 0, une marque (s, nd, so, ns), ou rien."));
            if (column is { Signs: var signs } && (signs & (NumberSigns.Comma | NumberSigns.Point)) == (NumberSigns.Comma | NumberSigns.Point))
                findings.Warnings.Add(new Finding(FindingTypes.Inconsistent, column.Ambiguous, place + 1, column.Name, null, $"{Place.Column(column.Name)}\u00A0: des nombres ont une virgule décimale, d’autres un point. Écrivez-les tous de la même façon."));
            if (IsCode(column) && HasLostZeros(column))
                findings.Warnings.Add(new Finding(FindingTypes.Inconsistent, null, place + 1, column.Name, null, $"{Place.Column(column.Name)}\u00A0: des codes ont {column.Longest} caractères, d’autres {column.Shortest}, et aucun ne commence par zéro. Le tableur a sans doute retiré ce zéro\u00A0: mettez la colonne au format texte."));
        }
    }

    /// <summary>01004 has become 1004, and 01 has become 1: no code begins with a zero, and some lack a character.</summary>
    private static bool HasLostZeros(ColumnProfile column) =>
        column.LeadingZeros == 0 && column.Numbers > 0 && column.Numbers == column.Whole && (column is { Longest: 5, Shortest: 4 } or { Shortest: 1, Longest: 2 or 3 });

    private static bool IsCode(ColumnProfile column) => Typography.Fold(column.Name) is var name && (name.Contains("cod", StringComparison.Ordinal) || name.Contains("com", StringComparison.Ordinal) || name.Contains("insee", StringComparison.Ordinal) || name.StartsWith("dep", StringComparison.Ordinal));

    private static void Strange(ColumnProfile column, int place, Findings findings)
    {
        foreach (var cell in column.FirstWords.Where(cell => cell.Kind != CellKind.Error))
            Warn(FindingTypes.Inconsistent, cell, column, place, findings, $"n’est pas un nombre, alors que les autres valeurs de la colonne en sont\u00A0: {NumberRemedy.Of(Encoding.UTF8.GetBytes(cell.Value))}");
        for (var more = column.FirstWords.Count; more < column.Words; more++)
            findings.Warnings.Add(FindingTypes.Inconsistent);
    }

    private static void Warn(string type, StrangeCell cell, ColumnProfile column, int place, Findings findings, string words) =>
        findings.Warnings.Add(new Finding(type, cell.Row, place + 1, column.Name, cell.Value, $"{Place.Of(cell.Row, column.Name)}\u00A0: {Place.Quoted(cell.Value)} {words}"));
}
