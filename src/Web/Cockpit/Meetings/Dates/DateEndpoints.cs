using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Cockpit.Year;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Dates;

/// <summary>Choosing the date of a meeting with those who come: ask, read the answers, fix it.</summary>
internal static class DateEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Answers.Page<DatesPage>(room, new DatesView(matter, DatesWords.Empty(room, matter.Meeting), null))
            : Results.NotFound();
    }

    public static async Task<IResult> Preview(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        var words = DatesWords.Of(await context.Request.ReadFormAsync(stop));
        return words.Problem(room, matter) is { } problem
            ? await Answers.Page<DatesPage>(room, new DatesView(matter, words, problem), problem)
            : await Shown(room, matter, words, null, stop);
    }

    public static async Task<IResult> Open(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = DatesWords.Of(form);
        if (form.Corrects())
            return await Answers.Page<DatesPage>(room, new DatesView(matter, words, null));
        // Pressed twice: the very same dates are asked about.
        if (matter.Poll is { } known && known.Consultation.Template.Questions[0].Options.Select(option => option.Id).SequenceEqual(words.Candidates.Distinct().Select(date => date.Option).Order(StringComparer.Ordinal)))
            return Back.SeeOther($"{matter.Address}?fait=sondage#dates");
        if (words.Problem(room, matter) is { } problem)
            return await Answers.Page<DatesPage>(room, new DatesView(matter, words, problem), problem);
        var refusal = await room.Office.Consultations.OpenAdHoc(words.Asked(room, matter), form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal switch
        {
            null => Back.SeeOther($"{matter.Address}?fait=sondage#dates"),
            { Why: Why.Changed } => await Shown(room, matter, words, refusal, stop),
            _ => await Answers.Page<DatesPage>(room, new DatesView(matter, words, refusal), refusal),
        };
    }

    public static async Task<IResult> Choose(HttpContext context, string id, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { Poll: not null } matter)
            return Results.NotFound();
        var form = HttpMethods.IsPost(context.Request.Method) ? await context.Request.ReadFormAsync(stop) : null;
        var option = form?.Text("date") ?? context.Request.Query["date"].ToString();
        if (Move(room, matter, option) is not { } move)
            return Results.NotFound();
        var foreseen = await Foresee(room, matter, move, stop);
        refusal ??= foreseen.Refusal;
        var ticked = form?["accepte"].OfType<string>().ToHashSet();
        return await Answers.Page<FixPage>(room, new FixView(matter, option, move.Dates[0].Starts, Stamp(move, foreseen), await MailPreview.Of(room, foreseen.Mailings, stop),
            MoveLine.All(room.Setting, matter.Plan, move.Dates, ticked, room.Now), refusal), refusal);
    }

    public static async Task<IResult> Fix(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { Poll: { } poll } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        if (Move(room, matter, form.Text("date")) is not { } move)
            return Results.NotFound();
        var foreseen = await Foresee(room, matter, move, stop);
        if (!foreseen.ChangesNothing(matter.Plan) && Stamp(move, foreseen) != form.Text("vu"))
            return await Choose(context, id, Refusal.Because(Why.Changed,
                "L’année, le message ou ses destinataires ont changé depuis que cette page est ouverte. Relisez, puis confirmez de nouveau."), stop);
        var accepted = Possible(room, matter, move).Where(date => date.Step == move.Step || form["accepte"].Contains(date.Step));
        if (await room.Office.Dates.Fix(poll.Consultation, move with { Dates = [.. accepted] }, stop) is { } refusal)
            return await Choose(context, id, refusal, stop);
        await Onward.Perform(room.Office, matter.Plan.Year, stop);
        return Back.SeeOther($"{matter.Address}?fait=date");
    }

    private static Task<Foreseen> Foresee(Room room, MeetingMatter matter, CycleCommand.Move move, CancellationToken stop) =>
        room.Office.Foresight.Of(matter.Plan, move with { Dates = Possible(room, matter, move) }, stop);

    private static IReadOnlyList<NewDate> Possible(Room room, MeetingMatter matter, CycleCommand.Move move) => MoveLine.Possible(matter.Plan, move.Dates, room.Now);

    private static string Stamp(CycleCommand.Move move, Foreseen foreseen) => $"{foreseen.Stamp}/{MoveLine.Stamp(move.Dates)}";

    private static async Task<IResult> Shown(Room room, MeetingMatter matter, DatesWords words, Refusal? refusal, CancellationToken stop)
    {
        var mailing = await room.Office.Consultations.Foresee(words.Asked(room, matter), room.Now, stop);
        return await Answers.Page<DatesPreviewPage>(room, new DatesPreview(matter, words, await MailPreview.Of(room, mailing, stop), mailing.Audience.Hash, refusal), refusal);
    }

    private static CycleCommand.Move? Move(Room room, MeetingMatter matter, string option) =>
        DateDesk.MoveWithFollowers(room.Setting, matter.Plan, matter.Step, matter.Poll!.Consultation, option, Room.Actor, room.Now);
}

public sealed record DatesView(MeetingMatter Matter, DatesWords Words, Refusal? Refusal);

/// <param name="Seen">Hash of the people shown.</param>
public sealed record DatesPreview(MeetingMatter Matter, DatesWords Words, MailPreview Mail, string Seen, Refusal? Refusal);

/// <param name="Moves">The meeting, and what would follow it.</param>
/// <param name="Stamp">What was shown: the same must be what is confirmed.</param>
public sealed record FixView(
    MeetingMatter Matter, string Option, DateTimeOffset Starts, string Stamp, IReadOnlyList<MailPreview> Mails, IReadOnlyList<MoveLine> Moves, Refusal? Refusal);

/// <summary>The dates proposed, as the form holds them.</summary>
public sealed record DatesWords(IReadOnlyList<(string Day, string Hour)> Dates, string Closes)
{
    public static DatesWords Empty(Room room, Meeting meeting)
    {
        var hour = room.Zone.LocalOf(meeting.Starts);
        return new DatesWords([.. Enumerable.Range(0, DateChoice.Most).Select(_ => ("", $"{hour:HH:mm}"))], "");
    }

    public static DatesWords Of(IFormCollection form) => new(
        [.. Enumerable.Range(1, DateChoice.Most).Select(index => (form.Text($"date-{index}"), form.Text($"heure-{index}")))], form.Text("cloture"));

    private IEnumerable<(int Index, ProposedDate? Date)> Given => Dates.Index().Where(date => date.Item.Day.Length > 0)
        .Select(date => (date.Index, TypedTime.Day(date.Item.Day) is { } day ? Read(day, date.Item.Hour) : null));

    /// <summary>Without an hour it is the day that is put to them.</summary>
    private static ProposedDate? Read(DateOnly day, string hour) =>
        hour.Length == 0 ? new ProposedDate(day, null) : TypedTime.Hour(hour) is { } known ? new ProposedDate(day, known) : null;

    public IReadOnlyList<ProposedDate> Candidates => [.. Given.Select(date => date.Date).OfType<ProposedDate>()];

    public Refusal? Problem(Room room, MeetingMatter matter) =>
        DateChoice.Problem(matter.Step, [.. Given.Select(date => (date.Index + 1, date.Date))], TypedTime.Day(Closes), room.Now, room.Zone);

    /// <summary>Only when <see cref="Problem"/> has none.</summary>
    public AdHoc Asked(Room room, MeetingMatter matter) => DateChoice.Asked(matter.Meeting, Candidates, TypedTime.Day(Closes)!.Value, room.Zone);
}
