namespace Almanach.Core.French;

/// <summary>
/// Days and hours in words. « mardi 12 avril » and « 14 h 30 » never break (U+00A0 inside); the spaces before the year
/// and around « à » do. Days and hours are those of the platform's zone.
/// </summary>
public static class FrenchDates
{
    static readonly string[] _days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    static readonly string[] _months =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ];

    /// <summary>« mardi 12 avril 2022 », « vendredi 1er avril 2022 ».</summary>
    public static string Day(DateOnly day) => $"{ShortDay(day)} {day.Year}";

    /// <summary>« mardi 12 avril », where the year is plain.</summary>
    public static string ShortDay(DateOnly day) => $"{WeekdayAndNumber(day)}\u00A0{Month(day.Month)}";

    /// <summary>« mardi 12 avril 2022 à 14 h 30 »; put « le » before it where the sentence wants one.</summary>
    public static string DayAt(DateOnly day, TimeOnly time) => $"{Day(day)} à {Hour(time)}";

    /// <inheritdoc cref="DayAt(DateOnly, TimeOnly)"/>
    public static string DayAt(DateTime local) => DayAt(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

    /// <summary>
    /// « mardi 12 avril 2022, de 9 h 30 à 11 h 30 »; what lasts beyond midnight: « mardi 12 avril 2022 à 9 h, jusqu’au mercredi
    /// 13 avril 2022 à 17 h ».
    /// </summary>
    public static string Span(DateTime starts, DateTime ends)
    {
        var (first, last) = (DateOnly.FromDateTime(starts), DateOnly.FromDateTime(ends));
        return first == last
            ? $"{Day(first)}, de {Hour(TimeOnly.FromDateTime(starts))} à {Hour(TimeOnly.FromDateTime(ends))}"
            : $"{DayAt(starts)}, jusqu’au {DayAt(ends)}";
    }

    /// <summary>An end: « mardi 12 avril 2022 à 18 h », and that day alone for the midnight that follows it.</summary>
    public static string End(DateTime local) => IsMidnight(local) ? Day(DateOnly.FromDateTime(local).AddDays(-1)) : DayAt(local);

    /// <summary>The same where it must be plain that the evening counts: « mardi 12 avril 2022 au soir ».</summary>
    public static string EndInFull(DateTime local) => IsMidnight(local) ? $"{End(local)} au soir" : End(local);

    /// <summary>« 9 h », « 14 h 30 », « 9 h 05 »; noon is « 12 h ».</summary>
    public static string Hour(TimeOnly time) =>
        time.Minute == 0 ? $"{time.Hour}\u00A0h" : $"{time.Hour}\u00A0h\u00A0{time.Minute:00}";

    /// <summary>
    /// « du mardi 5 octobre au mardi 2 novembre 2021 »; the month is said once when it is the same, the year unless it changes;
    /// a single day is « le mardi 5 octobre 2021 ». The days come in order.
    /// </summary>
    public static string Range(DateOnly first, DateOnly last)
    {
        if (first == last)
            return $"le {Day(first)}";

        var from = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => WeekdayAndNumber(first),
            (true, false) => ShortDay(first),
            (false, _) => Day(first),
        };
        return $"du {from} au {Day(last)}";
    }

    /// <summary>« aujourd’hui », « demain », « hier », « dans onze jours », « il y a trois jours ».</summary>
    public static string Relative(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "demain",
        -1 => "hier",
        > 0 and var ahead => $"dans {Numbers.Words(ahead)}\u00A0jours",
        var behind => $"il y a {Numbers.Words(-behind)}\u00A0jours",
    };

    /// <summary>« 2 heures », « 1 heure 30 », « 45 minutes ».</summary>
    public static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var left) => Numbers.Count(left, "minute", "minutes"),
        (var hours, 0) => Numbers.Count(hours, "heure", "heures"),
        var (hours, left) => $"{Numbers.Count(hours, "heure", "heures")}\u00A0{left:00}",
    };

    /// <summary>« avril » for 4.</summary>
    public static string Month(int month) => _months[month - 1];

    static bool IsMidnight(DateTime local) => local.TimeOfDay == TimeSpan.Zero;

    static string WeekdayAndNumber(DateOnly day) =>
        $"{_days[(int)day.DayOfWeek]}\u00A0{(day.Day == 1 ? "1er" : day.Day)}";
}
