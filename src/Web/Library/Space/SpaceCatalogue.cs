using Almanach.Core;
using Almanach.Web.Library.Catalogue;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Space;

/// <summary>The catalogue as members read it: internal entries too, marked.</summary>
internal static class SpaceCatalogue
{
    public const string Path = $"{SpaceEndpoints.Home}/catalogue";

    public static Task<IResult> Search(Office office, SpaceSession session, HttpContext context) => SpaceEndpoints.Inside(office, session, context, async person =>
    {
        var shelf = await office.Catalogue.Load(context.RequestAborted);
        return await SpaceRooms.Page<SpaceCataloguePage>(office, session, person, context, new()
        {
            [nameof(SpaceCataloguePage.View)] = CatalogueView.Of(office, shelf, shelf.All, context.Request.Query),
        });
    });

    public static Task<IResult> Show(string id, Office office, SpaceSession session, HttpContext context) => SpaceEndpoints.Inside(office, session, context, async person =>
    {
        var shelf = await office.Catalogue.Load(context.RequestAborted);
        return shelf.Entries.GetValueOrDefault(id) is not { } entry ? Results.NotFound()
            : await SpaceRooms.Page<SpaceEntryPage>(office, session, person, context, new()
            {
                [nameof(SpaceEntryPage.View)] = EntryView.Of(office, shelf, entry),
            });
    });
}
