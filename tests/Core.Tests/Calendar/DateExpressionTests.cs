using Almanach.Core.Calendar;

namespace Almanach.Core.Tests.Calendar;

public sealed class DateExpressionTests
{
    // The steps other dates count from, and the spring holidays of zone A in 2022.
    static readonly DateContext _cycle2022 = new(
        2022,
        (step, end) => (step, end) switch
        {
            ("copil", _) => new DateOnly(2021, 12, 14),
            ("collecte", false) => new DateOnly(2021, 10, 5),
            ("collecte", true) => new DateOnly(2021, 11, 2),
            ("fin-janvier", _) => new DateOnly(2022, 1, 31),
            ("jeudi", _) => new DateOnly(2022, 4, 14),
            _ => null,
        },
        day => day >= new DateOnly(2022, 4, 16) && day <= new DateOnly(2022, 5, 1));

    [Theory]
    [InlineData("second Tuesday of December of the year before", "2021-12-14")] // COPIL
    [InlineData("second Tuesday of April", "2022-04-12")] // first journée d’échanges
    [InlineData("second tuesday OF june", "2022-06-14")] // second journée; case doesn't matter
    [InlineData("last Tuesday of September", "2022-09-27")] // extraordinary COPIL
    [InlineData("copil - 10 weeks", "2021-10-05")] // collection opens
    [InlineData("COPIL − 10 weeks", "2021-10-05")] // U+2212
    [InlineData("copil – 10 weeks", "2021-10-05")] // en dash
    [InlineData("copil −10 weeks", "2021-10-05")] // no space after the sign
    [InlineData("copil -10 weeks", "2021-10-05")]
    [InlineData("copil\u00A0- 10\u00A0weeks", "2021-10-05")] // no-break spaces
    [InlineData("  copil  ", "2021-12-14")]
    [InlineData("collecte", "2021-10-05")] // its start
    [InlineData("collecte.start", "2021-10-05")]
    [InlineData("collecte.end + 1 day", "2021-11-03")]
    [InlineData("copil - 10 weeks + 1 day", "2021-10-06")] // a chain
    [InlineData("copil - 5 working days", "2021-12-07")] // notice of a meeting
    [InlineData("copil + 1 working day", "2021-12-15")]
    [InlineData("copil + 0 days", "2021-12-14")]
    [InlineData("copil + 2 months", "2022-02-14")]
    [InlineData("fin-janvier + 1 month", "2022-02-28")] // a shorter month
    [InlineData("14 December", "2022-12-14")]
    [InlineData("14 December of the year before", "2021-12-14")]
    [InlineData("14 December of the year after", "2023-12-14")]
    [InlineData("14 December 2030", "2030-12-14")]
    [InlineData("2021-12-14", "2021-12-14")]
    [InlineData("{year}-12-14", "2022-12-14")]
    [InlineData("second Tuesday of December {year}", "2022-12-13")]
    [InlineData("29 February", "2022-02-28")] // a common year
    [InlineData("29 February 2024", "2024-02-29")]
    [InlineData("first Saturday of January", "2022-01-01")] // on the 1st
    [InlineData("fourth Friday of April", "2022-04-22")]
    [InlineData("last Monday of February", "2022-02-28")] // on the last
    [InlineData("last Thursday of March of the year after", "2023-03-30")]
    [InlineData("second Tuesday of December - 3 days", "2022-12-10")] // shifts follow any base
    [InlineData("1 May or next working day", "2022-05-02")] // a holiday on a Sunday
    [InlineData("1 May or previous working day", "2022-04-29")]
    [InlineData("12 April or next working day", "2022-04-12")] // worked already
    [InlineData("19 April avoiding school holidays", "2022-05-03")] // two weeks later, still a Tuesday
    [InlineData("12 April avoiding school holidays", "2022-04-12")] // before them
    [InlineData("17 April or next working day avoiding school holidays", "2022-05-02")] // the Monday after, 1 May being off
    [InlineData("17 April avoiding school holidays or next working day", "2022-05-02")] // in any order
    [InlineData("1 May avoiding school holidays or previous working day", "2022-05-06")] // the Friday before is holidays: a week later, 8 May, goes back to the 6th
    [InlineData("jeudi + 4 days or next working day", "2022-04-19")] // Easter Monday
    public void An_expression_is_one_day(string text, string expected)
    {
        var planned = Assert.Single(Parse(text).Evaluate(_cycle2022));

        Assert.Equal(DateOnly.Parse(expected), planned.Day);
        Assert.Null(planned.Time);
    }

    [Theory]
    [InlineData("first Tuesday of each quarter", "2022-01-04 2022-04-05 2022-07-05 2022-10-04")] // the quarterly letters
    [InlineData("last Friday of each quarter", "2022-03-25 2022-06-24 2022-09-30 2022-12-30")]
    [InlineData("first Tuesday of each quarter of the year before", "2021-01-05 2021-04-06 2021-07-06 2021-10-05")]
    [InlineData("first Tuesday of each quarter - 3 weeks", "2021-12-14 2022-03-15 2022-06-14 2022-09-13")] // contributions asked for
    [InlineData("first Sunday of each quarter or next working day", "2022-01-03 2022-04-04 2022-07-04 2022-10-03")]
    [InlineData("third Tuesday of each quarter avoiding school holidays", "2022-01-18 2022-05-03 2022-07-19 2022-10-18")] // April moves; these holidays only
    public void An_expression_may_be_several_days(string text, string expected)
    {
        var expression = Parse(text);

        var days = expression.Evaluate(_cycle2022).Select(planned => planned.Day.ToString("yyyy-MM-dd"));

        Assert.Equal(expected, string.Join(' ', days));
        Assert.True(expression.Repeats);
    }

    [Fact]
    public void Each_month_is_twelve_days()
    {
        var planned = Parse("first Monday of each month at 9:00").Evaluate(_cycle2022);

        Assert.Equal(Enumerable.Range(1, 12), planned.Select(date => date.Day.Month));
        Assert.All(planned, date => Assert.Equal(DayOfWeek.Monday, date.Day.DayOfWeek));
        Assert.All(planned, date => Assert.InRange(date.Day.Day, 1, 7));
        Assert.All(planned, date => Assert.Equal(new TimeOnly(9, 0), date.Time));
    }

    [Theory]
    [InlineData("copil at 08:30", "08:30")]
    [InlineData("copil - 10 weeks or next working day AT 8:30", "08:30")]
    [InlineData("second Tuesday of December of the year before avoiding school holidays at 23:59", "23:59")]
    public void A_time_of_day_may_end_it(string text, string time)
    {
        Assert.Equal(TimeOnly.Parse(time), Assert.Single(Parse(text).Evaluate(_cycle2022)).Time);
    }

    [Theory]
    [InlineData("copil - 10 weeks", "copil")]
    [InlineData("Collecte.END + 1 day", "collecte")]
    [InlineData("copil-extra2", "copil-extra2")] // dashes and digits
    [InlineData("2e-copil", "2e-copil")]
    [InlineData("14 December", "")]
    [InlineData("first Tuesday of each quarter", "")]
    public void It_names_the_step_it_counts_from(string text, string anchors)
    {
        Assert.Equal(anchors, string.Join(' ', Parse(text).Anchors));
    }

    [Fact]
    public void Without_the_day_it_counts_from_there_is_no_date()
    {
        Assert.Empty(Parse("seminaire + 1 week").Evaluate(_cycle2022));
    }

    [Fact]
    public void Holidays_without_end_leave_no_date()
    {
        var always = _cycle2022 with { IsSchoolHoliday = _ => true };

        Assert.Empty(Parse("copil avoiding school holidays").Evaluate(always));
    }

    static DateExpression Parse(string text) =>
        DateExpression.TryParse(text, out var expression, out var problem)
            ? expression
            : throw new Xunit.Sdk.XunitException($"{text}: {problem.FrenchMessage} ({problem.Position})");
}
