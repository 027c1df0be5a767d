using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories.Tables;

/// <summary>Neighbourhoods (IRIS, quartiers prioritaires) and the municipality each lies in.</summary>
internal static class NeighbourhoodTable
{
    public static MembershipTable Read(PlainTable table, Atlas atlas)
    {
        var (code, name, municipality) = (table.Column(MembershipColumns.Neighbourhood), table.Column(MembershipColumns.NeighbourhoodName), table.Column(MembershipColumns.Municipality));
        var rows = table.Rows
            .Where(row => TerritoryCode.TryParse(PlainTable.Cell(row, code), out _))
            .Select(row => (Code: TerritoryCode.Of(PlainTable.Cell(row, code)), Name: PlainTable.Cell(row, name), Municipality: In(PlainTable.Cell(row, municipality), PlainTable.Cell(row, code))))
            .Where(row => row.Municipality is not null)
            .DistinctBy(row => row.Code)
            .ToArray();
        if (rows.Length == 0)
            throw new TerritoryFileException("Cette liste de quartiers ne dit pas dans quelle commune est chacun (colonne « DEPCOM » ou « code_commune »).");
        var year = YearFit.Of(TerritoryLevel.Municipality, [.. rows.Select(row => row.Municipality!.Value)], atlas)[0].Year;
        var span = new YearSpan(year.Value, YearSpan.NoEnd);
        return new MembershipTable(
            year,
            [.. rows.GroupBy(row => atlas.Parent(TerritoryLevel.Ward, row.Municipality!.Value, TerritoryLevel.Municipality, year) ?? row.Municipality!.Value).OrderBy(group => group.Key)
                .Select(group => new Belonging(TerritoryLevel.Municipality, group.Key, span, TerritoryLevel.Neighbourhood, [.. group.Select(row => row.Code).Order()]))],
            new Dictionary<(TerritoryLevel, TerritoryCode), string>(),
            [.. rows.OrderBy(row => row.Code).Select(row => new ListedTerritory(TerritoryLevel.Neighbourhood, row.Code, row.Name.Length > 0 ? row.Name : row.Code.ToString(), span))],
            0);
    }

    /// <summary>An IRIS begins with the code of its municipality.</summary>
    private static TerritoryCode? In(string municipality, string code) =>
        TerritoryCode.TryParse(municipality, out var said) ? said : code.Length == 9 && TerritoryCode.TryParse(code[..5], out var begun) ? begun : null;
}
