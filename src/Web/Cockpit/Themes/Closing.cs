using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Themes;

/// <summary>« Le regroupement est terminé »: the authors are told, after the coordinator has read what they are told.</summary>
internal static class Closing
{
    public static async Task<IResult> Preview(HttpContext context, int year, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ThemesMatter.Load(room, year, stop) is not { Step: not null } matter)
            return Results.NotFound();
        return await Answers.Page<ClosingPage>(room, new ClosingView(matter, await MailPreview.Of(room, News(room, matter), Authors(matter), stop), refusal), refusal);
    }

    public static async Task<IResult> Close(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ThemesMatter.Load(room, year, stop) is not { Step: { } step } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        if (form.Text("destinataires") != AudienceShelf.HashOf(Authors(matter)))
            return await Preview(context, year, Refusal.Because(Why.Changed,
                "Les propositions ont changé depuis que cette page est ouverte\u00A0: le message ne dirait plus la même chose. Relisez, puis confirmez de nouveau."), stop);
        var refusal = await room.Office.Cycle.Apply(year, new CycleCommand.Close(step.Id, room.Now, Room.Actor), stop)
            ?? await room.Office.Themes.Apply(year, new ThemeCommand.Consolidate(room.Now), stop: stop);
        return refusal is null ? Answers.Onward($"/cockpit/themes/{year}?fait=termine") : await Preview(context, year, refusal, stop);
    }

    private static IReadOnlyList<AudienceMember> Authors(ThemesMatter matter) => AuthorNews.Of(matter.Board, matter.Roster);

    /// <summary>The message that closing the step sends.</summary>
    private static Mailing News(Room room, ThemesMatter matter) =>
        FateDesk.News($"apercu-{matter.Year}", "devenir-regroupement", matter.Year, MailPreview.Unsent, room.Now);
}
