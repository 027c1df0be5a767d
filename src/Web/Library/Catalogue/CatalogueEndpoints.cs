using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Library.Catalogue;

/// <summary>The catalogue of studies and data sources, as everybody reads it.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/catalogue", CatalogueHandlers.Search);
        endpoints.MapPage("/catalogue.csv", CatalogueFiles.Csv);
        endpoints.MapPage("/catalogue.json", CatalogueFiles.Dcat);
        endpoints.MapPage("/catalogue/besoins", NeedHandlers.List);
        endpoints.MapPage("/catalogue/besoin", NeedHandlers.Show);
        endpoints.MapForm("/catalogue/besoin", NeedHandlers.Take);
        endpoints.MapPage("/catalogue/{id}", CatalogueHandlers.Show);
        endpoints.MapPage("/catalogue/{id}/signaler", ReportHandlers.Show);
        endpoints.MapForm("/catalogue/{id}/signaler", ReportHandlers.Take);
    }
}
