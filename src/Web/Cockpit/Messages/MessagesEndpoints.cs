using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>The outbox: what left, to whom, and the undoing of what has not left yet.</summary>
internal static class MessagesEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/messages", (Office office, HttpContext context, string? genre, string? page, string? fait, CancellationToken stop) =>
            List(office, context, genre, page, fait == "annule" ? "Le message n’est pas parti. Personne ne l’a reçu." : "", null, stop));
        cockpit.MapForm("/messages/annuler", Cancel);
        cockpit.MapPage("/messages/{key}", Show);
        cockpit.MapPage("/messages/{key}/lettre/{contact}", Letter);
        cockpit.MapForm("/messages/{key}/reprendre", Resume);
        cockpit.MapForm("/messages/{key}/suspendre", (Office office, HttpContext context, string key, CancellationToken stop) => Order(office, context, key, office.Sends.Pause, stop));
        cockpit.MapForm("/messages/{key}/arreter", (Office office, HttpContext context, string key, CancellationToken stop) => Order(office, context, key, office.Sends.Stop, stop));
    }

    private static async Task<IResult> List(Office office, HttpContext context, string? kind, string? page, string done, Refusal? refusal, CancellationToken stop) =>
        await CockpitResult.Of<MessagesPage>(context, new Dictionary<string, object?>
        {
            [nameof(MessagesPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(MessagesPage.View)] = await MessagesView.Of(office, kind, int.TryParse(page, out var number) ? number : 1, stop),
            [nameof(MessagesPage.Demonstration)] = Links(context),
            [nameof(MessagesPage.Done)] = done,
            [nameof(MessagesPage.Refused)] = refusal?.Message ?? "",
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));

    private static Task<IResult> Show(Office office, HttpContext context, string key, string? comme, CancellationToken stop) => One(office, context, key, comme, null, stop);

    private static async Task<IResult> One(Office office, HttpContext context, string key, string? reader, Refusal? refusal, CancellationToken stop)
    {
        if (await MessageView.Of(office, key, reader, Links(context), stop) is not { } view)
            return Results.NotFound();
        return await CockpitResult.Of<MessagePage>(context, new Dictionary<string, object?>
        {
            [nameof(MessagePage.Brand)] = office.Setting.Platform.Brand,
            [nameof(MessagePage.View)] = view,
            [nameof(MessagePage.Links)] = Links(context),
            [nameof(MessagePage.Refused)] = refusal?.Message ?? "",
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
    }

    private static async Task<IResult> Letter(Office office, HttpContext context, string key, string contact, CancellationToken stop) =>
        await MessageView.Copy(office, key, contact, Links(context), stop) is { } copy ? new LetterResult(copy, Links(context)) : Results.NotFound();

    private static async Task<IResult> Cancel(Office office, HttpContext context, CancellationToken stop)
    {
        var form = await PostedForm.Read(context);
        var key = form.Text("message");
        if (!MessageView.IsKey(key))
            return Results.NotFound();
        if (await office.Sends.Cancel(key, Coordination.Id, office.Now, stop) is { } refusal)
            return await List(office, context, null, null, "", refusal, stop);
        return Back.SeeOther($"{Back.Safe(form.Text("vers")).Split('?')[0]}?fait=annule");
    }

    private static async Task<IResult> Resume(Office office, HttpContext context, string key, CancellationToken stop)
    {
        // What was undone leaves after its moment of grace, of which the list tells.
        var undone = MessageView.IsKey(key) && await office.MailRoom.WasUndone(key, stop);
        return await Order(office, context, key, office.Sends.Resume, stop, undone ? Addresses.Messages : null);
    }

    /// <param name="then">Where it leads; null: to the message.</param>
    private static async Task<IResult> Order(
        Office office, HttpContext context, string key, Func<string, string, DateTimeOffset, CancellationToken, Task<Refusal?>> order, CancellationToken stop, string? then = null)
    {
        if (!MessageView.IsKey(key) || await office.MailRoom.Find(key, stop) is null)
            return Results.NotFound();
        return await order(key, Coordination.Id, office.Now, stop) is { } refusal
            ? await One(office, context, key, null, refusal, stop)
            : Back.SeeOther(then ?? Addresses.Message(key));
    }

    private static bool Links(HttpContext context) => ((WebSettings)context.RequestServices.GetService(typeof(WebSettings))!).Demonstration;
}
