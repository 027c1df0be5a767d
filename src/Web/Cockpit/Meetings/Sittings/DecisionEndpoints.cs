using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Programme;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>The decisions of a meeting in three pages: what becomes of each theme, the actions in detail, the minutes as they will read. Only the last records.</summary>
internal static class DecisionEndpoints
{
    public static async Task<IResult> Choose(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var sheet = DecisionSheet.Of(desk.Matter.Meeting, desk.Themes, desk.Programme, kind => room.KindName(kind));
        return await Answers.Page<OutcomesPage>(room, new DecisionView(desk, sheet, desk.Matter.Seen, null));
    }

    public static async Task<IResult> Detail(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        return await Answers.Page<DetailPage>(room, new DecisionView(desk, form.Ticked(DecisionView.Details) ? DecisionSheet.Of(form, desk.Themes) : Merged(desk, form, room), form.Text("vu"), null));
    }

    /// <summary>Back to the themes with all that was typed, details included.</summary>
    public static async Task<IResult> Rethink(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var kept = form.Where(field => field.Key is not (Session.FormField or "vu" or "notes" or DecisionView.Details) && !field.Key.StartsWith("suite-", StringComparison.Ordinal) && !field.Key.StartsWith("libre-", StringComparison.Ordinal))
            .SelectMany(field => field.Value.OfType<string>().Where(value => value.Length > 0).Select(value => (field.Key, value))).ToList();
        return await Answers.Page<OutcomesPage>(room, new DecisionView(desk, DecisionSheet.Of(form, desk.Themes), form.Text("vu"), null) { Kept = kept });
    }

    /// <summary>Back from the preview with all that was typed.</summary>
    public static async Task<IResult> Correct(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        return await Answers.Page<DetailPage>(room, new DecisionView(desk, DecisionSheet.Of(form, desk.Themes), form.Text("vu"), null));
    }

    public static async Task<IResult> Preview(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        return await Shown(room, desk, form, form.Text("vu"), null, stop);
    }

    public static async Task<IResult> Record(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Load(room, id, stop) is not { } desk)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var made = Maker(room, desk).Make(DecisionSheet.Of(form, desk.Themes));
        // The button pressed twice: they are recorded as they are here.
        var recorded = made.Refusal is null
            && MeetingRules.RecordDecisions(desk.Matter.Meeting, made.Decisions, made.Notes, desk.Matter.Sitting, form.Ticked("avis"), Room.Actor, room.Now) is Decision<Meeting>.AlreadyDone;
        if (!recorded && form.Text("vu") != desk.Matter.Seen)
            return await Shown(room, desk, form, desk.Matter.Seen, Refusal.Because(Why.Changed,
                "Des décisions de cette réunion ont été enregistrées ailleurs pendant que vous écriviez. Les vôtres sont ci-dessous\u00A0: confirmez pour qu’elles les remplacent, ou revenez à la réunion pour lire les autres."), stop);
        var refusal = made.Refusal ?? await room.Office.Meetings.RecordDecisions(id, made.Decisions, made.Notes, Room.Actor, room.Now, form.Ticked("avis"), stop);
        return refusal is null
            ? Back.SeeOther($"{desk.Matter.Address}?fait=decisions#decisions")
            : await Shown(room, desk, form, desk.Matter.Seen, refusal, stop);
    }

    /// <summary>The minutes as they will read and who will be told; where something is amiss, the page of details again.</summary>
    private static async Task<IResult> Shown(Room room, DecisionDeskMatter desk, IFormCollection form, string seen, Refusal? refusal, CancellationToken stop)
    {
        var sheet = DecisionSheet.Of(form, desk.Themes);
        var made = Maker(room, desk).Make(sheet);
        if (made.Refusal is { } problem)
            return await Answers.Page<DetailPage>(room, new DecisionView(desk, sheet, seen, problem), problem);
        List<MailPreview> mails = [];
        if (desk.Matter.Step.State == StepState.Open)
            mails.AddRange(await MailPreview.Of(room,
                (await room.Office.Foresight.Of(desk.Matter.Plan, new CycleCommand.Close(desk.Matter.Step.Id, room.Now, Room.Actor), made.Decisions, stop)).Mailings, stop));
        var kept = form.Where(field => field.Key is not (Session.FormField or "vu" or "avis")).SelectMany(field => field.Value.OfType<string>().Where(value => value.Length > 0)
            .Select(value => (field.Key, value))).ToList();
        return await Answers.Page<DecisionsPreviewPage>(room, new DecisionsPreview(desk, made.Decisions, made.Notes, kept, mails, seen, refusal), refusal);
    }

    private static DecisionMaker Maker(Room room, DecisionDeskMatter desk) => new(desk.Matter.Meeting, desk.Matter.Sitting, desk.Programme, kind => room.KindName(kind));

    /// <summary>Outcomes as posted; the details as they were recorded before, where the first page said nothing of them.</summary>
    private static DecisionSheet Merged(DecisionDeskMatter desk, IFormCollection form, Room room)
    {
        var before = DecisionSheet.Of(desk.Matter.Meeting, desk.Themes, desk.Programme, kind => room.KindName(kind));
        var posted = DecisionSheet.Of(form, desk.Themes);
        return before with
        {
            Themes = [.. before.Themes.Zip(posted.Themes, (known, now) => known.Outcome == now.Outcome ? known : known with { Outcome = now.Outcome, With = "", Text = "" })],
            Free = posted.Free,
            Notes = posted.Notes,
            Votes = Kept(before, posted),
        };
    }

    /// <summary>The votes recorded before; those of other decisions follow their sentence.</summary>
    private static Dictionary<string, DecisionVoteWords> Kept(DecisionSheet before, DecisionSheet posted)
    {
        var votes = before.Votes.Where(pair => before.Free.All(free => free.Field != pair.Key)).ToDictionary();
        foreach (var free in posted.Free)
            if (before.Free.FirstOrDefault(known => known.Text == free.Text) is { } known)
                votes[free.Field] = before.VoteOf(known.Field);
        return votes;
    }

    private static async Task<DecisionDeskMatter?> Load(Room room, string id, CancellationToken stop)
    {
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return null;
        var board = await room.Office.Themes.Load(matter.Plan.Year, stop);
        var decided = matter.Meeting.Decisions.SelectMany(decision => decision.Themes).ToHashSet();
        return new DecisionDeskMatter(matter, board, matter.Meeting.Body is null ? [] : [.. board.Standing, .. board.Themes.Values.Where(theme => !theme.Stands && decided.Contains(theme.Id))], await room.Office.Programme.Load(matter.Plan.Year, stop));
    }
}

/// <param name="Themes">Those put before the meeting, and those it decided on before: none where the whole network meets.</param>
public sealed record DecisionDeskMatter(MeetingMatter Matter, Board Board, IReadOnlyList<Theme> Themes, IReadOnlyList<ProgrammeAction> Programme);

/// <param name="Seen">See <see cref="MeetingMatter.Seen"/>.</param>
public sealed record DecisionView(DecisionDeskMatter Desk, DecisionSheet Sheet, string Seen, Refusal? Refusal)
{
    /// <summary>Name of the field that says that the details were typed already.</summary>
    public const string Details = "details";

    /// <summary>What the page of details held beside what this one asks; null before it.</summary>
    public IReadOnlyList<(string Name, string Value)>? Kept { get; init; }
}

/// <param name="Kept">All that the forms held, to be sent again with the confirmation.</param>
public sealed record DecisionsPreview(
    DecisionDeskMatter Desk, IReadOnlyList<MeetingDecision> Decisions, IReadOnlyList<string> Notes, IReadOnlyList<(string Name, string Value)> Kept,
    IReadOnlyList<MailPreview> Mails, string Seen, Refusal? Refusal);
