using Almanach.Core.Engine;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>
/// What came by the public form: read, kept for the members, or set aside. After a grouping, the board that takes subjects
/// is that of a year not yet open; what was left unread on the one before still stands here.
/// </summary>
internal static class Subjects
{
    public static async Task<IResult> Show(HttpContext context, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var boards = await Load(room, stop);
        if (boards.Count == 0)
            return Results.NotFound();
        Dictionary<string, string> addresses = [];
        foreach (var board in boards)
            foreach (var author in await room.Office.Outside.Authors(board.Year, stop))
                addresses[author.Proposal] = author.Address;
        var query = context.Request.Query;
        return await Answers.Page<SubjectsPage>(room, new SubjectsView(boards, addresses, query["fait"].ToString(), query["annee"].ToString(), refusal), refusal);
    }

    public static Task<IResult> Keep(HttpContext context, CancellationToken stop) =>
        Decide(context, "garde", (proposal, now) => new ThemeCommand.Show(proposal, now), stop);

    public static Task<IResult> SetAside(HttpContext context, CancellationToken stop) =>
        Decide(context, "ecarte", (proposal, now) => new ThemeCommand.SetAside(proposal, now), stop);

    private static async Task<IResult> Decide(HttpContext context, string done, Func<string, DateTimeOffset, ThemeCommand> command, CancellationToken stop)
    {
        var room = Room.Of(context);
        var proposal = (await context.Request.ReadFormAsync(stop)).Text("p");
        var boards = await Load(room, stop);
        if (boards.Count == 0)
            return Results.NotFound();
        var board = boards.FirstOrDefault(board => board.Proposals.ContainsKey(proposal)) ?? boards[^1];
        return await room.Office.Themes.Apply(board.Year, command(proposal, room.Now), stop: stop) is { } refusal
            ? await Show(context, refusal, stop)
            : Back.SeeOther($"{Addresses.Subjects}?fait={done}&annee={board.Year}");
    }

    private static async Task<IReadOnlyList<Board>> Load(Room room, CancellationToken stop) =>
        await room.Office.Outside.ToRead(await room.Office.Opening.Years(stop), room.Now, stop);
}

/// <param name="Boards">Oldest year first; the last one takes what comes now.</param>
/// <param name="Addresses">Left for an answer, by proposal.</param>
/// <param name="DoneFor">Year of what was just decided, as the address holds it.</param>
public sealed record SubjectsView(IReadOnlyList<Board> Boards, IReadOnlyDictionary<string, string> Addresses, string Done, string DoneFor, Refusal? Refusal)
{
    public IReadOnlyList<Proposal> Unread => [.. Boards.SelectMany(board => board.Unread)];

    public IReadOnlyList<Proposal> Aside => [.. Boards.SelectMany(board => board.FromOutside.Where(proposal => proposal.SetAside))];

    public IEnumerable<(int Year, IReadOnlyList<Proposal> Proposals)> Kept => Boards
        .Select(board => (board.Year, (IReadOnlyList<Proposal>)[.. board.FromOutside.Where(proposal => !proposal.Withdrawn && !board.Unread.Contains(proposal))]))
        .Where(kept => kept.Item2.Count > 0);

    public Board BoardOf(Proposal proposal) => Boards.First(board => board.Proposals.ContainsKey(proposal.Id));

    /// <summary>The collection of its year is over: members do not read it there any more.</summary>
    public bool DoneLate => DoneFor.Length > 0 && DoneFor != $"{Boards[^1].Year}";
}
