using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks;

/// <summary>Which columns hold territories: those the schema says, else those whose name is one that producers give to codes.</summary>
internal static class TerritoryColumns
{
    private static readonly string[] Municipalities = ["codgeo", "depcom", "com", "codecom", "codcom", "codeinsee", "insee", "inseecom", "codecommune", "codeinseecommune", "codeinseedelacommune", "insee_com"];

    private static readonly string[] Departments = ["dep", "codedep", "coddep", "codedepartement", "departementcode"];

    private static readonly string[] Regions = ["reg", "codereg", "codreg", "coderegion"];

    private static readonly string[] Intercommunalities = ["epci", "codeepci", "codepci", "sirenepci", "codesirenepci"];

    public static IReadOnlyList<TerritoryCheck> Of(TableHead head, IReadOnlyList<FieldCheck> fields, CheckOptions options, Findings findings)
    {
        if (options.Atlas is not { } atlas)
            return [];
        var exempt = (options.Schema?.TotalRows ?? []).Select(rule => rule.Value).ToHashSet();
        List<TerritoryCheck> checks = [];
        foreach (var (place, name, rule) in options.Schema is null ? Named(head, options.Year) : Ruled(fields, options.Year, findings))
            if (atlas.Covers(rule.Level, rule.Year!.Value))
                checks.Add(new TerritoryCheck(place, name, head.Columns[place].Name, rule.Level, rule.Year.Value, rule.ByName, atlas, exempt, findings));
            else
                findings.Warnings.Add(new Finding(FindingTypes.Territory, null, place + 1, name, null, $"{Place.Column(name)}\u00A0: la liste des {LevelNames.Many(rule.Level)} au 1er\u00A0janvier {rule.Year} n’est pas connue. Les territoires n’ont pas été vérifiés\u00A0; importez une table d’appartenance de cette année."));
        return checks;
    }

    private static IEnumerable<(int Place, string Name, TerritoryRule Rule)> Ruled(IReadOnlyList<FieldCheck> fields, int? year, Findings findings)
    {
        foreach (var field in fields)
            if (field.Field.Territory is { } rule && (rule.Year ?? year) is { } known)
                yield return (field.Place, field.Field.Name, rule with { Year = known });
            else if (field.Field.Territory is not null)
                findings.Warnings.Add(new Finding(FindingTypes.Territory, null, field.Place + 1, field.Field.Name, null, $"{Place.Column(field.Field.Name)}\u00A0: l’année de la liste des territoires n’est pas dite. Ils n’ont pas été vérifiés\u00A0; donnez-la dans le schéma, ou avec --year."));
    }

    /// <summary>Without a schema only an year that was asked for makes codes of columns.</summary>
    private static IEnumerable<(int Place, string Name, TerritoryRule Rule)> Named(TableHead head, int? year)
    {
        if (year is not null)
            foreach (var column in head.Columns.Where(column => !column.IsBlank))
                if (LevelOf(column.Name) is { } level)
                    yield return (column.Place, column.Name, new TerritoryRule(level, year));
    }

    /// <summary>By a name that producers give to codes; null for any other.</summary>
    internal static TerritoryLevel? LevelOf(string name) => string.Concat(Typography.Fold(name).Where(char.IsLetterOrDigit)) is var plain
        && Municipalities.Contains(plain) ? TerritoryLevel.Municipality
        : Departments.Contains(plain) ? TerritoryLevel.Department
        : Regions.Contains(plain) ? TerritoryLevel.Region
        : Intercommunalities.Contains(plain) ? TerritoryLevel.Intercommunality
        : null;
}
