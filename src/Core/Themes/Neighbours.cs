using Almanach.Core.French;

namespace Almanach.Core.Themes;

/// <summary>Themes whose titles say nearly the same: suggested for grouping, never grouped by the program.</summary>
public static class Neighbours
{
    /// <summary>From here on two titles are suggested together: half of the words that carry meaning are shared.</summary>
    public const double Close = 0.5;

    /// <summary>
    /// Groups of themes that lie close to one of them, the largest group first; a theme stands in one group at most.
    /// Themes close to a neighbour but not to the middle stay out, so that no chain runs through the whole board.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Theme>> Of(IReadOnlyList<Theme> themes)
    {
        var near = themes.ToDictionary(theme => theme.Id, theme => themes.Where(other => other.Id != theme.Id && Similarity.Of(theme.Title, other.Title) >= Close).ToList());
        List<IReadOnlyList<Theme>> groups = [];
        HashSet<string> taken = [];
        while (themes.Where(theme => !taken.Contains(theme.Id)).Select(theme => Group(theme, near[theme.Id], taken))
            .MaxBy(group => group.Count) is { Count: > 1 } largest)
        {
            groups.Add(largest);
            taken.UnionWith(largest.Select(theme => theme.Id));
        }
        return groups;
    }

    private static List<Theme> Group(Theme middle, IReadOnlyList<Theme> near, HashSet<string> taken) =>
        [middle, .. near.Where(theme => !taken.Contains(theme.Id))];
}
