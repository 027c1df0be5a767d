using System.Globalization;

namespace Almanach.Core.ICalendar;

/// <summary>What a calendar answers to an invitation (METHOD:REPLY, RFC 5546, 3.2.3). Trusted no more than the mail it came in.</summary>
/// <param name="Attendee">Address of the person who answers, lower case.</param>
/// <param name="Sequence">Of the invitation she answers; 0 where it is missing.</param>
/// <param name="Stamp">When she answered, UTC; null where it is missing or unreadable.</param>
/// <param name="Comment">What she adds; may be empty.</param>
public sealed record CalendarReply(string Uid, string Attendee, Participation Participation, int Sequence, DateTimeOffset? Stamp, string Comment)
{
    /// <summary>
    /// The answers in an object; none where it is no reply, or says nothing of a person. An organizer or a date may be missing:
    /// some calendars leave them out.
    /// </summary>
    public static IReadOnlyList<CalendarReply> Read(string text)
    {
        var properties = CalendarReader.Read(text);
        if (!properties.Any(property => property is { Name: "METHOD" } && property.Value.Trim().Equals("REPLY", StringComparison.OrdinalIgnoreCase)))
            return [];
        List<CalendarReply> replies = [];
        List<CalendarProperty>? open = null;
        var depth = 0;
        foreach (var property in properties)
        {
            var component = property.Value.Trim().ToUpperInvariant();
            switch (property.Name)
            {
                case "BEGIN" when open is null && component == "VEVENT":
                    open = [];
                    break;
                case "BEGIN" when open is not null: // an alarm
                    depth++;
                    break;
                case "END" when depth > 0:
                    depth--;
                    break;
                case "END" when open is not null:
                    replies.AddRange(Of(open));
                    open = null;
                    break;
                default:
                    if (depth == 0)
                        open?.Add(property);
                    break;
            }
        }
        return replies;
    }

    /// <summary>Whether this answer is newer than another of the same person to the same meeting (RFC 5546, 2.1.5).</summary>
    public bool IsNewerThan(CalendarReply other) => (Sequence, Stamp ?? DateTimeOffset.MinValue).CompareTo((other.Sequence, other.Stamp ?? DateTimeOffset.MinValue)) > 0;

    private static IEnumerable<CalendarReply> Of(List<CalendarProperty> properties)
    {
        string? First(string name) => properties.FirstOrDefault(property => property.Name == name)?.Text.Trim();
        if (First("UID") is not { Length: > 0 } uid)
            yield break;
        var sequence = int.TryParse(First("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        foreach (var attendee in properties.Where(property => property.Name == "ATTENDEE"))
            if (attendee.Parameters.TryGetValue("PARTSTAT", out var said) && Meaning(said) is { } participation
                && AddressIn(attendee) is { Length: > 0 } address)
                yield return new CalendarReply(uid, address, participation, sequence, Instant(First("DTSTAMP")), First("COMMENT") ?? "");
    }

    /// <summary>« mailto:anne@example.org », or the EMAIL parameter where the value is something else (RFC 7986, 6.2).</summary>
    private static string AddressIn(CalendarProperty attendee) =>
        (attendee.Value.Trim() is var value && value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? value[7..] : attendee.Parameters.GetValueOrDefault("EMAIL", ""))
            .Trim().ToLowerInvariant();

    private static Participation? Meaning(string status) => status.Trim().ToUpperInvariant() switch
    {
        "ACCEPTED" => ICalendar.Participation.Accepted,
        "DECLINED" => ICalendar.Participation.Declined,
        "TENTATIVE" => ICalendar.Participation.Tentative,
        _ => null,
    };

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}

public enum Participation
{
    Accepted,
    Declined,
    Tentative,
}
