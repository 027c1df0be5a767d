using System.Text.Json;
using System.Text.RegularExpressions;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Schemas;

/// <summary>A schema, or every reason why it is none.</summary>
public sealed record SchemaReading(TableSchema? Schema, IReadOnlyList<string> Problems);

/// <summary>Reads a Table Schema, alone or as the <c>schema</c> of a resource or of the first resource of a package.</summary>
public static class SchemaReader
{
    /// <summary>Matching is cut off after this: a pattern comes from a file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public static SchemaReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            using var document = JsonDocument.ParseValue(ref reader);
            return Of(Within(document.RootElement));
        }
        catch (JsonException problem)
        {
            return new SchemaReading(null, [$"Le schéma n’est pas du JSON lisible (ligne {problem.LineNumber + 1}). Corrigez-le, ou produisez-en un avec «\u00A0almanach check --infer FICHIER\u00A0»."]);
        }
    }

    private static JsonElement Within(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array && resources.GetArrayLength() > 0)
            root = resources[0];
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("schema", out var schema) && schema.ValueKind == JsonValueKind.Object ? schema : root;
    }

    private static SchemaReading Of(JsonElement root)
    {
        var json = new SchemaJson();
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("fields", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return new SchemaReading(null, ["Le schéma n’a pas de liste «\u00A0fields\u00A0»\u00A0: décrivez-y chaque colonne par son nom («\u00A0name\u00A0») et son type («\u00A0type\u00A0»)."]);
        var fields = list.EnumerateArray().Select((field, at) => Field(json, field, at)).OfType<SchemaField>().ToList();
        foreach (var twice in fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
            json.Problems.Add($"Deux champs du schéma s’appellent «\u00A0{twice.Key}\u00A0». Donnez à chacun son nom.");
        var schema = new TableSchema(fields, MissingValues(json, root, "missingValues"))
        {
            PrimaryKey = json.Names(root, "primaryKey"),
            UniqueKeys = root.TryGetProperty("uniqueKeys", out var keys) && keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray().Select(json.Names)] : [],
            Totals = [.. json.Objects(root, "totals").Select(rule => new SumRule(json.Text(rule, "total"), json.Names(rule, "parts"), json.Number(rule, "tolerance") ?? 0))],
            TotalRows = [.. json.Objects(root, "totalRows").Select(rule => new TotalRowRule(json.Text(rule, "field"), json.Text(rule, "value"), Pattern(json, rule, "of"), json.Names(rule, "fields"), json.Number(rule, "tolerance") ?? 0))],
            Changes = [.. json.Objects(root, "changes").Select(rule => new ChangeRule(json.Text(rule, "field"), json.Text(rule, "from"), json.Number(rule, "maximum") ?? 0.5m))],
            MinRows = (int?)json.Number(root, "minRows"),
            MaxRows = (int?)json.Number(root, "maxRows"),
        };
        SchemaNames.Check(schema, json.Problems);
        return json.Problems.Count > 0 ? new SchemaReading(null, json.Problems) : new SchemaReading(schema, []);
    }

    private static SchemaField? Field(SchemaJson json, JsonElement field, int at)
    {
        if (field.ValueKind != JsonValueKind.Object || json.Text(field, "name") is not { Length: > 0 } name)
        {
            json.Problems.Add($"Le champ n°\u00A0{at + 1} du schéma n’a pas de nom («\u00A0name\u00A0»).");
            return null;
        }
        var type = json.Text(field, "type") is { Length: > 0 } written ? written : "string";
        if (!Enum.TryParse<FieldType>(type, ignoreCase: true, out var known) || int.TryParse(type, out _))
        {
            json.Problems.Add($"Champ «\u00A0{name}\u00A0» du schéma\u00A0: le type «\u00A0{type}\u00A0» n’est pas pris en charge. Types connus\u00A0: string, number, integer, boolean, date, time, datetime, year, yearmonth, any.");
            return null;
        }
        var rules = field.TryGetProperty("constraints", out var constraints) && constraints.ValueKind == JsonValueKind.Object ? constraints : default;
        return new SchemaField(name, known)
        {
            Title = json.Text(field, "title"),
            Format = json.Text(field, "format") is { Length: > 0 } format ? format : "default",
            Required = json.Truth(rules, "required"),
            Unique = json.Truth(rules, "unique"),
            MinLength = (int?)json.Number(rules, "minLength"),
            MaxLength = (int?)json.Number(rules, "maxLength"),
            Minimum = json.Number(rules, "minimum") ?? json.Number(rules, "exclusiveMinimum"),
            Maximum = json.Number(rules, "maximum") ?? json.Number(rules, "exclusiveMaximum"),
            IsMinimumOut = json.Number(rules, "minimum") is null && json.Number(rules, "exclusiveMinimum") is not null,
            IsMaximumOut = json.Number(rules, "maximum") is null && json.Number(rules, "exclusiveMaximum") is not null,
            Pattern = Pattern(json, rules, "pattern"),
            Enum = json.Names(rules, "enum"),
            DecimalChar = json.Sign(field, "decimalChar"),
            GroupChar = json.Sign(field, "groupChar"),
            MissingValues = MissingValues(json, field, "missingValues"),
            Territory = Territory(json, field),
            TrueValues = json.Names(field, "trueValues"),
            FalseValues = json.Names(field, "falseValues"),
        };
    }

    private static TerritoryRule? Territory(SchemaJson json, JsonElement field)
    {
        if (!field.TryGetProperty("territory", out var rule) || rule.ValueKind != JsonValueKind.Object)
            return null;
        var (level, year) = (json.Text(rule, "level"), (int?)json.Number(rule, "year"));
        if (SchemaLevels.Of(level) is not { } known)
            json.Problems.Add($"Le niveau de territoire «\u00A0{level}\u00A0» du schéma n’existe pas. Niveaux\u00A0: {SchemaLevels.Known}.");
        else if (year is < TerritoryYear.Earliest or > TerritoryYear.Latest)
            json.Problems.Add($"L’année {year} d’une liste de territoires du schéma n’est pas possible.");
        else
            return new TerritoryRule(known, year, json.Truth(rule, "byName"));
        return null;
    }

    /// <summary>Version 1: texts; version 2: texts, or objects with <c>value</c> and <c>label</c>; ours: <c>zero</c>.</summary>
    private static Dictionary<string, MissingValue>? MissingValues(SchemaJson json, JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            return null;
        var values = new Dictionary<string, MissingValue>(StringComparer.Ordinal);
        foreach (var one in list.EnumerateArray())
        {
            var text = one.ValueKind == JsonValueKind.Object ? json.Text(one, "value") : one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText();
            values[text] = new MissingValue(text, Marks.Of(System.Text.Encoding.UTF8.GetBytes(text.Trim())) ?? Mark.NotAvailable, one.ValueKind == JsonValueKind.Object && json.Truth(one, "zero"));
        }
        return values;
    }

    private static Regex? Pattern(SchemaJson json, JsonElement owner, string name)
    {
        var text = json.Text(owner, name);
        if (text.Length == 0)
            return null;
        try
        {
            return new Regex($"^(?:{text})$", RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            json.Problems.Add($"Le motif «\u00A0{text}\u00A0» du schéma n’est pas une expression régulière.");
            return null;
        }
    }
}
