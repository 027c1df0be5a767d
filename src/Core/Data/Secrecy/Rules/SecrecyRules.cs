namespace Almanach.Core.Data.Secrecy;

/// <summary>What secrecy asks of the figures of one source. <see cref="KnownSources"/> has those of the platforms’ sources; a source names one in its configuration, and may set its own width.</summary>
public sealed record SecrecyRules
{
    /// <summary>A cell made from finer data needs this many units (households, persons, enterprises, facts). 0: no such rule.</summary>
    public int MinimalFrequency { get; init; }

    /// <summary>
    /// Another count that suffices instead: « 50 ménages ou 100 personnes ». 0: none.
    /// </summary>
    public int OrMinimalPersons { get; init; }

    /// <summary>No <see cref="Dominance.Largest"/> contributors together above a share of the cell.</summary>
    public Dominance? Dominance { get; init; }

    /// <summary>The second largest contributor must not come nearer than so many per cent of the largest one’s figure. Null: no such rule.</summary>
    public decimal? PPercent { get; init; }

    /// <summary>Where too few units are behind a figure that we know: the ends must stay this far from it on both sides, in per cent of it.</summary>
    public decimal FrequencyMargin { get; init; } = 10;

    /// <summary>A hidden figure that we do not know: both ends must be this far apart, in its unit.</summary>
    public decimal MinimalWidth { get; init; } = 1;

    /// <summary>The same: and this far apart in per cent of the upper end.</summary>
    public decimal MinimalRelativeWidth { get; init; } = 10;

    /// <summary>Whether what an attacker can compute of this hidden cell is wide enough; both ends are attained by a compatible table.</summary>
    public bool Protects(AuditCell cell, decimal? low, decimal? high) => cell.Known switch
    {
        CellKnowledge.Hidden { Needs: { } needs } => needs.IsGivenBy(low, high),
        CellKnowledge.Hidden => low is not { } from || high is not { } to || (to - from >= MinimalWidth && to - from > 0 && (to - from) * 100 >= MinimalRelativeWidth * Math.Abs(to)),
        _ => true,
    };
}

/// <summary>NK(n,k): the n largest contributors together must not exceed k per cent of the cell.</summary>
public sealed record Dominance(int Largest, decimal Percent);
