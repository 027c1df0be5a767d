using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Api;

/// <summary>Calls of the API, with its key.</summary>
internal static class ApiHost
{
    public static HttpClient ApiClient(this TestPlatform platform)
    {
        var client = platform.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestPlatform.ApiKey);
        return client;
    }

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    public static async Task<JsonNode> Read(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return await response.Answer(expected);
    }

    public static async Task<JsonNode> Call(this HttpClient client, string method, string path, string? json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = json is null ? null : Json(json) };
        using var response = await client.SendAsync(request);
        return await response.Answer(expected);
    }

    public static string Message(this JsonNode answer) => (string)answer["error"]!["message"]!;

    private static async Task<JsonNode> Answer(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}: {(int)response.StatusCode} {text[..Math.Min(text.Length, 500)]}");
        return JsonNode.Parse(text)!;
    }
}
