using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Almanach.Core.Tests.Library;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>Calls of every operation of the API, read off its description and off what it answers: real ids, bodies of the right shape.</summary>
internal sealed partial class ApiSeeds(FuzzWorld world, Seeds seeds)
{
    private readonly Dictionary<string, List<string>> ids = [];

    public async Task Gather()
    {
        var description = JsonNode.Parse((await world.Send(Shot.Get("/api/openapi.json", world.Anybody))).Text)!;
        var operations = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Path: path.Key, Method: operation.Key.ToUpperInvariant(), What: operation.Value!))).ToList();
        await Learn();
        foreach (var shot in await ApiCalls.Of(world))
            await Try(shot);
        foreach (var (path, method, what) in operations)
            foreach (var address in Addresses(path).Take(method == "GET" ? 2 : 6))
                foreach (var shot in Calls(method, address, path, what))
                    if (await Try(shot) < 400)
                        break;
    }

    private async Task<int> Try(Shot shot)
    {
        var moment = world.Moment;
        var reply = await world.Send(shot);
        seeds.Add(shot, null, reply);
        world.Rewind(moment);
        return reply.Status;
    }

    private IEnumerable<Shot> Calls(string method, string address, string path, JsonNode what)
    {
        var query = what["parameters"]!.AsArray().Where(one => (string)one!["in"]! == "query").Select(one => $"{(string)one!["name"]!}={Uri.EscapeDataString(Query((string)one["name"]!))}").ToList();
        var target = query.Count == 0 || method == "GET" && path.EndsWith("/journal", StringComparison.Ordinal) ? address : $"{address}?{string.Join('&', query)}";
        if (what["requestBody"]?["content"] is not JsonObject content)
        {
            yield return new Shot(method, target, world.Program, null, null);
            if (query.Count > 0)
                yield return new Shot(method, address, world.Program, null, null);
            yield break;
        }
        if (content["application/json"]?["schema"] is { } schema)
        {
            yield return new Shot(method, address, world.Program, "application/json", Encoding.UTF8.GetBytes(Sample(schema, all: true, "")?.ToJsonString() ?? "{}"));
            yield return new Shot(method, address, world.Program, "application/json", Encoding.UTF8.GetBytes(Sample(schema, all: false, "")?.ToJsonString() ?? "{}"));
            yield break;
        }
        foreach (var (type, _) in content)
            yield return new Shot(method, target, world.Program, type, type.StartsWith("image/", StringComparison.Ordinal) ? Form.Picture(type == "image/png" ? "bus.png" : "bus.jpg")
                : type.Contains("csv", StringComparison.Ordinal) ? Table(path) : type.Contains("pdf", StringComparison.Ordinal) ? SampleFiles.Pdf : type.Contains("sheet", StringComparison.Ordinal) ? SampleFiles.Office("xl/workbook.xml")
                : type.Contains("calendar", StringComparison.Ordinal) ? "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:2022-copil@pfoss.example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:anne.martin@exemple.fr\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray()
                : "De: a\r\n\r\nBonjour"u8.ToArray());
    }

    private static byte[] Table(string path) => path.Contains("catalogue", StringComparison.Ordinal)
        ? "Titre;Producteur;Nature;Année\r\nLes mobilités du quotidien;DREES;Étude;2021\r\n"u8.ToArray()
        : "Organisme;Nom;Prénom;Courriel\r\nDépartement de la Drôme;Martin;Anne;anne.martin@exemple.fr\r\n"u8.ToArray();

    private DateOnly Today => world.Office.Setting.Zone.DayOf(world.Clock.GetUtcNow());

    /// <summary>What the operations that read say of what there is.</summary>
    private async Task Learn()
    {
        ids["year"] = ["2022", "2023"];
        ids["body"] = ["copil"];
        foreach (var (name, path) in new[]
        {
            ("organisation", "/api/organisations"), ("contact", "/api/contacts"), ("step", "/api/cycles/2022"), ("consultation", "/api/cycles/2022/consultations"), ("theme", "/api/cycles/2022/themes"),
            ("action", "/api/cycles/2022/programme"), ("group", "/api/groups"), ("edition", "/api/cycles/2022/editions"), ("entry", "/api/catalogue"), ("error", "/api/catalogue-errors"), ("need", "/api/catalogue-needs"), ("delivery", "/api/deliveries"),
            ("document", "/api/library/documents"), ("item", "/api/news"), ("join", "/api/join-requests"), ("message", "/api/messages?from=2021-09-01&to=2021-12-31"), ("mail", "/api/mail"), ("succession", "/api/successions"),
            ("demand", "/api/data-requests"), ("text", "/api/texts"), ("effect", "/api/troubles"), ("registration", "/api/meetings/2022-journee-1/registrations"), ("published", "/api/documents"),
        })
        {
            var reply = await world.Send(Shot.Get(path, world.Program));
            if (reply.Status >= 500)
                seeds.Faults.Add($"{reply.Status} GET {path}");
            if (reply.Status == 200 && JsonNode.Parse(reply.Body) is { } node)
                ids[name] = [.. Ids(node).Distinct().Take(60)];
        }
        foreach (var (name, own) in new (string, string[])[] { ("meeting", [.. world.Store.Now.Keys.Where(key => key.StartsWith("meeting-", StringComparison.Ordinal)).Select(key => key["meeting-".Length..]).Order(StringComparer.Ordinal)]), ("newsletter", ["lettre"]), ("kind", ["programme"]), ("territory", ["38", "01", "69M"]), ("text", ["relance", "invitation-themes"]), ("page", ["charte", "qui-sommes-nous"]), ("unit", ["drome", "isere"]) })
            if (ids.GetValueOrDefault(name) is not { Count: > 0 })
                ids[name] = [.. own];
        ids["document"] = [.. ids.GetValueOrDefault("document") ?? [], .. ids.GetValueOrDefault("published") ?? []];
    }

    private static IEnumerable<string> Ids(JsonNode node) => node switch
    {
        JsonArray list => list.OfType<JsonNode>().SelectMany(Ids),
        JsonObject one => (one["id"] ?? one["edition"] ?? one["key"] ?? one["step"]) is JsonValue id && id.TryGetValue<string>(out var text) ? [text] : one.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Ids),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private IEnumerable<string> Addresses(string path)
    {
        var names = Parameter().Matches(path).Select(match => match.Groups[1].Value).ToList();
        var most = names.Where(name => name != "year").Select(name => ids.GetValueOrDefault(name)?.Count ?? 1).DefaultIfEmpty(1).Max();
        for (var turn = 0; turn < Math.Min(most, 6); turn++)
            yield return Parameter().Replace(path, match => Uri.EscapeDataString(match.Groups[1].Value == "year" ? "2022" : ids.GetValueOrDefault(match.Groups[1].Value) is { Count: > 0 } own ? own[turn * 7 % own.Count] : "drome"));
    }

    private string Query(string name) => name switch
    {
        "from" or "day" => Today.AddDays(-5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "to" => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "starts" => $"{Today.AddDays(60):yyyy-MM-dd}T09:00:00+01:00",
        "name" or "fileName" => "tableau.csv",
        "attested" => "true",
        "year" => "2022",
        _ => ids.GetValueOrDefault(name)?.FirstOrDefault() ?? "essai",
    };

    private JsonNode? Sample(JsonNode schema, bool all, string name)
    {
        if (schema["enum"] is JsonArray names)
            return names[0]?.DeepClone();
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray several)
            return Sample(several[0]!, all, name);
        if (schema["const"] is { } fixedValue)
            return fixedValue.DeepClone();
        switch (TypeOf(schema))
        {
            case "string":
                return (string?)schema["format"] switch
                {
                    "date" => Today.AddDays(45).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    "date-time" => $"{Today.AddDays(45):yyyy-MM-dd}T09:00:00Z",
                    _ when name.Contains("mail", StringComparison.OrdinalIgnoreCase) || name.Contains("address", StringComparison.OrdinalIgnoreCase) => "anne.martin@exemple.fr",
                    _ when name is "link" or "url" => "https://exemple.fr/",
                    _ => ids.GetValueOrDefault(name)?.FirstOrDefault() ?? ids.GetValueOrDefault(name.TrimEnd('s'))?.FirstOrDefault() ?? "Les mobilités du quotidien",
                };
            case "boolean":
                return true;
            case "integer" or "number":
                return 60;
            case "array":
                return all && schema["items"] is { } items && Sample(items, all, name) is { } item ? new JsonArray(item) : new JsonArray();
            default:
                var required = schema["required"]?.AsArray().Select(one => (string)one!).ToHashSet() ?? [];
                var made = new JsonObject();
                foreach (var (property, value) in schema["properties"]?.AsObject() ?? [])
                    if (value is not null && (all || required.Contains(property)))
                        made[property] = Sample(value, all, property);
                return made;
        }
    }

    private static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(name => (string)name!).First(name => name != "null"),
        JsonValue one => (string)one!,
        _ => "object",
    };

    [GeneratedRegex(@"\{([a-zA-Z]+)[^{}]*\}")]
    private static partial Regex Parameter();
}
