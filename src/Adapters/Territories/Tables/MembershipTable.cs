using System.Globalization;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories.Tables;

/// <summary>
/// What a table says municipalities belong to, and how those territories are called where it says that. Levels that the
/// atlas knows for that year are left aside: the shipped list leads.
/// </summary>
internal sealed partial record MembershipTable(
    TerritoryYear Year, IReadOnlyList<Belonging> Belongings, IReadOnlyDictionary<(TerritoryLevel, TerritoryCode), string> Labels, IReadOnlyList<ListedTerritory> Neighbourhoods, int Municipalities)
{
    private const double Enough = 0.95;

    /// <exception cref="TerritoryFileException">No table of the kind.</exception>
    public static MembershipTable Read(byte[] content, Atlas atlas)
    {
        var tables = PlainTable.Read(content);
        var labels = tables.SelectMany(LabelsOf).DistinctBy(label => label.Key).ToDictionary(label => label.Key, label => label.Name);
        if (tables.FirstOrDefault(table => table.Column(MembershipColumns.Neighbourhood) >= 0) is { } list)
            return NeighbourhoodTable.Read(list, atlas);
        foreach (var table in tables.Where(table => table.Column(MembershipColumns.Kind) < 0))
            if (table.Column(MembershipColumns.Municipality) is >= 0 and var code && table.Columns.Any(column => MembershipColumns.Level(column) is not null))
                return Of(table, code, labels, atlas);
        return labels.Count > 0
            ? new MembershipTable(atlas.Last, [], labels, [], 0)
            : throw new TerritoryFileException("Ce tableau ne dit pas à quoi les communes appartiennent\u00A0: il lui manque une colonne de cantons, bassins de vie, zones d’emploi ou EPCI (CANOV, CV, BV2022, ZE2020, EPCI).");
    }

    private static MembershipTable Of(PlainTable table, int column, IReadOnlyDictionary<(TerritoryLevel, TerritoryCode), string> labels, Atlas atlas)
    {
        var rows = table.Rows.Where(row => TerritoryCode.TryParse(PlainTable.Cell(row, column), out _)).ToArray();
        var codes = rows.Select(row => TerritoryCode.Of(PlainTable.Cell(row, column))).ToArray();
        if (codes.Length == 0)
            throw new TerritoryFileException("La colonne des communes est vide.");
        if (codes.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new TerritoryFileException($"La commune {twice.Key} figure deux fois. Retirez les doublons, ou téléchargez de nouveau le fichier.");
        var fit = YearFit.Of(TerritoryLevel.Municipality, codes, atlas);
        var year = Said(table.Title) is { } said && fit.FirstOrDefault(one => one.Year.Value == said) is { } told ? told : fit[0];
        var strangers = year.Unknown.Where(code => !atlas.Knows(TerritoryLevel.Ward, code, year.Year)).ToArray();
        if (strangers.Length > (1 - Enough) * codes.Length)
            throw new TerritoryFileException($"{strangers.Length} codes sur {codes.Length} ne sont pas des communes de {year.Year} ({string.Join(", ", strangers.Take(5))}…). Vérifiez que la colonne des codes n’a pas perdu ses zéros.");
        List<Belonging> belongings = [];
        foreach (var (index, level) in table.Columns.Index().Select(pair => (pair.Index, MembershipColumns.Level(pair.Item))).Where(pair => pair.Item2 is not null && !atlas.Covers(pair.Item2.Value, year.Year)))
            belongings.AddRange(rows
                .Select((row, i) => (Municipality: codes[i], Parent: PlainTable.Cell(row, index)))
                .Where(pair => TerritoryCode.TryParse(pair.Parent, out _) && !pair.Parent.StartsWith("ZZ", StringComparison.Ordinal) && atlas.Knows(TerritoryLevel.Municipality, pair.Municipality, year.Year))
                .GroupBy(pair => pair.Parent, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Belonging(level!.Value, TerritoryCode.Of(group.Key), new YearSpan(year.Year.Value, year.Year.Value), TerritoryLevel.Municipality, [.. group.Select(pair => pair.Municipality).Order()])));
        return belongings.Count > 0 || labels.Count > 0
            ? new MembershipTable(year.Year, belongings, labels, [], codes.Length)
            : throw new TerritoryFileException($"Tout ce que dit ce tableau est déjà connu pour {year.Year}.");
    }

    private static IEnumerable<((TerritoryLevel, TerritoryCode) Key, string Name)> LabelsOf(PlainTable table)
    {
        var (kind, code, name) = (table.Column(MembershipColumns.Kind), table.Column("codgeo"), table.Column(MembershipColumns.Name));
        if (kind < 0 || code < 0 || name < 0)
            yield break;
        foreach (var row in table.Rows)
            if (MembershipColumns.Level(PlainTable.Cell(row, kind)) is { } level && TerritoryCode.TryParse(PlainTable.Cell(row, code), out var one))
                yield return ((level, one), PlainTable.Cell(row, name).Replace('\'', '’'));
    }

    /// <summary>« Géographie au 01/01/2024 » above the table.</summary>
    private static int? Said(string title) => Geography().Match(title) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"[Gg]éographie au 0?1(?:er)?[/ .-](?:0?1|janvier)[/ .-]((?:19|20)\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Geography();
}
