using Almanach.Core.ICalendar;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Letters;

/// <summary>
/// A letter for a provider that fills tags itself, many copies a request. A slot has a tag for each way its value is written
/// (as words, in HTML, as the address of a link, as a list), so that every copy is the one of <see cref="LetterCopy"/>.
/// </summary>
public sealed class TaggedLetter
{
    private readonly string start;
    private readonly SlotTags tags;

    public TaggedLetter(Letter letter)
    {
        start = MessageNames.Tag(letter);
        tags = new SlotTags(start);
        Subject = HeaderLine.OneLine(tags.In(new SlotTemplate(letter.Subject), "subject", value => HeaderLine.OneLine(SlotFill.Plain(value))));
        Html = HtmlPart.Tag(letter.Bodies.Html, tags);
        Text = TextPart.Tag(letter.Bodies.Text, tags);
        Calendar = letter.Calendar?.Text.Replace(LetterCalendar.Open, tags.New(addressee => CalendarWriter.Attendee(addressee.Mailbox)), StringComparison.Ordinal);
    }

    public string Subject { get; }

    public string Html { get; }

    public string Text { get; }

    /// <summary>The iCalendar object, where the letter is about a meeting.</summary>
    public string? Calendar { get; }

    /// <summary>
    /// What stands for each tag in one addressee's copy; null when a value holds a tag itself, which a provider would fill
    /// again: such a copy is to be written out.
    /// </summary>
    /// <exception cref="MissingSlotException">The addressee leaves a slot of the letter open.</exception>
    /// <exception cref="ArgumentException">The address of a link is none.</exception>
    public IReadOnlyDictionary<string, string>? Values(Addressee addressee)
    {
        var values = tags.Values(addressee);
        return values.Values.Any(value => value.Contains(start, StringComparison.Ordinal)) ? null : values;
    }
}
