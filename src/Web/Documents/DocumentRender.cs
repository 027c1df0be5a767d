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

    private static Task<byte[]> Draw(Document document, bool standalone) =>
        HtmlPages.Render<DocumentPage>(new Dictionary<string, object?>
        {
            [nameof(DocumentPage.Document)] = document,
            [nameof(DocumentPage.Standalone)] = standalone,
        });
}
