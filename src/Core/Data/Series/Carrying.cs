using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// How municipalities of one list lie in those of a <see cref="Geography"/>. Merged ones are summed where that has a sense;
/// what was split is not shared out, since nothing says how.
/// </summary>
public sealed class Carrying
{
    private readonly Dictionary<TerritoryCode, int> _target = [];

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
        }
    }

    /// <summary>The figures of the rows of a table, for each municipality of the geography.</summary>
    public Figure[] Bring(IReadOnlyList<TerritoryCode> rows, Figure[] figures, bool additive)
    {
        var targets = Targets(rows);
        var result = new Figure[_parts.Length];
        var (present, given) = (new int[_parts.Length], new int[_parts.Length]);
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
            if (present[place] > 0 && (_parts[place] > 1 || present[place] > 1))
                result[place] = !additive ? new Figure(0, FigureState.NotAdditive)
                    : given[place] == _parts[place] && present[place] == _parts[place] ? result[place]
                    : new Figure(result[place].Value, FigureState.Incomplete, Math.Max(1, _parts[place] - given[place]));
        return result;
    }

    /// <summary>Where each row goes; −1 for nowhere: wards are counted in their municipality.</summary>
    private int[] Targets(IReadOnlyList<TerritoryCode> rows)
    {
        var targets = new int[rows.Count];
        for (var row = 0; row < targets.Length; row++)
            targets[row] = _target.GetValueOrDefault(rows[row], -1);
        return targets;
    }
}
