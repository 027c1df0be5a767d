using System.Security.Cryptography;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Ports;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Almanach.Web.Cockpit.Network;

/// <summary>A table of contacts comes in: what it would change is shown first, and exactly that is written once confirmed.</summary>
internal static class ImportEndpoints
{
    public const string UsualSource = "Annuaire de la plate-forme";

    public static async Task<IResult> Choose(HttpContext context, Refusal? refusal) =>
        await Answers.Page<ImportPage>(Room.Of(context), new ImportView(UsualSource, true, refusal), refusal);

    public static async Task<IResult> Plan(HttpContext context, [FromServices] ITables tables, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (source, invites) = (form.Text("source"), form.Ticked("inviter"));
        if (Problem(form, source) is { } missing)
            return await Answers.Page<ImportPage>(room, new ImportView(source, invites, missing), missing);
        var file = form.Files["fichier"]!;
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, stop);
        var bytes = memory.ToArray();
        var planning = await Planned(room, tables, file.FileName, bytes, source, invites, stop);
        if (planning.Plan is not { } plan)
        {
            var unread = Refusal.Invalid(new FieldError("fichier", planning.Problem));
            return await Answers.Page<ImportPage>(room, new ImportView(source, invites, unread), unread);
        }
        // Kept as it came: what is confirmed is planned anew from it.
        var upload = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await room.Office.Around.Files.WriteNew(PathOf(upload), bytes, stop);
        return await Shown(room, plan, upload, file.FileName, source, null, stop);
    }

    public static async Task<IResult> Apply(HttpContext context, string hash, [FromServices] ITables tables, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (upload, source, name) = (form.Text("depot"), form.Text("source"), form.Text("nom"));
        if (upload.Length != 64 || !upload.All(char.IsAsciiHexDigitLower) || await room.Office.Around.Files.Read(PathOf(upload), stop) is not { } bytes
            || (await Planned(room, tables, name, bytes, source, form.Ticked("inviter"), stop)).Plan is not { } plan)
            return await Choose(context, Refusal.Because(Why.Unknown, "Ce fichier n’est plus là. Choisissez-le de nouveau\u00A0: rien n’a été enregistré."));
        if (plan.Hash != hash || NewcomerDesk.Stamp(await Invitations(room, plan, stop)) != form.Text("vu"))
            return await Shown(room, plan, upload, name, source, Refusal.Because(Why.Changed,
                "Le réseau, ou ce qui est ouvert, a changé depuis que cette page est ouverte\u00A0: l’import ne ferait plus la même chose. Relisez, puis confirmez de nouveau."), stop);
        if (await room.Office.Imports.Start(plan, Room.Actor, room.Now, stop) is { } refusal)
            return await Shown(room, plan, upload, name, source, refusal, stop);
        return Back.SeeOther("/cockpit/reseau?fait=import");
    }

    private static Refusal? Problem(IFormCollection form, string source)
    {
        if (source.Length is 0 or > MemberRules.MaxName)
            return Refusal.Invalid(new FieldError("source", "Dites d’où viennent ces adresses\u00A0: les personnes en sont informées."));
        return form.Files["fichier"] switch
        {
            { Length: 0, FileName.Length: > 0 } => Refusal.Invalid(new FieldError("fichier", "Ce fichier est vide. Enregistrez de nouveau votre tableau, puis choisissez-le.")),
            null or { Length: 0 } => Refusal.Invalid(new FieldError("fichier", "Choisissez le tableau à importer.")),
            { Length: > TableLimits.Bytes } => Refusal.Invalid(new FieldError("fichier", "Le fichier dépasse deux mégaoctets. Enregistrez le tableau seul, en CSV.")),
            _ => null,
        };
    }

    private static async Task<ImportPlanning> Planned(Room room, ITables tables, string name, byte[] bytes, string source, bool invites, CancellationToken stop)
    {
        var planning = ImportPlanner.Plan(tables.Read(name, bytes), await room.Office.Network.Load(stop), room.Setting.Platform, source, room.Today);
        return planning with { Plan = planning.Plan?.Inviting(invites) };
    }

    private static async Task<IReadOnlyList<Mailing>> Invitations(Room room, ImportPlan plan, CancellationToken stop) => plan.Rows.Invites
        ? await room.Office.Newcomers.Foresee([.. plan.Rows.Inform], plan.Rows.On(await room.Office.Network.Load(stop)), room.Now, stop) : [];

    private static async Task<IResult> Shown(Room room, ImportPlan plan, string upload, string name, string source, Refusal? refusal, CancellationToken stop)
    {
        var told = plan.Rows.Contacts.Where(contact => plan.Rows.Inform.Contains(contact.Id)).ToList();
        var after = plan.Rows.On(await room.Office.Network.Load(stop));
        MailPreview? mail = null;
        if (told.Count > 0)
        {
            var people = told.Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())).ToList();
            mail = await MailPreview.Of(room, ImportDesk.Welcome("apercu", told[0].Source, AudienceShelf.Sketch(people), room.Now), people, after, stop);
        }
        var invitations = await Invitations(room, plan, stop);
        List<MailPreview> invites = [];
        foreach (var invitation in invitations)
            invites.Add(await MailPreview.Of(room, invitation, await room.Office.Audiences.Read(invitation.Audience, stop), after, stop));
        return await Answers.Page<ImportPlanPage>(room, new ImportPlanView(plan, upload, name, source, mail, invites, NewcomerDesk.Stamp(invitations), refusal), refusal);
    }

    private static string PathOf(string upload) => $"{ImportDesk.Folder}depots/{upload}";
}

/// <param name="Invites">Whether the people added are asked what is open.</param>
public sealed record ImportView(string Source, bool Invites, Refusal? Refusal);

/// <param name="Upload">SHA-256 of the file as it came.</param>
/// <param name="Mail">What the people added are told; null when nobody is.</param>
/// <param name="Invitations">What those among them are asked whose roles something is open for.</param>
/// <param name="Stamp">Names the invitations shown.</param>
public sealed record ImportPlanView(
    ImportPlan Plan, string Upload, string Name, string Source, MailPreview? Mail, IReadOnlyList<MailPreview> Invitations, string Stamp, Refusal? Refusal);
