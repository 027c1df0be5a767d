using Almanach.Core.Cycle;
using Almanach.Core.Engine;
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
        if (await ThemesMatter.Load(room, year, stop) is not { Step: { } step } matter)
            return Results.NotFound();
        var foreseen = await room.Office.Foresight.Of(matter.Plan, Close(room, step), stop);
        return await Answers.Page<ClosingPage>(room, new ClosingView(matter, foreseen, await MailPreview.Of(room, foreseen.Mailings, stop), refusal), refusal);
    }

    public static async Task<IResult> Confirm(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ThemesMatter.Load(room, year, stop) is not { Step: { } step } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var foreseen = await room.Office.Foresight.Of(matter.Plan, Close(room, step), stop);
        if (!foreseen.ChangesNothing(matter.Plan) && form.Text("vu") != foreseen.Stamp)
            return await Preview(context, year, Refusal.Because(Why.Changed,
                "Les propositions ont changé depuis que cette page est ouverte\u00A0: le message ne dirait plus la même chose. Relisez, puis confirmez de nouveau."), stop);
        var refusal = await room.Office.Cycle.Apply(year, Close(room, step), stop)
            ?? await room.Office.Themes.Apply(year, new ThemeCommand.Consolidate(room.Now), stop: stop);
        return refusal is null ? Back.SeeOther($"/cockpit/themes/{year}?fait=termine") : await Preview(context, year, refusal, stop);
    }

    private static CycleCommand.Close Close(Room room, Step step) => new(step.Id, room.Now, Room.Actor);
}
