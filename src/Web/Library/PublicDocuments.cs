using Almanach.Core;
using Almanach.Core.Documents;
using Almanach.Core.Library.Deposits;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Library;

/// <summary>The documents that everybody may read: their list, and the files among them.</summary>
internal static class PublicDocuments
{
    public const string Path = "/documents";

    public static void MapPublicDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(Path, List);
        endpoints.MapPage($"{Path}/fichiers/{{id}}", File);
    }

    private static async Task<IResult> List(Office office, HttpContext context)
    {
        var stop = context.RequestAborted;
        return await PageResult.Of<PublicDocumentsPage>(new Dictionary<string, object?>
        {
            [nameof(PublicDocumentsPage.Setting)] = office.Setting,
            [nameof(PublicDocumentsPage.Search)] = LibrarySearch.Of(context.Request.Query, await office.Library.Public(stop), await LibraryPlaces.Of(office, stop)),
        });
    }

    /// <summary>What is not public is not here, whether it exists or not; what was withdrawn says so.</summary>
    private static async Task<IResult> File(string id, Office office, HttpContext context) =>
        await office.Deposits.Find(id, context.RequestAborted) is { Sheet.Diffusion: Diffusion.Public } deposit
            ? await Answer(office, deposit, context) : Results.NotFound();

    public static async Task<IResult> Answer(Office office, Deposit deposit, HttpContext context) => deposit.Withdrawn is null
        ? new FileAnswer(deposit.Latest, deposit.Sheet.Title, await office.Deposits.Read(deposit, deposit.Latest, context.RequestAborted))
        : await PageResult.Of<WithdrawnPage>(new Dictionary<string, object?>
        {
            [nameof(WithdrawnPage.Setting)] = office.Setting,
            [nameof(WithdrawnPage.Title)] = deposit.Sheet.Title,
        }, StatusCodes.Status410Gone);
}
