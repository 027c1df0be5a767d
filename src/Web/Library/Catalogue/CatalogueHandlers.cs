using Almanach.Core;
using Almanach.Core.Library.Catalogue;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Space;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Catalogue;

internal static class CatalogueHandlers
{
    public static async Task<IResult> Search(Office office, HttpContext context)
    {
        var shelf = await office.Catalogue.Load(context.RequestAborted);
        return await PageResult.Of<CataloguePage>(new Dictionary<string, object?>
        {
            [nameof(CataloguePage.View)] = CatalogueView.Of(office, shelf, shelf.Found, context.Request.Query),
        });
    }

    /// <summary>An internal entry is not found here; a member is led to where she reads it.</summary>
    public static async Task<IResult> Show(Office office, SpaceSession session, HttpContext context, string id)
    {
        if (await Found(office, id, context.RequestAborted) is not { } view)
            return await session.Person(office, context) is not null && await office.Catalogue.Find(id, context.RequestAborted) is { } known
                ? Results.Redirect($"{SpaceCatalogue.Path}/{known.Id}") : Results.NotFound();
        return await PageResult.Of<EntryPage>(new Dictionary<string, object?>
        {
            [nameof(EntryPage.View)] = view,
            [nameof(EntryPage.Reported)] = context.Request.Query["fait"] == "signale",
        });
    }

    /// <summary>An entry that anybody may read; an internal one is as if it were not there.</summary>
    public static async Task<EntryView?> Found(Office office, string id, CancellationToken stop)
    {
        var shelf = await office.Catalogue.Load(stop);
        return shelf.Entries.GetValueOrDefault(id) is { Card.Diffusion: EntryDiffusion.Public } entry ? EntryView.Of(office, shelf, entry) : null;
    }
}

/// <param name="Widenings">What may be asked instead, where nothing is found.</param>
/// <param name="BadFrom">What was typed for the first year and is none; empty otherwise.</param>
/// <param name="BadUntil">The same of the last.</param>
public sealed record CatalogueView(Office Office, CatalogueShelf Shelf, SearchResult Found, IReadOnlyList<Widening> Widenings, string BadFrom, string BadUntil)
{
    /// <param name="index">What is searched.</param>
    public static CatalogueView Of(Office office, CatalogueShelf shelf, CatalogueIndex index, IQueryCollection query)
    {
        var found = index.Search(SearchAddress.Read(query));
        return new CatalogueView(office, shelf, found, found.Total == 0 ? Widening.Of(index, found.Query, office.Setting.Platform.CatalogueOrEmpty()) : [],
            SearchAddress.Unread(query, "de"), SearchAddress.Unread(query, "a"));
    }
}
