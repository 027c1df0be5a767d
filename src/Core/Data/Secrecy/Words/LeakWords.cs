using Almanach.Core.French;

namespace Almanach.Core.Data.Secrecy.Words;

/// <summary>A leak as the coordinator reads it: which figures, side by side, give the hidden one.</summary>
static class LeakWords
{
    const int Named = 2;

    /// <summary>« Le nombre caché de « X » se calcule : « Ain » (120) moins 11 chiffres publiés (115 en tout) = 5. »</summary>
    public static string Of(AuditTable table, CellInterval interval, IReadOnlyList<int> relations, IReadOnlyList<Term> figures)
    {
        var what = $"Le nombre caché de « {table.Cells[interval.Cell].Label} »";
        var by = relations.Count <= 1 ? "" : $" en combinant {Numbers.Count(relations.Count, "égalité", "égalités")} ({Equalities(table, relations)})";
        var sum = Sum(table, figures);
        if (interval.IsComputed)
            return Typography.Text(sum is null || figures.Sum(term => term.Factor * Value(table, term.Cell)) != interval.Low
                ? $"{what} se calcule{by} : {Figures.Of(interval.Low!.Value)}."
                : $"{what} se calcule{by} : {sum} = {Figures.Of(interval.Low!.Value)}.");
        return Typography.Text($"{what} est {Between(interval)}{by}{(sum is null ? "" : $" : {sum} le borne")}. C’est trop serré.");
    }

    public static string Undecided(AuditCell cell) => Typography.Text(
        $"Ce qu’on peut calculer du nombre caché de « {cell.Label} » n’a pas pu être établi dans les limites fixées : dans le doute, il n’est pas protégé.");

    static string Between(CellInterval interval) => (interval.Low, interval.High) switch
    {
        ({ } low, { } high) => $"compris entre {Figures.Of(low)} et {Figures.Of(high)}",
        (null, { } high) => $"au plus {Figures.Of(high)}",
        ({ } low, null) => $"au moins {Figures.Of(low)}",
        _ => "quelconque",
    };

    static string Equalities(AuditTable table, IReadOnlyList<int> relations) =>
        string.Join(" ; ", relations.Take(3).Select(relation => table.Relations[relation].Label)) + (relations.Count > 3 ? " ; …" : "");

    static string? Sum(AuditTable table, IReadOnlyList<Term> figures)
    {
        if (figures.Count == 0)
            return null;
        var (added, taken) = (figures.Where(term => term.Factor > 0).ToArray(), figures.Where(term => term.Factor < 0).ToArray());
        return (added.Length, taken.Length) switch
        {
            (_, 0) => Side(table, added),
            (0, _) => $"0 moins {Side(table, taken, "moins")}",
            _ => $"{Side(table, added)} moins {Side(table, taken, "moins")}",
        };
    }

    static string Side(AuditTable table, Term[] terms, string sign = "plus") => terms.Length <= Named
        ? string.Join($" {sign} ", terms.Select(term => $"{Times(Math.Abs(term.Factor))}« {table.Cells[term.Cell].Label} » ({Figures.Of(Value(table, term.Cell))})"))
        : $"{Numbers.Count(terms.Length, "chiffre publié", "chiffres publiés")} ({Figures.Of(terms.Sum(term => Math.Abs(term.Factor) * Value(table, term.Cell)))} en tout)";

    static string Times(decimal factor) => factor == 1 ? "" : $"{Figures.Of(factor)} × ";

    static decimal Value(AuditTable table, int cell) => ((CellKnowledge.Published)table.Cells[cell].Known).Value;
}
