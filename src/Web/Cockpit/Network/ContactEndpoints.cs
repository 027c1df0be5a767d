using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Network;

/// <summary>One person: who, what for, what was sent and answered; leaving and objecting.</summary>
internal static class ContactEndpoints
{
    private const string ByHand = "Ajout par la coordination, à la demande de votre organisme";

    public static async Task<IResult> New(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        var organisation = context.Request.Query["organisme"].ToString();
        var draft = new Contact("", roster.Organisations.ContainsKey(organisation) ? organisation : "", "", "", "", "", [], ByHand, room.Today);
        var asked = await Asked(room, context.Request.Query["demande"].ToString(), stop);
        if (asked is not null)
        {
            var (first, last) = PersonNames.Split(asked.Name, surnameFirst: false);
            draft = draft with
            {
                Organisation = asked.Organisation,
                FirstName = first,
                LastName = last,
                Address = asked.Address,
                Function = asked.Function,
                Roles = roster.Contacts.GetValueOrDefault(asked.Contact)?.Roles ?? [],
                Source = "Demande de remplacement faite par votre organisme",
            };
        }
        return await Answers.Page<ContactPage>(room, new ContactView(roster, draft, null, "", null, null, "", null, asked, Replaces: true));
    }

    public static async Task<IResult> Show(HttpContext context, string id, Contact? typed, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        return await Answers.Page<ContactPage>(room, new ContactView(
            roster, typed ?? known, known, MemberDesk.Print(known), await ContactHistory.Of(room, id, known.Organisation, stop),
            await room.Office.Members.NoteOf(id, stop), context.Request.Query["fait"].ToString(), refusal), refusal);
    }

    public static async Task<IResult> Save(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var roster = await room.Office.Network.Load(stop);
        var known = roster.Contacts.GetValueOrDefault(id);
        if (id.Length > 0 && known is null)
            return Results.NotFound();
        var typed = (known ?? new Contact("", form.Text("organisme"), "", "", "", "", [], "", room.Today)) with
        {
            FirstName = form.Text("prenom"),
            LastName = form.Text("nom"),
            Address = form.Text("courriel"),
            Function = form.Text("fonction"),
            Roles = Roles(form.All("roles")),
            Source = known?.Source ?? form.Text("source"),
        };
        if (known is null && await Asked(room, form.Text("demande"), stop) is { } asked)
            return await Succeed(room, roster, typed, asked, form.Ticked("remplace"), stop);
        var (saved, refusal) = await room.Office.Members.Save(typed, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal switch
        {
            null => Back.SeeOther($"/cockpit/reseau/personnes/{saved}?fait={(id.Length == 0 ? "ajout" : "enregistre")}"),
            _ when known is null => await Answers.Page<ContactPage>(room, new ContactView(roster, typed, null, "", null, null, "", refusal), refusal),
            _ => await Show(context, id, typed, refusal, stop),
        };
    }

    /// <summary>The person is added and the request filed: nothing is left to do by hand.</summary>
    private static async Task<IResult> Succeed(Room room, Roster roster, Contact typed, SuccessionRequest asked, bool replaces, CancellationToken stop)
    {
        var (saved, refusal) = await room.Office.Members.Succeed(typed, replaces ? asked.Contact : "", Room.Actor, room.Now, stop);
        if (refusal is not null)
            return await Answers.Page<ContactPage>(room, new ContactView(roster, typed, null, "", null, null, "", refusal, asked, replaces), refusal);
        await room.Office.Requests.Settle(asked.Id, Room.Actor, room.Now, stop);
        return Back.SeeOther($"/cockpit/reseau/personnes/{saved}?fait=succession");
    }

    /// <summary>The request that waits under this id; null when there is none, or it is settled.</summary>
    private static async Task<SuccessionRequest?> Asked(Room room, string id, CancellationToken stop) =>
        (await room.Office.Requests.Open(stop)).FirstOrDefault(request => request.Id == id);

    public static async Task<IResult> Leave(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var refusal = await room.Office.Members.Leave(id, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=depart") : await Show(context, id, null, refusal, stop);
    }

    public static async Task<IResult> Suppress(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Members.Suppress(id, form.Text("arreter") == "oui", form.Text("raison"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=messages") : await Show(context, id, null, refusal, stop);
    }

    /// <summary>« Referent », « Member:copil »; what is no role is left out.</summary>
    private static IReadOnlyList<Role> Roles(IReadOnlyList<string> posted) =>
        [.. posted.Select(text => text.Split(':', 2)).Where(parts => Posted.Named<RoleKind>(parts[0]) is not null)
            .Select(parts => new Role(Posted.Named<RoleKind>(parts[0])!.Value, parts.Length > 1 ? parts[1] : null)).Distinct()];
}

/// <param name="Contact">As the form has it; its id is empty for a new person.</param>
/// <param name="Known">As stored; null for a new one.</param>
/// <param name="Request">The partner's request that a new person answers, if any.</param>
/// <param name="Replaces">Whether she takes over the roles of whoever asked.</param>
public sealed record ContactView(
    Roster Roster, Contact Contact, Contact? Known, string Seen, ContactHistory? History, ContactNote? Note, string Done, Refusal? Refusal,
    SuccessionRequest? Request = null, bool Replaces = false);
