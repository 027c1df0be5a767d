
namespace Almanach.Core.Documents;

/// <summary>
/// A chapter ready to be drawn: its number given, its anchor and those of its headings unique in the document, no
/// heading level skipped.
/// </summary>
/// <param name="Number">« 1 », « 2 » …, or null for a chapter without a number.</param>
/// <param name="Blocks">The chapter's blocks; every heading has level 1 or 2 and an anchor.</param>
public sealed record Section(string Anchor, string? Number, string Title, string Summary, IReadOnlyList<Block> Blocks);

/// <summary>What the hands that draw a document must agree on.</summary>
public static class Outline
{
    /// <summary>Anchors that belong to the page around the document.</summary>
    private static readonly string[] Reserved = ["contenu", "sommaire"];

    public static IReadOnlyList<Section> Of(Document document)
    {
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        var chapters = document.Chapters.Select(chapter => Claim(taken, chapter.Anchor, "partie")).ToList();
        var number = 0;
        return [.. document.Chapters.Zip(chapters, (chapter, anchor) => new Section(
            anchor,
            chapter.Numbered ? $"{++number}" : null,
            Runs.Plain(chapter.Title),
            Runs.Plain(chapter.Summary),
            Blocks(chapter, anchor, taken)))];
    }

    private static List<Block> Blocks(Chapter chapter, string anchor, HashSet<string> taken)
    {
        var blocks = new List<Block>(chapter.Blocks.Count);
        var deepest = 0;
        foreach (var block in chapter.Blocks)
        {
            if (block is not Block.Heading heading)
            {
                blocks.Add(block);
                continue;
            }
            // A level 2 that follows no level 1 would skip one: it is raised.
            var level = heading.Level <= 1 || deepest == 0 ? 1 : 2;
            deepest = level;
            blocks.Add(new Block.Heading(level, Runs.Plain(heading.Text), Claim(taken, heading.Anchor ?? "", $"{anchor}-point")));
        }
        return blocks;
    }

    /// <summary>The wanted anchor reduced to lower-case letters, digits and dashes, with a number when it is taken.</summary>
    private static string Claim(HashSet<string> taken, string wanted, string otherwise)
    {
        var safe = string.Concat(wanted.Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')).Trim('-');
        if (safe.Length == 0)
            safe = otherwise;
        var free = safe;
        for (var n = 2; !taken.Add(free); n++)
            free = $"{safe}-{n}";
        return free;
    }
}
