using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Library.Deposits;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Documents;
using Almanach.Web.Hosting;
using Almanach.Web.Library;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Library;

/// <summary>The room of documents: those drawn up and those deposited, who may read them, and depositing one more.</summary>
internal static class DocumentsEndpoints
{
    public const string Home = "/cockpit/documents";

    public static void MapDocumentRoom(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/documents", List);
        cockpit.MapPage("/documents/deposer", (HttpContext context, CancellationToken stop) => Form(Room.Of(context), Empty, null, stop));
        cockpit.MapForm("/documents/deposer", Enter);
        cockpit.MapPage("/documents/etablis/{id}", (HttpContext context, string id, string? fait, CancellationToken stop) => Drawn(Room.Of(context), id, fait, null, stop));
        cockpit.MapForm("/documents/etablis/{id}", Diffuse);
        cockpit.MapPage("/documents/etablis/{id}/lire", (HttpContext context, string id, CancellationToken stop) => Read(context, id, word: false, stop));
        cockpit.MapPage("/documents/etablis/{id}/word", (HttpContext context, string id, CancellationToken stop) => Read(context, id, word: true, stop));
        cockpit.MapPage("/documents/{id}", (HttpContext context, string id, string? fait, CancellationToken stop) => One(Room.Of(context), id, null, fait, null, stop));
        cockpit.MapForm("/documents/{id}", Edit);
        cockpit.MapForm("/documents/{id}/version", Replace);
        cockpit.MapForm("/documents/{id}/retrait", Turn);
        cockpit.MapPage("/documents/{id}/version/{number:int}", File);
    }

    private static DepositTyped Empty => new("", "", "", "", "", "");

    private static async Task<IResult> List(HttpContext context, string? fait, CancellationToken stop)
    {
        var room = Room.Of(context);
        var withdrawn = (await room.Office.Deposits.All(stop)).Where(deposit => deposit.Withdrawn is not null).ToList();
        return await Answers.Page<DocumentsPage>(room, new DocumentsView(
            LibrarySearch.Of(context.Request.Query, await room.Office.Library.All(stop), await LibraryPlaces.Of(room.Office, stop)), withdrawn, fait ?? ""));
    }

    private static async Task<IResult> Form(Room room, DepositTyped typed, Refusal? refusal, CancellationToken stop) =>
        await Answers.Page<DepositPage>(room, new DepositView(typed, await LibraryPlaces.Of(room.Office, stop), refusal), refusal);

    private static async Task<IResult> Enter(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var typed = DepositTyped.Of(form);
        var (name, bytes, problem) = await Sent(form, stop);
        if (problem is not null || !typed.SaysWhoReads)
            return await Form(room, typed, Refusal.Invalid(
                [.. problem is null ? [] : new[] { problem }, .. await room.Office.Deposits.Check(typed.Sheet(), room.Now, stop), .. typed.SaysWhoReads ? [] : new[] { new FieldError("diffusion", "Choisissez qui peut lire ce document.") }]), stop);
        var (id, refusal) = await room.Office.Deposits.Enter(typed.Sheet(), name, bytes, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Home}/{id}?fait=depose") : await Form(room, typed, refusal, stop);
    }

    private static async Task<IResult> One(Room room, string id, DepositTyped? typed, string? done, Refusal? refusal, CancellationToken stop) =>
        await room.Office.Deposits.Find(id, stop) is { } deposit
            ? await Answers.Page<OneDocumentPage>(room, new OneDocumentView(
                deposit, typed ?? DepositTyped.Of(deposit.Sheet), await LibraryPlaces.Of(room.Office, stop), Print.Of(deposit), done ?? "", refusal), refusal)
            : Results.NotFound();

    private static async Task<IResult> Edit(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var typed = DepositTyped.Of(form);
        var refusal = typed.SaysWhoReads
            ? await room.Office.Deposits.Edit(id, typed.Sheet(), form.Text("vu"), Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("diffusion", "Choisissez qui peut lire ce document."));
        return refusal is null ? Back.SeeOther($"{Home}/{id}?fait=fiche") : await One(room, id, typed, null, refusal, stop);
    }

    private static async Task<IResult> Replace(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var (name, bytes, problem) = await Sent(await context.Request.ReadFormAsync(stop), stop);
        var refusal = problem is not null ? Refusal.Invalid(problem) : await room.Office.Deposits.Replace(id, name, bytes, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Home}/{id}?fait=version") : await One(room, id, null, null, refusal, stop);
    }

    private static async Task<IResult> Turn(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var withdrawn = (await context.Request.ReadFormAsync(stop)).Text("geste") != "remettre";
        var refusal = await room.Office.Deposits.Turn(id, withdrawn, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Home}/{id}?fait={(withdrawn ? "retire" : "remis")}") : await One(room, id, null, null, refusal, stop);
    }

    private static async Task<IResult> File(HttpContext context, string id, int number, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Deposits.Find(id, stop) is { } deposit && deposit.Versions.FirstOrDefault(version => version.Number == number) is { } found
            ? new FileAnswer(found, found == deposit.Latest ? deposit.Sheet.Title : $"{deposit.Sheet.Title}, version {number}", await room.Office.Deposits.Read(deposit, found, stop))
            : Results.NotFound();
    }

    private static async Task<IResult> Drawn(Room room, string id, string? done, Refusal? refusal, CancellationToken stop) =>
        Core.Ports.StoreLimits.IsName(id) && await room.Office.Documents.Find(id, stop) is { } document
            ? await Answers.Page<DrawnPage>(room, new DrawnView(document, done ?? "", refusal), refusal)
            : Results.NotFound();

    private static async Task<IResult> Read(HttpContext context, string id, bool word, CancellationToken stop)
    {
        var office = Room.Of(context).Office;
        return !Core.Ports.StoreLimits.IsName(id) || await office.Documents.Find(id, stop) is not { } document ? Results.NotFound()
            : word ? await DocumentEndpoints.Docx(office, document, context)
            : await DocumentEndpoints.Html(office, document, $"{Home}/etablis/{document.Id}/word", context);
    }

    private static async Task<IResult> Diffuse(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var refusal = Posted.Named<Diffusion>((await context.Request.ReadFormAsync(stop)).Text("diffusion")) is { } diffusion
            ? await room.Office.Documents.Diffuse(id, diffusion, Room.Actor, room.Now, stop)
            : Refusal.Invalid(new FieldError("diffusion", "Choisissez qui peut lire ce document."));
        return refusal is null ? Back.SeeOther($"{Home}/etablis/{id}?fait=diffusion") : await Drawn(room, id, null, refusal, stop);
    }

    /// <summary>The file of a form, never read beyond what may be kept.</summary>
    private static async Task<(string Name, byte[] Bytes, FieldError? Problem)> Sent(IFormCollection form, CancellationToken stop)
    {
        switch (form.Files.GetFile("fichier"))
        {
            case null or { FileName: "", Length: 0 }:
                return ("", [], new FieldError("fichier", "Choisissez le fichier à déposer."));
            case { Length: > FileRecognition.MostBytes }:
                return ("", [], new FieldError("fichier", FileRecognition.TooLarge));
            case var file:
                using (var memory = new MemoryStream())
                {
                    await file.CopyToAsync(memory, stop);
                    var bytes = memory.ToArray();
                    return (file.FileName, bytes, FileRecognition.Of(file.FileName, bytes).Problem);
                }
        }
    }
}

/// <param name="Withdrawn">Deposited documents that were taken off.</param>
public sealed record DocumentsView(LibrarySearch Search, IReadOnlyList<Deposit> Withdrawn, string Done);

public sealed record DepositView(DepositTyped Typed, LibraryPlaces Places, Refusal? Refusal);

/// <param name="Seen">Names what the page shows.</param>
public sealed record OneDocumentView(Deposit Deposit, DepositTyped Typed, LibraryPlaces Places, string Seen, string Done, Refusal? Refusal);

public sealed record DrawnView(PublishedDocument Document, string Done, Refusal? Refusal);
