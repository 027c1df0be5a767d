namespace Almanach.Core.Data.Secrecy;

/// <summary>A figure made from finer data, with what is known of those behind it.</summary>
/// <param name="Value">The sum of what they contribute; for a count, the count.</param>
/// <param name="Units">How many they are.</param>
/// <param name="Largest">The largest contributions, in falling order; as many as the rules look at.</param>
/// <param name="Persons">Persons behind it, where the rules accept them instead of units.</param>
public sealed record MadeCell(decimal Value, int Units, IReadOnlyList<decimal> Largest, int Persons = 0);

/// <summary>The statuses of τ-Argus and rtauargus.</summary>
public enum SecrecyStatus
{
    /// <summary>V: can be published.</summary>
    Published,

    /// <summary>A: too few are behind it.</summary>
    Frequency,

    /// <summary>B: one or few of them make nearly all of it.</summary>
    Dominance,

    /// <summary>D: hidden for the sake of others.</summary>
    Secondary,
}

/// <summary>What must be hidden by itself, whatever stands around.</summary>
public static class PrimarySecrecy
{
    /// <summary>
    /// Frequency first, then dominance NK(n,k) and p % (handbook, 4.2.1). An empty cell (no unit) tells of nobody.
    /// </summary>
    public static SecrecyStatus Status(MadeCell cell, SecrecyRules rules)
    {
        if (cell.Units > 0 && cell.Units < rules.MinimalFrequency && (rules.OrMinimalPersons == 0 || cell.Persons < rules.OrMinimalPersons))
            return SecrecyStatus.Frequency;
        return ExceedsShare(cell, rules.Dominance) || ComesTooNear(cell, rules.PPercent) ? SecrecyStatus.Dominance : SecrecyStatus.Published;
    }

    /// <summary>
    /// What the hidden cell needs. Upper end: for NK, (100 / k) × the n largest; for p %, the value with p % of the largest less
    /// the remainder more (handbook, table 4.3); the lower end as far on the other side. For too few units, <see cref="SecrecyRules.FrequencyMargin"/>.
    /// 330 of which 300 by one, NK(1,85): 352.94 at least above.
    /// </summary>
    public static Protection Needs(MadeCell cell, SecrecyRules rules)
    {
        var margin = 0m;
        if (Status(cell, rules) == SecrecyStatus.Frequency)
            margin = Math.Abs(cell.Value) * rules.FrequencyMargin / 100;
        if (ExceedsShare(cell, rules.Dominance))
            margin = Math.Max(margin, Top(cell, rules.Dominance!.Largest) * 100 / rules.Dominance.Percent - cell.Value);
        if (ComesTooNear(cell, rules.PPercent))
            margin = Math.Max(margin, rules.PPercent!.Value / 100 * Top(cell, 1) - (cell.Value - Top(cell, 2)));
        return new Protection(Math.Max(0, cell.Value - margin), cell.Value + margin);
    }

    static bool ExceedsShare(MadeCell cell, Dominance? rule) =>
        rule is not null && cell.Units > 0 && Top(cell, rule.Largest) * 100 > rule.Percent * cell.Value;

    static bool ComesTooNear(MadeCell cell, decimal? percent) =>
        percent is { } p && cell.Units > 0 && (cell.Value - Top(cell, 2)) * 100 < p * Top(cell, 1);

    static decimal Top(MadeCell cell, int count) => cell.Largest.Take(count).Sum();
}
