using Almanach.Core.Engine;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Inbox;

/// <summary>Mail that arrived: what a program dealt with, and what waits for the coordinator.</summary>
internal static class InboxEndpoints
{
    public static void MapInbox(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/courrier", List);
        cockpit.MapPage("/courrier/{id}", (HttpContext context, string id, CancellationToken stop) => Show(context, id, null, stop));
        cockpit.MapPage("/courrier/{id}/pieces/{number:int}", File);
        cockpit.MapForm("/courrier/{id}/rattacher", Attach);
        cockpit.MapForm("/courrier/{id}/enregistrer", Record);
        cockpit.MapForm("/courrier/{id}/classer", Settle);
        cockpit.MapForm("/courrier/{id}/reprendre", Reopen);
    }

    private static async Task<IResult> List(HttpContext context, string? page, string? fait, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Answers.Page<InboxPage>(room, await InboxView.Of(room, int.TryParse(page, out var number) ? number : 1, fait ?? "", stop));
    }

    private static async Task<IResult> Show(HttpContext context, string id, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await ReceivedView.Of(room, id, refusal, stop) is { } view
            ? await Answers.Page<ReceivedPage>(room, view with { Noted = context.Request.Query["fait"] == "notee" }, refusal) : Results.NotFound();
    }

    private static async Task<IResult> Attach(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await PostedForm.Read(context);
        var refusal = await room.Office.Inbox.Attach(id, form.Text("personne"), form.Text("question"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther(Addresses.Received(id)) : await Show(context, id, refusal, stop);
    }

    private static async Task<IResult> Record(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var refusal = await room.Office.Inbox.Record(id, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Addresses.Inbox}?fait=enregistre") : await Show(context, id, refusal, stop);
    }

    private static async Task<IResult> Settle(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var refusal = await room.Office.Inbox.File(id, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Addresses.Inbox}?fait=classe") : await Show(context, id, refusal, stop);
    }

    private static async Task<IResult> Reopen(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var refusal = await room.Office.Inbox.Reopen(id, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther(Addresses.Received(id)) : await Show(context, id, refusal, stop);
    }

    /// <summary>What came with a message, never shown in the browser: it is somebody else's.</summary>
    private static async Task<IResult> File(HttpContext context, string id, int number, CancellationToken stop)
    {
        var inbox = Room.Of(context).Office.Inbox;
        if (await inbox.Find(id, stop) is not { } received || await inbox.Open(received, stop) is not { } mail || mail.Files.ElementAtOrDefault(number - 1) is not { } file)
            return Results.NotFound();
        return Results.File(file.Content, "application/octet-stream", FileNames.Safe(file.FileName, number));
    }
}
