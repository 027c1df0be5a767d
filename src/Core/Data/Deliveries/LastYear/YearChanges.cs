using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.French;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>
/// Figures that changed more than usual since the file that was accepted before, territory by territory: warnings all. Usual is
/// what the schema says of the column (<see cref="ChangeRule"/>), else less than twice or half, or less than fifty.
/// </summary>
public static class YearChanges
{
    private const decimal Factor = 2;

    private const decimal Small = 50;

    /// <summary>Territories held in memory; a larger file is compared on its first ones.</summary>
    private const int MostTerritories = 100_000;

    private const int MostColumns = 60;

    /// <param name="report">Receives the warnings.</param>
    /// <param name="years">From that collection to this one.</param>
    /// <exception cref="UnreadableException">One of both cannot be read to its end.</exception>
    public static void Add(CheckReport report, ComparedFile before, ComparedFile now, string when, int years)
    {
        using var then = before.Open();
        using var table = now.Open();
        if (then is null || table is null)
            return;
        List<(int Place, int Before, string Name, decimal? Maximum)> pairs = [.. table.Figures
            .Select(column => (column.Place, Before: then.Figures.FindIndex(other => Same(other.Name, column.Name) || Same(YearInNames.Moved(other.Name, years), column.Name)), column.Name, now.Schema?.Changes.FirstOrDefault(rule => Same(rule.Field, column.Name))?.Maximum))
            .Where(pair => pair.Before >= 0).Take(MostColumns)];
        if (pairs.Count == 0)
            return;
        var held = Held(then);
        HashSet<string> met = [];
        while (table.Read())
        {
            var territory = table.Territory;
            if (territory.Length == 0 || !held.TryGetValue(territory, out var figures) || figures is null || !met.Add(territory))
                continue;
            foreach (var (place, other, name, maximum) in pairs)
                if (figures[other] is { } was && table.Figure(place) is { } value && IsUnusual(was, value, maximum))
                    Tell(report, table, place, name, territory, was, value, when);
        }
    }

    /// <summary>The figures of a file by territory; null for one that comes twice: which row is meant, nothing says.</summary>
    private static Dictionary<string, decimal?[]?> Held(ComparedTable then)
    {
        Dictionary<string, decimal?[]?> held = new(StringComparer.Ordinal);
        while (then.Read() && held.Count < MostTerritories)
            if (then.Territory is { Length: > 0 } territory && !held.TryAdd(territory, [.. then.Figures.Select(column => then.Figure(column.Place))]))
                held[territory] = null;
        return held;
    }

    /// <param name="maximum">As a share; null for the usual one.</param>
    public static bool IsUnusual(decimal was, decimal value, decimal? maximum)
    {
        var change = Math.Abs(value - was);
        return maximum is { } share ? was != 0 && change > share * Math.Abs(was)
            : change >= Small && (Math.Max(Math.Abs(was), Math.Abs(value)) >= Factor * Math.Min(Math.Abs(was), Math.Abs(value)) || Math.Sign(was) * Math.Sign(value) < 0);
    }

    private static void Tell(CheckReport report, ComparedTable table, int place, string name, string territory, decimal was, decimal value, string when)
    {
        if (report.Warnings.IsFull)
        {
            report.Warnings.Add(FindingTypes.Change);
            return;
        }
        report.Warnings.Add(new Finding(FindingTypes.Change, table.Row, place + 1, name, Shown(value),
            $"{Place.Of(table.Row, name)}\u00A0: pour {territory}, {Shown(was)} {char.ToLowerInvariant(when[0])}{when[1..]}, {Shown(value)} cette année\u00A0: {Hint(was, value)}."));
    }

    /// <summary>Ten times as much, or as little, is most often a slip of the hand.</summary>
    private static string Hint(decimal was, decimal value) => (was == 0 ? 0 : value / was) switch
    {
        >= 9 and <= 11 or >= 90 and <= 110 => "vérifiez un zéro de trop",
        >= 0.09m and <= 0.111m or >= 0.009m and <= 0.0111m => "vérifiez un zéro de moins",
        _ => "vérifiez cette valeur",
    };

    private static string Shown(decimal value) => Numbers.Decimal(value, value == decimal.Truncate(value) ? 0 : 2);

    private static bool Same(string one, string other) => LabelMatch.Plain(one) == LabelMatch.Plain(other);
}

/// <summary>A file that is compared with another year’s.</summary>
/// <param name="Sheet">Where its table was found; null for the first with figures.</param>
/// <param name="Schema">By which it was checked; null for none.</param>
public sealed record ComparedFile(IDataFiles Reader, Stream Raw, string? Sheet, TableSchema? Schema, MendList Agreed)
{
    /// <summary>Null where it has no column of territories, or no figures.</summary>
    internal ComparedTable? Open()
    {
        var opening = Reader.Open(Raw, Sheet);
        if (opening.File is not { } file)
            return null;
        if (SheetChoice.Of(file, file.Facts.Sheets is [{ Name.Length: 0 }] ? null : Sheet).Place is not { } place)
        {
            file.Dispose();
            return null;
        }
        var rows = new TableRows(file.Open(place));
        if (ComparedTable.Of(file, rows, Schema) is { } table)
        {
            _ = MendedColumns.Of(rows, rows.Head!, Agreed);
            return table;
        }
        rows.Dispose();
        file.Dispose();
        return null;
    }
}

/// <summary>Rows of a file by territory.</summary>
internal sealed class ComparedTable : IDisposable
{
    private readonly IDataFile _file;

    private readonly TableRows _rows;

    private readonly int _territory;

    private ComparedTable(IDataFile file, TableRows rows, int territory, List<(int Place, string Name)> figures) => (_file, _rows, _territory, Figures) = (file, rows, territory, figures);

    public List<(int Place, string Name)> Figures { get; }

    public int Row => _rows.Row;

    public string Territory => Encoding.UTF8.GetString(CellText.Trimmed(_rows.Cell(_territory)));

    /// <summary>Null for a mark, and for whatever is no number.</summary>
    public decimal? Figure(int place) => FigureText.TryParse(CellText.Trimmed(_rows.Cell(place)), out var value, out _) ? value : null;

    public static ComparedTable? Of(IDataFile file, TableRows rows, TableSchema? schema)
    {
        if (rows.Head is not { } head)
            return null;
        var named = head.Columns.Where(column => !column.IsBlank).ToList();
        SchemaField? FieldOf(HeadColumn column) => schema?.Fields.FirstOrDefault(field => LabelMatch.Plain(field.Name) is var plain && (LabelMatch.Plain(column.Name) == plain || LabelMatch.Plain(column.Label) == plain));
        var territory = named.Find(column => FieldOf(column)?.Territory is not null) ?? named.Find(column => TerritoryColumns.LevelOf(column.Name) is not null);
        if (territory is null)
            return null;
        var figures = named.Where(column => column != territory && TerritoryColumns.LevelOf(column.Name) is null
            && (schema is null ? column.HoldsNumbers : FieldOf(column)?.Type is FieldType.Integer or FieldType.Number)).Select(column => (column.Place, FieldOf(column)?.Name ?? column.Name)).ToList();
        return figures.Count == 0 ? null : new ComparedTable(file, rows, territory.Place, figures);
    }

    /// <summary>The next row of data; false at the end, and where other heads begin.</summary>
    public bool Read()
    {
        while (true)
            switch (_rows.Read())
            {
                case TableEvent.Row:
                    return true;
                case TableEvent.Blank:
                    break;
                case TableEvent.Head:
                case TableEvent.End:
                default:
                    return false;
            }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }
}
