using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Privacy;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Almanach.Web.Network.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.PersonalData;

/// <summary>Personal data: what is kept and erased, what people ask, the entry of the record of processing activities.</summary>
internal static class PersonalDataEndpoints
{
    public static void MapPersonalData(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/donnees", (HttpContext context, CancellationToken stop) => Show(context, null, stop));
        cockpit.MapForm("/donnees/demandes/{id}", Settle);
        cockpit.MapForm("/donnees/demandes/{id}/adresse", AcceptAddress);
        cockpit.MapPage("/donnees/registre", (HttpContext context) => Answers.Page<RegisterPage>(Room.Of(context), Entry(Room.Of(context))));
        cockpit.MapPage("/donnees/registre.md", (HttpContext context) => Register(Room.Of(context)));
        cockpit.MapPage("/reseau/personnes/{id}/effacement", (HttpContext context, string id, CancellationToken stop) => ShowErasure(context, id, null, stop));
        cockpit.MapForm("/reseau/personnes/{id}/effacement", Erase);
        cockpit.MapPage("/reseau/personnes/{id}/donnees.json", Export);
    }

    private static async Task<IResult> Show(HttpContext context, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Answers.Page<PersonalDataPage>(room, await PersonalDataView.Of(room, refusal, stop), refusal);
    }

    private static async Task<IResult> Settle(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.DataRequests.Settle(id, Room.Actor, room.Now, stop) is { } refusal ? await Show(context, refusal, stop) : Back.SeeOther($"{Addresses.PersonalData}?fait=close");
    }

    private static async Task<IResult> AcceptAddress(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.DataRequests.AcceptAddress(id, Room.Actor, room.Now, stop) is { } refusal ? await Show(context, refusal, stop) : Back.SeeOther($"{Addresses.PersonalData}?fait=adresse");
    }

    private static RegisterEntry Entry(Room room) => RegisterEntry.Of(room.Setting.Platform, room.Office.Around.ReplyBox.Length > 0);

    private static IResult Register(Room room) =>
        Results.File(Encoding.UTF8.GetBytes(Entry(room).Markdown(room.Today)), "text/markdown; charset=utf-8", $"fiche-de-registre-{room.Brand.Id}.md");

    private static async Task<IResult> ShowErasure(HttpContext context, string id, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        if (known.IsErased && refusal is null)
            return Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}");
        var asked = (await room.Office.DataRequests.Of(id, stop)).FirstOrDefault(request => request is { Kind: DataRequestKind.Erasure, Settled: null });
        return await Answers.Page<ErasurePage>(room, new ErasureView(
            known, roster, await room.Office.Traces.Of(known, stop), asked is null ? null : WaitingRequest.Of(asked, room), Print.Of(known),
            refusal ?? await room.Office.Erasures.Refused(known, stop), refusal is null || refusal.Why == Why.Changed), refusal);
    }

    private static async Task<IResult> Erase(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        return await room.Office.Erasures.Order(id, form.Text("vu"), Room.Actor, room.Now, stop) is { } refusal
            ? await ShowErasure(context, id, refusal, stop) : Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=effacement");
    }

    /// <summary>For somebody who asks by telephone or by mail: the same file as on her own page.</summary>
    private static async Task<IResult> Export(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return (await room.Office.Network.Load(stop)).Contacts.GetValueOrDefault(id) is { IsErased: false } known
            ? DataExport.File(await PersonalFiles.Of(room.Office, known, stop), room.Setting) : Results.NotFound();
    }
}

/// <param name="Traces">What goes with her card.</param>
/// <param name="Asked">Her request; null where the coordinator does it of her own.</param>
/// <param name="Offered">Whether the button is there.</param>
public sealed record ErasureView(Contact Contact, Roster Roster, Traces Traces, WaitingRequest? Asked, string Seen, Refusal? Refusal, bool Offered);
