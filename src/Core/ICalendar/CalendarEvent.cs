using System.Text.Json.Serialization;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.ICalendar;

/// <summary>A meeting, or a day of the year, as calendars show it (VEVENT, RFC 5545, 3.6.1).</summary>
/// <param name="Uid">The same for ever, whatever becomes of the event: « 2022-copil@example.org ».</param>
/// <param name="Sequence">0, then one more each time people are told of a change (RFC 5546, 2.1.4).</param>
/// <param name="Stamp">When this state of it was made, UTC.</param>
/// <param name="When">A stretch of time, or days.</param>
/// <param name="Place">« Clermont-Ferrand », « En visioconférence »; may be empty.</param>
/// <param name="Description">Plain text of several lines; may be empty.</param>
/// <param name="Link">Address of a page or of the video meeting; may be empty.</param>
/// <param name="Organizer">Where answers go.</param>
public sealed record CalendarEvent(
    string Uid, int Sequence, DateTimeOffset Stamp, CalendarTime When, string Summary, string Place, string Description, string Link,
    Mailbox Organizer, bool Cancelled);

/// <summary>When an event is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Span), nameof(Span))]
[JsonDerivedType(typeof(Days), nameof(Days))]
public abstract record CalendarTime
{
    private CalendarTime() { }

    /// <param name="Starts">UTC.</param>
    /// <param name="Ends">UTC, exclusive.</param>
    public sealed record Span(DateTimeOffset Starts, DateTimeOffset Ends) : CalendarTime;

    /// <summary>Whole days, which have no time zone: the same days in Kathmandu.</summary>
    /// <param name="Last">Inclusive.</param>
    public sealed record Days(DateOnly First, DateOnly Last) : CalendarTime;
}
