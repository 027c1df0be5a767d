using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>
/// Which territories an entry says something of: its own, those around (a study on Ardèche is one on a part of the region), and
/// those inside (figures of the region hold for Ardèche too, from further away).
/// </summary>
internal sealed class Touching
{
    private readonly Dictionary<string, int[]> near;
    private readonly Dictionary<string, int[]> all;

    public Touching(CatalogueSetting setting, Facet facet)
    {
        var around = setting.Territories.ToDictionary(territory => territory.Id, territory => setting.Around(territory).Select(wider => wider.Id).ToList());
        near = around.ToDictionary(pair => pair.Key, pair => facet.Numbers([pair.Key, .. pair.Value]));
        all = around.ToDictionary(pair => pair.Key, pair => facet.Numbers([pair.Key, .. pair.Value, .. around.Where(other => other.Value.Contains(pair.Key)).Select(other => other.Key)]));
    }

    /// <summary>Where the entry is found.</summary>
    public int[] All(IReadOnlyList<string> territories) => Of(all, territories);

    /// <summary>Where it is about the place itself, or a part of it.</summary>
    public int[] Near(IReadOnlyList<string> territories) => Of(near, territories);

    private static int[] Of(Dictionary<string, int[]> known, IReadOnlyList<string> territories) => territories switch
    {
        [var only] => known.GetValueOrDefault(only) ?? [],
        _ => [.. territories.SelectMany(territory => known.GetValueOrDefault(territory) ?? []).Distinct()],
    };
}
