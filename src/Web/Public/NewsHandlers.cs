using Almanach.Core;
using Almanach.Core.Library;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>What is new: what the coordinator wrote, and the documents that came out; as pages and as a feed.</summary>
internal static class NewsHandlers
{
    public const string Path = "/actualites";

    private const int Days = 730;
    private const int MostInFeed = 40;

    public static async Task<IResult> Show(Office office, HttpContext context) => await PageResult.Of<NewsPage>(new Dictionary<string, object?>
    {
        [nameof(NewsPage.Setting)] = office.Setting,
        [nameof(NewsPage.Lines)] = await Lines(office, context.RequestAborted),
    });

    public static async Task<IResult> One(string id, Office office, HttpContext context) =>
        await office.News.Find(id, context.RequestAborted) is { } item && item.Day <= office.Setting.Zone.DayOf(office.Now)
            ? await PageResult.Of<NewsItemPage>(new Dictionary<string, object?> { [nameof(NewsItemPage.Setting)] = office.Setting, [nameof(NewsItemPage.Item)] = item })
            : Results.NotFound();

    /// <summary>Atom (RFC 4287).</summary>
    public static async Task<IResult> Feed(Office office, HttpContext context)
    {
        var lines = (await Lines(office, context.RequestAborted)).Take(MostInFeed);
        return AtomFeed.Of(office, $"{Path}.atom", Path, "actualités et documents",
            [.. lines.Select(line => new AtomEntry(line.Address, line.Title, office.Setting.Zone.At(line.Day, new TimeOnly(12, 0)), line.What))]);
    }

    private static async Task<IReadOnlyList<NewsLine>> Lines(Office office, CancellationToken stop) =>
    [
        .. (await office.News.All(stop)).Where(item => item.Day <= office.Setting.Zone.DayOf(office.Now)).Select(item => new NewsLine(item.Title, $"{Path}/{item.Id}", item.Day, "Actualité"))
            .Concat((await office.Library.News(office.Now.AddDays(-Days), office.Now.AddTicks(1), stop)).Where(news => !news.Internal)
                .Select(news => new NewsLine(news.Title, news.Address, news.Date, $"Document\u00A0: {LibraryKinds.Name(news.Kind).ToLowerInvariant()}")))
            .OrderByDescending(line => line.Day),
    ];
}

/// <param name="What">« Actualité », « Document : rapport ».</param>
public sealed record NewsLine(string Title, string Address, DateOnly Day, string What);
