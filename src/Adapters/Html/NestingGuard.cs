using System.Text;

namespace Almanach.Adapters.Html;

/// <summary>
/// Elements in elements without end make any parser of HTML slow, since it looks through all that are open at each tag.
/// Past a depth no mail program writes, opening tags are left out; their words stay.
/// </summary>
internal static class NestingGuard
{
    private const int Most = 250;

    public static string Limit(string html)
    {
        var depth = 0;
        for (var i = html.IndexOf('<'); i >= 0; i = html.IndexOf('<', i + 1))
            if (Opens(html, i))
            {
                if (++depth > Most)
                    return Cut(html);
            }
            else if (i + 1 < html.Length && html[i + 1] == '/')
                depth = Math.Max(0, depth - 1);
        return html;
    }

    private static string Cut(string html)
    {
        var text = new StringBuilder(html.Length);
        var (depth, dropped, at) = (0, 0, 0);
        for (var i = html.IndexOf('<'); i >= 0; i = html.IndexOf('<', Math.Max(at, i + 1)))
        {
            text.Append(html, at, i - at);
            at = i;
            var end = html.IndexOf('>', i);
            var length = (end < 0 ? html.Length : end + 1) - i;
            if (Opens(html, i) && ++depth > Most)
            {
                dropped++;
                at = i + length;
            }
            else if (i + 1 < html.Length && html[i + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
                if (dropped > 0)
                {
                    dropped--;
                    at = i + length;
                }
            }
            if (at == i)
            {
                text.Append(html, i, Math.Min(length, html.Length - i));
                at = Math.Min(html.Length, i + length);
            }
        }
        return text.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>« &lt;b », not « &lt;br », which stays empty.</summary>
    private static bool Opens(string html, int at) =>
        at + 1 < html.Length && char.IsAsciiLetter(html[at + 1]) && !Empty.Any(name => string.Compare(html, at + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && !char.IsAsciiLetterOrDigit(At(html, at + 1 + name.Length)));

    private static char At(string html, int at) => at < html.Length ? html[at] : '>';

    private static readonly string[] Empty = ["br", "hr", "img", "meta", "link", "input", "p", "li", "td", "tr", "th", "col", "area", "base", "wbr", "o:p"];
}
