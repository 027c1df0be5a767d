using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Almanach.Core.Platforms;

/// <summary>
/// Fits a JSON document to the records it becomes. Walks both together, reports everything that does not fit, and
/// deserialises a repaired copy (neutral values where something was damaged), so that the checks of meaning run too and
/// every mistake is told at once.
/// </summary>
internal sealed class JsonFit(Findings found, Utf8JsonWriter writer)
{
    /// <summary>Null only when the text is no JSON at all.</summary>
    public static T? Read<T>(string text, JsonTypeInfo<T> type, Findings found)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var repaired = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(repaired))
                new JsonFit(found, writer).Value(document.RootElement, type, nullable: false, "");
            return JsonSerializer.Deserialize(repaired.WrittenSpan, type);
        }
        catch (JsonException broken)
        {
            found.Error($"ligne {broken.LineNumber + 1}, caractère {broken.BytePositionInLine + 1}",
                "La syntaxe JSON est rompue à cet endroit.",
                "Regarder juste avant : une virgule en trop ou oubliée, un guillemet, un crochet ou une accolade sans son pareil.");
            return null;
        }
    }

    private void Value(JsonElement value, JsonTypeInfo type, bool nullable, string path)
    {
        if (value.ValueKind == JsonValueKind.Null && nullable)
            writer.WriteNullValue();
        else if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
            Object(value, type, path);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array)
            List(value, type, path);
        else if (type.Kind != JsonTypeInfoKind.None || !Scalar(value, type.Type, path))
            Refuse(path, JsonWords.Mismatch(path, type, value), JsonWords.Example(path, type), type);
    }

    private void List(JsonElement value, JsonTypeInfo type, string path)
    {
        var element = type.Options.GetTypeInfo(type.ElementType!);
        writer.WriteStartArray();
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Value(item, element, nullable: false, $"{path}/{index++}");
        writer.WriteEndArray();
    }

    private void Object(JsonElement value, JsonTypeInfo type, string path)
    {
        var given = Given(value, path);
        var discriminator = type.PolymorphismOptions?.TypeDiscriminatorPropertyName;
        if (discriminator is not null)
        {
            if (Case(given, type, discriminator, path) is not { } chosen)
                return;
            type = chosen;
        }
        else
            writer.WriteStartObject();

        var names = type.Properties.Select(property => property.Name).ToList();
        var meant = Unknown(given.Keys, names, path, discriminator);
        foreach (var property in type.Properties)
        {
            if (given.TryGetValue(property.Name, out var element))
            {
                writer.WritePropertyName(property.Name);
                Value(element, type.Options.GetTypeInfo(property.PropertyType), MayBeNull(property), $"{path}/{property.Name}");
            }
            else
                Missing(property, type, $"{path}/{property.Name}", told: meant.Contains(property.Name));
        }
        writer.WriteEndObject();
    }

    /// <summary>Opens the object of the case that the discriminator names; null, and a whole neutral object, when none is named.</summary>
    private JsonTypeInfo? Case(Dictionary<string, JsonElement> given, JsonTypeInfo type, string discriminator, string path)
    {
        var cases = type.PolymorphismOptions!.DerivedTypes;
        var names = cases.Select(one => (string)one.TypeDiscriminator!).ToList();
        var place = $"{path}/{discriminator}";
        string? name = null;
        if (!given.TryGetValue(discriminator, out var element))
            found.Error(place, $"« {discriminator} » manque : on ne sait pas ce que fait l’étape.", $"Ajouter \"{discriminator}\" : {Wording.OneOf(names)}.");
        else if (!JsonWords.TryText(element, out name) || !names.Contains(name))
            found.Error(place, $"« {name ?? element.ValueKind.ToString()} » n’est pas connu ici.", $"{Written(name, names)}Les valeurs permises : {Wording.OneOf(names)}.");

        var index = name is null ? -1 : names.IndexOf(name);
        if (index < 0)
        {
            found.Damage(path);
            Neutral(type);
            return null;
        }
        writer.WriteStartObject();
        writer.WriteString(discriminator, name);
        return type.Options.GetTypeInfo(cases[index].DerivedType);
    }

    private Dictionary<string, JsonElement> Given(JsonElement value, string path)
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!JsonWords.TryName(property, out var name))
                found.Error(path, "Un nom de propriété est illisible.", "Le récrire sans séquence « \\u ».");
            else if (!given.TryAdd(name, property.Value))
                found.Error($"{path}/{JsonWords.Escape(name)}", $"« {name} » est donné deux fois.", "N’en garder qu’un.");
        }
        return given;
    }

    /// <summary>Reports the names that are not known, and returns the names they were probably meant for.</summary>
    private HashSet<string> Unknown(IEnumerable<string> given, List<string> names, string path, string? discriminator)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in given)
        {
            if (names.Contains(name) || name == discriminator || (path.Length == 0 && name == "$schema"))
                continue;
            var nearest = Wording.Nearest(name, names);
            if (nearest is not null)
                meant.Add(nearest);
            found.Error($"{path}/{JsonWords.Escape(name)}", $"La propriété « {name} » n’est pas connue ici.",
                nearest is not null ? $"Écrire sans doute « {nearest} »." : $"La retirer. Les propriétés connues : {Wording.OneOf(names)}.");
        }
        return meant;
    }

    private void Missing(JsonPropertyInfo property, JsonTypeInfo owner, string path, bool told)
    {
        var type = owner.Options.GetTypeInfo(property.PropertyType);
        if (told)
        {
            found.Damage(path);
            writer.WritePropertyName(property.Name);
            Neutral(type);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
            writer.WriteStartArray(property.Name);
        else if (!MayBeNull(property))
        {
            writer.WritePropertyName(property.Name);
            if (Default(property) is { } value)
                JsonSerializer.Serialize(writer, value is int number && property.PropertyType == typeof(decimal) ? (decimal)number : value, type);
            else
                Refuse(path, $"« {property.Name} » manque.", JsonWords.Example(path, type), type);
        }
        if (!told && type.Kind == JsonTypeInfoKind.Enumerable)
            writer.WriteEndArray();
    }

    private bool Scalar(JsonElement value, Type type, string path)
    {
        if (type == typeof(string) && JsonWords.TryText(value, out var text))
            writer.WriteStringValue(text);
        else if (type == typeof(bool) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            writer.WriteBooleanValue(value.GetBoolean());
        else if (type == typeof(int) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole))
            writer.WriteNumberValue(whole);
        else if (type == typeof(decimal) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            writer.WriteNumberValue(number);
        else if (type == typeof(TimeOnly) && JsonWords.TryText(value, out var clock)
            && TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            writer.WriteStringValue(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        else if (type.IsEnum && JsonWords.TryText(value, out var name))
            Name(name, type, path);
        else
            return false;
        return true;
    }

    private void Name(string name, Type type, string path)
    {
        var names = JsonWords.Names(type);
        if (names.Contains(name))
        {
            writer.WriteStringValue(name);
            return;
        }
        found.Damage(path, $"« {name} » n’est pas connu ici.", $"{Written(name, names)}Les valeurs permises : {Wording.OneOf(names)}.");
        writer.WriteStringValue(names[0]);
    }

    private void Refuse(string path, string message, string remedy, JsonTypeInfo type)
    {
        found.Damage(path, message, remedy);
        Neutral(type);
    }

    /// <summary>A value that stands for a damaged one while the other checks run; nothing ever starts with it.</summary>
    private void Neutral(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
            NeutralObject(type);
        else if (type.Type == typeof(bool))
            writer.WriteBooleanValue(false);
        else if (type.Type == typeof(int) || type.Type == typeof(decimal))
            writer.WriteNumberValue(0);
        else
            writer.WriteStringValue(type.Type.IsEnum ? JsonWords.Names(type.Type)[0] : type.Type == typeof(TimeOnly) ? "00:00:00" : "");
    }

    private void NeutralObject(JsonTypeInfo type)
    {
        writer.WriteStartObject();
        if (type.PolymorphismOptions is { } cases)
        {
            writer.WriteString(cases.TypeDiscriminatorPropertyName, (string)cases.DerivedTypes[0].TypeDiscriminator!);
            type = type.Options.GetTypeInfo(cases.DerivedTypes[0].DerivedType);
        }
        foreach (var property in type.Properties)
        {
            writer.WritePropertyName(property.Name);
            Neutral(type.Options.GetTypeInfo(property.PropertyType));
        }
        writer.WriteEndObject();
    }

    private static string Written(string? name, IReadOnlyCollection<string> names) =>
        name is not null && Wording.Nearest(name, names) is { } nearest ? $"Écrire sans doute « {nearest} ». " : "";

    private static bool MayBeNull(JsonPropertyInfo property) => property.AssociatedParameter is { IsNullable: true };

    private static object? Default(JsonPropertyInfo property) => property.AssociatedParameter?.AttributeProvider?
        .GetCustomAttributes(typeof(DefaultValueAttribute), inherit: false)
        .OfType<DefaultValueAttribute>().FirstOrDefault()?.Value;
}
