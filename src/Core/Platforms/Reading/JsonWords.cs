using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Almanach.Core.Platforms.Reading;

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

    /// <summary>A segment of a JSON pointer (RFC 6901 section 3).</summary>
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>« Écrire sans doute … » and what is allowed.</summary>
    public static string Choose(string name, IReadOnlyCollection<string> names)
    {
        var nearest = Wording.Nearest(name, names) is { } near ? $"Écrire sans doute « {near} ». " : "";
        return $"{nearest}Les valeurs permises : {Wording.OneOf(names)}.";
    }

    public static string Mismatch(string path, JsonShape shape, JsonElement value)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        var what = path.Length == 0 ? "Le fichier" : int.TryParse(last, out var index) ? $"L’élément nº {index + 1} de la liste" : $"« {last} »";
        return $"{what} doit être {Expected(shape)}, pas {Given(value, shape)}.";
    }

    public static string Example(string path, JsonShape shape)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var example = shape switch
        {
            JsonShape.List => "[ … ]",
            JsonShape.Record or JsonShape.Union => "{ … }",
            JsonShape.Name one => $"\"{one.Names[0]}\"",
            _ => shape.Neutral switch
            {
                bool => "true",
                int => "1",
                decimal => "0.5",
                TimeOnly => "\"09:00\"",
                _ => "\"…\"",
            },
        };
        var allowed = shape is JsonShape.Name known ? $" Les valeurs permises : {Wording.OneOf(known.Names)}." : "";
        return (name.Length == 0 || int.TryParse(name, out _) ? $"Écrire {example}." : $"Écrire \"{name}\": {example}.") + allowed;
    }

    private static string Expected(JsonShape shape) => shape switch
    {
        JsonShape.List => "une liste entre crochets",
        JsonShape.Record or JsonShape.Union => "un objet entre accolades",
        JsonShape.Name => "un texte entre guillemets",
        _ => shape.Neutral switch
        {
            bool => "true ou false",
            int => "un nombre entier",
            decimal => "un nombre",
            TimeOnly => "une heure comme \"09:00\"",
            _ => "un texte entre guillemets",
        },
    };

    private static string Given(JsonElement value, JsonShape shape) => value.ValueKind switch
    {
        JsonValueKind.Object => "un objet",
        JsonValueKind.Array => "une liste",
        JsonValueKind.Number => shape.Neutral is int ? "ce nombre" : "un nombre",
        JsonValueKind.True or JsonValueKind.False => "true ou false",
        JsonValueKind.Null => "null",
        JsonValueKind.String => shape.Neutral is TimeOnly or string ? "ce texte" : "un texte",
        JsonValueKind.Undefined => "rien",
    };
}
