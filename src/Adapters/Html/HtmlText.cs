using Almanach.Core.Ports;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Adapters.Html;

/// <summary>Reads HTML mails with AngleSharp. Nothing is fetched, no script runs.</summary>
public sealed class HtmlText : IHtmlText
{
    /// <summary>Characters read; a mail of words has a tenth of it.</summary>
    public const int MostCharacters = 600_000;

    public string Text(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(NestingGuard.Limit(html.Length > MostCharacters ? html[..MostCharacters] : html));
        var page = new PageText();
        // Walked without recursion: elements may stand in each other by the hundred. By index, since asking a node for the
        // next one looks through all its siblings.
        var open = new Stack<(INode Node, int Next)>();
        if (document.Body is { } body && page.Enter(body))
            open.Push((body, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Node.ChildNodes.Length)
            {
                page.Leave(at.Node);
                continue;
            }
            open.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (page.Enter(child))
                open.Push((child, 0));
        }
        return page.Text;
    }
}
