namespace Almanach.Core.Data.Secrecy;

/// <summary>How much is computed before a component counts as undecided, which refuses publication.</summary>
public sealed record AuditLimits
{
    /// <summary>Steps of the simplex for a component.</summary>
    public int Pivots { get; init; } = 200_000;

    /// <summary>Branches of the search in whole numbers for a component.</summary>
    public int Branches { get; init; } = 2_000;

    /// <summary>Components of more hidden cells than this are judged without computing ends that no longer matter.</summary>
    public int ExactUpTo { get; init; } = 200;

    /// <summary>Sets of further cells looked at for the smallest one; beyond, a good one is proposed instead.</summary>
    public int Sets { get; init; } = 20_000;
}
