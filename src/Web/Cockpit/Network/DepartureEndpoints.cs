using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>Before somebody is marked as left: what closes, and who is asked for a successor.</summary>
internal static class DepartureEndpoints
{
    public static Task<IResult> Show(HttpContext context, string id, CancellationToken stop) => Show(context, id, null, stop);

    public static async Task<IResult> Leave(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if ((await room.Office.Network.Load(stop)).Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        var asks = form.Ticked("demander");
        if (asks && Seen(await room.Office.Vacancies.Foresee(known, room.Now, stop)) != form.Text("vu"))
            return await Show(context, id, Refusal.Because(Why.Changed, "Le réseau a changé depuis que cette page est ouverte\u00A0: le message n’est plus le même. Relisez, puis confirmez de nouveau."), stop);
        var refusal = await room.Office.Members.Leave(id, Room.Actor, room.Now, asks, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=depart") : await Show(context, id, refusal, stop);
    }

    private static async Task<IResult> Show(HttpContext context, string id, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        if (!known.Active && refusal is null)
            return Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}");
        var mailing = await room.Office.Vacancies.Foresee(known, room.Now, stop);
        return await Answers.Page<DeparturePage>(room, new DepartureView(
            known, roster, mailing is null ? null : await MailPreview.Of(room, mailing, stop), VacancyRules.Matters(known, roster), Seen(mailing), refusal), refusal);
    }

    private static string Seen(Mailing? mailing) => mailing?.Audience.Hash ?? "";
}

/// <param name="Mail">To the colleague who is asked for a successor; null where nobody is.</param>
/// <param name="Matters">Somebody has to take the place.</param>
public sealed record DepartureView(Contact Contact, Roster Roster, MailPreview? Mail, bool Matters, string Seen, Refusal? Refusal);
