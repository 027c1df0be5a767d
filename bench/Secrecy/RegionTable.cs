using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Secrecy.Building;

namespace Almanach.Bench;

/// <summary>
/// A made-up region: municipalities in EPCI and in departments that EPCI cross, five categories and their total, two vintages of
/// which the first is out. Counts under 5 are hidden, and a second category of the same municipality where one alone would be.
/// </summary>
static class RegionTable
{
    static readonly string[] _categories = ["A", "B", "C", "D", "E"];

    public static AuditTable Of(int municipalities, int epci, int departments)
    {
        var random = new Random(1);
        Grouping[] groupings =
        [
            .. Enumerable.Range(0, epci).Select(e => new Grouping($"epci{e}", [.. Part(municipalities, i => i * epci / municipalities == e)])),
            .. Enumerable.Range(0, departments).Select(d => new Grouping($"dep{d}", [.. Part(municipalities, i => (i + 7) * departments / (municipalities + 7) == d)])),
            new Grouping("region", [.. Enumerable.Range(0, departments).Select(d => $"dep{d}")]),
            new Grouping("region", [.. Enumerable.Range(0, epci).Select(e => $"epci{e}")]),
        ];
        var names = new Dictionary<string, string>();
        var draft = new TableDraft([new Dimension(names, groupings), new Dimension(names, [new Grouping("T", _categories)])]);
        foreach (var vintage in new[] { "2019", "2020" })
            Add(draft, random, municipalities, groupings, vintage);
        return draft.Build();
    }

    static void Add(TableDraft draft, Random random, int municipalities, Grouping[] groupings, string vintage)
    {
        var (values, hidden) = (new Dictionary<(string Where, string What), int>(), new HashSet<(string, string)>());
        foreach (var where in Part(municipalities, _ => true))
        {
            var size = Math.Exp(random.NextDouble() * 6);
            foreach (var what in _categories)
                values[(where, what)] = (int)(size * (0.2 + random.NextDouble() * 3));
            values[(where, "T")] = _categories.Sum(what => values[(where, what)]);
            hidden.UnionWith(_categories.Where(what => values[(where, what)] is > 0 and < 5).Select(what => (where, what)));
            if (_categories.Count(what => hidden.Contains((where, what))) == 1)
                hidden.Add((where, _categories.Where(what => !hidden.Contains((where, what))).MinBy(what => values[(where, what)])!));
        }
        foreach (var grouping in groupings)
            foreach (var what in _categories.Append("T"))
                values[(grouping.Whole, what)] = grouping.Parts.Sum(part => values[(part, what)]);
        foreach (var (place, value) in values)
            draft.Add(new FigurePlace([place.Where, place.What], vintage), hidden.Contains(place) ? new CellKnowledge.Hidden(value) : new CellKnowledge.Published(value), vintage == "2019" ? "2020" : null);
    }

    static IEnumerable<string> Part(int municipalities, Func<int, bool> isIn) => Enumerable.Range(0, municipalities).Where(isIn).Select(i => $"c{i}");
}
