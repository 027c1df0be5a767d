using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Cockpit.PersonalData;
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
                Roles = roster.Contacts.GetValueOrDefault(asked.Replaced)?.Roles ?? [],
                Source = SuccessionRules.Source,
            };
        }
        return await Answers.Page<ContactPage>(room, new ContactView(roster, draft, null, "", null, null, "", null, asked, Replaces: true));
    }

    /// <summary>Before a person is added: what she will receive. Back to the form where something is amiss, or to be corrected.</summary>
    public static async Task<IResult> Preview(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var added = await Added(room, form, stop);
        return form.Text("geste") == "corriger" ? await added.Form(room, null) : await Shown(room, added, null, stop);
    }

    /// <summary>Adds the person, as the page before showed it; a request she answers is filed, and nothing is left to do by hand.</summary>
    public static async Task<IResult> Add(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var added = await Added(room, form, stop);
        if (NewcomerDesk.Stamp(await Invitations(room, added, stop)) != form.Text("vu"))
            return await Shown(room, added, Refusal.Because(Why.Changed,
                "Ce qui est ouvert, ou le réseau, a changé depuis que cette page est ouverte\u00A0: les messages ne sont plus les mêmes. Relisez, puis confirmez de nouveau."), stop);
        var (saved, refusal) = await room.Office.Members.Add(
            added.Contact, added.Replaces ? added.Request?.Replaced ?? "" : "", added.Invites, Room.Actor, room.Now, stop: stop);
        if (refusal is not null)
            return await added.Form(room, refusal);
        if (added.Request is { } request)
            await room.Office.Requests.Settle(request.Id, Room.Actor, room.Now, stop);
        return Back.SeeOther($"/cockpit/reseau/personnes/{saved}?fait={(added.Request is null ? "ajout" : "succession")}");
    }

    private static async Task<AddedPerson> Added(Room room, IFormCollection form, CancellationToken stop) => new(
        await room.Office.Network.Load(stop),
        new Contact(
            "", form.Text("organisme"), form.Text("prenom"), form.Text("nom"), form.Text("courriel"), form.Text("fonction"), Roles(form.All("roles")),
            form.Text("source"), room.Today),
        await Asked(room, form.Text("demande"), stop), form.Ticked("remplace"), form.Ticked("inviter"));

    private static async Task<IResult> Shown(Room room, AddedPerson added, Refusal? refusal, CancellationToken stop)
    {
        if (MemberRules.Save(added.Roster, room.Setting.Platform, added.Named) is Decision<Contact>.Refused amiss)
            return await added.Form(room, amiss.Refusal);
        var invitations = await Invitations(room, added, stop);
        var welcome = ImportDesk.Welcome("apercu", added.Contact.Source, AudienceShelf.Sketch([new AudienceMember(added.Named.Id, added.Named.Organisation, new Dictionary<string, IReadOnlyList<string>>())]), room.Now);
        List<MailPreview> mails = [];
        foreach (var mailing in invitations.Prepend(welcome))
            mails.Add(await MailPreview.Of(room, mailing, await room.Office.Audiences.Read(mailing.Audience, stop), added.After, stop));
        return await Answers.Page<ContactPreviewPage>(room, new ContactPreview(added, mails, NewcomerDesk.Stamp(invitations), refusal), refusal);
    }

    private static async Task<IReadOnlyList<Mailing>> Invitations(Room room, AddedPerson added, CancellationToken stop) =>
        added.Invites ? await room.Office.Newcomers.Foresee([added.Named.Id], added.After, room.Now, stop) : [];

    public static async Task<IResult> Show(HttpContext context, string id, Contact? typed, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        var roster = await room.Office.Network.Load(stop);
        if (roster.Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        var invitations = await room.Office.Newcomers.Missing(known, roster, room.Now, stop);
        return await Answers.Page<ContactPage>(room, new ContactView(
            roster, typed ?? known, known, Print.Of(known), await ContactHistory.Of(room, id, known.Organisation, stop),
            await room.Office.Members.NoteOf(id, stop), context.Request.Query["fait"].ToString(), refusal)
        {
            Invitations = await MailPreview.Of(room, invitations, stop),
            InvitationsSeen = NewcomerDesk.Stamp(invitations),
            Asked = await room.Office.Vacancies.Find(id, stop),
            Waiting = [.. (await room.Office.DataRequests.Of(id, stop)).Where(request => request.Settled is null).Select(request => WaitingRequest.Of(request, room))],
            Choice = await room.Office.Subscriptions.ChoiceOf(id, stop),
            Standing = (await room.Office.Suppressions.Load(stop)).Of(known.Address),
        }, refusal);
    }

    public static async Task<IResult> Save(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if ((await room.Office.Network.Load(stop)).Contacts.GetValueOrDefault(id) is not { } known)
            return Results.NotFound();
        var typed = known with
        {
            FirstName = form.Text("prenom"),
            LastName = form.Text("nom"),
            Address = form.Text("courriel"),
            Function = form.Text("fonction"),
            Roles = Roles(form.All("roles")),
        };
        return await room.Office.Members.Save(typed, form.Text("vu"), Room.Actor, room.Now, stop) is { } refusal
            ? await Show(context, id, typed, refusal, stop)
            : Back.SeeOther($"/cockpit/reseau/personnes/{id}?fait=enregistre");
    }

    /// <summary>The request that waits under this id; null when there is none, or it is settled.</summary>
    private static async Task<SuccessionRequest?> Asked(Room room, string id, CancellationToken stop) =>
        (await room.Office.Requests.Open(stop)).FirstOrDefault(request => request.Id == id);

    /// <summary>Invites somebody who has a role of what is open and was not asked, as her page showed it.</summary>
    public static async Task<IResult> Invite(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Newcomers.Invite(id, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=invitation") : await Show(context, id, null, refusal, stop);
    }

    public static async Task<IResult> Suppress(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var refusal = await room.Office.Members.Suppress(id, form.Text("arreter") == "oui", form.Text("raison"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=messages") : await Show(context, id, null, refusal, stop);
    }

    /// <summary>The newsletters she keeps, when she asks the coordinator.</summary>
    public static async Task<IResult> Letters(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (!(await room.Office.Network.Load(stop)).Contacts.ContainsKey(id))
            return Results.NotFound();
        var refusal = await room.Office.Subscriptions.Choose(id, form.All("lettre"), null, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=lettres") : await Show(context, id, null, refusal, stop);
    }

    /// <summary>Writes again to the address she has now.</summary>
    public static async Task<IResult> TryAddress(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Suppressions.Lift(id, Room.Actor, room.Now, stop) is { } refusal
            ? await Show(context, id, null, refusal, stop) : Back.SeeOther($"/cockpit/reseau/personnes/{Uri.EscapeDataString(id)}?fait=adresse");
    }

    /// <summary>« Referent », « Member:copil »; what is no role is left out.</summary>
    private static IReadOnlyList<Role> Roles(IReadOnlyList<string> posted) =>
        [.. posted.Select(text => text.Split(':', 2)).Where(parts => Posted.Named<RoleKind>(parts[0]) is not null)
            .Select(parts => new Role(Posted.Named<RoleKind>(parts[0])!.Value, parts.Length > 1 ? parts[1] : null)).Distinct()];
}

/// <summary>A person about to be added, as the form has her.</summary>
/// <param name="Contact">Her id is empty.</param>
/// <param name="Request">The partner's request that she answers, if any.</param>
/// <param name="Replaces">Whether she takes over the roles of whoever asked.</param>
/// <param name="Invites">Whether she is asked what is open.</param>
public sealed record AddedPerson(Roster Roster, Contact Contact, SuccessionRequest? Request, bool Replaces, bool Invites)
{
    /// <summary>Under the id she would get now.</summary>
    public Contact Named { get; } = MemberDesk.Named(Contact, Roster);

    /// <summary>The network once she is in it.</summary>
    public Roster After => new(Roster.Organisations.Values, Roster.Contacts.Values.Append(Named));

    /// <summary>Whoever is to be replaced, while still there to hand anything over.</summary>
    public Contact? Replaced => Replaces && Request is not null && Roster.Contacts.GetValueOrDefault(Request.Replaced) is { Active: true } by ? by : null;

    internal Task<IResult> Form(Room room, Refusal? refusal) =>
        Answers.Page<ContactPage>(room, new ContactView(Roster, Contact, null, "", null, null, "", refusal, Request, Replaces, Invites), refusal);
}

/// <param name="Mails">What leaves, the information first.</param>
/// <param name="Stamp">Names the invitations shown.</param>
public sealed record ContactPreview(AddedPerson Added, IReadOnlyList<MailPreview> Mails, string Stamp, Refusal? Refusal);

/// <param name="Contact">As the form has it; its id is empty for a new person.</param>
/// <param name="Known">As stored; null for a new one.</param>
/// <param name="Request">The partner's request that a new person answers, if any.</param>
/// <param name="Replaces">Whether she takes over the roles of whoever asked.</param>
/// <param name="Invites">Whether a new person is asked what is open.</param>
public sealed record ContactView(
    Roster Roster, Contact Contact, Contact? Known, string Seen, ContactHistory? History, ContactNote? Note, string Done, Refusal? Refusal,
    SuccessionRequest? Request = null, bool Replaces = false, bool Invites = true)
{
    /// <summary>To what is open for her roles and was not asked of her.</summary>
    public IReadOnlyList<MailPreview> Invitations { get; init; } = [];

    /// <summary>That her organisation was asked who takes her place.</summary>
    public SuccessorAsk? Asked { get; init; }

    /// <summary>What she asks of her own data, and waits for.</summary>
    public IReadOnlyList<WaitingRequest> Waiting { get; init; } = [];

    /// <summary>Since when she is off which newsletters.</summary>
    public ListChoice Choice { get; init; } = ListChoice.None;

    /// <summary>What is known of her address, where it does not receive or a message was complained of there; the oldest first.</summary>
    public IReadOnlyList<Core.Mail.Suppressions.Suppression> Standing { get; init; } = [];

    /// <summary>Names them.</summary>
    public string InvitationsSeen { get; init; } = "";
}
