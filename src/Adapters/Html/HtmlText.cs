using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Html;

/// <summary>Reads HTML mails with AngleSharp. Nothing is fetched, no script runs.</summary>
public sealed class HtmlText : IHtmlText
{
    /// <summary>Characters read; a mail of words has a tenth of it.</summary>
    public const int MostCharacters = 1_000_000;

    public string Text(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(NestingGuard.Limit(html.Length > MostCharacters ? html[..MostCharacters] : html));
        var page = new PageText();
        // Walked without recursion: elements may stand in each other by the thousand.
        INode? node = document.Body;
        while (node is not null)
        {
            var entered = page.Enter(node);
            if (entered && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }
            while (node is not null)
            {
                page.Leave(node);
                if (node == document.Body)
                    return page.Text;
                if (node.NextSibling is { } next)
                {
                    node = next;
                    break;
                }
                node = node.Parent;
            }
        }
        return page.Text;
    }
}
