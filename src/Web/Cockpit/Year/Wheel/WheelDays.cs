using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Web.Cockpit.Year.Wheel;

/// <summary>Days off of the years that a wheel shows.</summary>
public static class WheelDays
{
    public static IEnumerable<(DateOnly Day, string Name)> Holidays(int year) =>
        Days(year).Select(day => (day, Core.Calendar.Holidays.NameOf(day))).Where(pair => pair.Item2 is not null).Select(pair => (pair.day, pair.Item2!));

    /// <summary>School holidays of any académie of the platform, cut at the turn of the year.</summary>
    public static IReadOnlyList<WheelBreak> Breaks(Setting setting, int year)
    {
        List<WheelBreak> breaks = [];
        foreach (var day in Days(year))
            if (Named(setting, day) is { } name)
            {
                if (breaks is [.., var last] && last.Last.AddDays(1) == day && last.Name == name)
                    breaks[^1] = last with { Last = day };
                else
                    breaks.Add(new WheelBreak(name, day, day));
            }
        return breaks;
    }

    private static string? Named(Setting setting, DateOnly day) =>
        setting.Platform.Academies.Select(academy => setting.SchoolHolidays.NameOf(academy, day)).FirstOrDefault(name => name is not null);

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}

/// <param name="Name">« Vacances d’hiver ».</param>
public sealed record WheelBreak(string Name, DateOnly First, DateOnly Last)
{
    public string Text => $"{Name}\u00A0: {FrenchDates.Range(First, Last)}";
}
