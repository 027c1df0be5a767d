using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Almanach.Functions.Tests.Storage;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>Each function of the API, read off the triggers, so that a new one is tried by itself.</summary>
public sealed partial class EveryFunctionTests(Azurite azurite) : IAsyncLifetime
{
    private HostSeat seat = null!;

    public static IReadOnlyList<(string Name, string Method, string Path)> Named { get; } =
        [.. FunctionTable.Functions.Select(function => (function.Name, Http: FunctionTable.Http(function.Method)))
            .Where(function => function.Http is not null && function.Http.Route!.StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(function => function.Http!.Methods!.Select(method => (function.Name, method.ToUpperInvariant(), Filled(function.Http.Route!))))];

    public static TheoryData<string, byte[], string> Bodies => new()
    {
        { "nothing", [], "" },
        { "of the right kind", "{}"u8.ToArray(), "application/json" },
        { "not JSON", "Bonjour"u8.ToArray(), "application/json" },
        { "wrong types", """{"reason":1,"ends":true,"dates":"x","themes":{},"title":[],"values":[],"state":99}"""u8.ToArray(), "application/json" },
        { "broken UTF-8", [.. "{\"title\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], "application/json" },
        { "nested without end", Encoding.UTF8.GetBytes(new string('[', 100_000)), "application/json" },
        { "three megabytes", new byte[3_000_000], "application/json" },
        { "another type", "a;b\nc;d"u8.ToArray(), "text/csv" },
    };

    public async ValueTask InitializeAsync()
    {
        seat = await HostSeat.Open(azurite, nameof(EveryFunctionTests));
        await seat.Tick();
    }

    public ValueTask DisposeAsync() => seat?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Without_the_key_of_the_host_the_front_answers_and_nobody_is_called()
    {
        using var client = seat.Client(api: true);

        Assert.NotEmpty(Named);
        foreach (var function in Named)
        {
            using var response = await Send(client, function, "{}"u8.ToArray(), "application/json");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.False(response.Headers.Contains(FunctionsServer.AnsweredBy), function.Name);
        }
    }

    [Fact]
    public async Task The_key_of_the_host_alone_opens_nothing_and_the_table_says_in_French_which_key_is_missing()
    {
        using var client = seat.Client(host: true);

        foreach (var function in Named)
        {
            using var response = await Send(client, function, "{}"u8.ToArray(), "application/json");
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal(function.Name, Function(response));
            Assert.Contains("Il faut la clé de l’API", await Message(response), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task With_both_keys_each_function_answers_by_itself_and_in_words_whatever_it_is_sent(string kind, byte[] body, string type)
    {
        using var client = seat.Client(host: true, api: true);

        foreach (var function in Named)
        {
            using var response = await Send(client, function, body, type);
            Assert.True(response.StatusCode != HttpStatusCode.Unauthorized && (int)response.StatusCode < 500, $"{kind} to {function}: {(int)response.StatusCode}");
            Assert.Equal(function.Name, Function(response));
            Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            if (!response.IsSuccessStatusCode)
                Assert.NotEmpty(await Message(response));
        }
    }

    /// <summary>« POST api/cycles/{year}/themes » and « POST api/cycles/{year}/themes/open » are two functions.</summary>
    [Fact]
    public async Task What_a_function_does_not_take_is_answered_by_the_table()
    {
        using var client = seat.Client(host: true, api: true);

        foreach (var function in Named)
        {
            using var response = await Send(client, function with { Method = "DELETE" }, [], "");
            Assert.Equal("Pages", Function(response));
            Assert.True(response.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, $"{function}: {(int)response.StatusCode}");
            Assert.NotEmpty(await Message(response));
        }
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, (string Name, string Method, string Path) function, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(new HttpMethod(function.Method), function.Path) { Content = new ByteArrayContent(body) };
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await client.SendAsync(request);
    }

    private static string Function(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues(FunctionsServer.AnsweredBy));

    private static async Task<string> Message(HttpResponseMessage response) =>
        (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"]!;

    private static string Filled(string route) => "/" + Parameter().Replace(route, match => match.Groups[1].Value switch
    {
        "year" => "2022",
        "step" => "collecte",
        "meeting" => "2022-copil",
        "consultation" => "2022-themes",
        "text" => "relance",
        "kind" => "programme",
        _ => "insee",
    });

    [GeneratedRegex(@"\{([a-z]+)[^{}]*\}")]
    private static partial Regex Parameter();
}
