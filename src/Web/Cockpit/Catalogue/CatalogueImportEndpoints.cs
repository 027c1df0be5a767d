using System.Security.Cryptography;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Almanach.Web.Cockpit.Catalogue;

/// <summary>An inventory comes in: what it would change is shown first, and exactly that is written once confirmed.</summary>
internal static class CatalogueImportEndpoints
{
    public static async Task<IResult> Choose(HttpContext context, Refusal? refusal) =>
        await Answers.Page<CatalogueImportPage>(Room.Of(context), new CatalogueImportView(refusal), refusal);

    public static async Task<IResult> Plan(HttpContext context, [FromServices] ITables tables, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (form.Files["fichier"] is not { Length: > 0 and <= TableLimits.Bytes } file)
            return await Choose(context, Refusal.Invalid(new FieldError("fichier", form.Files["fichier"] switch
            {
                { Length: > 0 } => "Le fichier dépasse deux mégaoctets. Enregistrez le tableau seul, en CSV.",
                { FileName.Length: > 0 } => "Ce fichier est vide. Enregistrez de nouveau votre tableau, puis choisissez-le.",
                _ => "Choisissez le tableau à importer.",
            })));
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, stop);
        var bytes = memory.ToArray();
        var planning = await Planned(room, tables, file.FileName, bytes, stop);
        if (planning.Plan is not { } plan)
            return await Choose(context, Refusal.Invalid(new FieldError("fichier", planning.Problem)));
        // Kept as it came: what is confirmed is planned anew from it.
        var upload = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await room.Office.Around.Files.WriteNew(PathOf(upload), bytes, stop);
        return await Shown(room, plan, upload, file.FileName, null);
    }

    public static async Task<IResult> Apply(HttpContext context, string hash, [FromServices] ITables tables, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (upload, name) = (form.Text("depot"), form.Text("nom"));
        if (upload.Length != 64 || !upload.All(char.IsAsciiHexDigitLower) || await room.Office.Around.Files.Read(PathOf(upload), stop) is not { } bytes
            || (await Planned(room, tables, name, bytes, stop)).Plan is not { } plan)
            return await Choose(context, Refusal.Because(Why.Unknown, "Ce fichier n’est plus là. Choisissez-le de nouveau\u00A0: rien n’a été enregistré."));
        if (plan.Hash != hash)
            return await Shown(room, plan, upload, name, Refusal.Because(Why.Changed,
                "Le catalogue a changé depuis que cette page est ouverte\u00A0: l’import ne ferait plus la même chose. Relisez, puis confirmez de nouveau."));
        if (await room.Office.Catalogue.Import(plan, Room.Actor, room.Now, stop) is { } refusal)
            return await Shown(room, (await Planned(room, tables, name, bytes, stop)).Plan ?? plan, upload, name, refusal);
        return Back.SeeOther($"{CatalogueRoom.Path}?fait=import");
    }

    private static async Task<CataloguePlanning> Planned(Room room, ITables tables, string name, byte[] bytes, CancellationToken stop) =>
        CataloguePlanner.Plan(tables.Read(name, bytes), await room.Office.Catalogue.Load(stop), room.Setting.Platform.CatalogueOrEmpty(), room.Now);

    private static Task<IResult> Shown(Room room, CataloguePlan plan, string upload, string name, Refusal? refusal) =>
        Answers.Page<CataloguePlanPage>(room, new CataloguePlanView(plan, upload, name, refusal), refusal);

    private static string PathOf(string upload) => $"{ImportDesk.Folder}depots/{upload}";
}

public sealed record CatalogueImportView(Refusal? Refusal);

/// <param name="Upload">SHA-256 of the file as it came.</param>
public sealed record CataloguePlanView(CataloguePlan Plan, string Upload, string Name, Refusal? Refusal);
