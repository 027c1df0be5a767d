using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Drops;
using Almanach.Core.Data.Deliveries.LastYear;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Consultations.Deliveries;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.DataFiles;

/// <summary>The room of the data files: what is expected of whom, what came, what is to be corrected, what is accepted.</summary>
internal static class DeliveryRoom
{
    public const string Path = "/cockpit/livraisons";

    public static void MapDeliveryRoom(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/livraisons", List);
        cockpit.MapPage("/livraisons/{delivery}", (HttpContext context, string delivery, string? fait, CancellationToken stop) => One(Room.Of(context), delivery, fait, null, stop));
        cockpit.MapForm("/livraisons/{delivery}/accepter", Accept);
        cockpit.MapForm("/livraisons/{delivery}/deposer", Record);
        cockpit.MapForm("/livraisons/{delivery}/corrections", Repair);
        cockpit.MapPage("/livraisons/{delivery}/fichiers/{file}", Download);
        cockpit.MapPage("/livraisons/{delivery}/schema.json", Schema);
        cockpit.MapPage("/livraisons/{delivery}/rapports/{file}", Report);
    }

    private static async Task<IResult> List(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var asked = await Asked(room, stop);
        return await Answers.Page<DeliveryRoomPage>(room, new DeliveryRoomView(asked, asked is null ? [] : await room.Office.Deliveries.All(asked, stop), await room.Office.Network.Load(stop), await room.Office.Drops.Stuck(stop), await NextCollection.Find(room.Office, stop)));
    }

    private static async Task<IResult> One(Room room, string delivery, string? done, Refusal? refusal, CancellationToken stop)
    {
        if (await Find(room, delivery, stop) is not { } view)
            return Results.NotFound();
        var report = view.Deposit is { } deposit ? await room.Office.DeliveryFiles.Report(deposit.Consultation, deposit.Delivery, deposit.File, stop) : null;
        return await Answers.Page<OneDeliveryPage>(room, new OneDeliveryView(view, report is null ? null : DeliveryReport.Read(report), await room.Office.Network.Load(stop), done ?? "", refusal) { Suggested = await Suggested(room, view, stop) }, refusal);
    }

    /// <summary>What the last accepted file of a delivery without a schema suggests, this year’s too.</summary>
    private static async Task<EarlierFile?> Suggested(Room room, DeliveryView view, CancellationToken stop) =>
        room.Setting.Folder.Schemas.ContainsKey(view.Template.Schema) ? null
            : await room.Office.EarlierFiles.Before(view.Consultation.Year + 1, view.Template.Id, ReceivingRules.Quick, stop);

    /// <summary>That schema, to be read again and put in the platform’s folder.</summary>
    private static async Task<IResult> Schema(HttpContext context, string delivery, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Find(room, delivery, stop) is { } view && await Suggested(room, view, stop) is { } suggested
            ? Results.File(suggested.Inferred, "application/json; charset=utf-8", $"{view.Template.Id}.json") : Results.NotFound();
    }

    private static async Task<IResult> Accept(HttpContext context, string delivery, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await Asked(room, stop) is not { } asked)
            return Results.NotFound();
        var refusal = await room.Office.Deliveries.Accept(asked.Id, delivery, form.Text("vu"), form.Text(ReceivingRules.ReasonField), Room.Actor, room.Now, form.Text("vues"), stop);
        return refusal is null ? Back.SeeOther($"{Path}/{delivery}?fait=accepte") : await One(room, delivery, null, refusal, stop);
    }

    private static async Task<IResult> Record(HttpContext context, string delivery, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await Asked(room, stop) is not { } asked)
            return Results.NotFound();
        var (name, content, tooLarge) = DeliveryUpload.File(form);
        using var file = content;
        var refusal = tooLarge ? ReceivingRules.OverLimit
            : file is not { } sent ? Refusal.Invalid(new FieldError(ReceivingRules.FileField, "Choisissez le fichier reçu."))
            : await room.Office.Deliveries.Record(asked.Id, delivery, name, sent, form.Ticked(ReceivingRules.AttestField), room.Now, stop: stop);
        return refusal is null ? Back.SeeOther($"{Path}/{delivery}?fait=note") : await One(room, delivery, null, refusal, stop);
    }

    /// <summary>She agrees to the repairs of a file that she recorded herself.</summary>
    private static async Task<IResult> Repair(HttpContext context, string delivery, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await Find(room, delivery, stop) is not { } view)
            return Results.NotFound();
        var chosen = RepairHandlers.Chosen(form[RepairRules.Field].OfType<string>(), view.Deposit?.Checked?.Offered ?? 0);
        var refusal = await room.Office.Repairs.Agree(view.Consultation.Id, delivery, form.Text(RepairRules.SeenField), chosen, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Path}/{delivery}?fait=corrige") : await One(room, delivery, null, refusal, stop);
    }

    /// <summary>The bytes as they came, under the depositor’s name for them: of that delivery only.</summary>
    private static async Task<IResult> Download(HttpContext context, string delivery, string file, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (!ReceivingRules.IsHash(file) || await Find(room, delivery, stop) is not { } view)
            return Results.NotFound();
        var name = view.Said?.File == file ? view.Said.Name : view.Former.FirstOrDefault(former => former.File == file)?.Name;
        return name is not null && await room.Office.DeliveryFiles.Raw(file, stop) is { } raw ? Results.Stream(raw, "application/octet-stream", name) : Results.NotFound();
    }

    private static async Task<IResult> Report(HttpContext context, string delivery, string file, CancellationToken stop)
    {
        var room = Room.Of(context);
        return ReceivingRules.IsHash(file) && await Find(room, delivery, stop) is { } view
            && await room.Office.DeliveryFiles.Report(view.Consultation.Id, view.Template.Id, file, stop) is { } report
                ? Results.Bytes(report, "application/json; charset=utf-8") : Results.NotFound();
    }

    private static Task<Consultation?> Asked(Room room, CancellationToken stop) => room.Office.Deliveries.Latest(room.Today.Year, stop);

    private static async Task<DeliveryView?> Find(Room room, string delivery, CancellationToken stop) => await Asked(room, stop) is { } asked
        ? (await room.Office.Deliveries.All(asked, stop)).FirstOrDefault(view => view.Template.Id == delivery) : null;
}

/// <param name="Asked">The collection; null before the first has opened.</param>
/// <param name="Drops">What was laid down in the drop folder and is not taken.</param>
/// <param name="Next">The collection that has not opened yet; null where no calendar has one.</param>
public sealed record DeliveryRoomView(Consultation? Asked, IReadOnlyList<DeliveryView> Deliveries, Roster Roster, IReadOnlyList<SeenDrop> Drops, NextCollection? Next);

/// <param name="Done">What was just done, by its word in the address; empty for nothing.</param>
public sealed record OneDeliveryView(DeliveryView Delivery, DeliveryReport? Report, Roster Roster, string Done, Refusal? Refusal)
{
    /// <summary>The last accepted file, where the delivery has no schema yet; null elsewhere.</summary>
    public EarlierFile? Suggested { get; init; }
}
