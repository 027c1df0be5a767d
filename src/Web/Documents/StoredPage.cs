using System.Text;

namespace Almanach.Web.Documents;

/// <summary>A stored page as the site serves it: the same bytes, with a way to take the document along.</summary>
public static class StoredPage
{
    /// <summary>Adds the link to the Word version under the cover's title; a page without a cover stays as it is.</summary>
    /// <param name="word">Path of the Word version; holds nothing that HTML would read.</param>
    public static byte[] WithDownload(ReadOnlySpan<byte> page, string word)
    {
        var cover = page.IndexOf("<header class=\"cover\">"u8);
        var end = cover < 0 ? -1 : page[cover..].IndexOf("</header>"u8);
        if (end < 0)
            return page.ToArray();
        var link = Encoding.UTF8.GetBytes(
            $"<p class=\"no-print cover-actions\"><a class=\"button quiet small\" href=\"{System.Net.WebUtility.HtmlEncode(word)}\">Télécharger pour Word (.docx)</a></p>\n");
        return [.. page[..(cover + end)], .. link, .. page[(cover + end)..]];
    }
}
