namespace Almanach.Core.Data.Secrecy;

/// <summary>How an interval is known.</summary>
public enum IntervalProof
{
    /// <summary>Exactly, by propagation over relations without a cycle.</summary>
    Forest,

    /// <summary>Exactly: a compatible table attains each end, and multipliers of the relations prove that none goes further.</summary>
    Certified,

    /// <summary>Compatible tables attain both ends and that is wide enough; the true interval may be wider.</summary>
    WideEnough,

    /// <summary>Not known within the effort allowed: counts as too narrow.</summary>
    Undecided,
}

/// <summary>What an attacker can compute of one hidden cell.</summary>
/// <param name="Cell">Its place in the table.</param>
/// <param name="Low">The least it can be: a table that agrees with all that is published attains it. Null: as low as one likes.</param>
/// <param name="High">The most it can be. Null: as high as one likes.</param>
/// <param name="AtLeast">Proven: it is not under this. Equal to <paramref name="Low"/> where the interval is exact.</param>
/// <param name="AtMost">Proven: it is not over this.</param>
public sealed record CellInterval(int Cell, decimal? Low, decimal? High, decimal? AtLeast, decimal? AtMost, IntervalProof Proof)
{
    /// <summary>The figure itself can be computed.</summary>
    public bool IsComputed => Proof != IntervalProof.Undecided && Low is not null && Low == High;
}
