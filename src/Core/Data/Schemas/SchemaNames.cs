namespace Almanach.Core.Data.Schemas;

/// <summary>Every name a rule gives must be one of a field.</summary>
internal static class SchemaNames
{
    public static void Check(TableSchema schema, List<string> problems)
    {
        var names = schema.Fields.Select(field => field.Name).ToHashSet();
        void Known(string name, string place)
        {
            if (!names.Contains(name))
                problems.Add($"Dans «\u00A0{place}\u00A0» du schéma, «\u00A0{name}\u00A0» n’est le nom d’aucun champ.");
        }
        foreach (var name in schema.PrimaryKey)
            Known(name, "primaryKey");
        foreach (var name in schema.UniqueKeys.SelectMany(key => key))
            Known(name, "uniqueKeys");
        foreach (var name in schema.Totals.SelectMany(rule => rule.Parts.Prepend(rule.Total)))
            Known(name, "totals");
        foreach (var name in schema.TotalRows.SelectMany(rule => rule.Fields.Prepend(rule.Field)))
            Known(name, "totalRows");
        foreach (var name in schema.Changes.SelectMany(rule => new[] { rule.Field, rule.From }))
            Known(name, "changes");
    }
}
