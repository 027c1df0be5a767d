using System.Security.Cryptography;
using Almanach.Core.Documents;
using Almanach.Web.Layout;

namespace Almanach.Web.Documents;

/// <summary>A document of the year as bytes: the same document gives the same bytes.</summary>
public static class DocumentRender
{
    /// <summary>A whole page that opens from a disk and prints well: style inside, no address outside but phone and mail.</summary>
    public static Task<byte[]> Page(Document document) => Draw(document, standalone: true);

    /// <summary>The same for the site: style sheets linked, masthead and footer lead to the site's pages.</summary>
    public static Task<byte[]> WebPage(Document document) => Draw(document, standalone: false);

    /// <summary>
    /// The Content-Security-Policy under which a stored page of <see cref="Page"/> is served: nothing but the style it
    /// holds, whichever version of the program drew it.
    /// </summary>
    public static string Policy(ReadOnlySpan<byte> page)
    {
        var open = page.IndexOf("<style>"u8);
        var style = open < 0 ? default : page[(open + "<style>"u8.Length)..];
        var close = style.IndexOf("</style>"u8);
        var source = close < 0 ? "'none'" : $"'sha256-{Convert.ToBase64String(SHA256.HashData(style[..close]))}'";
        return $"default-src 'none'; style-src {source}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static Task<byte[]> Draw(Document document, bool standalone) =>
        HtmlPages.Render<DocumentPage>(new Dictionary<string, object?>
        {
            [nameof(DocumentPage.Document)] = document,
            [nameof(DocumentPage.Standalone)] = standalone,
        });
}
