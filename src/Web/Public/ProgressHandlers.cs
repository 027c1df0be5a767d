using Almanach.Core;
using Almanach.Core.Groups;
using Almanach.Core.Library;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>How the programmes that are public go: each action with its state, its dates and what it left.</summary>
internal static class ProgressHandlers
{
    public static Task<IResult> Latest(Office office, HttpContext context) => Page(office, null, context.RequestAborted);

    public static Task<IResult> Show(int year, Office office, HttpContext context) => Page(office, year, context.RequestAborted);

    private static async Task<IResult> Page(Office office, int? asked, CancellationToken stop)
    {
        var programmes = (await office.Documents.All(stop)).Where(document => document is { Public: true, Kind: DocumentKind.Programme })
            .GroupBy(document => document.Year).Select(year => year.First()).OrderByDescending(document => document.Year).ToList();
        var programme = asked is null ? programmes.FirstOrDefault() : programmes.FirstOrDefault(document => document.Year == asked);
        if (programme is null && asked is not null)
            return Results.NotFound();
        var library = await office.Library.Public(stop);
        return await PageResult.Of<ProgressPage>(new Dictionary<string, object?>
        {
            [nameof(ProgressPage.Setting)] = office.Setting,
            [nameof(ProgressPage.Programme)] = programme,
            [nameof(ProgressPage.Years)] = (IReadOnlyList<int>)[.. programmes.Select(document => document.Year)],
            [nameof(ProgressPage.Actions)] = programme is null ? [] : (IReadOnlyList<FollowedAction>)[.. (await office.Programme.Load(programme.Year, stop))
                .Select(action => new FollowedAction(action, [.. library.Where(item => Left(item, action))]))],
        });
    }

    /// <summary>What belongs to one of its meetings, or to the working group it launched.</summary>
    private static bool Left(LibraryItem item, ProgrammeAction action) =>
        item.Group == Group.IdOf(action.Year, action.Id)
        || action.Occurrences.Any(occurrence => item.Meeting is not null && item.Meeting == $"{action.Year}-{occurrence.Meeting}");
}

/// <param name="Documents">What it left for everybody to read.</param>
public sealed record FollowedAction(ProgrammeAction Action, IReadOnlyList<LibraryItem> Documents);
