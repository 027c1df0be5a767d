using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy.Words;

/// <summary>How a report knows what it says.</summary>
static class MethodWords
{
    public static string Of(AuditReport report)
    {
        if (report.Cells.Count == 0)
            return "Aucun chiffre n’est caché.";
        var parts = new[]
        {
            (IntervalProof.Forest, "exactement par propagation"),
            (IntervalProof.Certified, "exactement par programmation linéaire, avec certificat"),
            (IntervalProof.WideEnough, "assez pour savoir que la protection suffit"),
            (IntervalProof.Undecided, "pas assez, donc refus"),
        }.Select(pair => (Count: report.Cells.Count(cell => cell.Proof == pair.Item1), Words: pair.Item2)).Where(pair => pair.Count > 0);
        return Typography.Text($"{Numbers.Count(report.Cells.Count, "chiffre caché", "chiffres cachés")}. Bornes établies : {string.Join(" ; ", parts.Select(pair => $"{Numbers.Digits(pair.Count)} {pair.Words}"))}.");
    }
}
