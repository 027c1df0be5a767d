using System.Text.RegularExpressions;

namespace Almanach.Core.Library.Pages;

/// <summary>
/// A text of a public page (<c>pages/*.md</c>), read: headings (<c>##</c>, <c>###</c>), paragraphs parted by an empty line,
/// lists (<c>- </c>), <c>**bold**</c> and <c>[words](https://…)</c>. Nothing else is mark-up: what looks like HTML is shown as
/// it was typed.
/// </summary>
public static class PageText
{
    public static IReadOnlyList<PageBlock> Read(string source)
    {
        List<PageBlock> blocks = [];
        List<string> lines = [], items = [];
        foreach (var line in source.Split('\n').Select(line => line.Trim()).Append(""))
            switch (line)
            {
                case "":
                    Flush();
                    break;
                case ['#', ..] when line.TrimStart('#') is [' ', ..] title:
                    Flush();
                    blocks.Add(new PageBlock.Heading(line.StartsWith("###", StringComparison.Ordinal) ? 3 : 2, title.Trim()));
                    break;
                case ['-', ' ', ..]:
                    if (lines.Count > 0)
                        Flush();
                    items.Add(line[2..].Trim());
                    break;
                default:
                    if (items.Count > 0)
                        items[^1] += " " + line;
                    else
                        lines.Add(line);
                    break;
            }
        return blocks;

        void Flush()
        {
            if (lines.Count > 0)
                blocks.Add(new PageBlock.Paragraph(string.Join('\n', lines)));
            if (items.Count > 0)
                blocks.Add(new PageBlock.Bullets([.. items]));
            lines.Clear();
            items.Clear();
        }
    }
}

/// <summary>A piece of a page.</summary>
public abstract record PageBlock
{
    private PageBlock() { }

    /// <param name="Level">2 or 3: the page's own title is the first.</param>
    public sealed record Heading(int Level, string Text) : PageBlock;

    public sealed record Paragraph(string Text) : PageBlock;

    public sealed record Bullets(IReadOnlyList<string> Items) : PageBlock;
}

/// <summary>A stretch of a line: words, or words that lead somewhere.</summary>
/// <param name="Href">Null for words alone.</param>
public sealed partial record PageSpan(string Text, string? Href)
{
    /// <summary>The stretches of a text; an address of another kind than a site’s, a page’s of ours or a mailbox’s is left as typed.</summary>
    public static IReadOnlyList<PageSpan> Of(string text)
    {
        List<PageSpan> spans = [];
        var at = 0;
        foreach (Match match in Link().Matches(text))
        {
            if (match.Index > at)
                spans.Add(new PageSpan(text[at..match.Index], null));
            spans.Add(new PageSpan(match.Groups["words"].Value, match.Groups["href"].Value));
            at = match.Index + match.Length;
        }
        if (at < text.Length)
            spans.Add(new PageSpan(text[at..], null));
        return spans;
    }

    [GeneratedRegex(@"\[(?<words>[^\[\]]{1,200})\]\((?<href>https?://[^\s()<>""]{1,500}|/([^\s()<>""\\/][^\s()<>""\\]{0,300})?|mailto:[^\s()<>""]{3,254})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
