using System.Collections.Frozen;

namespace Almanach.Core.Calendar;

/// <summary>The words of the calendar's language. A step may not be named like one of them.</summary>
static class DateWords
{
    static readonly string[] _ordinals = ["first", "second", "third", "fourth"];

    static readonly string[] _weekdays = [.. Enum.GetNames<DayOfWeek>().Select(name => name.ToLowerInvariant())];

    static readonly string[] _months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    static readonly FrozenSet<string> _reserved = FrozenSet.ToFrozenSet(
        [.. _ordinals, .. _weekdays, .. _months, "last", "of", "each", "or", "at", "avoiding"], StringComparer.Ordinal);

    public static bool IsReserved(string word) => _reserved.Contains(word);

    public static Nth? NthOf(string word) => Array.IndexOf(_ordinals, word) switch
    {
        >= 0 and var index => new Nth(index + 1),
        _ => word == "last" ? new Nth(-1) : null,
    };

    public static DayOfWeek? WeekdayOf(string word) =>
        Array.IndexOf(_weekdays, word) is >= 0 and var index ? (DayOfWeek)index : null;

    /// <summary>1 to 12.</summary>
    public static int? MonthOf(string word) => Array.IndexOf(_months, word) is >= 0 and var index ? index + 1 : null;

    /// <summary>Length of the period in months.</summary>
    public static int? PeriodOf(string word) => word switch
    {
        "quarter" => 3,
        "month" => 1,
        _ => null,
    };

    public static ShiftUnit? UnitOf(string word) => word switch
    {
        "day" or "days" => ShiftUnit.Days,
        "week" or "weeks" => ShiftUnit.Weeks,
        "month" or "months" => ShiftUnit.Months,
        _ => null,
    };
}
