using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Deliveries.LastYear;

/// <summary>What a column holds, in words that can be held against another year’s.</summary>
internal static class ColumnKinds
{
    public static string Of(SchemaField field) => field.Type switch
    {
        FieldType.Integer => "nombres entiers",
        FieldType.Number => "nombres",
        FieldType.Date or FieldType.DateTime => "dates",
        FieldType.Year => "années",
        FieldType.Boolean => "oui ou non",
        FieldType.Time => "heures",
        FieldType.YearMonth => "mois",
        FieldType.String or FieldType.Any => LevelOf(field) is { } level ? field.Territory is { ByName: true } ? $"noms de territoires ({LevelNames.Many(level)})" : $"codes de territoires ({LevelNames.Many(level)})" : Length(field) is { } length ? $"codes de {length}\u00A0caractères" : "texte",
    };

    /// <summary>As the same file would have been described by the schema it suggests.</summary>
    public static SchemaField FieldOf(ColumnProfile column)
    {
        var isCode = SchemaInference.IsCode(column);
        return new SchemaField(column.Name, SchemaInference.TypeOf(column)) { Title = column.Label, MinLength = isCode ? column.Shortest : null, MaxLength = isCode ? column.Longest : null };
    }

    /// <summary>The level of a column of codes, by what its schema, its name or the length of its codes says.</summary>
    public static TerritoryLevel? LevelOf(SchemaField field) =>
        field.Territory?.Level ?? (Length(field) switch
        {
            9 => (TerritoryLevel?)TerritoryLevel.Intercommunality,
            5 => TerritoryLevel.Municipality,
            _ => null,
        }) ?? (field.Type == FieldType.String ? TerritoryColumns.LevelOf(field.Name) : null);

    private static int? Length(SchemaField field) => field.Type == FieldType.String && field.MinLength is { } length && field.MaxLength == length ? length : null;
}
