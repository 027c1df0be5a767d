using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories.Maps;

/// <summary>What a reader should know of a map, in sentences.</summary>
internal static class MapNotes
{
    public static IEnumerable<string> Of(TerritoryLevel level, Ground ground, IReadOnlyList<TerritoryCode> missing, IReadOnlySet<TerritoryCode> inPart)
    {
        if (level == TerritoryLevel.Municipality)
            foreach (var note in ground.Notes)
                yield return note;
        if (missing.Count > 0)
            yield return $"Sans contour\u00A0: {string.Join(", ", missing.Take(20))}{(missing.Count > 20 ? "…" : "")}.";
        if (inPart.Count > 0)
            yield return inPart.Count == 1
                ? $"Un territoire ({inPart.First()}) dépasse de la région\u00A0: seule sa partie dont les contours sont importés est dessinée."
                : $"{inPart.Count} {LevelNames.Many(level)} dépassent de la région\u00A0: seule leur partie dont les contours sont importés est dessinée.";
    }
}
