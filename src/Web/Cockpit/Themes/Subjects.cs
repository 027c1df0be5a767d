using Almanach.Core.Engine;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>What came by the public form: read, kept for the members, or set aside. After a grouping, the board is that of a year not yet open.</summary>
internal static class Subjects
{
    public static async Task<IResult> Show(HttpContext context, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Load(room, stop) is { } board
            ? await Answers.Page<SubjectsPage>(room, new SubjectsView(
                board, (await room.Office.Outside.Authors(board.Year, stop)).ToDictionary(author => author.Proposal, author => author.Address),
                context.Request.Query["fait"].ToString(), refusal), refusal)
            : Results.NotFound();
    }

    public static Task<IResult> Keep(HttpContext context, CancellationToken stop) =>
        Decide(context, "garde", (proposal, now) => new ThemeCommand.Show(proposal, now), stop);

    public static Task<IResult> SetAside(HttpContext context, CancellationToken stop) =>
        Decide(context, "ecarte", (proposal, now) => new ThemeCommand.SetAside(proposal, now), stop);

    private static async Task<IResult> Decide(HttpContext context, string done, Func<string, DateTimeOffset, ThemeCommand> command, CancellationToken stop)
    {
        var room = Room.Of(context);
        var proposal = (await context.Request.ReadFormAsync(stop)).Text("p");
        if (await Load(room, stop) is not { } board)
            return Results.NotFound();
        return await room.Office.Themes.Apply(board.Year, command(proposal, room.Now), stop: stop) is { } refusal
            ? await Show(context, refusal, stop)
            : Back.SeeOther($"{Addresses.Subjects}?fait={done}");
    }

    /// <summary>The board that still takes subjects; null before any year is open.</summary>
    private static async Task<Board?> Load(Room room, CancellationToken stop) => await room.Office.Opening.Years(stop) is [.., var latest]
        ? await room.Office.Themes.Load(await room.Office.Outside.Year(latest, room.Now, stop), stop)
        : null;
}

/// <param name="Addresses">Left for an answer, by proposal.</param>
public sealed record SubjectsView(Board Board, IReadOnlyDictionary<string, string> Addresses, string Done, Refusal? Refusal)
{
    public IReadOnlyList<Proposal> Kept => [.. Board.FromOutside.Where(proposal => !proposal.Withdrawn && !Board.Unread.Contains(proposal))];

    public IReadOnlyList<Proposal> Aside => [.. Board.FromOutside.Where(proposal => proposal.SetAside)];
}
