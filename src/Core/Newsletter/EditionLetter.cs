using Almanach.Core.French;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>An edition as its mail says it: the same for all its readers, long articles shortened.</summary>
/// <param name="Path">Address of its page, from the root.</param>
public sealed record EditionLetter(string Title, string Preheader, IReadOnlyList<string> Opening, IReadOnlyList<EditionSection> Sections, string Path)
{
    /// <summary>Id of a message that is an edition: its words are its articles, not a text of the folder.</summary>
    public const string Text = "lettre";

    public static EditionLetter Of(EditionContent content) => new(Set(content.Title), Set(content.Summary), Set(content.Opening),
        [.. content.Sections.Select(section => section with { Stories = [.. section.Stories.Select(story => Set(story.Shortened()))] })], content.Path);

    /// <param name="root">The platform's public address, without a final slash.</param>
    /// <param name="subject">May differ from the title: that of a proof says so.</param>
    public MailContent Content(Brand brand, string subject, string because, IReadOnlyList<MailLink> foot, string root) => new(
        brand, Set(subject), Preheader, Title,
        [
            .. Opening.Select(paragraph => new MailBlock.Paragraph(paragraph)),
            .. Sections.SelectMany(section => section.Stories.Select(story => (MailBlock)new MailBlock.Story(story, root, $"{root}{Path}#{story.Id}")).Prepend(new MailBlock.Heading(section.Title))),
        ], because, foot);

    private static Story Set(Story story) => story with
    {
        Title = Set(story.Title),
        Paragraphs = Set(story.Paragraphs),
        Facts = Set(story.Facts),
        From = Set(story.From),
        Picture = story.Picture is { } picture ? picture with { Alt = Set(picture.Alt) } : null,
        Items = [.. story.Items.Select(item => item with { Title = Set(item.Title), Detail = Set(item.Detail) })],
    };

    private static IReadOnlyList<string> Set(IReadOnlyList<string> texts) => [.. texts.Select(Set)];

    /// <summary>Typeset; the marks of slots are ours alone: what somebody typed as one would keep the letter from leaving.</summary>
    private static string Set(string text) => Typography.Text(text.Replace(Slots.Open.ToString(), "", StringComparison.Ordinal).Replace(Slots.Close.ToString(), "", StringComparison.Ordinal), Flavour.Mail);
}
