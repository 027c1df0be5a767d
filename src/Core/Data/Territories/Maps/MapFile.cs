using System.Text.Json;
using System.Text.Json.Nodes;

namespace Almanach.Core.Data.Territories.Maps;

/// <summary>A <see cref="TerritoryMap"/> as a JSON file, which both hosts read and pages may serve as it is.</summary>
public static class MapFile
{
    /// <summary>Changes when a program of before could misread the file.</summary>
    private const int Format = 1;

    public static byte[] Write(TerritoryMap map)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("region", map.Region.ToString());
            json.WriteString("level", LevelNames.Mark(map.Level));
            json.WriteNumber("year", map.Year.Value);
            Numbers(json, "view", [map.View.X, map.View.Y, map.View.Width, map.View.Height]);
            Texts(json, "notes", map.Notes);
            Texts(json, "credits", map.Credits);
            Texts(json, "missing", map.Missing.Select(code => code.ToString()));
            json.WriteStartArray("shapes");
            foreach (var shape in map.Shapes)
            {
                json.WriteStartObject();
                json.WriteString("code", shape.Code.ToString());
                json.WriteString("d", shape.Path);
                Numbers(json, "box", [shape.Box.X, shape.Box.Y, shape.Box.Width, shape.Box.Height]);
                Numbers(json, "label", [shape.Label.X, shape.Label.Y]);
                if (shape.InPart)
                    json.WriteBoolean("inPart", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <exception cref="FormatException">Not such a file: it was damaged, or a newer program wrote it.</exception>
    public static TerritoryMap Read(byte[] content)
    {
        try
        {
            var json = JsonNode.Parse(content)!;
            if ((int?)json["format"] != Format || LevelNames.Of((string)json["level"]!) is not { } level)
                throw new FormatException("This is not a map of territories of a format known here.");
            return new TerritoryMap(
                Code(json["region"]), level, (int)json["year"]!, Box(json["view"]),
                [.. json["shapes"]!.AsArray().Select(shape => new MapShape(
                    Code(shape!["code"]), (string)shape["d"]!, Box(shape["box"]), new MapPoint((int)shape["label"]![0]!, (int)shape["label"]![1]!), shape["inPart"] is not null))],
                [.. json["missing"]!.AsArray().Select(Code)],
                [.. json["notes"]!.AsArray().Select(note => (string)note!)],
                [.. json["credits"]!.AsArray().Select(credit => (string)credit!)]);
        }
        catch (Exception damaged) when (damaged is JsonException or NullReferenceException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new FormatException("This is not a map of territories.", damaged);
        }
    }

    private static void Numbers(Utf8JsonWriter json, string name, ReadOnlySpan<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static TerritoryCode Code(JsonNode? node) => TerritoryCode.Of((string)node!);

    private static MapBox Box(JsonNode? node) => new((int)node![0]!, (int)node[1]!, (int)node[2]!, (int)node[3]!);
}
