
namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>One calendar year of the wheel: a ring.</summary>
public sealed record WheelRing(int Year, double Inner, double Outer);

/// <summary>A step, or the part of it that falls in one calendar year.</summary>
/// <param name="From">Radians from the top; the middle of its day for what lasts a day.</param>
/// <param name="To">The same as <paramref name="From"/> for what lasts a day.</param>
/// <param name="Badge">Where its number stands: at its start, or as near after it as there is room.</param>
public sealed record WheelMark(WheelItem Item, int Year, double Radius, double From, double To, double Badge);

/// <summary>
/// Where everything of the wheel goes, in a square of <see cref="Size"/>. A ring for each calendar year the steps fall in, the latest
/// outside: the autumn before is inside the year it prepares, month under month. What would meet takes another lane of its
/// ring; numbers grow smaller until all lanes fit, and in the worst case stand a little after their day.
/// </summary>
public sealed record WheelLayout(IReadOnlyList<WheelRing> Rings, IReadOnlyList<WheelMark> Marks, double Badge)
{
    public const double Size = 1000;
    public const double Centre = Size / 2;
    public const double Outer = 445;
    public const double Hole = 112;
    private const double Gap = 16;
    private const int Largest = 19;
    private const int Smallest = 6;

    /// <summary>Between the lanes of numbers of this radius.</summary>
    private static double Pitch(double badge) => 2 * badge + 5;

    public static WheelLayout Of(int year, IReadOnlyList<WheelItem> items)
    {
        var years = Years(year, items);
        var parts = years.ToDictionary(one => one, one => items.SelectMany(item => Part(item, one)).OrderBy(mark => mark.From).ThenByDescending(mark => mark.To).ToList());
        for (double badge = Largest; badge >= Smallest; badge--)
            if (Fit(years, parts, badge, null) is { } layout)
                return layout;
        var total = Math.Max(1, parts.Values.Sum(marks => marks.Count));
        var lanes = (int)((Outer - Hole - Gap * years.Count) / Pitch(Smallest)) - years.Count;
        return Fit(years, parts, Smallest, one => 1 + lanes * parts[one].Count / total)!;
    }

    /// <summary>The year itself, the one before and the one after where something falls in them; the latest first.</summary>
    private static List<int> Years(int year, IReadOnlyList<WheelItem> items) =>
        [.. Enumerable.Range(year - 1, 3).Where(one => one == year || items.Any(item => item.First.Year <= one && item.Last.Year >= one)).OrderDescending()];

    private static IEnumerable<WheelMark> Part(WheelItem item, int year)
    {
        if (item.First.Year > year || item.Last.Year < year)
            yield break;
        var from = item.First.Year < year ? 0 : WheelAngles.Of(item.First, item.First == item.Last ? 0.5 : 0);
        var to = item.Last.Year > year ? WheelAngles.Whole : item.First == item.Last ? from : WheelAngles.Of(item.Last, 1);
        yield return new WheelMark(item, year, 0, from, to, from);
    }

    /// <param name="most">How many lanes a year may have; null for as many as it needs.</param>
    /// <returns>Null when they need more room than there is.</returns>
    private static WheelLayout? Fit(List<int> years, Dictionary<int, List<WheelMark>> parts, double badge, Func<int, int>? most)
    {
        List<WheelRing> rings = [];
        List<WheelMark> marks = [];
        var outer = Outer;
        foreach (var year in years)
        {
            var lanes = new WheelLanes(outer - Gap / 2, badge, Pitch(badge), most?.Invoke(year));
            foreach (var mark in parts[year])
                marks.Add(lanes.Place(mark));
            var inner = outer - Math.Max(1, lanes.Count) * Pitch(badge) - Gap;
            if (inner < Hole && most is null)
                return null;
            rings.Add(new WheelRing(year, inner, outer));
            outer = inner;
        }
        return new WheelLayout(rings, marks, badge);
    }
}
