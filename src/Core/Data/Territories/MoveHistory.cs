namespace Almanach.Core.Data.Territories;

/// <summary>The moves of municipalities, walked from list to list in either direction.</summary>
internal sealed class MoveHistory
{
    private readonly ILookup<TerritoryCode, Move> forward;

    private readonly ILookup<TerritoryCode, Move> back;

    public MoveHistory(IReadOnlyCollection<Move> moves)
    {
        forward = moves.ToLookup(move => move.From);
        back = moves.SelectMany(move => move.Heirs.Select(heir => (heir, move))).ToLookup(pair => pair.heir, pair => pair.move);
    }

    /// <summary>The codes of one year that the ground of a code of another lies in, or was made of.</summary>
    /// <param name="stands">Whether a code is in the list of a year: one that received others mostly stood before.</param>
    public IReadOnlyCollection<TerritoryCode> Follow(TerritoryCode code, int from, int to, Func<TerritoryCode, int, bool> stands)
    {
        if (!forward.Contains(code) && !back.Contains(code))
            return [code];
        SortedSet<TerritoryCode> codes = [code];
        for (var year = from + 1; year <= to; year++)
            codes = [.. codes.SelectMany(one => forward[one].FirstOrDefault(move => move.Year == year)?.Heirs ?? [one])];
        for (var year = from; year > to; year--)
            codes = [.. codes.SelectMany(one => Before(one, year, stands))];
        return codes;
    }

    private IEnumerable<TerritoryCode> Before(TerritoryCode code, int year, Func<TerritoryCode, int, bool> stands)
    {
        foreach (var move in back[code].Where(move => move.Year == year))
            yield return move.From;
        if (stands(code, year - 1) && forward[code].All(move => move.Year != year))
            yield return code;
    }
}
