using System.Text.Json;

namespace Almanach.Core.Data.Schemas;

/// <summary>Properties of a schema, each read as what it must be; what is something else is told once.</summary>
internal sealed class SchemaJson
{
    public List<string> Problems { get; } = [];

    public string Text(JsonElement owner, string name) =>
        Property(owner, name) is not { } value ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : Wrong(name, "un texte", "");

    public decimal? Number(JsonElement owner, string name) =>
        Property(owner, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number
        : value.ValueKind == JsonValueKind.String && decimal.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var written) ? written
        : Wrong<decimal?>(name, "un nombre", null);

    public bool Truth(JsonElement owner, string name) =>
        Property(owner, name) is { } value && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Wrong(name, "true ou false", false));

    public char? Sign(JsonElement owner, string name) =>
        Text(owner, name) is { Length: > 0 } text ? text.Length == 1 ? text[0] : Wrong<char?>(name, "un seul caractère", null) : null;

    /// <summary>A text, or a list of texts.</summary>
    public IReadOnlyList<string> Names(JsonElement owner, string name) => Property(owner, name) is { } value ? Names(value) : [];

    public IReadOnlyList<string> Names(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : one.GetRawText())],
            _ => Wrong<IReadOnlyList<string>>("name", "une liste de textes", []),
        };

    public IEnumerable<JsonElement> Objects(JsonElement owner, string name)
    {
        if (Property(owner, name) is not { } value)
            return [];
        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object)
            ? [.. value.EnumerateArray()]
            : Wrong<IEnumerable<JsonElement>>(name, "une liste d’objets", []);
    }

    private static JsonElement? Property(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T Wrong<T>(string name, string wanted, T instead)
    {
        Problems.Add($"Dans le schéma, «\u00A0{name}\u00A0» doit être {wanted}.");
        return instead;
    }
}
