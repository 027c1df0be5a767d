using Almanach.Core.Engine;
using Almanach.Core.Programme;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>Who speaks at the meeting of an action, the stages it goes through, what a study is.</summary>
internal static class FollowEndpoints
{
    public static Task<IResult> Speakers(HttpContext context, int year, string id, CancellationToken stop) => Take(context, year, id, "intervenants", (room, form) =>
        room.Office.Programme.SetSpeakers(year, id, SpeakerRules.Read(form.Text("intervenants")), SpeakerRules.Read(form.Text("intervenants-vus")), Room.Actor, room.Now, stop), stop);

    public static Task<IResult> Stage(HttpContext context, int year, string id, CancellationToken stop) => Take(context, year, id, "etape", async (room, form) =>
        form.Day("le") is { } day
            ? await room.Office.Programme.Reach(year, id, form.Text("etape"), day, Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("le", "Ce jour ne se lit pas. Écrivez par exemple 14/06/2022.")), stop);

    public static Task<IResult> Study(HttpContext context, int year, string id, CancellationToken stop) => Take(context, year, id, "etude", (room, form) =>
        room.Office.Programme.Describe(year, id, Line(form.Text("operateur")), form.Text("champ"), Line(form.Text("cout")), Room.Actor, room.Now, stop), stop);

    private static async Task<IResult> Take(HttpContext context, int year, string id, string what, Func<Room, IFormCollection, Task<Refusal?>> take, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await ProgrammeMatter.Load(room, year, stop) is not { } matter || matter.Find(id) is null)
            return Results.NotFound();
        return await take(room, form) is { } refusal
            ? await ProgrammeEndpoints.One(context, year, id, form, refusal, stop)
            : Back.SeeOther($"{matter.Address}/{id}?fait={what}");
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
