
namespace Almanach.Core.Mail.Mime;

/// <summary>Where a slot stands in the HTML, which decides how its value is written.</summary>
internal enum HtmlPlace
{
    /// <summary>Among words: line breaks are kept.</summary>
    Flow,

    /// <summary>In the title or inside a quoted attribute: one line.</summary>
    Words,

    /// <summary>At the start of an attribute that is followed (href): a web, mail or telephone address.</summary>
    Address,

    /// <summary>Alone in a <c>ul</c>: one <c>li</c> for each item.</summary>
    List,
}

internal static class HtmlPlaces
{
    /// <param name="before">The whole HTML up to the mark.</param>
    /// <exception cref="ArgumentException">The mark stands in a tag but not between double quotes.</exception>
    public static HtmlPlace Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var tag = before.LastIndexOf('<');
        if (tag > before.LastIndexOf('>'))
            return InTag(before[tag..]);
        if (before.LastIndexOf("<title") > before.LastIndexOf("</title"))
            return HtmlPlace.Words;
        return before is [.., '>'] && after.StartsWith("</ul>") ? HtmlPlace.List : HtmlPlace.Flow;
    }

    private static HtmlPlace InTag(ReadOnlySpan<char> tag)
    {
        if (tag.Count('"') % 2 == 0)
            throw new ArgumentException("A slot stands in a tag outside double quotes.");
        return tag.EndsWith("href=\"") ? HtmlPlace.Address : HtmlPlace.Words;
    }
}
