namespace Almanach.Core.Data.Territories;

/// <summary>
/// Territories as they are kept in a file, the shipped list and imported tables alike: UTF-8, one thing a line, fields
/// between semicolons, spans of years with both ends (an empty end holds on).
/// <code>
/// # almanach-cog 1;1999;2026                      the first and last list of codes
/// T;COM;01001;1999;;L’Abergement-Clémenciat;860   level; code; from; until; name; municipal population
/// N;COM;01033;2018;Bellegarde-sur-Valserine       called so until 2018
/// A;EPCI;200069193;2019;;COM;01001 01005 …        level; code; from; until; level of its parts; their codes
/// M;2019;01091;01033                              on 1 January 2019, 01091 lies in 01033
/// </code>
/// </summary>
public sealed record TerritoryFile(
    int First, int Last, IReadOnlyList<ListedTerritory> Territories, IReadOnlyList<FormerName> Names,
    IReadOnlyList<Belonging> Belongings, IReadOnlyList<Move> Moves)
{
    /// <exception cref="FormatException">Not such a file: it was damaged, or a newer program wrote it.</exception>
    public static TerritoryFile Read(ReadOnlySpan<byte> utf8)
    {
        var (first, last) = (0, 0);
        List<ListedTerritory> territories = [];
        List<FormerName> names = [];
        List<Belonging> belongings = [];
        List<Move> moves = [];
        foreach (var range in utf8.Split((byte)'\n'))
        {
            if (utf8[range].IsEmpty)
                continue;
            var fields = new TerritoryFields(utf8[range]);
            switch (fields.Text())
            {
                case "# almanach-cog 1":
                    (first, last) = (fields.Number(), fields.Number());
                    break;
                case "T":
                    var (level, code, years) = (fields.Level(), fields.Code(), fields.Years());
                    territories.Add(new ListedTerritory(level, code, fields.Text(), years, fields.NumberIfAny()));
                    break;
                case "N":
                    names.Add(new FormerName(fields.Level(), fields.Code(), fields.Number(), fields.Text()));
                    break;
                case "A":
                    belongings.Add(new Belonging(fields.Level(), fields.Code(), fields.Years(), fields.Level(), fields.Codes()));
                    break;
                case "M":
                    moves.Add(new Move(fields.Number(), fields.Code(), fields.Codes()));
                    break;
                default:
                    throw new FormatException("A line of a list of territories begins with T, N, A or M.");
            }
        }
        return first == 0
            ? throw new FormatException("A list of territories begins with its years.")
            : new TerritoryFile(first, last, territories, names, belongings, moves);
    }
}
