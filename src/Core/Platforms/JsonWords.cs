using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Almanach.Core.Platforms;

/// <summary>French names of JSON things, and reading of texts that may hold broken escapes.</summary>
internal static class JsonWords
{
    /// <summary>False when it is no text, or one with half a surrogate pair in it.</summary>
    public static bool TryText(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate written « \ud800 »: no text that could be stored or shown.
        }
        return text is not null;
    }

    /// <summary>False when the name has half a surrogate pair in it.</summary>
    public static bool TryName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        name = null;
        try
        {
            name = property.Name;
        }
        catch (InvalidOperationException)
        {
            // As above.
        }
        return name is not null;
    }

    /// <summary>The camelCase names of an enum's members.</summary>
    public static IReadOnlyList<string> Names(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>A segment of a JSON pointer (RFC 6901 section 3).</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    public static string Mismatch(string path, JsonTypeInfo type, JsonElement value)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        var what = path.Length == 0 ? "Le fichier" : int.TryParse(last, out var index) ? $"L’élément nº {index + 1} de la liste" : $"« {last} »";
        return $"{what} doit être {Expected(type)}, pas {Given(value, type)}.";
    }

    public static string Example(string path, JsonTypeInfo type)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var example = type switch
        {
            { Kind: JsonTypeInfoKind.Enumerable } => "[ … ]",
            { Kind: JsonTypeInfoKind.Object } => "{ … }",
            { Type.IsEnum: true } => $"\"{Names(type.Type)[0]}\"",
            _ when type.Type == typeof(bool) => "true",
            _ when type.Type == typeof(int) => "1",
            _ when type.Type == typeof(decimal) => "0.5",
            _ when type.Type == typeof(TimeOnly) => "\"09:00\"",
            _ => "\"…\"",
        };
        var allowed = type.Type.IsEnum ? $" Les valeurs permises : {Wording.OneOf(Names(type.Type))}." : "";
        return (name.Length == 0 || int.TryParse(name, out _) ? $"Écrire {example}." : $"Écrire \"{name}\": {example}.") + allowed;
    }

    private static string Expected(JsonTypeInfo type) => type switch
    {
        { Kind: JsonTypeInfoKind.Enumerable } => "une liste entre crochets",
        { Kind: JsonTypeInfoKind.Object } => "un objet entre accolades",
        _ when type.Type == typeof(bool) => "true ou false",
        _ when type.Type == typeof(int) => "un nombre entier",
        _ when type.Type == typeof(decimal) => "un nombre",
        _ when type.Type == typeof(TimeOnly) => "une heure comme \"09:00\"",
        _ => "un texte entre guillemets",
    };

    private static string Given(JsonElement value, JsonTypeInfo type) => value.ValueKind switch
    {
        JsonValueKind.Object => "un objet",
        JsonValueKind.Array => "une liste",
        JsonValueKind.Number => type.Type == typeof(int) ? "ce nombre" : "un nombre",
        JsonValueKind.True or JsonValueKind.False => "true ou false",
        JsonValueKind.Null => "null",
        JsonValueKind.String => type.Type == typeof(TimeOnly) || type.Type == typeof(string) ? "ce texte" : "un texte",
        JsonValueKind.Undefined => "rien",
    };
}
