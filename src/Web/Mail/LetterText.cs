using System.Diagnostics;
using Almanach.Core.Documents;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;

namespace Almanach.Web.Mail;

/// <summary>
/// The text part of a mail: one line a paragraph, a bullet or a quote. Lines are wrapped by the MIME writer, after the
/// slots are filled.
/// </summary>
internal static class LetterText
{
    public static string Of(MailContent content)
    {
        IEnumerable<string> blocks =
        [
            Runs.Plain(content.Heading),
            .. content.Blocks.Select(Block),
            Lines(["Coordination " + content.Brand.Short, Telephone(content.Brand), content.Brand.Mailbox]),
            $"-- \n{content.Brand.Short}, {Lowered(content.Brand.Name)}",
            Runs.Plain(content.Because),
            Lines(content.FootLinks.Select(link => Link(link.Label, link.Address))),
        ];
        return string.Join("\n\n", blocks.Where(block => block.Length > 0)) + "\n";
    }

    private static string Block(MailBlock block) => block switch
    {
        MailBlock.Paragraph paragraph => Runs.Plain(paragraph.Text),
        MailBlock.Button button => Link(button.Label, MailAddress.Checked(button.Address)),
        MailBlock.Bullets bullets => Lines(bullets.Items.Select(item => $"– {Runs.Plain(item)}")),
        MailBlock.SlotLines lines => $"– {Slots.Mark(lines.Slot)}",
        MailBlock.Heading heading => Runs.Plain(heading.Text),
        MailBlock.Quote quote => Lines(Runs.Plain(quote.Text).Split('\n').Select(line => $"> {line}")),
        MailBlock.Story story => Told(story),
        MailBlock.Facts facts => Lines(facts.Rows.Select(row => $"{Runs.Plain(row.Key)}\u00A0: {Runs.Plain(row.Value)}")),
        _ => throw new UnreachableException(),
    };

    private static string Told(MailBlock.Story story)
    {
        IEnumerable<string> parts =
        [
            Lines([$"* {Runs.Plain(story.Told.Title)}", .. story.Told.Facts.Select(Runs.Plain), story.Told.From.Length > 0 ? $"Proposé par\u00A0: {story.Told.From}" : ""]),
            .. story.Told.Paragraphs.Select(Runs.Plain),
            story.Told.Picture is { } picture ? $"[Image\u00A0: {picture.Alt}]" : "",
            Lines(story.Told.Items.Select(item => Listed(story, item))),
            story.Told.Link.Length > 0 ? Link("En savoir plus", StoryView.Whole(story, story.Told.Link)) : "",
            story.Told.IsCut ? Link("Lire la suite", story.Page) : "",
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Listed(MailBlock.Story story, Core.Newsletter.ArticleItem item) =>
        $"– {Runs.Plain(item.Title)}{(item.Detail.Length > 0 ? $"\u00A0: {Runs.Plain(item.Detail)}" : "")}{(item.Link.Length > 0 ? $"\n{StoryView.Whole(story, item.Link)}" : "")}";

    /// <summary>An address stands on a line of its own, so that programs find its end.</summary>
    private static string Link(string label, string address) => $"{label}\u00A0:\n{address}";

    private static string Telephone(Brand brand) => brand.Phone.Length > 0 ? Signature.Phone(brand) + Signature.Hours(brand) : "";

    /// <summary>After a comma the name goes on in lower case, unless it starts with an acronym.</summary>
    private static string Lowered(string name) =>
        name is [_, var second, ..] && char.IsLower(second) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
