using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Joining;
using Almanach.Core.Library.News;
using Almanach.Core.Library.Pages;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Site;

/// <summary>What the coordinator writes on the public site (its pages, its news), and who asks to join by it.</summary>
internal static class SiteEndpoints
{
    public const string Home = "/cockpit/site";

    public static void MapSite(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/site", List);
        cockpit.MapPage("/site/pages/{id}", (HttpContext context, string id, string? fait, string? version, CancellationToken stop) => Page(Room.Of(context), id, null, version, fait, null, stop));
        cockpit.MapForm("/site/pages/{id}", ChangePage);
        cockpit.MapPage("/site/actualites/nouvelle", (HttpContext context) => News(Room.Of(context), new NewsView("", "", "", $"{Room.Of(context).Today:yyyy-MM-dd}", "", false, null)));
        cockpit.MapForm("/site/actualites/nouvelle", (HttpContext context, CancellationToken stop) => WriteNews(context, "", stop));
        cockpit.MapPage("/site/actualites/{id}", ShowNews);
        cockpit.MapForm("/site/actualites/{id}", (HttpContext context, string id, CancellationToken stop) => WriteNews(context, id, stop));
        cockpit.MapForm("/site/actualites/{id}/retrait", RemoveNews);
        cockpit.MapPage("/adhesions/{id}", (HttpContext context, string id, string? fait, CancellationToken stop) => Join(Room.Of(context), id, fait, null, null, stop));
        cockpit.MapForm("/adhesions/{id}/apercu", PreviewJoin);
        cockpit.MapForm("/adhesions/{id}/accepter", Accept);
        cockpit.MapForm("/adhesions/{id}/decliner", Decline);
    }

    private static async Task<IResult> List(HttpContext context, string? fait, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Answers.Page<SitePage>(room, new SiteView(await room.Office.News.All(stop), await room.Office.Joins.All(stop), fait ?? ""));
    }

    /// <param name="version">A former one that is taken up again into the form.</param>
    private static async Task<IResult> Page(Room room, string id, string? typed, string? version, string? done, Refusal? refusal, CancellationToken stop)
    {
        if (!PageShelf.Names.Contains(id))
            return Results.NotFound();
        var source = await room.Office.Pages.Source(id, stop);
        var versions = VersionsView.Of(await room.Office.Pages.Versions(id, stop), version, room.Zone);
        return await Answers.Page<PageTextPage>(room, new PageTextView(id, SiteWords.Page(id), typed ?? versions.Taken?.Source ?? source,
            source != room.Office.Pages.Origin(id), await room.Office.Pages.Stamp(id, stop), versions, done ?? "", refusal), refusal);
    }

    private static async Task<IResult> ChangePage(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var source = form.Text("geste") == "origine" ? room.Office.Pages.Origin(id) : form.Text("texte") + "\n";
        var refusal = await room.Office.Pages.Change(id, source, form.Text("vu"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Home}/pages/{id}?fait=enregistre") : await Page(room, id, source, null, null, refusal, stop);
    }

    private static async Task<IResult> News(Room room, NewsView view) => await Answers.Page<NewsEditPage>(room, view, view.Refusal);

    private static async Task<IResult> ShowNews(HttpContext context, string id, string? fait, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.News.Find(id, stop) is { } item
            ? await News(room, new NewsView(item.Id, item.Title, item.Text, $"{item.Day:yyyy-MM-dd}", Print.Of(item), fait == "publiee", null)) : Results.NotFound();
    }

    private static async Task<IResult> WriteNews(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var (title, text) = (string.Join(' ', form.Text("titre").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), form.Text("texte"));
        var (named, refusal) = await room.Office.News.Write(id, title, text, form.Day("jour") ?? default, form.Text("vu"), Room.Actor, room.Now, stop);
        if (refusal is null)
            return Back.SeeOther($"{Home}/actualites/{named}?fait=publiee");
        var stands = await room.Office.News.Find(id, stop);
        return await News(room, new NewsView(id, title, text, form.Text("jour"), stands is null ? "" : Print.Of(stands), false, refusal));
    }

    private static async Task<IResult> RemoveNews(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        _ = await room.Office.News.Remove(id, Room.Actor, room.Now, stop);
        return Back.SeeOther($"{Home}?fait=retiree");
    }

    /// <param name="typed">Null for a form that nobody has filled in yet.</param>
    private static async Task<IResult> Join(Room room, string id, string? done, JoinTyped? typed, Refusal? refusal, CancellationToken stop)
    {
        if (await room.Office.Joins.Find(id, stop) is not { } request)
            return Results.NotFound();
        var roster = await room.Office.Network.Load(stop);
        var already = JoinRules.Already(request.Sheet, roster);
        return await Answers.Page<JoinRequestPage>(room, new JoinRequestView(
            request, typed ?? JoinTyped.Of(request), already, JoinRules.Known(request.Sheet, roster, request.IsOpen ? already?.Id : request.Accepted),
            JoinRules.Elsewhere(request.Sheet, roster, already?.Id), done ?? "", refusal)
        {
            Referent = JoinRules.Referent(request.Sheet, roster, already?.Id),
            Alike = already is null ? JoinRules.OfItsDomain(request.Sheet, roster) : [],
        }, refusal);
    }

    /// <summary>Before a request is accepted: what is entered, and what its référent will receive. Back to the form where something is amiss, or to be corrected.</summary>
    private static async Task<IResult> PreviewJoin(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var typed = Typed(form);
        if (form.Text("geste") == "corriger")
            return await Join(room, id, null, typed, null, stop);
        var (preview, refusal) = await Foreseen(room, id, typed, stop);
        return preview is null ? await Join(room, id, null, typed, refusal, stop) : await Answers.Page<JoinPreviewPage>(room, preview);
    }

    /// <summary>Accepts as the page before showed it.</summary>
    private static async Task<IResult> Accept(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        var typed = Typed(form);
        var (preview, amiss) = await Foreseen(room, id, typed, stop);
        if (preview is null && await room.Office.Joins.Find(id, stop) is { Accepted.Length: > 0 })
            return Back.SeeOther($"{Addresses.Joins}/{id}"); // by a second click
        if (preview is null)
            return await Join(room, id, null, typed, amiss, stop);
        if (preview.Stamp != form.Text("vu"))
        {
            var changed = Refusal.Because(Why.Changed, "Ce qui est ouvert, ou le réseau, a changé depuis que cette page est ouverte\u00A0: les messages ne sont plus les mêmes. Relisez, puis confirmez de nouveau.");
            return await Answers.Page<JoinPreviewPage>(room, preview with { Refusal = changed }, changed);
        }
        var refusal = await room.Office.Joins.Accept(id, typed.Named, typed.Kind, TypedTime.Day(typed.Signed), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{Addresses.Joins}/{id}?fait={(preview.Foreseen.Known is null ? "acceptee" : "connue")}") : await Join(room, id, null, typed, refusal, stop);
    }

    private static JoinTyped Typed(IFormCollection form) => new(form.Text("pour"), form.Text("type"), form.Text("signature"), "");

    private static async Task<(JoinPreview? Preview, Refusal? Refusal)> Foreseen(Room room, string id, JoinTyped typed, CancellationToken stop)
    {
        if (typed.Signed.Length > 0 && TypedTime.Day(typed.Signed) is null)
            return (null, Refusal.Invalid(new FieldError("signature", "Donnez le jour de la signature, ou laissez vide.")));
        var (foreseen, refusal) = await room.Office.Joins.Foresee(id, typed.Named, typed.Kind, TypedTime.Day(typed.Signed), room.Now, stop);
        if (foreseen is null)
            return (null, refusal);
        List<MailPreview> mails = [];
        IReadOnlyList<Mailing> invitations = [];
        if (foreseen.Added is { } added)
        {
            invitations = await room.Office.Newcomers.Foresee([added.Id], foreseen.After, room.Now, stop);
            var welcome = ImportDesk.WelcomeJoined("apercu", added.Source, AudienceShelf.Sketch([new AudienceMember(added.Id, added.Organisation, new Dictionary<string, IReadOnlyList<string>>())]), room.Now, room.Setting);
            foreach (var mailing in invitations.Prepend(welcome))
                mails.Add(await MailPreview.Of(room, mailing, await room.Office.Audiences.Read(mailing.Audience, stop), foreseen.After, stop));
        }
        return (new JoinPreview((await room.Office.Joins.Find(id, stop))!, typed, foreseen, mails, $"{foreseen.Known?.Id}-{NewcomerDesk.Stamp(invitations)}", null), null);
    }

    private static async Task<IResult> Decline(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var reason = (await context.Request.ReadFormAsync(stop)).Text("raison");
        if (await room.Office.Joins.Decline(id, reason, Room.Actor, room.Now, stop) is not { } refusal)
            return Back.SeeOther($"{Addresses.Joins}/{id}?fait=declinee");
        return await Join(room, id, null, await room.Office.Joins.Find(id, stop) is { } request ? JoinTyped.Of(request) with { Reason = reason } : null, refusal, stop);
    }
}

/// <summary>Names of the texts of the site.</summary>
internal static class SiteWords
{
    public static string Page(string id) => id switch
    {
        PageShelf.Presentation => "Qui sommes-nous\u00A0: missions, histoire",
        PageShelf.Charter => "La charte",
        PageShelf.Joining => "Adhérer\u00A0: ce qui est dit avant le formulaire",
        _ => id,
    };
}

public sealed record SiteView(IReadOnlyList<NewsItem> News, IReadOnlyList<JoinRequest> Joins, string Done);

/// <param name="Source">As it stands, as it was typed, or a former version.</param>
/// <param name="Seen">Stamp of what stands.</param>
public sealed record PageTextView(string Id, string Name, string Source, bool Changed, string Seen, VersionsView Versions, string Done, Refusal? Refusal)
{
    public string Href => $"{SiteEndpoints.Home}/pages/{Id}";
}

/// <param name="Id">Empty for a new one.</param>
/// <param name="Seen">Print of what stands.</param>
public sealed record NewsView(string Id, string Title, string Text, string Day, string Seen, bool Done, Refusal? Refusal);

/// <param name="Already">A member that bears the same name; null where none does.</param>
/// <param name="Known">Whoever of it has the address of the référent already; null for nobody.</param>
/// <param name="Elsewhere">Why it cannot be accepted as it is; null where it can.</param>
public sealed record JoinRequestView(JoinRequest Request, JoinTyped Typed, Organisation? Already, Contact? Known, Refusal? Elsewhere, string Done, Refusal? Refusal)
{
    /// <summary>Whoever answers for that member already; null for nobody.</summary>
    public Contact? Referent { get; init; }

    /// <summary>Members of other names whose people write from the same domain.</summary>
    public IReadOnlyList<Organisation> Alike { get; init; } = [];
}

/// <param name="Mails">What leaves, the information first; nothing where nobody is added.</param>
/// <param name="Stamp">Names whom and what was shown.</param>
public sealed record JoinPreview(JoinRequest Request, JoinTyped Typed, JoinForeseen Foreseen, IReadOnlyList<MailPreview> Mails, string Stamp, Refusal? Refusal);

/// <summary>What the coordinator types about a request, as its two forms hold it.</summary>
/// <param name="Named">How a sentence names the organisation.</param>
/// <param name="Signed">Day, as typed.</param>
public sealed record JoinTyped(string Named, string Kind, string Signed, string Reason)
{
    /// <summary>Where its first word tells the article, a sentence is proposed; elsewhere the coordinator writes it.</summary>
    internal static JoinTyped Of(JoinRequest request) => new(OrganisationWords.For(request.Sheet.Organisation) ?? "", "", "", "");
}
