namespace Almanach.Web.Layout;

/// <summary>A line of the navigation in a page's head.</summary>
/// <param name="Current">This is the page one is on.</param>
public sealed record NavItem(string Label, string Href, bool Current = false);
