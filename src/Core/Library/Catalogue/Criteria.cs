namespace Almanach.Core.Library.Catalogue;

/// <summary>The first criterion an entry fails.</summary>
internal enum Criterion
{
    None,
    Theme,
    Territory,
    Producer,
    Kind,

    /// <summary>More than one.</summary>
    Several,
}

/// <summary>What was chosen, as numbers; null where nothing was.</summary>
internal sealed record Criteria(bool[]? Themes, bool[]? Territories, bool[]? Producers, bool[]? Kinds)
{
    /// <summary>Which single criterion keeps an entry out, if one does: it counts in that facet only.</summary>
    public Criterion Missing(int[] themes, int[] territories, int[] producers, int kind)
    {
        var missing = Meets(Themes, themes) ? Criterion.None : Criterion.Theme;
        if (!Meets(Territories, territories))
            missing = missing == Criterion.None ? Criterion.Territory : Criterion.Several;
        if (!Meets(Producers, producers))
            missing = missing == Criterion.None ? Criterion.Producer : Criterion.Several;
        if (Kinds is not null && !Kinds[kind])
            missing = missing == Criterion.None ? Criterion.Kind : Criterion.Several;
        return missing;
    }

    /// <summary>About the territory chosen or a part of it, not only from around.</summary>
    public bool IsNear(int[] near) => Meets(Territories, near);

    private static bool Meets(bool[]? chosen, int[] has)
    {
        if (chosen is null)
            return true;
        foreach (var number in has)
            if (chosen[number])
                return true;
        return false;
    }
}

/// <summary>An entry that is found; the best sorts first.</summary>
/// <param name="Place">Among all entries, the latest first.</param>
internal readonly record struct Hit(int Index, int Place, int Score, bool Near) : IComparable<Hit>
{
    public int CompareTo(Hit other) =>
        Score != other.Score ? other.Score.CompareTo(Score)
        : Near != other.Near ? other.Near.CompareTo(Near)
        : Place.CompareTo(other.Place);
}
