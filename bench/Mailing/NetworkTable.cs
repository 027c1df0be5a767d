using System.Net;
using System.Text.RegularExpressions;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Almanach.Bench;

/// <summary>
/// The rows of the network over HTTP as the table service gives them: for networks so large that Azurite, which looks at
/// every row for each row written and sorts all of them for each page read, would be all that is measured.
/// </summary>
internal sealed partial class NetworkTable : IAsyncDisposable
{
    /// <summary>More contacts than this, and Azurite is spared.</summary>
    public const int Above = 20_000;

    private const int MostOfAPage = 1000;
    private readonly List<Entry> rows = [];
    private readonly WebApplication app;

    public NetworkTable()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("{**path}", (HttpRequest request, HttpResponse response) => KeyOf(request.Path.Value!) is { } key ? Json(rows.Single(row => row.Key == key)) : Page(request, response));
    }

    public async Task<string> Start(IStore store)
    {
        await foreach (var row in store.List(NetworkDesk.Partition))
            rows.Add(row);
        await app.StartAsync();
        return app.Urls.Single();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Page(HttpRequest request, HttpResponse response)
    {
        var filter = request.Query["$filter"].ToString();
        var from = request.Query["NextRowKey"] is [{ Length: > 0 } next] ? next : From().Match(filter).Groups[1].Value;
        var before = Before().Match(filter).Groups[1].Value;
        var top = request.Query["$top"] is [{ } asked] ? Math.Min(int.Parse(asked, null), MostOfAPage) : MostOfAPage;
        var start = rows.FindIndex(row => string.CompareOrdinal(row.Key, from) >= 0);
        var page = rows.Skip(start < 0 ? rows.Count : start).Take(top + 1).Where(row => string.CompareOrdinal(row.Key, before) < 0).ToList();
        if (page.Count > top)
        {
            response.Headers["x-ms-continuation-NextPartitionKey"] = NetworkDesk.Partition;
            response.Headers["x-ms-continuation-NextRowKey"] = page[top].Key;
        }
        return Results.Json(new { value = page.Take(top).Select(Entity) });
    }

    private static IResult Json(Entry row) => Results.Json(Entity(row));

    private static Dictionary<string, string> Entity(Entry row) => new()
    {
        ["odata.etag"] = $"W/\"datetime'{row.Version}'\"",
        ["PartitionKey"] = NetworkDesk.Partition,
        ["RowKey"] = row.Key,
        ["Timestamp"] = "2026-01-01T00:00:00.0000000Z",
        ["V"] = row.Value,
        ["C"] = "",
    };

    private static string? KeyOf(string path) => Key().Match(path) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"RowKey='([^']*)'\)")]
    private static partial Regex Key();

    [GeneratedRegex("RowKey ge '([^']*)'")]
    private static partial Regex From();

    [GeneratedRegex("RowKey lt '([^']*)'")]
    private static partial Regex Before();
}
