using Almanach.Core;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Tables;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Library.Catalogue;

/// <summary>The public catalogue as files that anybody may take, at addresses that stay.</summary>
internal static class CatalogueFiles
{
    public static async Task<IResult> Csv(Office office, HttpContext context)
    {
        var shelf = await office.Catalogue.Load(context.RequestAborted);
        return Results.File(CsvText.Of(CatalogueTable.Of(Public(shelf), shelf, office.Setting.Platform.CatalogueOrEmpty(), office.Catalogue.AddressOf)), "text/csv; charset=utf-8", "catalogue.csv");
    }

    public static async Task<IResult> Dcat(Office office, HttpContext context)
    {
        var shelf = await office.Catalogue.Load(context.RequestAborted);
        return Results.Bytes(DcatFile.Of(Public(shelf), shelf, office), "application/ld+json; charset=utf-8");
    }

    private static IEnumerable<CatalogueEntry> Public(CatalogueShelf shelf) => shelf.Entries.Values.Where(entry => entry.IsFound);
}
