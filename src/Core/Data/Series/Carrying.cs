using System.Collections.Concurrent;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// How municipalities of one list lie in those of a <see cref="Geography"/>. Both lists are parted into the smallest pieces of
/// ground that are the same in both: nearly always one municipality, sometimes several that became one, or one that became
/// several. Figures are summed within a piece where that has a sense, and never shared out: nothing says how.
/// </summary>
public sealed class Carrying
{
    /// <summary>Of each municipality of that list, and of each ward, its piece.</summary>
    private readonly Dictionary<TerritoryCode, int> _piece = [];

    private readonly Dictionary<TerritoryCode, int> _wards = [];

    private readonly Dictionary<int, int> _wardCounts;

    /// <summary>Of each of our municipalities, its piece; −1 where that list has none of its ground.</summary>
    private readonly int[] _pieceOf;

    /// <summary>Of each piece: municipalities of that list, and of ours.</summary>
    private readonly List<(int Theirs, int Ours)> _sizes = [];

    private readonly ConcurrentDictionary<TerritoryLevel, IReadOnlyList<PieceSet>> _sets = new();

    public Carrying(Geography geography, TerritoryYear from)
    {
        _pieceOf = new int[geography.Municipalities.Count];
        var joined = new Joined(_pieceOf.Length);
        List<(TerritoryCode Code, int Place)> theirs = [];
        foreach (var municipality in geography.Atlas.All(TerritoryLevel.Municipality, from))
        {
            var places = geography.Atlas.Became(municipality.Code, from, geography.Year).Codes.Select(geography.PlaceOf).Where(place => place >= 0).ToArray();
            if (places.Length == 0)
                continue;
            theirs.Add((municipality.Code, places[0]));
            foreach (var other in places.Skip(1))
                joined.Join(places[0], other);
        }
        Dictionary<int, int> pieces = [];
        foreach (var (code, place) in theirs)
        {
            var root = joined.Root(place);
            if (!pieces.TryGetValue(root, out var piece))
            {
                pieces[root] = piece = _sizes.Count;
                _sizes.Add((0, 0));
            }
            _sizes[piece] = (_sizes[piece].Theirs + 1, 0);
            _piece[code] = piece;
        }
        for (var place = 0; place < _pieceOf.Length; place++)
        {
            _pieceOf[place] = pieces.GetValueOrDefault(joined.Root(place), -1);
            if (_pieceOf[place] is >= 0 and var piece)
                _sizes[piece] = (_sizes[piece].Theirs, _sizes[piece].Ours + 1);
        }
        foreach (var ward in geography.Atlas.All(TerritoryLevel.Ward, from))
            if (geography.Atlas.Parent(TerritoryLevel.Ward, ward.Code, TerritoryLevel.Municipality, from) is { } whole && _piece.TryGetValue(whole, out var own))
                _wards[ward.Code] = own;
        _wardCounts = _wards.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The figures of the rows of a table, by pieces.</summary>
    public Brought Bring(IReadOnlyList<TerritoryCode> rows, Figure[] figures, bool additive)
    {
        var (targets, inWards) = Targets(rows);
        var result = new Figure[_sizes.Count];
        var (present, given) = (new int[result.Length], new int[result.Length]);
        for (var row = 0; row < targets.Length; row++)
        {
            if (targets[row] is not (>= 0 and var piece))
                continue;
            present[piece]++;
            if (figures[row].IsGiven)
            {
                given[piece]++;
                result[piece] = new Figure(result[piece].Value + figures[row].Value, FigureState.Given);
            }
            else if (!result[piece].IsGiven)
                result[piece] = figures[row];
        }
        for (var piece = 0; piece < result.Length; piece++)
        {
            var parts = inWards.Contains(piece) ? _wardCounts[piece] : _sizes[piece].Theirs;
            if (present[piece] > 0 && (parts > 1 || present[piece] > 1))
                result[piece] = !additive ? new Figure(0, FigureState.NotAdditive)
                    : given[piece] == parts && present[piece] == parts ? result[piece]
                    : new Figure(result[piece].Value, FigureState.Incomplete, Math.Max(1, parts - given[piece]));
        }
        return new Brought(this, result);
    }

    /// <summary>The codes of that list whose ground lies in these municipalities of ours.</summary>
    /// <param name="places">In <see cref="Geography.Municipalities"/>.</param>
    public HashSet<TerritoryCode> Sources(IReadOnlySet<int> places)
    {
        var pieces = places.Select(place => _pieceOf[place]).ToHashSet();
        return [.. _piece.Concat(_wards).Where(pair => pieces.Contains(pair.Value)).Select(pair => pair.Key)];
    }

    /// <summary>The figure of one of our municipalities: none of its own where it is but a part of a piece.</summary>
    internal Figure At(Figure[] pieces, int place) =>
        _pieceOf[place] is not (>= 0 and var piece) ? Figure.Absent
        : _sizes[piece].Ours == 1 || pieces[piece].State == FigureState.Absent ? pieces[piece]
        : new Figure(0, FigureState.OtherBounds);

    /// <summary>The sum over each territory of a level.</summary>
    internal Figure[] Sums(Figure[] pieces, LevelScope scope) => [.. _sets.GetOrAdd(scope.Level, _ => Sets(scope)).Select(set => Sum(pieces, set))];

    private static Figure Sum(Figure[] pieces, PieceSet set)
    {
        var (sum, lacking, absent) = (0m, set.Broken, set.Broken);
        foreach (var piece in set.Whole)
        {
            var figure = pieces[piece];
            if (figure.IsGiven)
                sum += figure.Value;
            else if (figure.State == FigureState.Incomplete)
                (sum, lacking) = (sum + figure.Value, lacking + 1);
            else
                (lacking, absent) = (lacking + 1, absent + (figure.State == FigureState.Absent ? 1 : 0));
        }
        return absent == set.Whole.Length + set.Broken ? Figure.Absent : lacking == 0 ? Figure.Of(sum) : new Figure(sum, FigureState.Incomplete, lacking);
    }

    private IReadOnlyList<PieceSet> Sets(LevelScope scope) =>
        [.. scope.Members.Select(members =>
        {
            var counts = members.GroupBy(place => _pieceOf[place]).ToList();
            return new PieceSet(
                [.. counts.Where(group => group.Key >= 0 && group.Count() == _sizes[group.Key].Ours).Select(group => group.Key)],
                counts.Where(group => group.Key < 0 || group.Count() != _sizes[group.Key].Ours).Sum(group => group.Count()));
        })];

    /// <summary>The piece of each row, −1 for none; and which pieces are given by their wards alone.</summary>
    private (int[] Targets, HashSet<int> InWards) Targets(IReadOnlyList<TerritoryCode> rows)
    {
        var targets = new int[rows.Count];
        HashSet<int> whole = [];
        List<int> wards = [];
        for (var row = 0; row < targets.Length; row++)
        {
            targets[row] = _piece.GetValueOrDefault(rows[row], -1);
            if (targets[row] >= 0 && _wardCounts.ContainsKey(targets[row]))
                whole.Add(targets[row]);
            else if (targets[row] < 0 && _wards.ContainsKey(rows[row]))
                wards.Add(row);
        }
        HashSet<int> inWards = [];
        foreach (var row in wards)
            if (_wards[rows[row]] is var piece && !whole.Contains(piece))
            {
                targets[row] = piece;
                inWards.Add(piece);
            }
        return (targets, inWards);
    }

    /// <param name="Whole">Pieces that lie in the territory as a whole.</param>
    /// <param name="Broken">Its municipalities whose piece goes beyond it, or is not known.</param>
    private sealed record PieceSet(int[] Whole, int Broken);
}

/// <summary>The figures of a table of municipalities, in another geography.</summary>
public sealed class Brought
{
    private readonly Carrying _carrying;

    private readonly Figure[] _pieces;

    internal Brought(Carrying carrying, Figure[] pieces) => (_carrying, _pieces) = (carrying, pieces);

    /// <param name="place">In <see cref="Geography.Municipalities"/>.</param>
    public Figure this[int place] => _carrying.At(_pieces, place);

    /// <summary>Sums of an additive measure: whole where every part is known, else what the known parts make.</summary>
    public Figure[] Sums(LevelScope scope) => _carrying.Sums(_pieces, scope);
}

/// <summary>Numbers joined into groups (union-find).</summary>
file sealed class Joined(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Root(int one)
    {
        while (_parents[one] != one)
            one = _parents[one] = _parents[_parents[one]];
        return one;
    }

    public void Join(int one, int other) => _parents[Root(other)] = Root(one);
}
