
namespace Almanach.Core.Mail;

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

/// <summary>The platform as its mails, pages and documents show it.</summary>
/// <param name="Id">Folder name of the platform, e.g. <c>pfoss-ara</c>.</param>
/// <param name="Short">« PFOSS ».</param>
/// <param name="Name">The full name, on a second line.</param>
/// <param name="AccentDay">Accent colour on light ground, <c>#rrggbb</c>, contrast checked at start.</param>
/// <param name="AccentNight">Accent colour on dark ground.</param>
/// <param name="Phone">As people write it: « 04 73 98 75 53 ».</param>
/// <param name="PhoneHours">« du lundi au jeudi », may be empty.</param>
public sealed record Brand(
    string Id, string Short, string Name, string AccentDay, string AccentNight,
    string Phone, string PhoneHours, string Mailbox);

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
