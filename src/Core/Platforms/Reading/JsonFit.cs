using System.Text.Json;

namespace Almanach.Core.Platforms.Reading;

/// <summary>
/// Makes the records of a JSON document and reports everything in it that does not fit them. A damaged value is replaced
/// by a neutral one, so that the checks of meaning run too and every mistake is told at once. Names are camelCase; a list
/// may be left out when empty, and so may what has a <see cref="System.ComponentModel.DefaultValueAttribute"/>.
/// </summary>
/// <remarks>
/// Written over plain reflection rather than the serializer: it has to know each place anyway, and reading a platform
/// must not delay the first page.
/// </remarks>
internal sealed class JsonFit(Findings found)
{
    /// <summary>Null only when the text is no JSON at all.</summary>
    public static T? Read<T>(string text, Findings found)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return (T)new JsonFit(found).Value(document.RootElement, JsonShape.Of(typeof(T)), "");
        }
        catch (JsonException broken)
        {
            found.Error($"ligne {broken.LineNumber + 1}, caractère {broken.BytePositionInLine + 1}",
                "La syntaxe JSON est rompue à cet endroit.",
                "Regarder juste avant : une virgule en trop ou oubliée, un guillemet, un crochet ou une accolade sans son pareil.");
            return null;
        }
    }

    private object Value(JsonElement value, JsonShape shape, string path) => shape switch
    {
        JsonShape.List list when value.ValueKind == JsonValueKind.Array => List(value, list, path),
        JsonShape.Record record when value.ValueKind == JsonValueKind.Object => Record(record, Given(value, path), path),
        JsonShape.Union union when value.ValueKind == JsonValueKind.Object => Union(value, union, path),
        JsonShape.Name name when JsonWords.TryText(value, out var text) => Name(text, name, path),
        JsonShape.Scalar scalar when scalar.Read(value) is { } read => read,
        _ => Refuse(path, JsonWords.Mismatch(path, shape, value), JsonWords.Example(path, shape), shape),
    };

    private Array List(JsonElement value, JsonShape.List list, string path)
    {
        var items = Array.CreateInstance(list.Element, value.GetArrayLength());
        var shape = JsonShape.Of(list.Element);
        foreach (var (index, item) in value.EnumerateArray().Index())
            items.SetValue(Value(item, shape, $"{path}/{index}"), index);
        return items;
    }

    private object Record(JsonShape.Record record, Dictionary<string, JsonElement> given, string path, string? discriminator = null)
    {
        var names = record.Properties.Select(property => property.Name).ToList();
        var meant = Unknown(given.Keys, names, path, discriminator);
        return record.Make(property =>
        {
            var place = $"{path}/{property.Name}";
            if (given.TryGetValue(property.Name, out var element))
                return element.ValueKind == JsonValueKind.Null && property.MayBeNull ? null : Value(element, property.Shape, place);
            if (!meant.Contains(property.Name))
                return property.HasDefault ? property.Default : Refuse(place, $"« {property.Name} » manque.", JsonWords.Example(place, property.Shape), property.Shape);
            found.Damage(place);
            return property.Shape.Neutral;
        });
    }

    private object Union(JsonElement value, JsonShape.Union union, string path)
    {
        var given = Given(value, path);
        var names = union.Cases.Select(one => one.Name).ToList();
        var place = $"{path}/{union.Discriminator}";
        string? name = null;
        if (!given.TryGetValue(union.Discriminator, out var element))
            found.Error(place, $"« {union.Discriminator} » manque : on ne sait pas ce que fait l’étape.", $"Ajouter \"{union.Discriminator}\" : {Wording.OneOf(names)}.");
        else if (!JsonWords.TryText(element, out name))
            found.Error(place, JsonWords.Mismatch(place, JsonShape.Of(typeof(string)), element), $"Les valeurs permises : {Wording.OneOf(names)}.");
        else if (!names.Contains(name))
            found.Error(place, $"« {name} » n’est pas connu ici.", JsonWords.Choose(name, names));
        else
            return Record((JsonShape.Record)JsonShape.Of(union.Cases[names.IndexOf(name)].Type), given, path, union.Discriminator);
        found.Damage(path);
        return union.Neutral;
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

    private object Name(string text, JsonShape.Name name, string path) =>
        name.Find(text) ?? Refuse(path, $"« {text} » n’est pas connu ici.", JsonWords.Choose(text, name.Names), name);

    private object Refuse(string path, string message, string remedy, JsonShape shape)
    {
        found.Damage(path, message, remedy);
        return shape.Neutral;
    }
}
