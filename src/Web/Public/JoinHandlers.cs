using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Library.Joining;
using Almanach.Core.Library.Pages;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>An organisation asks to join: the charter is shown, the least is asked, and the coordinator decides.</summary>
internal static class JoinHandlers
{
    public static Task<IResult> Show(Office office, HttpContext context) => Page(office, Fields.None, null, context);

    /// <param name="membre">« oui » where a member bears the name that was given.</param>
    public static Task<IResult> Received(Office office, string? membre) => membre == "oui"
        ? PageResult.Of<KnownMemberPage>(new Dictionary<string, object?> { [nameof(KnownMemberPage.Setting)] = office.Setting })
        : PageResult.Of<SentWordPage>(new Dictionary<string, object?>
        {
            [nameof(SentWordPage.Setting)] = office.Setting,
            [nameof(SentWordPage.Title)] = "Votre demande est enregistrée",
            [nameof(SentWordPage.Text)] = "La coordination la lit et vous répond. L’adhésion prend effet quand la charte est signée.",
        });

    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        var fields = await PostedForm.Read(context);
        // People don't see this field; a program that fills everything is thanked and forgotten.
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther("/adherer/recu");
        if (fields.Text("lu").Length == 0)
            return await Page(office, fields, Refusal.Invalid([.. JoinRules.Check(Sheet(fields), office.Setting.Platform), new FieldError("lu", await HasCharter(office, context) ? "Lisez la charte, puis cochez cette case." : "Cochez cette case pour demander à adhérer.")]), context);
        if (await office.Joins.Ask(Sheet(fields), office.Now, context.RequestAborted) is { } refusal)
            return await Page(office, fields, refusal, context);
        var known = JoinRules.Already(Sheet(fields), await office.Network.Load(context.RequestAborted));
        return PageMapping.SeeOther(known is { Active: true } ? "/adherer/recu?membre=oui" : "/adherer/recu");
    }

    private static async Task<bool> HasCharter(Office office, HttpContext context) => (await office.Pages.Read(PageShelf.Charter, context.RequestAborted)).Count > 0;

    private static JoinSheet Sheet(Fields fields) => new(
        fields.Line("organisme"), fields.Text("college"), fields.Line("representant"), fields.Line("prenom"), fields.Line("nom"),
        fields.Line("adresse"), fields.Line("fonction"), fields.Line("engagement"));

    private static async Task<IResult> Page(Office office, Fields fields, Refusal? refusal, HttpContext context) => await PageResult.Of<JoinPage>(new Dictionary<string, object?>
    {
        [nameof(JoinPage.Setting)] = office.Setting,
        [nameof(JoinPage.Text)] = await office.Pages.Read(PageShelf.Joining, context.RequestAborted),
        [nameof(JoinPage.Charter)] = await office.Pages.Read(PageShelf.Charter, context.RequestAborted),
        [nameof(JoinPage.Fields)] = fields,
        [nameof(JoinPage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
