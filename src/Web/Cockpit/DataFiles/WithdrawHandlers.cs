using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Portraits;
using Almanach.Core.Data.Series;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>« Écarter ce fichier », in two steps: what would disappear is read first.</summary>
internal static class WithdrawHandlers
{
    public static Task<IResult> Ask(HttpContext context, string reading, int number, CancellationToken stop) => Page(Room.Of(context), reading, number, null, stop);

    /// <summary>The same again, by a double click or another tab, finds it done.</summary>
    public static async Task<IResult> Take(HttpContext context, string reading, int number, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (!StoreLimits.IsName(reading))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var seen = int.TryParse(form.Text("vu"), out var revision) ? revision : -1;
        var refusal = await room.Office.Series.Withdraw(reading, number, Room.Actor, room.Now, seen, stop);
        return refusal is null || await room.Office.SeriesFiles.Find(reading, number, stop) is { Value.State: ReleaseState.Withdrawn }
            ? Back.SeeOther($"{SeriesRoom.Path}?fait=ecartee") : await Page(room, reading, number, refusal, stop);
    }

    private static async Task<IResult> Page(Room room, string reading, int number, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.SeriesFiles.Find(reading, number, stop) is not { Value: var release })
            return Results.NotFound();
        if (release.State == ReleaseState.Withdrawn)
            return Back.SeeOther($"{SeriesRoom.Path}/{reading}/{number}");
        return await Answers.Page<WithdrawPage>(room, new WithdrawView(release, await Foreseen(room, release, stop), await Portraits(room, stop), refusal), refusal);
    }

    /// <summary>A release that is held shows nowhere, and takes nothing away.</summary>
    private static async Task<Withdrawal> Foreseen(Room room, SeriesRelease release, CancellationToken stop)
    {
        if (!release.IsPublished || await room.Office.Dashboard.Board(stop) is not { } board)
            return new Withdrawal(await room.Office.SeriesFiles.Revision(stop), []);
        var others = await room.Office.Series.Published([.. board.Releases.Where(other => other.Id != release.Id)], stop);
        return Withdrawal.Of(board, new SeriesBook(board.Geography, board.Catalogue, others), release);
    }

    private static async Task<IReadOnlyList<PortraitRecord>> Portraits(Room room, CancellationToken stop) => await room.Office.Portraits.Published(stop);
}

/// <param name="Published">Portraits that were published: they stay as they are.</param>
public sealed record WithdrawView(SeriesRelease Release, Withdrawal Foreseen, IReadOnlyList<PortraitRecord> Published, Refusal? Refusal)
{
    /// <summary>Indicators that would change and that portraits tell of.</summary>
    public IReadOnlyList<Indicator> InPortraits(PortraitSetting portraits) =>
        [.. Foreseen.Indicators.Select(one => one.Indicator).Where(indicator => portraits.KeyFigures.Contains(indicator.Id) || portraits.Table.Contains(indicator.Id)
            || portraits.Pages.Any(page => page.Map == indicator.Id || page.Indicators.Contains(indicator.Id)))];
}
