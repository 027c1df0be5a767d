using Almanach.Core.Platforms;


namespace Almanach.Core.Mail.Letters;

/// <summary>
/// What a mail says, before it is drawn: the same for all addressees but for its slots. Paragraph texts hold slots as
/// <c>[nom]</c> (see <see cref="Texts.Slots"/>) and may hold **bold** runs; nothing else is markup.
/// </summary>
/// <param name="Preheader">The sentence mail programs show beside the subject.</param>
/// <param name="Because">Why the reader receives it, at the end (« Vous recevez ce message parce que … »).</param>
/// <param name="FootLinks">Small links at the end: label and address (may be a slot).</param>
public sealed record MailContent(
    Brand Brand,
    string Subject,
    string Preheader,
    string Heading,
    IReadOnlyList<MailBlock> Blocks,
    string Because,
    IReadOnlyList<MailLink> FootLinks);

public sealed record MailLink(string Label, string Address);

public abstract record MailBlock
{
    private MailBlock() { }

    public sealed record Paragraph(string Text) : MailBlock;

    /// <summary>The one thing to do. The address is usually the slot <c>[lien]</c>.</summary>
    public sealed record Button(string Label, string Address) : MailBlock;

    public sealed record Bullets(IReadOnlyList<string> Items) : MailBlock;

    /// <summary>A slot filled with <see cref="SlotValue.Lines"/>, standing alone.</summary>
    public sealed record SlotLines(string Slot) : MailBlock;

    public sealed record Heading(string Text) : MailBlock;

    /// <summary>Quoted words (what somebody proposed).</summary>
    public sealed record Quote(string Text) : MailBlock;

    /// <summary>One article of a newsletter.</summary>
    /// <param name="Root">The platform's public address, before addresses from the root.</param>
    /// <param name="Page">Where it stands in full.</param>
    public sealed record Story(Newsletter.Story Told, string Root, string Page) : MailBlock;

    /// <summary>Label and value on one line each: date, place, how to join.</summary>
    public sealed record Facts(IReadOnlyList<KeyValuePair<string, string>> Rows) : MailBlock;
}
