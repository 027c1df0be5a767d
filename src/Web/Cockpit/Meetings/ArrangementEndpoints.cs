using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>The hour, the place and the video link of a meeting: typed, shown with the message that tells of them, then confirmed.</summary>
internal static class ArrangementEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Answers.Page<ArrangePage>(room, new ArrangeView(matter, ArrangementWords.Of(room, matter), null))
            : Results.NotFound();
    }

    public static async Task<IResult> Preview(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Shown(room, matter, ArrangementWords.Of(await context.Request.ReadFormAsync(stop)), null, stop)
            : Results.NotFound();
    }

    public static async Task<IResult> Confirm(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = ArrangementWords.Of(form);
        if (form.Corrects())
            return await Form(room, matter, words, null);
        if (words.Command(room, matter) is not { } command)
            return await Shown(room, matter, words, null, stop);
        var foreseen = await room.Office.Foresight.Of(matter.Plan, command, stop);
        if (foreseen.ChangesNothing(matter.Plan))
            return Back.SeeOther($"{matter.Address}?fait=modifiee");
        if (foreseen.Refusal is null && foreseen.Stamp != form.Text("vu"))
            return await Shown(room, matter, words, Refusal.Because(Why.Changed,
                "Le message ou ses destinataires ont changé depuis que cette page est ouverte. Relisez, puis confirmez de nouveau."), stop);
        return await room.Office.Cycle.Apply(matter.Plan.Year, command, stop) is { } refusal
            ? await Shown(room, matter, words, refusal, stop)
            : Back.SeeOther($"{matter.Address}?fait=modifiee");
    }

    /// <summary>What would change and who is told; the form again where something is amiss or nothing changes.</summary>
    private static async Task<IResult> Shown(Room room, MeetingMatter matter, ArrangementWords words, Refusal? refusal, CancellationToken stop)
    {
        if (words.Command(room, matter) is not { } command)
            return await Form(room, matter, words, Refusal.Invalid(new FieldError("heure", "Cette heure ne se lit pas. Écrivez par exemple 09:30.")));
        var foreseen = await room.Office.Foresight.Of(matter.Plan, command, stop);
        if (foreseen.Refusal is { } problem)
            return await Form(room, matter, words, problem);
        if (foreseen.ChangesNothing(matter.Plan))
            return await Form(room, matter, words, Refusal.Invalid(new FieldError("heure", "Rien n’a changé\u00A0: l’heure, le lieu et le lien sont déjà ceux-là.")));
        return await Answers.Page<ArrangePreviewPage>(room, new ArrangePreview(
            matter, words, foreseen.Plan.Find(matter.Step.Id)!, foreseen.Stamp, await MailPreview.Of(room, foreseen.Mailings, stop), refusal), refusal);
    }

    private static Task<IResult> Form(Room room, MeetingMatter matter, ArrangementWords words, Refusal? refusal) =>
        Answers.Page<ArrangePage>(room, new ArrangeView(matter, words, refusal), refusal);
}

public sealed record ArrangeView(MeetingMatter Matter, ArrangementWords Words, Refusal? Refusal);

/// <param name="After">The meeting's step as it would be.</param>
/// <param name="Seen">The message shown: the same must be the one confirmed.</param>
public sealed record ArrangePreview(MeetingMatter Matter, ArrangementWords Words, Step After, string Seen, IReadOnlyList<MailPreview> Mails, Refusal? Refusal)
{
    public string Where => Presence.Address((StepWork.Meet)After.Work);
}

/// <summary>Hour, place and link as the form holds them.</summary>
public sealed record ArrangementWords(string Hour, string Place, string Link)
{
    public static ArrangementWords Of(Room room, MeetingMatter matter) => new(
        $"{room.Zone.LocalOf(matter.Step.Starts):HH:mm}", matter.Meeting.Remote ? "" : matter.Meeting.Place, matter.Meeting.Link);

    public static ArrangementWords Of(IFormCollection form) => new(form.Text("heure"), Line(form.Text("lieu")), form.Text("lien"));

    /// <summary>On the day the meeting has; null when the hour cannot be read.</summary>
    public CycleCommand.Arrange? Command(Room room, MeetingMatter matter) => TypedTime.Hour(Hour) is { } hour
        ? new CycleCommand.Arrange(matter.Step.Id, room.Zone.At(room.Zone.DayOf(matter.Step.Starts), hour), Place, Link, room.Now, Room.Actor)
        : null;

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
