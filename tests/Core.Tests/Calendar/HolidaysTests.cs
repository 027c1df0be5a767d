using Almanach.Core.Calendar;

namespace Almanach.Core.Tests.Calendar;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData(1818, 3, 22)] // the earliest day Easter can fall on
    [InlineData(1943, 4, 25)] // the latest
    [InlineData(1961, 4, 2)] // the example in Meeus, Astronomical Algorithms
    [InlineData(2000, 4, 23)] // his other example
    [InlineData(2008, 3, 23)] // early: Ascension on 1 May
    [InlineData(2019, 4, 21)]
    [InlineData(2021, 4, 4)]
    [InlineData(2022, 4, 17)]
    [InlineData(2024, 3, 31)] // in March
    [InlineData(2025, 4, 20)]
    [InlineData(2038, 4, 25)] // the latest again
    [InlineData(2100, 3, 28)] // a century that is no leap year
    public void Easter_falls_where_the_almanac_says(int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), Holidays.Easter(year));
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April()
    {
        for (var year = 1900; year <= 2299; year++)
        {
            var easter = Holidays.Easter(year);

            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("2022-01-01", "Jour de l’An")]
    [InlineData("2022-04-17", null)] // Easter Sunday is no public holiday
    [InlineData("2022-04-18", "Lundi de Pâques")]
    [InlineData("2022-04-15", null)] // Good Friday: Alsace-Moselle only
    [InlineData("2022-05-01", "Fête du Travail")]
    [InlineData("2022-05-08", "Victoire de 1945")]
    [InlineData("2022-05-26", "Ascension")]
    [InlineData("2022-06-05", null)] // Whit Sunday
    [InlineData("2022-06-06", "Lundi de Pentecôte")]
    [InlineData("2022-07-14", "Fête nationale")]
    [InlineData("2022-08-15", "Assomption")]
    [InlineData("2022-11-01", "Toussaint")]
    [InlineData("2022-11-11", "Armistice de 1918")]
    [InlineData("2022-12-25", "Noël")]
    [InlineData("2022-12-26", null)] // Saint Stephen: Alsace-Moselle only
    [InlineData("2024-05-09", "Ascension")] // the day after 8 May
    [InlineData("2024-05-20", "Lundi de Pentecôte")]
    [InlineData("2027-05-17", "Lundi de Pentecôte")]
    [InlineData("1997-05-08", "Victoire de 1945")] // and Ascension: the fixed one is named
    [InlineData("2008-05-01", "Fête du Travail")] // and Ascension
    public void A_holiday_has_its_name(string day, string? name)
    {
        Assert.Equal(name, Holidays.NameOf(DateOnly.Parse(day)));
        Assert.Equal(name is not null, Holidays.IsHoliday(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData(2022, 11)]
    [InlineData(2024, 11)]
    [InlineData(1997, 10)] // Ascension on 8 May
    [InlineData(2008, 10)] // Ascension on 1 May
    public void A_year_has_eleven_holidays_unless_two_fall_together(int year, int count)
    {
        var days = Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays);

        Assert.Equal(count, days.Count(Holidays.IsHoliday));
    }

    [Theory]
    [InlineData("2022-04-12", "2022-04-12", "2022-04-12")] // a Tuesday that is worked
    [InlineData("2022-04-16", "2022-04-19", "2022-04-15")] // Easter Saturday: Monday is a holiday
    [InlineData("2022-05-01", "2022-05-02", "2022-04-29")] // a holiday on a Sunday
    [InlineData("2022-05-26", "2022-05-27", "2022-05-25")] // Ascension: the Friday is worked
    [InlineData("2021-12-25", "2021-12-27", "2021-12-24")] // Christmas on a Saturday
    [InlineData("2023-01-01", "2023-01-02", "2022-12-30")] // over the year's end
    public void A_day_off_moves_to_the_nearest_working_day(string day, string next, string previous)
    {
        Assert.Equal(DateOnly.Parse(next), Holidays.NextWorkingDay(DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(previous), Holidays.PreviousWorkingDay(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("2022-04-14", 1, "2022-04-15")] // Thursday to Good Friday
    [InlineData("2022-04-15", 1, "2022-04-19")] // over Easter
    [InlineData("2022-04-16", 1, "2022-04-19")] // a Saturday doesn't count itself
    [InlineData("2022-04-19", -1, "2022-04-15")]
    [InlineData("2021-12-14", -5, "2021-12-07")] // five days' notice before the COPIL
    [InlineData("2022-11-14", -5, "2022-11-04")] // 11 November is a Friday
    [InlineData("2022-05-26", 0, "2022-05-26")] // nothing added: even a holiday stays
    public void Working_days_leave_out_weekends_and_holidays(string day, int count, string expected)
    {
        Assert.Equal(DateOnly.Parse(expected), Holidays.AddWorkingDays(DateOnly.Parse(day), count));
    }
}
