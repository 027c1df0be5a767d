using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Catalogue;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Catalogue;

/// <summary>The room of the catalogue: what waits, every entry, adding, importing, exporting.</summary>
internal static class CatalogueRoom
{
    public const string Path = "/cockpit/catalogue";

    public static void MapCatalogueRoom(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/catalogue", List);
        cockpit.MapPage("/catalogue/export.csv", async (HttpContext context, CancellationToken stop) => Downloads.Csv(await Table(context, stop)));
        cockpit.MapPage("/catalogue/export.xlsx", async (HttpContext context, [FromServices] ITables tables, CancellationToken stop) => Downloads.Workbook(await Table(context, stop), tables));
        cockpit.MapPage("/catalogue/import", (HttpContext context, CancellationToken _) => CatalogueImportEndpoints.Choose(context, null));
        cockpit.MapForm("/catalogue/import", CatalogueImportEndpoints.Plan);
        cockpit.MapForm("/catalogue/import/{hash}", CatalogueImportEndpoints.Apply);
        cockpit.MapPage("/catalogue/nouvelle", (HttpContext context, CancellationToken stop) => CardEndpoints.New(context, stop));
        cockpit.MapForm("/catalogue/nouvelle", (HttpContext context, CancellationToken stop) => CardEndpoints.Save(context, "", stop));
        cockpit.MapPage("/catalogue/fiches/{id}", CardEndpoints.Show);
        cockpit.MapForm("/catalogue/fiches/{id}", CardEndpoints.Save);
        cockpit.MapForm("/catalogue/fiches/{id}/retirer", CardEndpoints.Withdraw);
        cockpit.MapForm("/catalogue/fiches/{id}/retablir", CardEndpoints.Restore);
        cockpit.MapForm("/catalogue/fiches/{id}/confirmer", CardEndpoints.Confirm);
        cockpit.MapForm("/catalogue/propositions/{id}", Decide);
        cockpit.MapForm("/catalogue/erreurs/{id}", Settle);
        cockpit.MapForm("/catalogue/besoins/{id}", Answer);
        cockpit.MapForm("/catalogue/besoins/{id}/proposer", Propose);
    }

    private static Task<IResult> List(HttpContext context, CancellationToken stop) => Shown(context, null, stop);

    private static async Task<IResult> Shown(HttpContext context, Refusal? refusal, CancellationToken stop, NeedAnswer? typed = null)
    {
        var room = Room.Of(context);
        var shelf = await room.Office.Catalogue.Load(stop);
        var filter = CatalogueFilter.Of(context.Request.Query);
        return await Answers.Page<CatalogueRoomPage>(room, new CatalogueRoomView(shelf, filter, filter.Find(shelf, entry => room.Office.Catalogue.IsStale(entry, room.Now)),
            [.. (await room.Office.CatalogueRequests.Errors(stop)).Where(error => error.Settled is null)], await room.Office.CatalogueRequests.Needs(stop),
            context.Request.Query["fait"].ToString(), refusal)
        {
            Proposals = [.. (await room.Office.CatalogueUpdates.All(stop)).Where(proposal => proposal.Waits).Select(proposal => ProposalView.Of(proposal, shelf, room.Setting.Platform.CatalogueOrEmpty()))],
            Update = await room.Office.CatalogueUpdates.Progress(room.Setting.Zone.DayOf(room.Now).Year, stop),
            Stale = shelf.Entries.Values.Count(entry => entry.IsCurrent && room.Office.Catalogue.IsStale(entry, room.Now)),
            Typed = typed,
        }, refusal);
    }

    /// <summary>Accepts what a producer proposes, or sets it aside: never what has changed since it was shown.</summary>
    private static async Task<IResult> Decide(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var aside = form.Text("decision") == "ecarter";
        var refusal = aside
            ? await room.Office.CatalogueUpdates.SetAside(id, form.Text("raison"), form.Text("vu"), Room.Actor, room.Now, stop)
            : await room.Office.CatalogueUpdates.Accept(id, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Path}?fait={(aside ? "ecartee" : "acceptee")}") : await Shown(context, refusal, stop);
    }

    private static async Task<ExportTable> Table(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var shelf = await room.Office.Catalogue.Load(stop);
        return CatalogueTable.Of(CatalogueFilter.Of(context.Request.Query).Find(shelf, entry => room.Office.Catalogue.IsStale(entry, room.Now)),
            shelf, room.Setting.Platform.CatalogueOrEmpty(), room.Office.Catalogue.AddressOf);
    }

    private static async Task<IResult> Settle(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.CatalogueRequests.Settle(id, Room.Actor, room.Now, stop) is { } refusal ? await Shown(context, refusal, stop) : Back.SeeOther($"{Path}?fait=erreur");
    }

    private static async Task<IResult> Answer(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (answer, aside) = (form.Text("reponse"), form.Ticked("ecarter"));
        var refusal = !aside && answer.Length == 0
            ? Refusal.Invalid(new FieldError("reponse", "Écrivez la réponse, ou écartez ce besoin."))
            : await room.Office.CatalogueRequests.Answer(id, aside ? "" : answer, Room.Actor, room.Now, stop);
        if (refusal is null)
            return Back.SeeOther($"{Path}?fait=besoin");
        var placed = refusal with { Fields = [.. refusal.Fields.Select(error => error with { Field = NeedAnswer.FieldOf(id) })] };
        return await Shown(context, placed, stop, new NeedAnswer(id, answer));
    }

    private static async Task<IResult> Propose(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if ((await room.Office.CatalogueRequests.Needs(stop)).FirstOrDefault(need => need.Id == id) is not { } need)
            return Back.SeeOther(Path);
        return await NeedHandlers.Propose(room.Office, need, stop) is { } refusal ? await Shown(context, refusal, stop) : Back.SeeOther($"{Path}?fait=propose");
    }
}

/// <param name="Errors">That wait.</param>
/// <param name="Needs">All of them, the oldest first.</param>
public sealed record CatalogueRoomView(
    CatalogueShelf Shelf, CatalogueFilter Filter, IReadOnlyList<CatalogueEntry> Entries, IReadOnlyList<ErrorReport> Errors, IReadOnlyList<StatedNeed> Needs, string Done, Refusal? Refusal)
{
    /// <summary>What producers propose, and waits.</summary>
    public IReadOnlyList<ProposalView> Proposals { get; init; } = [];

    /// <summary>The latest yearly update; null before the first.</summary>
    public UpdateProgress? Update { get; init; }

    /// <summary>Current entries that nobody has confirmed for too long.</summary>
    public int Stale { get; init; }

    /// <summary>The answer that was refused; null for none.</summary>
    public NeedAnswer? Typed { get; init; }
}

/// <summary>An answer to a need, as it was typed.</summary>
public sealed record NeedAnswer(string Need, string Text)
{
    /// <summary>Its box among those of all needs.</summary>
    public static string FieldOf(string need) => $"reponse-{need}";
}
