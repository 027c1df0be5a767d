using Almanach.Core;
using Almanach.Core.French;
using Almanach.Core.Newsletter;
using Almanach.Web.Hosting;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Newsletter;

/// <summary>The editions that were sent, for everybody: an archive, a page each, a feed.</summary>
internal static class LettersEndpoints
{
    private const int MostInFeed = 20;

    public static void MapLetters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(LetterPaths.Archive, Archive);
        endpoints.MapPage(LetterPaths.Feed, Feed);
        endpoints.MapPage("/lettres/{id}", One);
    }

    private static async Task<IResult> Archive(Office office, HttpContext context) => office.Setting.Platform.Newsletters.Count == 0 ? Results.NotFound()
        : await PageResult.Of<ArchivePage>(new Dictionary<string, object?>
        {
            [nameof(ArchivePage.Setting)] = office.Setting,
            [nameof(ArchivePage.Editions)] = await office.Newsletters.Sent(context.RequestAborted),
        });

    private static async Task<IResult> One(string id, Office office, HttpContext context)
    {
        var sent = await office.Newsletters.Sent(context.RequestAborted);
        if (sent.FirstOrDefault(edition => edition.Id == id) is not { } edition || await office.Newsletters.Content(edition, context.RequestAborted) is not { } content)
            return Results.NotFound();
        var same = sent.Where(other => other.Newsletter == edition.Newsletter).ToList();
        var place = same.IndexOf(edition);
        return await PageResult.Of<EditionPage>(new Dictionary<string, object?>
        {
            [nameof(EditionPage.Setting)] = office.Setting,
            [nameof(EditionPage.Content)] = content,
            [nameof(EditionPage.Before)] = same.ElementAtOrDefault(place + 1),
            [nameof(EditionPage.After)] = place > 0 ? same[place - 1] : null,
        });
    }

    private static async Task<IResult> Feed(Office office, HttpContext context)
    {
        if (office.Setting.Platform.Newsletters.Count == 0)
            return Results.NotFound();
        List<EditionContent> contents = [];
        foreach (var edition in (await office.Newsletters.Sent(context.RequestAborted)).Take(MostInFeed))
            if (await office.Newsletters.Content(edition, context.RequestAborted) is { } content)
                contents.Add(content);
        return AtomFeed.Of(office, LetterPaths.Feed, LetterPaths.Archive, "les lettres",
            [.. contents.Select(content => new AtomEntry(content.Path, content.Title, content.At, Contents(content)))]);
    }

    /// <summary>A line for each section, with the titles that stand in it.</summary>
    private static string Contents(EditionContent content) =>
        string.Join("\n", content.Sections.Select(section => $"{section.Title}\u00A0: {string.Join("\u202F; ", section.Stories.Select(story => Typography.Text(story.Title)))}."));
}
