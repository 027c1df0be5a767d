using Almanach.Core.French;

namespace Almanach.Core.Consultations;

/// <summary>A contribution to a newsletter in words.</summary>
public static class ContributionWords
{
    public static string Name(ContributionKind kind) => kind switch
    {
        ContributionKind.Article => "article",
        ContributionKind.Link => "lien",
        ContributionKind.Event => "événement",
        ContributionKind.Publication => "publication",
        ContributionKind.Picture => "image",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>« Un bus dans 14 villages » (article).</summary>
    public static string Titled(Contribution item) => $"«\u00A0{item.Title}\u00A0» ({Name(item.Kind)})";

    /// <summary>All that was sent, a line a thing; the picture by what it shows.</summary>
    public static string Whole(Contribution item) => string.Join('\n', Details(item).Prepend(Titled(item)));

    /// <summary>What stands below its title.</summary>
    public static IEnumerable<string> Details(Contribution item)
    {
        if (When(item) is { Length: > 0 } when)
            yield return when;
        if (item.Text.Length > 0)
            yield return item.Text;
        if (item.Author.Length > 0)
            yield return $"Source\u00A0: {item.Author}";
        if (item.Link.Length > 0)
            yield return $"Lien\u00A0: {item.Link}";
        if (item.Picture is { } picture)
            yield return $"Image\u00A0: {picture.Alt}";
    }

    /// <summary>« mardi 13 avril 2027, Valence »; empty for all but events.</summary>
    public static string When(Contribution item) => item.Day is not { } day ? item.Place
        : item.Place.Length > 0 ? $"{FrenchDates.Day(day)}, {item.Place}" : FrenchDates.Day(day);
}
