using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>What an attacker can compute, by trying every completion in whole numbers up to each cell’s ceiling.</summary>
internal static class BruteForce
{
    /// <summary>Ends of every hidden cell; null where nothing fits.</summary>
    public static Dictionary<int, (int Low, int High)>? Intervals(AuditTable table)
    {
        var ranges = table.Cells.Select(Range).ToArray();
        var open = Enumerable.Range(0, table.Cells.Count).Where(cell => ranges[cell].Low != ranges[cell].High).ToArray();
        var values = ranges.Select(range => range.Low).ToArray();
        var found = new Dictionary<int, (int Low, int High)>();
        var any = false;
        Try(0);
        return any ? found : null;

        void Try(int at)
        {
            if (!table.Relations.All(relation => CanHold(relation, at)))
                return;
            if (at == open.Length)
            {
                any = true;
                for (var cell = 0; cell < values.Length; cell++)
                    if (table.Cells[cell].Known is CellKnowledge.Hidden)
                        found[cell] = found.TryGetValue(cell, out var ends) ? (Math.Min(ends.Low, values[cell]), Math.Max(ends.High, values[cell])) : (values[cell], values[cell]);
                return;
            }
            for (values[open[at]] = ranges[open[at]].Low; values[open[at]] <= ranges[open[at]].High; values[open[at]]++)
                Try(at + 1);
            values[open[at]] = ranges[open[at]].Low;
        }

        bool CanHold(Relation relation, int at)
        {
            var (least, most) = (0m, 0m);
            foreach (var (cell, factor) in relation.Terms)
            {
                var isFree = Array.IndexOf(open, cell) >= at;
                var (a, b) = (factor * (isFree ? ranges[cell].Low : values[cell]), factor * (isFree ? ranges[cell].High : values[cell]));
                (least, most) = (least + Math.Min(a, b), most + Math.Max(a, b));
            }
            return least <= 0 && most >= 0;
        }
    }

    static (int Low, int High) Range(AuditCell cell) => cell.Known is CellKnowledge.Published published
        ? ((int)Math.Max(cell.Floor ?? decimal.MinValue, decimal.Ceiling(published.Value - published.Rounding / 2)), (int)Math.Min(cell.Ceiling ?? decimal.MaxValue, decimal.Floor(published.Value + published.Rounding / 2)))
        : ((int)cell.Floor!.Value, (int)cell.Ceiling!.Value);
}
