namespace Almanach.Core.Data.Secrecy;

/// <summary>Rules as sources of platforms apply them, named by <c>secrecy</c> in <c>indicateurs.json</c>.</summary>
public static class KnownSources
{
    /// <summary>Filosofi (Insee): counts and median from 50 households or 100 persons.</summary>
    public static SecrecyRules FilosofiMedian { get; } = new() { MinimalFrequency = 50, OrMinimalPersons = 100 };

    /// <summary>Filosofi (Insee): deciles and shares from 1,000 households or 2,000 persons.</summary>
    public static SecrecyRules FilosofiShares { get; } = new() { MinimalFrequency = 1000, OrMinimalPersons = 2000, MinimalWidth = 1m };

    /// <summary>Enterprises (Insee): at least 3 units, none above 85 %.</summary>
    public static SecrecyRules Enterprises { get; } = new() { MinimalFrequency = 3, Dominance = new(1, 85) };

    /// <summary>Police and gendarmerie (SSMSI): 5 facts over 3 years.</summary>
    public static SecrecyRules Police { get; } = new() { MinimalFrequency = 5, MinimalWidth = 5 };

    /// <summary>CNAF: households rounded to 5, so hidden ones below that; see <see cref="CellKnowledge.Published.Rounding"/>.</summary>
    public static SecrecyRules FamilyAllowances { get; } = new() { MinimalFrequency = 5, MinimalWidth = 5 };

    /// <summary>What CNAF rounds households to.</summary>
    public const decimal FamilyAllowancesHouseholds = 5;

    /// <summary>What CNAF rounds amounts to, in euros.</summary>
    public const decimal FamilyAllowancesAmounts = 100;
}
