using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Letters;

/// <summary>One person's copy of a letter, as it is read: for previews and for the outbox.</summary>
/// <param name="Calendar">The iCalendar object, where the letter is about a meeting.</param>
public sealed record LetterCopy(string Subject, string Html, string Text, string? Calendar = null)
{
    /// <exception cref="MissingSlotException">The addressee leaves a slot of the letter open.</exception>
    public static LetterCopy Of(Letter letter, Addressee addressee) => new(
        HeaderLine.OneLine(new SlotTemplate(letter.Subject).Fill(addressee)), HtmlPart.Fill(letter.Bodies.Html, addressee),
        string.Join('\n', TextPart.Fill(letter.Bodies.Text, addressee)), letter.Calendar?.For(addressee.Mailbox));
}
