using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Themes;
using Almanach.Web.Hosting;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Catalogue;

/// <summary>A need that nobody covers, from anybody; and those that were answered, for everybody. No address is asked for.</summary>
internal static class NeedHandlers
{
    private const string Path = "/catalogue/besoin";

    /// <summary>The form, with what was looked for already chosen.</summary>
    public static string Address(CatalogueQuery query) =>
        SearchAddress.Of(CatalogueQuery.Everything with { Themes = [.. query.Themes.Take(1)], Territory = query.Territory, Words = query.Words }, Path);

    public static Task<IResult> Show(Office office, HttpContext context)
    {
        var query = SearchAddress.Read(context.Request.Query);
        return Page(office, new Fields(new Dictionary<string, IReadOnlyList<string>>
        {
            ["theme"] = query.Themes,
            ["territoire"] = [query.Territory],
            ["besoin"] = [query.Words],
        }), null);
    }

    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        var fields = await PostedForm.Read(context);
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther("/catalogue/besoins?fait=besoin");
        var need = new StatedNeed("", fields.Line("besoin"), fields.Text("pourquoi"), fields.Line("organisme"), fields.Text("theme"), fields.Text("territoire"), office.Now);
        var proposes = fields.Text("proposer") == "oui";
        var refusal = proposes && need.Organisation.Length == 0
            ? Refusal.Invalid(new FieldError("organisme", "Pour le proposer au réseau, dites quel organisme le propose."))
            : await office.CatalogueRequests.State(need, context.RequestAborted);
        if (refusal is null && proposes)
            refusal = await Propose(office, need, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/catalogue/besoins?fait={(proposes ? "propose" : "besoin")}") : await Page(office, fields, refusal);
    }

    public static async Task<IResult> List(Office office, HttpContext context) => await PageResult.Of<NeedsPage>(new Dictionary<string, object?>
    {
        [nameof(NeedsPage.Platform)] = office.Setting.Platform,
        [nameof(NeedsPage.Needs)] = (await office.CatalogueRequests.Needs(context.RequestAborted)).Where(need => need.IsShown).OrderByDescending(need => need.Settled).ToList(),
        [nameof(NeedsPage.Done)] = context.Request.Query["fait"].ToString(),
    });

    /// <summary>The same words as a subject for the network; sent twice, it is one.</summary>
    public static async Task<Refusal?> Propose(Office office, StatedNeed need, CancellationToken stop) =>
        await office.Opening.Years(stop) is [.., var latest]
            ? await office.Outside.Propose(new OutsideProposal(need.Organisation.Length > 0 ? need.Organisation : "Besoin exprimé au catalogue", need.Title, need.Why, null, ""), latest, office.Now, stop)
            : Refusal.Because(Why.NotNow, "Votre besoin est enregistré, mais la plate-forme n’a pas encore ouvert son année\u00A0: proposez-le plus tard comme sujet.");

    private static Task<IResult> Page(Office office, Fields fields, Refusal? refusal) => PageResult.Of<NeedPage>(new Dictionary<string, object?>
    {
        [nameof(NeedPage.Platform)] = office.Setting.Platform,
        [nameof(NeedPage.Fields)] = fields,
        [nameof(NeedPage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
