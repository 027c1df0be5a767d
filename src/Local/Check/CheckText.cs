using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.French;

namespace Almanach.Local.Check;

/// <summary>A report as people read it in a terminal.</summary>
public static class CheckText
{
    /// <summary>Findings of each sort that are shown.</summary>
    private const int Shown = 50;

    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        if (report.Facts is { } facts)
            text.AppendLine(string.Join(", ", new[]
            {
                facts.Archived, facts.Format.ToUpperInvariant(), facts.Encoding, Separator(facts.Separator),
                report.Sheet.Length > 0 ? $"feuille «\u00A0{report.Sheet}\u00A0»" : null,
            }.OfType<string>()));
        if (report.Rows > 0)
            text.AppendLine($"{Numbers.Count(report.Rows, "ligne lue", "lignes lues")}, {Numbers.Count(report.Columns, "colonne", "colonnes")}.");
        Add(text, report.Errors, count => Numbers.Count(count, "erreur à corriger", "erreurs à corriger"));
        Add(text, report.Warnings, count => Numbers.Count(count, "point à vérifier", "points à vérifier"));
        if (report.RepairCount > 0)
            text.AppendLine().AppendLine($"{Numbers.Count(report.RepairCount, "valeur peut être réparée", "valeurs peuvent être réparées")} au dépôt, avec votre accord.");
        if (report.IsValid)
            text.AppendLine("Le fichier est valide.");
        return text.ToString();
    }

    private static void Add(StringBuilder text, FindingLog log, Func<int, string> head)
    {
        if (log.Count == 0)
            return;
        text.AppendLine().AppendLine($"{head(log.Count)}\u00A0:");
        foreach (var finding in log.Kept.Take(Shown))
            text.AppendLine($"- {finding.Message}");
        if (log.Count > Shown)
            text.AppendLine($"… et {Numbers.Count(log.Count - Shown, "autre", "autres")}.");
    }

    private static string? Separator(char? separator) => separator switch
    {
        null => null,
        '\t' => "séparateur tabulation",
        _ => $"séparateur «\u00A0{separator}\u00A0»",
    };
}
