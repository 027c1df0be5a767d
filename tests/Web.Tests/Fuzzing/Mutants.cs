using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>A real request changed in one to three places.</summary>
internal static class Mutants
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "X"];

    private static readonly string[] Types =
    [
        "", "text/plain", "application/json", "application/json; charset=klingon", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=utf-7",
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", "multipart/form-data; boundary=----AlmanachEssais; boundary=x", "multipart/mixed; boundary=x", "text/csv; charset=nonsense", "text/csv", "image/png", "application/pdf", "message/rfc822",
        "a/b/c", ";;;", "*/*", "application/xml", "text/calendar", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("Range", ["bytes=0-0", "bytes=-1", "bytes=5-2", "bytes=99999999999999999999-", "bytes=0-,1-,2-", "lines=1-2", "bytes"]),
        ("If-None-Match", ["*", "\"x\"", "W/\"x\"", "W/", "\"", "x,y,,\"z"]),
        ("If-Modified-Since", ["hier", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "-1"]),
        ("If-Match", ["*", "\"x\""]),
        ("Accept", ["", "*/*;q=abc", "text/html;q=0.000000001", "application/json", ",,,,", "image/webp"]),
        ("Accept-Encoding", ["gzip", "br;q=x", "*;q=0"]),
        ("Accept-Language", ["en", "x-klingon", "-", "fr;q=9"]),
        ("Cookie", ["", "=;=;=", "almanach=x; almanach=y", "almanach-espace=v1.x.y.z", "almanach-cockpit=AAAA"]),
        ("Authorization", ["Bearer", "Basic !!!", "Bearer x y"]),
        ("X-Forwarded-For", ["::1", "a, b, c"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Content-Encoding", ["gzip"]),
        ("Origin", ["null", "https://exemple.fr"]),
        ("Transfer-Encoding", ["chunked"]),
        ("Expect", ["100-continue"]),
        ("X-Twilio-Email-Event-Webhook-Timestamp", ["", "-1", "NaN", "99999999999999999999"]),
    ];

    public static Shot Of(Seed seed, string pattern, IReadOnlyList<string> tokens, Random random)
    {
        var shot = seed.Form is { } form && random.Next(4) > 0 ? Fields(form, random).Post() : seed.Shot;
        if (seed.Form is null && shot.Body is not null && shot.Type == "application/json" && random.Next(5) > 0)
            shot = shot with { Body = Json(shot.Body, random) };
        // A form is more often changed in its fields alone: what is refused at the door tells nothing of the rooms.
        for (var changes = shot.Body is null ? random.Next(1, 3) : Math.Max(0, random.Next(-3, 3)); changes > 0; changes--)
            shot = random.Next(12) switch
            {
                < 5 => shot with { Target = Target(shot.Target, pattern, tokens, random) },
                < 7 => shot with { Target = Query(shot.Target, random) },
                7 => shot with { Method = Methods[random.Next(Methods.Length)] },
                8 => Header(shot, random),
                9 when shot.Body is not null => shot with { Type = Types[random.Next(Types.Length)] },
                10 when shot.Body is not null => shot with { Body = Bytes(shot.Body, random) },
                9 or 10 => shot with { Target = Query(shot.Target, random) },
                _ => shot with { Headers = random.Next(3) == 0 ? [] : shot.Headers },
            };
        return shot;
    }

    private static Form Fields(Form form, Random random)
    {
        List<FormField> fields = [.. form.Fields];
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            // What a page sends along to tell its form from another site's is seldom touched: nothing lies behind it.
            var at = fields.Count == 0 ? -1 : random.Next(fields.Count);
            if (at >= 0 && fields[at].Name == "jeton" && random.Next(20) > 0)
                at = random.Next(fields.Count);
            switch (random.Next(14))
            {
                case 0 when at >= 0: fields.RemoveAt(at); break;
                case 1 when at >= 0: fields.Insert(random.Next(fields.Count), fields[at] with { Value = Junk.Any(random) }); break;
                case 2 when at >= 0: fields[at] = fields[at] with { Value = fields[random.Next(fields.Count)].Value }; break;
                case 3 when at >= 0: fields[at] = fields[at] with { Name = random.Next(3) == 0 ? Junk.Any(random) : Junk.Near(fields[at].Name, random) }; break;
                case 4: fields.Add(new FormField(Junk.Any(random), Junk.Any(random))); break;
                case 5 when at >= 0: fields.AddRange(Enumerable.Repeat(fields[at], random.Next(2, random.Next(10) == 0 ? 1_500 : 40))); break;
                case 6 when at >= 0 && fields[at].File is { } file: fields[at] = fields[at] with { File = Bytes(file, random) }; break;
                case 7 when at >= 0: fields[at] = fields[at] with { Value = Junk.Near(fields[at].Value, random) }; break;
                case 8 when at >= 0 && random.Next(4) == 0: fields[at] = fields[at] with { File = Encoding.UTF8.GetBytes(Junk.Any(random)) }; break;
                default:
                    if (at >= 0)
                        fields[at] = fields[at] with { Value = Junk.Any(random) };
                    break;
            }
        }
        return form with { Fields = fields };
    }

    private static byte[] Json(byte[] body, Random random)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(body);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return Bytes(body, random);
        }
        var values = Values(node).ToList();
        if (values.Count == 0)
            return Encoding.UTF8.GetBytes(Wild(random));
        var text = node!.ToJsonString();
        var chosen = values[random.Next(values.Count)];
        const string Mark = "\"@ici@\"";
        switch (random.Next(6))
        {
            case 0:
                chosen.Holder.Remove(chosen.Name);
                return Encoding.UTF8.GetBytes(node.ToJsonString());
            case 1:
                chosen.Holder["@ici@"] = "";
                return Encoding.UTF8.GetBytes(node.ToJsonString().Replace("\"@ici@\":\"\"", $"{JsonSerializer.Serialize(chosen.Name)}:{Wild(random)}", StringComparison.Ordinal));
            case 2 when chosen.Holder[chosen.Name] is JsonValue value && value.TryGetValue<string>(out var words):
                chosen.Holder[chosen.Name] = "@ici@";
                return Encoding.UTF8.GetBytes(node.ToJsonString().Replace(Mark, Quoted(Junk.Near(words, random)), StringComparison.Ordinal));
            case 3:
                return Bytes(Encoding.UTF8.GetBytes(text), random);
            default:
                chosen.Holder[chosen.Name] = "@ici@";
                return Encoding.UTF8.GetBytes(node.ToJsonString().Replace(Mark, Wild(random), StringComparison.Ordinal));
        }
    }

    private static IEnumerable<(JsonObject Holder, string Name)> Values(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(pair => Values(pair.Value).Prepend((one, pair.Key))),
        JsonArray list => list.SelectMany(Values),
        _ => [],
    };

    /// <summary>A piece of JSON, or nearly.</summary>
    private static string Wild(Random random) => random.Next(20) switch
    {
        0 => "null",
        1 => "[]",
        2 => "{}",
        3 => "[null]",
        4 => new string('[', 100) + new string(']', 100),
        5 => "1e999",
        6 => "-1",
        7 => "99999999999999999999999999",
        8 => "0.1",
        9 => "true",
        10 => "NaN",
        11 => "2147483647",
        12 => "{\"kind\":\"Text\",\"value\":\"a\"}",
        13 => $"[{string.Join(',', Enumerable.Repeat("\"a\"", random.Next(1, 3_000)))}]",
        _ => Quoted(Junk.Any(random)),
    };

    /// <summary>As JSON, whatever it holds; half of a surrogate pair stays one.</summary>
    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(c => c is '"' or '\\' || c < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : $"{c}"))}\"";

    private static string Target(string target, string pattern, IReadOnlyList<string> tokens, Random random)
    {
        var (path, query) = Split(target);
        var segments = path.Split('/');
        var variable = pattern.TrimStart('/').Split('/').Select((part, index) => (part, index)).Where(one => one.part.Contains('{', StringComparison.Ordinal) && one.index + 1 < segments.Length).Select(one => one.index + 1).ToList();
        if (variable.Count == 0 && random.Next(4) > 0)
            return Query(target, random);
        var at = variable.Count > 0 && random.Next(8) > 0 ? variable[random.Next(variable.Count)] : random.Next(1, segments.Length);
        segments[at] = random.Next(5) switch
        {
            0 when tokens.Count > 0 && segments[at].Length > 40 => tokens[random.Next(tokens.Count)],
            <= 2 when segments[at].Length > 0 => Escape(Junk.Near(Uri.UnescapeDataString(segments[at]), random), random),
            3 => ((string[])["%00", "%2F", "..", "%2e%2e", "%FF%FE", "%ED%A0%80", "%E2%80%AE", "%", "%zz", "a%7Cb", "", new string('a', 500), "%0d%0a"])[random.Next(13)],
            _ => Escape(Junk.Any(random), random),
        };
        if (random.Next(15) == 0)
            segments = [.. segments, Escape(Junk.Any(random), random)];
        var changed = string.Join('/', segments);
        return (changed.Length > 6_000 ? changed[..6_000] : changed) + query;
    }

    private static string Query(string target, Random random)
    {
        var (path, query) = Split(target);
        var pairs = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (random.Next(6))
        {
            case 0 when pairs.Count > 0: pairs.RemoveAt(random.Next(pairs.Count)); break;
            case 1 when pairs.Count > 0: pairs.Add(pairs[random.Next(pairs.Count)]); break;
            case 2: pairs.Add(((string[])["%", "=", "%00=%00", "a=%FF", "&&=", "%ED%A0%80=1", "a[]=1", "a=b=c"])[random.Next(8)]); break;
            case 3 when pairs.Count > 0:
                var at = random.Next(pairs.Count);
                pairs[at] = $"{pairs[at].Split('=')[0]}={Escape(Junk.Any(random), random)}";
                break;
            default: pairs.Add($"{Names[random.Next(Names.Length)]}={Escape(Junk.Any(random), random)}"); break;
        }
        var changed = string.Join('&', pairs);
        return $"{path}?{(changed.Length > 7_000 ? changed[..7_000] : changed)}";
    }

    /// <summary>What pages and the API read of a query.</summary>
    private static readonly string[] Names =
        ["modifier", "fait", "mots", "annee", "type", "theme", "territoire", "producteur", "nature", "page", "tri", "de", "a", "du", "au", "mois", "jour", "q", "from", "to", "day", "starts", "etat", "organe", "college", "vue", "depuis", "acces", "filtre", "etape", "retour", "liste", "name", "title", "kind", "year", "organisme", "role", "personne", "trier"];

    private static Shot Header(Shot shot, Random random)
    {
        var (name, values) = Headers[random.Next(Headers.Length)];
        var value = random.Next(8) == 0 ? string.Concat(Junk.Any(random).Where(c => c is >= ' ' and < (char)127).Take(8_000)) : values[random.Next(values.Length)];
        return shot with { Headers = [.. shot.Headers.Where(header => header.Name != name), (name, value)] };
    }

    private static byte[] Bytes(byte[] body, Random random) => random.Next(8) switch
    {
        0 => body[..random.Next(body.Length + 1)],
        1 => [],
        2 => [0xEF, 0xBB, 0xBF, .. body],
        3 => Encoding.Unicode.GetBytes(Encoding.Latin1.GetString(body)),
        4 => [.. body, .. body],
        5 => Encoding.UTF8.GetBytes(Junk.Any(random)),
        _ => Core.Tests.Mail.Incoming.Mutations.Of(body, random),
    };

    private static (string Path, string Query) Split(string target) => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (target[..mark], target[mark..]) : (target, "");

    /// <summary>Percent-encoded as UTF-8; now and then as it is, where bytes could carry it.</summary>
    private static string Escape(string text, Random random) =>
        random.Next(6) == 0 ? string.Concat(text.Where(c => c is > ' ' and < (char)127 and not ('#' or '?' or '/')))
        : Uri.EscapeDataString(new string([.. text.Take(5_000).Select((c, at) => char.IsSurrogate(c) && !((at + 1 < text.Length && char.IsSurrogatePair(text, at)) || (at > 0 && char.IsSurrogatePair(text, at - 1))) ? '\uFFFD' : c)]));
}
