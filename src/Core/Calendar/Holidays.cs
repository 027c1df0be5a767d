namespace Almanach.Core.Calendar;

/// <summary>
/// The eleven public holidays of metropolitan France (Code du travail, L3133-1), without the two of Alsace-Moselle.
/// A working day is Monday to Friday and no public holiday.
/// </summary>
public static class Holidays
{
    public static bool IsHoliday(DateOnly day) => NameOf(day) is not null;

    /// <summary>The French name of the public holiday, or null. When two fall together (8 May 1997), the one with a fixed date.</summary>
    public static string? NameOf(DateOnly day) => FixedName(day) ?? MovableName(day);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static bool IsWorkingDay(DateOnly day) => !IsWeekend(day) && !IsHoliday(day);

    /// <summary>Of a working day alone between days off (pont), the public holiday beside it; null for any other day.</summary>
    public static string? BridgeOf(DateOnly day) =>
        IsWorkingDay(day) && !IsWorkingDay(day.AddDays(-1)) && !IsWorkingDay(day.AddDays(1)) ? NameOf(day.AddDays(-1)) ?? NameOf(day.AddDays(1)) : null;

    /// <summary>The day itself when it is worked, else the first working day after: Friday 1 April 2022 stays.</summary>
    public static DateOnly NextWorkingDay(DateOnly day) => Nearest(day, 1);

    /// <summary>The day itself when it is worked, else the last working day before.</summary>
    public static DateOnly PreviousWorkingDay(DateOnly day) => Nearest(day, -1);

    /// <summary>
    /// Counts working days forward, or backward when negative; the starting day doesn't count, worked or not.
    /// One working day after a Saturday is Monday. Zero leaves the day as it is.
    /// </summary>
    public static DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var direction = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left--)
            day = Nearest(day.AddDays(direction), direction);

        return day;
    }

    /// <summary>Easter Sunday by the algorithm of Meeus, Jones and Butcher (Gregorian calendar).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
        var (leapYears, yearRest) = Math.DivRem(rest, 4);
        var toSunday = (32 + 2 * centuryRest + 2 * leapYears - epact - yearRest) % 7;
        var late = (golden + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    static string? FixedName(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "Jour de l’An",
        (5, 1) => "Fête du Travail",
        (5, 8) => "Victoire de 1945",
        (7, 14) => "Fête nationale",
        (8, 15) => "Assomption",
        (11, 1) => "Toussaint",
        (11, 11) => "Armistice de 1918",
        (12, 25) => "Noël",
        _ => null,
    };

    static string? MovableName(DateOnly day) => (day.DayNumber - Easter(day.Year).DayNumber) switch
    {
        1 => "Lundi de Pâques",
        39 => "Ascension",
        50 => "Lundi de Pentecôte",
        _ => null,
    };

    static DateOnly Nearest(DateOnly day, int direction)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(direction);

        return day;
    }
}
