using Almanach.Web.Layout;

namespace Almanach.Web.Public;

/// <summary>The navigation of the pages that everybody may read.</summary>
public static class PublicNav
{
    private static readonly (string Label, string Href)[] Rooms =
        [("Accueil", "/"), ("Documents", "/documents"), ("Proposer un sujet", "/proposer")];

    /// <param name="href">The page one is on; empty for none of them.</param>
    public static IReadOnlyList<NavItem> On(string href) => [.. Rooms.Select(room => new NavItem(room.Label, room.Href, room.Href == href))];
}
