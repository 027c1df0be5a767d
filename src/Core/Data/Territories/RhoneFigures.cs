namespace Almanach.Core.Data.Territories;

/// <summary>
/// An additive figure of the Rhône as a producer delivered it: the undivided department, either part, or several of them.
/// What two of the three give, the third follows from; one alone gives nothing else.
/// </summary>
public sealed record RhoneFigures(decimal? Undivided, decimal? NewRhone, decimal? LyonMetropolis)
{
    /// <summary>All that can be known.</summary>
    public RhoneFigures Completed() => new(
        Undivided ?? NewRhone + LyonMetropolis,
        NewRhone ?? Undivided - LyonMetropolis,
        LyonMetropolis ?? Undivided - NewRhone);

    /// <summary>All three are given and the parts do not make the whole: the producer is to be asked.</summary>
    public bool Contradicts => Undivided is { } whole && NewRhone is { } one && LyonMetropolis is { } other && whole != one + other;

    /// <summary>What a page says where a part is missing; null where nothing is.</summary>
    public string? Missing() => Completed() switch
    {
        { NewRhone: null, LyonMetropolis: null, Undivided: not null } =>
            "Le producteur ne distingue pas le nouveau Rhône (69D) de la Métropole de Lyon (69M)\u00A0: seul le Rhône entier (69) est connu.",
        { Undivided: null, NewRhone: null, LyonMetropolis: null } => "Aucun chiffre n’est donné pour le Rhône.",
        { Undivided: null, LyonMetropolis: null } => "La Métropole de Lyon (69M) manque\u00A0: ni elle ni le Rhône entier (69) ne se calculent.",
        { Undivided: null, NewRhone: null } => "Le nouveau Rhône (69D) manque\u00A0: ni lui ni le Rhône entier (69) ne se calculent.",
        _ => null,
    };
}
