using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>One organisation with its people.</summary>
internal static class OrganisationEndpoints
{
    public static async Task<IResult> New(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Answers.Page<OrganisationPage>(room, new OrganisationView(
            await room.Office.Network.Load(stop), new Organisation("", "", "", "", "", null, ""), "", "", "", null));
    }

    public static async Task<IResult> Show(HttpContext context, string id, Organisation? typed, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        if (roster.Organisations.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        return await Answers.Page<OrganisationPage>(room, new OrganisationView(
            roster, typed ?? known, known.Name, Print.Of(known), context.Request.Query["fait"].ToString(), refusal), refusal);
    }

    public static async Task<IResult> Save(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var roster = await room.Office.Network.Load(stop);
        var known = roster.Organisations.GetValueOrDefault(id);
        if (id.Length > 0 && known is null)
            return Results.NotFound();
        var typed = new Organisation(id, form.Text("nom"), form.Text("pour"), form.Text("college"), form.Text("type"), form.Day("charte"), form.Text("engagement"),
            id.Length == 0 || form.Text("actif") == "oui");
        var (saved, refusal) = form.Text("charte").Length > 0 && typed.CharterSigned is null
            ? (id, Refusal.Invalid(new FieldError("charte", "Cette date ne se lit pas. Écrivez par exemple 15/03/2021.")))
            : await room.Office.Members.Save(typed, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal switch
        {
            null => Back.SeeOther($"/cockpit/reseau/{saved}?fait=enregistre"),
            _ when id.Length == 0 => await Answers.Page<OrganisationPage>(room, new OrganisationView(roster, typed, "", "", "", refusal), refusal),
            _ => await Show(context, id, typed, refusal, stop),
        };
    }
}

/// <param name="Organisation">As the form has it; its id is empty for a new one.</param>
/// <param name="Name">As it is stored.</param>
/// <param name="Seen">See <see cref="Core.Engine.Print"/>.</param>
public sealed record OrganisationView(Roster Roster, Organisation Organisation, string Name, string Seen, string Done, Refusal? Refusal);
