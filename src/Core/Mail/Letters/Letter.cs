using System.Text.Json.Serialization;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Letters;

/// <summary>One message as rendered once, before its slots are filled for each addressee.</summary>
/// <param name="Key">The deterministic key of the message: the same key is the same message, whenever it is sent.</param>
/// <param name="Date">The instant the message is dated, UTC: when it was due, not when it left.</param>
/// <param name="Headers">Further headers (List-Unsubscribe …), values may hold slots.</param>
/// <param name="ReturnTo">Where what cannot be delivered is told, if not to the sender. Left out of the record where it is null.</param>
/// <param name="Calendar">What calendars are told of a meeting; null for a letter about none. Left out of the record where it is null.</param>
public sealed record Letter(
    string Key,
    DateTimeOffset Date,
    Mailbox From,
    Mailbox ReplyTo,
    string Subject,
    LetterBodies Bodies,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    IReadOnlyList<Attachment> Attachments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LetterCalendar? Calendar = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? ReturnTo = null)
{
    /// <summary>The sender of the envelope (RFC 5321, 4.1.1.2): where relays tell that a copy did not arrive.</summary>
    [JsonIgnore]
    public string Envelope => ReturnTo ?? From.Address;
}

/// <summary>An invitation for calendars, written once; the line of the person invited is left open.</summary>
/// <param name="Method">« REQUEST » or « CANCEL ».</param>
/// <param name="Text">The iCalendar object, with <see cref="Open"/> where the line stands.</param>
public sealed record LetterCalendar(string Method, string Text)
{
    /// <summary>Stands for the line of the person invited, with its end.</summary>
    public static string Open { get; } = Slots.Mark("invité");

    [JsonIgnore]
    public string ContentType => $"text/calendar; charset=utf-8; method={Method}";

    /// <summary>One person's copy: only she is named (RFC 5546 lets an organizer invite each alone).</summary>
    public string For(Mailbox person) => Text.Replace(Open, CalendarWriter.Attendee(person), StringComparison.Ordinal);
}

/// <summary>The two parts of a letter, slots open.</summary>
public sealed record LetterBodies(string Html, string Text);

/// <summary>A display name and an address (local part and domain; the domain may be international).</summary>
public sealed record Mailbox(string Name, string Address);

/// <summary>A file sent along.</summary>
public sealed record Attachment(string FileName, string ContentType, byte[] Content);

/// <summary>Somebody a letter goes to. The id alone may be logged.</summary>
/// <param name="Slots">What fills the letter's slots, by slot name.</param>
/// <param name="Reply">Marks this person's answer (<see cref="Links.ReplySigner"/>); empty where answers by mail are not read.</param>
public sealed record Addressee(string Id, Mailbox Mailbox, IReadOnlyDictionary<string, SlotValue> Slots, string Reply = "")
{
    /// <summary>Where this person's answer goes: the letter's address for answers, marked.</summary>
    public Mailbox ReplyTo(Letter letter) => Reply.Length == 0 || letter.ReplyTo.Address.LastIndexOf('@') is not (> 0 and var at)
        ? letter.ReplyTo
        : letter.ReplyTo with { Address = $"{letter.ReplyTo.Address[..at]}+{Reply}{letter.ReplyTo.Address[at..]}" };
}

/// <summary>What fills a slot: a run of text, or a list shown one item a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Text), nameof(Text))]
[JsonDerivedType(typeof(Lines), nameof(Lines))]
public abstract record SlotValue
{
    private SlotValue() { }

    public sealed record Text(string Value) : SlotValue;

    public sealed record Lines(IReadOnlyList<string> Items) : SlotValue;
}
