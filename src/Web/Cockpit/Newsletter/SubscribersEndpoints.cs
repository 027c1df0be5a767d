using Almanach.Core.Engine;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Newsletter;

/// <summary>Who receives a newsletter, in numbers; its subscribers from outside to take away, and one to remove.</summary>
internal static class SubscribersEndpoints
{
    public static string Address(string list) => $"/cockpit/lettres/{list}/abonnes";

    public static void MapSubscribers(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/lettres/{list}/abonnes", (HttpContext context, string list, CancellationToken stop) => Show(context, list, "", null, stop));
        cockpit.MapForm("/lettres/{list}/abonnes", Remove);
        cockpit.MapPage("/lettres/{list}/abonnes.csv", (HttpContext context, string list, CancellationToken stop) => Export(context, list, Downloads.Csv, stop));
        cockpit.MapPage("/lettres/{list}/abonnes.xlsx", (HttpContext context, string list, [FromServices] ITables tables, CancellationToken stop) =>
            Export(context, list, table => Downloads.Workbook(table, tables), stop));
    }

    private static async Task<IResult> Show(HttpContext context, string list, string typed, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return Find(room, list) is not { } letter ? Results.NotFound()
            : await Answers.Page<SubscribersPage>(room, new SubscribersView(
                letter, await room.Office.Subscriptions.Counts(list, room.Now, stop), room.Office.SignUps.IsOpen, context.Request.Query["fait"] == "retrait", typed, refusal), refusal);
    }

    private static async Task<IResult> Remove(HttpContext context, string list, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (Find(room, list) is null)
            return Results.NotFound();
        var typed = (await context.Request.ReadFormAsync(stop)).Text("adresse");
        return await room.Office.Subscribers.Remove(list, typed, Room.Actor, room.Now, stop) is { } refusal
            ? await Show(context, list, typed, refusal, stop) : Back.SeeOther($"{Address(list)}?fait=retrait");
    }

    private static async Task<IResult> Export(HttpContext context, string list, Func<ExportTable, IResult> file, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (Find(room, list) is null)
            return Results.NotFound();
        List<IReadOnlyList<string>> rows = [];
        await foreach (var person in room.Office.SubscriberRows.All(list, stop))
            rows.Add([person.Address, $"{person.Confirmed:yyyy-MM-dd}"]);
        return file(new ExportTable($"abonnes-{list}", ["Courriel", "Confirmé le"], [.. rows.OrderBy(row => row[0], StringComparer.OrdinalIgnoreCase)]));
    }

    private static NewsletterSetting? Find(Room room, string list) => room.Setting.Platform.Newsletters.FirstOrDefault(letter => letter.Id == list);
}

/// <param name="SignUp">Whether the public form is open.</param>
/// <param name="Typed">The address as the form has it.</param>
public sealed record SubscribersView(NewsletterSetting Newsletter, ListCounts Counts, bool SignUp, bool Removed, string Typed, Refusal? Refusal);
