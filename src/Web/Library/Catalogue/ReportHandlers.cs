using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Hosting;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Catalogue;

/// <summary>Anybody says that an entry is wrong. No name and no address are asked for.</summary>
internal static class ReportHandlers
{
    public static Task<IResult> Show(Office office, HttpContext context, string id) => Page(office, id, Fields.None, null, context.RequestAborted);

    public static async Task<IResult> Take(Office office, HttpContext context, string id)
    {
        var fields = await PostedForm.Read(context);
        if (await CatalogueHandlers.Found(office, id, context.RequestAborted) is null)
            return Results.NotFound();
        // People don't see this field; a program that fills everything is thanked and forgotten.
        var refusal = fields.Text(ProposePage.Trap).Length > 0 ? null : await office.CatalogueRequests.Report(id, fields.Text("erreur"), office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"{CatalogueDesk.Path}/{id}?fait=signale") : await Page(office, id, fields, refusal, context.RequestAborted);
    }

    private static async Task<IResult> Page(Office office, string id, Fields fields, Refusal? refusal, CancellationToken stop) =>
        await CatalogueHandlers.Found(office, id, stop) is { } view
            ? await PageResult.Of<ReportPage>(new Dictionary<string, object?>
            {
                [nameof(ReportPage.View)] = view,
                [nameof(ReportPage.Fields)] = fields,
                [nameof(ReportPage.Refusal)] = refusal,
            }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal))
            : Results.NotFound();
}
