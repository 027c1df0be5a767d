using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Sittings;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings.Sittings;

/// <summary>The second convocation of a meeting that had no quorum: dated, shown with its message, then confirmed.</summary>
internal static class SecondEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Form(room, matter, SecondWords.Of(room, matter), null)
            : Results.NotFound();
    }

    public static async Task<IResult> Preview(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Shown(room, matter, SecondWords.Of(await context.Request.ReadFormAsync(stop)), null, stop)
            : Results.NotFound();
    }

    public static async Task<IResult> Confirm(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = SecondWords.Of(form);
        if (form.Corrects())
            return await Form(room, matter, words, null);
        // The button pressed twice.
        if (matter.Step.IsAhead && words.Starts(room) == matter.Step.Starts)
            return Back.SeeOther($"{matter.Address}?fait=seconde");
        if (SecondRules.Problem(matter.Meeting, matter.Sitting, words.Starts(room), room.Now, room.Zone) is { } problem)
            return await Form(room, matter, words, problem);
        var foreseen = await Foreseen(room, matter, words, stop);
        if (foreseen.Refusal is null && foreseen.Stamp != form.Text("vu"))
            return await Shown(room, matter, words, Refusal.Because(Why.Changed,
                "Le message ou ses destinataires ont changé depuis que cette page est ouverte. Relisez, puis confirmez de nouveau."), stop);
        return await room.Office.Meetings.ConveneAgain(id, words.Starts(room)!.Value, Room.Actor, room.Now, stop) is { } refusal
            ? await Shown(room, matter, words, refusal, stop)
            : Back.SeeOther($"{matter.Address}?fait=seconde");
    }

    private static async Task<IResult> Shown(Room room, MeetingMatter matter, SecondWords words, Refusal? refusal, CancellationToken stop)
    {
        if (SecondRules.Problem(matter.Meeting, matter.Sitting, words.Starts(room), room.Now, room.Zone) is { } problem)
            return await Form(room, matter, words, problem);
        var foreseen = await Foreseen(room, matter, words, stop);
        return foreseen.Refusal is { } impossible
            ? await Form(room, matter, words, impossible)
            : await Answers.Page<SecondPreviewPage>(room, new SecondPreview(
                matter, words, foreseen.Plan.Find(matter.Step.Id)!.Starts, foreseen.Stamp, await MailPreview.Of(room, foreseen.Mailings, stop), refusal), refusal);
    }

    private static Task<Foreseen> Foreseen(Room room, MeetingMatter matter, SecondWords words, CancellationToken stop) =>
        room.Office.Foresight.Of(matter.Plan, new CycleCommand.ConveneAgain(matter.Step.Id, words.Starts(room)!.Value, room.Now, Room.Actor), stop);

    private static Task<IResult> Form(Room room, MeetingMatter matter, SecondWords words, Refusal? refusal) =>
        Answers.Page<SecondPage>(room, new SecondView(matter, words, refusal), refusal);
}

public sealed record SecondView(MeetingMatter Matter, SecondWords Words, Refusal? Refusal);

/// <param name="Seen">The message shown: the same must be the one confirmed.</param>
public sealed record SecondPreview(MeetingMatter Matter, SecondWords Words, DateTimeOffset Starts, string Seen, IReadOnlyList<MailPreview> Mails, Refusal? Refusal);

/// <summary>Day and hour as the form holds them.</summary>
public sealed record SecondWords(string Day, string Hour)
{
    /// <summary>The hour it had; the day is the coordinator's to choose.</summary>
    public static SecondWords Of(Room room, MeetingMatter matter) => new("", $"{room.Zone.LocalOf(matter.Meeting.Starts):HH:mm}");

    public static SecondWords Of(IFormCollection form) => new(form.Text("date"), form.Text("heure"));

    public DateTimeOffset? Starts(Room room) => TypedTime.Day(Day) is { } day && TypedTime.Hour(Hour) is { } hour ? room.Zone.At(day, hour) : null;
}
