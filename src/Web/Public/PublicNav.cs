using Almanach.Core.Platforms;
using Almanach.Web.Layout;

namespace Almanach.Web.Public;

/// <summary>The navigation of the pages that everybody may read.</summary>
public static class PublicNav
{
    /// <param name="href">The page one is on; empty for none of them.</param>
    /// <param name="platform">Shows what only some platforms have; null where the page does not know.</param>
    public static IReadOnlyList<NavItem> On(string href, Platform? platform = null) => [.. Rooms(platform).Select(room => new NavItem(room.Label, room.Href, room.Href == href))];

    private static (string Label, string Href)[] Rooms(Platform? platform) =>
    [
        ("Accueil", "/"), ("Qui sommes-nous", "/qui-sommes-nous"), ("Programme", "/programme"), ("Agenda", "/agenda"), ("Actualités", "/actualites"),
        .. platform?.Newsletters.Count > 0 ? [("Lettres", "/lettres")] : Array.Empty<(string, string)>(),
        .. platform?.Territories is not null ? [("Tableau de bord", "/tableau-de-bord")] : Array.Empty<(string, string)>(),
        ("Documents", "/documents"), ("Catalogue", "/catalogue"), ("Espace des membres", "/espace"),
    ];
}
