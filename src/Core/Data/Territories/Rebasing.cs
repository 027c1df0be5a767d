namespace Almanach.Core.Data.Territories;

/// <summary>
/// Brings a table of municipalities to the geography of another year. Only what is additive may be brought (people,
/// households, amounts), never a median or a rate. Merged municipalities are summed; a municipality that was split is not
/// shared out, since nothing says how.
/// </summary>
public static class Rebasing
{
    /// <param name="values">By code of <paramref name="from"/>; a hidden or missing figure is left out.</param>
    public static Rebased Sum(IReadOnlyDictionary<TerritoryCode, decimal> values, TerritoryYear from, TerritoryYear to, Atlas atlas)
    {
        var sums = new SortedDictionary<TerritoryCode, decimal>();
        List<NotBrought> left = [];
        foreach (var (code, value) in values.OrderBy(pair => pair.Key))
            if (Holder(code, from, atlas) is var holder && holder != code && values.ContainsKey(holder))
                left.Add(new NotBrought(code, NotBroughtReason.CountedInItsMunicipality, [holder]));
            else if (atlas.Became(holder, from, to) is { Whole: { } target })
                sums[target] = sums.GetValueOrDefault(target) + value;
            else
                left.Add(atlas.Became(holder, from, to) is { Kind: FateKind.Several } fate
                    ? new NotBrought(code, NotBroughtReason.Split, fate.Codes)
                    : new NotBrought(code, NotBroughtReason.Unknown, []));

        var present = values.Keys.Select(code => Holder(code, from, atlas)).ToHashSet();
        List<Incomplete> incomplete = [];
        foreach (var code in sums.Keys.ToArray())
            if (atlas.Became(code, to, from).Codes.Where(origin => !present.Contains(origin)).ToArray() is { Length: > 0 } missing)
            {
                incomplete.Add(new Incomplete(code, missing));
                sums.Remove(code);
            }
        return new Rebased(sums, left, incomplete);
    }

    /// <summary>The municipality of an arrondissement of Paris, Lyon or Marseille; any other code as it is.</summary>
    private static TerritoryCode Holder(TerritoryCode code, TerritoryYear year, Atlas atlas) =>
        atlas.Parent(TerritoryLevel.Ward, code, TerritoryLevel.Municipality, year) ?? code;
}

/// <summary>A table in another geography.</summary>
/// <param name="Values">Complete sums only.</param>
/// <param name="Left">Rows that could not be brought.</param>
/// <param name="Incomplete">Municipalities made of several, some of which the table lacks: no sum is given.</param>
public sealed record Rebased(IReadOnlyDictionary<TerritoryCode, decimal> Values, IReadOnlyList<NotBrought> Left, IReadOnlyList<Incomplete> Incomplete);

/// <param name="Where">The municipalities it is now shared among, or the one that counts it already.</param>
public sealed record NotBrought(TerritoryCode Code, NotBroughtReason Reason, IReadOnlyList<TerritoryCode> Where);

public sealed record Incomplete(TerritoryCode Code, IReadOnlyList<TerritoryCode> Missing);

public enum NotBroughtReason
{
    /// <summary>Not in the list of codes of its year.</summary>
    Unknown,

    /// <summary>Its ground lies in several municipalities of the other year.</summary>
    Split,

    /// <summary>A municipal arrondissement beside its whole municipality.</summary>
    CountedInItsMunicipality,
}
