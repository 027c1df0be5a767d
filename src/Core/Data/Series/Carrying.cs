using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// How municipalities of one list lie in those of a <see cref="Geography"/>. Merged ones are summed where that has a sense;
/// what was split is not shared out, since nothing says how.
/// </summary>
public sealed class Carrying
{
    private readonly Dictionary<TerritoryCode, int> _target = [];

    /// <summary>Of each ward, the place of its municipality.</summary>
    private readonly Dictionary<TerritoryCode, int> _wards = [];

    private readonly Dictionary<int, int> _wardCounts;

    /// <summary>Of each that was split, where its ground lies now.</summary>
    private readonly Dictionary<TerritoryCode, int[]> _split = [];

    /// <summary>Municipalities of that list that make each of ours; one that was split counts, and is never there.</summary>
    private readonly int[] _parts;

    public Carrying(Geography geography, TerritoryYear from)
    {
        _parts = new int[geography.Municipalities.Count];
        foreach (var municipality in geography.Atlas.All(TerritoryLevel.Municipality, from))
        {
            var fate = geography.Atlas.Became(municipality.Code, from, geography.Year);
            foreach (var code in fate.Codes)
                if (geography.PlaceOf(code) is >= 0 and var place)
                    _parts[place]++;
            if (fate.Whole is { } whole && geography.PlaceOf(whole) is >= 0 and var target)
                _target[municipality.Code] = target;
            if (fate.Kind == FateKind.Several)
                _split[municipality.Code] = [.. fate.Codes.Select(geography.PlaceOf).Where(place => place >= 0)];
        }
        foreach (var ward in geography.Atlas.All(TerritoryLevel.Ward, from))
            if (geography.Atlas.Parent(TerritoryLevel.Ward, ward.Code, TerritoryLevel.Municipality, from) is { } whole && _target.TryGetValue(whole, out var place))
                _wards[ward.Code] = place;
        _wardCounts = _wards.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The figures of the rows of a table, for each municipality of the geography.</summary>
    public Figure[] Bring(IReadOnlyList<TerritoryCode> rows, Figure[] figures, bool additive)
    {
        var (targets, inWards) = Targets(rows);
        var result = new Figure[_parts.Length];
        var (present, given) = (new int[_parts.Length], new int[_parts.Length]);
        foreach (var place in rows.SelectMany(code => _split.GetValueOrDefault(code) ?? []))
            result[place] = new Figure(0, FigureState.OtherBounds);
        for (var row = 0; row < targets.Length; row++)
        {
            if (targets[row] is not (>= 0 and var place))
                continue;
            present[place]++;
            if (figures[row].IsGiven)
            {
                given[place]++;
                result[place] = new Figure(result[place].Value + figures[row].Value, FigureState.Given);
            }
            else if (!result[place].IsGiven)
                result[place] = figures[row];
        }
        for (var place = 0; place < result.Length; place++)
        {
            var parts = inWards.Contains(place) ? _wardCounts[place] : _parts[place];
            if (present[place] > 0 && (parts > 1 || present[place] > 1))
                result[place] = !additive ? new Figure(0, FigureState.NotAdditive)
                    : given[place] == parts && present[place] == parts ? result[place]
                    : new Figure(result[place].Value, FigureState.Incomplete, Math.Max(1, parts - given[place]));
        }
        return result;
    }

    /// <summary>Those that were split: what is summed over all of their ground may count them whole.</summary>
    public IReadOnlyList<SplitFigure> Splits(IReadOnlyList<TerritoryCode> rows, Figure[] figures) =>
        [.. rows.Zip(figures).Where(pair => pair.Second.IsGiven && _split.ContainsKey(pair.First))
            .Select(pair => new SplitFigure(_split[pair.First], pair.Second.Value))
            .Where(split => split.Places.All(place => _parts[place] == 1))];

    /// <summary>The codes of that list which lie in these municipalities of ours.</summary>
    /// <param name="places">In <see cref="Geography.Municipalities"/>.</param>
    public HashSet<TerritoryCode> Sources(IReadOnlySet<int> places) => [.. _target.Concat(_wards).Where(pair => places.Contains(pair.Value)).Select(pair => pair.Key)];

    /// <summary>Where each row goes, −1 for nowhere; and which municipalities are given by their wards alone.</summary>
    private (int[] Targets, HashSet<int> InWards) Targets(IReadOnlyList<TerritoryCode> rows)
    {
        var targets = new int[rows.Count];
        HashSet<int> whole = [];
        List<int> wards = [];
        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = _target.GetValueOrDefault(rows[row], -1);
            if (targets[row] >= 0 && _wardCounts.ContainsKey(targets[row]))
                whole.Add(targets[row]);
            else if (targets[row] < 0 && _wards.ContainsKey(rows[row]))
                wards.Add(row);
        }
        HashSet<int> inWards = [];
        foreach (var row in wards)
            if (_wards[rows[row]] is var place && !whole.Contains(place))
            {
                targets[row] = place;
                inWards.Add(place);
            }
        return (targets, inWards);
    }
}

/// <param name="Places">Where the ground of a municipality that was split lies, and nobody else’s.</param>
public readonly record struct SplitFigure(int[] Places, decimal Value);
