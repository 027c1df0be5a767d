using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

public sealed class FrenchDatesTests
{
    [Theory]
    [InlineData("2022-04-12", "mardi~12~avril 2022")]
    [InlineData("2022-04-01", "vendredi~1er~avril 2022")] // the first alone is an ordinal
    [InlineData("2022-02-28", "lundi~28~février 2022")]
    [InlineData("2022-08-21", "dimanche~21~août 2022")]
    [InlineData("2021-12-04", "samedi~4~décembre 2021")]
    [InlineData("2022-06-15", "mercredi~15~juin 2022")]
    [InlineData("2022-09-22", "jeudi~22~septembre 2022")]
    public void A_day_is_said_in_full(string day, string words)
    {
        Assert.Equal(words, Spaces.Shown(FrenchDates.Day(DateOnly.Parse(day))));
    }

    [Fact]
    public void A_day_may_go_without_its_year_or_with_its_hour()
    {
        Assert.Equal("mardi~12~avril", Spaces.Shown(FrenchDates.ShortDay(new DateOnly(2022, 4, 12))));
        Assert.Equal("mardi~12~avril 2022 à 14~h~30", Spaces.Shown(FrenchDates.DayAt(new DateOnly(2022, 4, 12), new TimeOnly(14, 30))));
        Assert.Equal("jeudi~22~septembre 2022 à 9~h~40", Spaces.Shown(FrenchDates.DayAt(new DateTime(2022, 9, 22, 9, 40, 59))));
    }

    [Fact]
    public void A_meeting_is_said_with_its_end_and_beyond_midnight_with_its_last_day()
    {
        Assert.Equal("mardi~14~décembre 2021, de 9~h~30 à 11~h~30", Spaces.Shown(FrenchDates.Span(new DateTime(2021, 12, 14, 9, 30, 0), new DateTime(2021, 12, 14, 11, 30, 0))));
        Assert.Equal("jeudi~9~juin 2022 à 14~h, jusqu’au vendredi~10~juin 2022 à 12~h", Spaces.Shown(FrenchDates.Span(new DateTime(2022, 6, 9, 14, 0, 0), new DateTime(2022, 6, 10, 12, 0, 0))));
    }

    [Fact]
    public void An_end_is_said_with_its_hour_and_a_midnight_as_the_day_before_it()
    {
        var (hour, midnight) = (new DateTime(2022, 4, 12, 18, 0, 0), new DateTime(2022, 5, 1));

        Assert.Equal(["mardi~12~avril 2022 à 18~h", "mardi~12~avril 2022 à 18~h"], [Spaces.Shown(FrenchDates.End(hour)), Spaces.Shown(FrenchDates.EndInFull(hour))]);
        Assert.Equal(["samedi~30~avril 2022", "samedi~30~avril 2022 au soir"], [Spaces.Shown(FrenchDates.End(midnight)), Spaces.Shown(FrenchDates.EndInFull(midnight))]);
    }

    [Theory]
    [InlineData("09:00", "9~h")]
    [InlineData("14:30", "14~h~30")]
    [InlineData("16:05", "16~h~05")] // two digits of minutes
    [InlineData("12:00", "12~h")] // noon
    [InlineData("00:00", "0~h")]
    public void An_hour_is_said_as_people_write_it(string time, string words)
    {
        Assert.Equal(words, Spaces.Shown(FrenchDates.Hour(TimeOnly.Parse(time))));
    }

    [Theory]
    [InlineData("2021-10-05", "2021-11-02", "du mardi~5~octobre au mardi~2~novembre 2021")] // the collection
    [InlineData("2022-06-13", "2022-06-15", "du lundi~13 au mercredi~15~juin 2022")] // the month once
    [InlineData("2021-12-30", "2022-01-04", "du jeudi~30~décembre 2021 au mardi~4~janvier 2022")] // both years
    [InlineData("2021-06-15", "2022-06-15", "du mardi~15~juin 2021 au mercredi~15~juin 2022")] // same month, other year
    [InlineData("2022-04-01", "2022-04-02", "du vendredi~1er au samedi~2~avril 2022")]
    [InlineData("2022-04-12", "2022-04-12", "le mardi~12~avril 2022")] // one day
    public void A_period_says_nothing_twice(string first, string last, string words)
    {
        Assert.Equal(words, Spaces.Shown(FrenchDates.Range(DateOnly.Parse(first), DateOnly.Parse(last))));
    }

    [Theory]
    [InlineData("2022-10-03", "aujourd’hui")]
    [InlineData("2022-10-04", "demain")]
    [InlineData("2022-10-02", "hier")]
    [InlineData("2022-10-05", "dans deux~jours")]
    [InlineData("2022-10-14", "dans onze~jours")] // as the answer page says
    [InlineData("2022-10-24", "dans 21~jours")] // digits above vingt
    [InlineData("2022-09-30", "il y a trois~jours")]
    [InlineData("2022-01-01", "il y a 275~jours")]
    public void A_day_is_told_from_today(string day, string words)
    {
        Assert.Equal(words, Spaces.Shown(FrenchDates.Relative(DateOnly.Parse(day), new DateOnly(2022, 10, 3))));
    }
}
