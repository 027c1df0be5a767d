using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Almanach.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Tests.Api;

/// <summary>What holds for every endpoint of the API, read off the endpoint table. Nothing here changes anything, so all share one platform.</summary>
public sealed partial class ApiTableTests(ApiTableTests.Shared shared) : IClassFixture<ApiTableTests.Shared>
{
    public sealed class Shared : IAsyncLifetime
    {
        internal TestPlatform Platform { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Platform = await TestPlatform.Open();
            await Platform.AfterStartOf("collecte");
        }

        public ValueTask DisposeAsync() => Platform.DisposeAsync();
    }

    private readonly TestPlatform platform = shared.Platform;

    [Fact]
    public async Task Every_endpoint_is_described_and_everything_described_exists()
    {
        using var anybody = platform.Client();

        var document = await anybody.Read("/api/openapi.json");

        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        var mapped = Endpoints(platform).Select(endpoint => $"{endpoint.Method} {Bare(endpoint.Pattern)}").Where(name => name != "GET /api/openapi.json");
        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_description_says_each_parameter_body_answer_and_error()
    {
        using var anybody = platform.Client();

        var paths = (await anybody.Read("/api/openapi.json"))["paths"]!.AsObject();

        foreach (var endpoint in Endpoints(platform).Where(endpoint => endpoint.Pattern != "/api/openapi.json"))
        {
            var operation = paths[Bare(endpoint.Pattern)]![endpoint.Method.ToLowerInvariant()]!;
            var parameters = operation["parameters"]!.AsArray().Where(one => (string)one!["in"]! == "path").Select(one => (string)one!["name"]!);
            Assert.Equal(Parameter().Matches(endpoint.Pattern).Select(match => match.Groups[1].Value), parameters);
            Assert.EndsWith(".", (string)operation["summary"]!, StringComparison.Ordinal);
            Assert.NotNull(operation["responses"]!["200"]!["content"]);
            Assert.NotNull(operation["responses"]!["401"]);
            if (Taken(operation) is { } schema)
                Assert.NotEmpty(schema["properties"]!.AsObject());
            else if (operation["requestBody"] is { } file)
                Assert.All(file["content"]!.AsObject(), type => Assert.Matches("^(text|application|image)/", type.Key));
            Assert.All(operation["parameters"]!.AsArray(), parameter => Assert.NotNull(parameter!["schema"]!["type"]));
            if (endpoint.Method != "GET")
                Assert.All(["400", "409"], status => Assert.NotNull(operation["responses"]![status]));
        }
    }

    [Fact]
    public async Task Enums_are_described_by_the_names_that_are_taken()
    {
        using var anybody = platform.Client();

        var schema = (await anybody.Read("/api/openapi.json"))["paths"]!["/api/cycles/{year}/programme/{action}/report"]!["post"]!["requestBody"]!
            ["content"]!["application/json"]!["schema"]!["properties"]!["state"]!;

        Assert.Equal(["adopted", "confirmed", "done", "carriedOver", "abandoned"], schema["enum"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public async Task What_may_be_left_out_is_not_described_as_needed()
    {
        using var anybody = platform.Client();

        var paths = (await anybody.Read("/api/openapi.json"))["paths"]!;
        var dates = Taken(paths["/api/cycles/{year}/programme/{action}/dates"]!["put"]!)!["properties"]!["occurrences"]!["items"]!;
        var card = Taken(paths["/api/organisations/{organisation}"]!["put"]!)!;

        Assert.Equal(["period", "place", "provisional"], dates["required"]!.AsArray().Select(name => (string)name!));
        Assert.DoesNotContain("revision", card["required"]!.AsArray().Select(name => (string)name!));
    }

    [Theory]
    [InlineData(null, null)] // no key
    [InlineData("Bearer", null)] // an empty one
    [InlineData("Bearer 0123456789abcdef0123456789abcdeX", null)] // one character off
    [InlineData("Bearer 0123456789abcdef", null)] // half of it
    [InlineData("Bearer 0123456789abcdef0123456789abcdef0", null)] // and one more
    [InlineData("Basic 0123456789abcdef0123456789abcdef", null)] // another scheme
    [InlineData(null, "é")]
    [InlineData(null, "0123456789ABCDEF0123456789ABCDEF")] // capitals
    public async Task Without_the_key_nothing_is_read_or_done(string? authorization, string? key)
    {
        using var client = platform.Client();
        if (authorization is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        if (key is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key);
        var before = platform.Store.Whole();

        foreach (var endpoint in Endpoints(platform).Where(endpoint => endpoint.Pattern != "/api/openapi.json"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Filled(endpoint.Pattern)) { Content = endpoint.Method == "GET" ? null : ApiHost.Json("{}") };
            using var response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("clé", JsonNode.Parse(await response.Content.ReadAsStringAsync())!.Message(), StringComparison.Ordinal);
        }

        Assert.Equal(before, platform.Store.Whole());
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + TestPlatform.ApiKey)]
    [InlineData("Authorization", "bearer " + TestPlatform.ApiKey)] // schemes have no case (RFC 9110, 11.1)
    [InlineData("X-Api-Key", TestPlatform.ApiKey)]
    public async Task The_key_may_come_either_way(string header, string value)
    {
        using var client = platform.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal("[2022]", (await client.Read("/api/years")).ToJsonString());
    }

    public static TheoryData<string, byte[], string> Garbage => new()
    {
        { "not JSON", "Bonjour"u8.ToArray(), "application/json" },
        { "cut short", """{"title":"a"""u8.ToArray(), "application/json" },
        { "a list", "[]"u8.ToArray(), "application/json" },
        { "null", "null"u8.ToArray(), "application/json" },
        { "unknown members", """{"surprise":1}"""u8.ToArray(), "application/json" },
        { "wrong types", """{"reason":1,"ends":true,"dates":"x","themes":{},"proposals":3,"title":[],"values":[],"sheet":7,"decisions":"no","state":99,"reference":{},"source":false}"""u8.ToArray(), "application/json" },
        { "nulls in lists", """{"themes":[null],"proposals":[null],"dates":[null],"decisions":[null],"notes":[null]}"""u8.ToArray(), "application/json" },
        { "nested without end", Encoding.UTF8.GetBytes(new string('[', 100_000)), "application/json" },
        { "three megabytes", Encoding.UTF8.GetBytes($"{{\"title\":\"{new string('x', 3_000_000)}\"}}"), "application/json" },
        { "UTF-16", Encoding.Unicode.GetBytes("""{"title":"é"}"""), "application/json" },
        { "broken UTF-8", [.. "{\"title\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], "application/json" },
        { "half of a pair", """{"title":"\ud800","reference":"\ud800","reason":"\ud800","source":"\ud800"}"""u8.ToArray(), "application/json" },
        { "a form", "title=a&reason=b"u8.ToArray(), "application/x-www-form-urlencoded" },
        { "a charset nobody has", """{"title":"a"}"""u8.ToArray(), "application/json; charset=klingon" },
        { "the same twice", """{"title":"a","title":"b","reason":"a","reason":"b","source":"a","source":"b"}"""u8.ToArray(), "application/json" },
    };

    [Theory]
    [MemberData(nameof(Garbage), DisableDiscoveryEnumeration = true)]
    public async Task Garbage_is_refused_everywhere_in_words_and_changes_nothing(string kind, byte[] body, string type)
    {
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        foreach (var endpoint in Endpoints(platform).Where(endpoint => endpoint.Method != "GET"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Filled(endpoint.Pattern)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await api.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{kind} to {endpoint}: {(int)response.StatusCode} {text}");
            Assert.NotEmpty(JsonNode.Parse(text)!.Message());
        }

        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task A_body_that_lacks_a_value_is_refused_and_changes_nothing()
    {
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        var tried = 0;
        foreach (var (method, path, schema) in await Bodies(api))
            foreach (var name in schema["required"]?.AsArray().Select(name => (string)name!) ?? [])
            {
                var body = Sample(schema);
                body.Remove(name);
                var refused = await api.Call(method, path, body.ToJsonString(), HttpStatusCode.BadRequest);
                Assert.NotEmpty(refused.Message());
                tried++;
            }

        Assert.True(tried > 30, $"{tried} values were left out: the description no longer says what is needed.");
        Assert.Equal(before, platform.Store.Whole());
    }

    public static TheoryData<string, string> Words => new()
    {
        { "nothing", "" },
        { "spaces", " \t\r\n\u00A0" },
        { "control characters", "\u0001\u001B\u0085" },
        { "odd characters", "\uFFFD\uFFFF\u202E\u200B" },
        { "outside the first plane", "😀" },
        { "markup", "<script>alert(1)</script>\"'&" },
        { "paths and keys", "../../etc/passwd|#?" },
        { "far too long", new string('x', 300_000) },
    };

    [Theory]
    [MemberData(nameof(Words), DisableDiscoveryEnumeration = true)]
    public async Task No_text_of_any_body_is_ever_our_fault(string kind, string text)
    {
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        foreach (var (method, path, schema) in await Bodies(api))
            foreach (var name in schema["properties"]!.AsObject().Where(property => property.Value!["enum"] is null && TypeOf(property.Value) == "string").Select(property => property.Key))
            {
                var body = Sample(schema);
                body[name] = text;
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = ApiHost.Json(body.ToJsonString()) };
                using var response = await api.SendAsync(request);
                Assert.True((int)response.StatusCode is >= 400 and < 500, $"{kind} as {name} of {method} {path}: {(int)response.StatusCode}");
            }

        Assert.Equal(before, platform.Store.Whole());
    }

    [Theory]
    [InlineData("%01")]
    [InlineData("..")]
    [InlineData("%2F")]
    [InlineData("a%23b%3Fc")]
    [InlineData("%C3%A9")]
    [InlineData("%F0%9F%98%80")] // outside the first plane
    [InlineData("%ED%A0%80")] // half of a pair
    [InlineData("%FF%FE")] // no UTF-8
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("' OR 1=1 --")]
    [InlineData("very long")]
    public async Task An_address_of_garbage_finds_nothing_and_changes_nothing(string garbage)
    {
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();
        var part = garbage == "very long" ? new string('a', 5_000) : garbage;

        foreach (var endpoint in Endpoints(platform).Where(endpoint => endpoint.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            var address = Parameter().Replace(endpoint.Pattern, part);
            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), address) { Content = endpoint.Method == "GET" ? null : ApiHost.Json("{}") };
            using var response = await api.SendAsync(request);
            Assert.True((int)response.StatusCode is >= 400 and < 500, $"{endpoint.Method} {address}: {(int)response.StatusCode}");
        }

        Assert.Equal(before, platform.Store.Whole());
    }

    [Theory]
    [InlineData("/api/journal?from=hier")]
    [InlineData("/api/journal?from=0001-01-01")]
    [InlineData("/api/journal?from=2000-01-01&to=2100-12-31")] // more than it reads at once
    [InlineData("/api/messages?to=9999-12-31")]
    [InlineData("/api/asks?day=2022-02-30")]
    [InlineData("/api/cycles/2022/steps/copil/move")]
    [InlineData("/api/cycles/2022/steps/copil/move?starts=9999-12-31T23:59:59Z")]
    [InlineData("/api/cycles/2022/steps/copil/move?starts=demain")]
    public async Task A_query_of_garbage_is_refused(string path)
    {
        using var api = platform.ApiClient();

        Assert.Contains("Donnez", (await api.Read(path, HttpStatusCode.BadRequest)).Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/cycles/2022/steps/copil/move", """{"dates":[{"step":"copil","starts":"9999-12-31T23:00:00Z"}]}""")]
    [InlineData("/api/cycles/2022/steps/copil/move", """{"dates":[{"step":"copil","starts":"0001-01-01T00:00:00Z"}]}""")]
    [InlineData("/api/cycles/2022/steps/copil/move", """{"dates":[{"step":"copil","starts":"2021-12-21T00:00:00Z"},{"step":"copil","starts":"2021-12-22T00:00:00Z"}]}""")]
    [InlineData("/api/cycles/2022/steps/collecte/reopen", """{"ends":"9999-12-31T23:00:00Z"}""")]
    public async Task Dates_out_of_this_world_are_refused(string path, string body)
    {
        using var api = platform.ApiClient();

        await api.Call("POST", path, body, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"values":{"propositions":null}}""")]
    [InlineData("""{"values":{"propositions":{"kind":"Proposals","items":[null],"supports":[]}}}""")]
    [InlineData("""{"values":{"propositions":{"kind":"Inconnu"}}}""")]
    [InlineData("""{"values":{"propositions":{"kind":"Choice","option":"a"}}}""")] // not the kind asked
    [InlineData("""{"values":{"propositions":{"kind":"Proposals","items":[{"title":"a","format":7}],"supports":[]}}}""")] // no enum by number
    [InlineData("""{"values":{"a/b":{"kind":"Text","value":"a"}}}""")]
    [InlineData("""{"values":{"propositions":{"kind":"Text","value":"a\u202Eb"}}}""")] // turns the words round
    [InlineData("""{}""")] // neither an answer nor a declining
    public async Task An_answer_by_phone_that_makes_no_sense_is_refused(string body)
    {
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        await api.Call("PUT", "/api/consultations/2022-themes/answers/insee", body, HttpStatusCode.BadRequest);

        Assert.Equal(before, platform.Store.Whole());
    }

    static IEnumerable<(string Method, string Pattern)> Endpoints(TestPlatform platform) =>
        platform.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => (endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0], endpoint.RoutePattern.RawText!));

    /// <summary>What each operation takes, with an address of things that are there.</summary>
    static async Task<IReadOnlyList<(string Method, string Path, JsonNode Schema)>> Bodies(HttpClient api) =>
        [.. (await api.Read("/api/openapi.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(operation => Taken(operation.Value!) is not null)
            .Select(operation => (operation.Key.ToUpperInvariant(), Filled(path.Key), Taken(operation.Value!)!)))];

    static JsonNode? Taken(JsonNode operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>A body of the right types, and of nothing that is there.</summary>
    static JsonObject Sample(JsonNode schema) => new(schema["properties"]!.AsObject().Select(property => KeyValuePair.Create(property.Key, property.Value! switch
    {
        { } value when value["enum"] is JsonArray names => names[0]!.DeepClone(),
        { } value when TypeOf(value) == "string" => (JsonNode?)((string?)value["format"] switch { "date" => "2022-03-07", "date-time" => "2022-03-07T09:00:00Z", _ => "a" }),
        { } value when TypeOf(value) == "boolean" => false,
        { } value when TypeOf(value) == "array" => new JsonArray(),
        _ => new JsonObject(),
    })));

    static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(name => (string)name!).First(name => name != "null"),
        JsonValue one => (string)one!,
        _ => "object",
    };

    static string Bare(string pattern) => Parameter().Replace(pattern, "{$1}");

    /// <summary>An address of things that are there, as far as they are.</summary>
    static string Filled(string pattern) => Parameter().Replace(pattern, match => match.Groups[1].Value switch
    {
        "year" => "2022",
        "step" => "collecte",
        "meeting" => "2022-copil",
        "consultation" => "2022-themes",
        "text" => "relance",
        "kind" => "programme",
        "contact" => "c0001",
        _ => "insee",
    });

    [GeneratedRegex(@"\{([a-z]+)[^{}]*\}")]
    private static partial Regex Parameter();
}
