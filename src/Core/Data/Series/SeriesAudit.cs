using Almanach.Core.Calendar;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Puts a new release beside everything that is published, and asks the auditor whether a hidden figure can be worked out:
/// through sums over territories, through categories, and through earlier releases of the same figure, in whatever list of codes.
/// </summary>
public static class SeriesAudit
{
    /// <param name="release">With its tables; in the list of codes it follows.</param>
    /// <param name="others">Published releases, of any reading, with their tables.</param>
    /// <returns>Null where nothing is hidden, neither in it nor in what it hangs together with.</returns>
    public static ReleaseAudit? Of(
        SeriesRelease release, IReadOnlyList<SeriesTable> tables, IReadOnlyList<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)> others, IndicatorCatalogue catalogue, Atlas atlas, PlatformZone? zone = null)
    {
        var draft = new AuditDraft(catalogue, atlas, zone, release, [release, .. others.Select(other => other.Release)]);
        if (!draft.Hides(tables) && !others.Any(other => draft.Hides(other.Tables)))
            return null;
        draft.Add(release, tables);
        foreach (var (other, own) in others.OrderByDescending(pair => pair.Release.Order))
            draft.Add(other, own);
        return draft.Run();
    }
}
