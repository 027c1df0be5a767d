using System.Globalization;
using Almanach.Core.Calendar;
using Almanach.Core.French;

namespace Almanach.Core.Meetings.Dates;

/// <summary>A date put to those who come: a day and an hour as the platform's clocks show them, or a day without an hour, which has no time zone.</summary>
/// <param name="Hour">Null for a day: the meeting keeps its hour.</param>
public sealed record ProposedDate(DateOnly Day, TimeOnly? Hour)
{
    private const string WithHour = "yyyyMMdd-HHmm";

    private const string DayAlone = "yyyyMMdd";

    public static ProposedDate At(DateTime local) => new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

    /// <summary>Id of the option that stands for it: « 20211214-0930 », « 20211214 ».</summary>
    public string Option => Hour is { } hour
        ? Day.ToDateTime(hour).ToString(WithHour, CultureInfo.InvariantCulture)
        : Day.ToString(DayAlone, CultureInfo.InvariantCulture);

    public string Label => Hour is { } hour ? FrenchDates.DayAt(Day, hour) : FrenchDates.Day(Day);

    /// <summary>UTC.</summary>
    /// <param name="usual">The hour of the meeting, local, for a day without one.</param>
    public DateTimeOffset Starts(TimeOnly usual, PlatformZone zone) => zone.At(Day, Hour ?? usual);

    /// <summary>Null for what is no option of ours.</summary>
    public static ProposedDate? Parse(string option) =>
        DateTime.TryParseExact(option, WithHour, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? At(local)
        : DateOnly.TryParseExact(option, DayAlone, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new ProposedDate(day, null)
        : null;
}
