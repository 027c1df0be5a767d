using Almanach.Core.Calendar;

namespace Almanach.Core.Tests.Calendar;

public sealed class PlatformZoneTests
{
    static readonly PlatformZone _paris = new("Europe/Paris");

    [Theory]
    [InlineData("2022-01-15", "08:30:00", "2022-01-15T07:30:00Z")] // winter, UTC+1
    [InlineData("2022-07-15", "08:30:00", "2022-07-15T06:30:00Z")] // summer, UTC+2
    [InlineData("2022-01-01", "00:00:00", "2021-12-31T23:00:00Z")] // the year before in UTC
    [InlineData("2022-03-27", "01:59:59", "2022-03-27T00:59:59Z")] // last second before the gap
    [InlineData("2022-03-27", "02:00:00", "2022-03-27T01:00:00Z")] // doesn't exist: first instant after
    [InlineData("2022-03-27", "02:30:15", "2022-03-27T01:00:00Z")] // nor does this
    [InlineData("2022-03-27", "02:59:59", "2022-03-27T01:00:00Z")]
    [InlineData("2022-03-27", "03:00:00", "2022-03-27T01:00:00Z")] // the first that exists
    [InlineData("2022-03-27", "03:30:00", "2022-03-27T01:30:00Z")]
    [InlineData("2022-10-30", "01:59:59", "2022-10-29T23:59:59Z")] // still summer, once
    [InlineData("2022-10-30", "02:00:00", "2022-10-30T00:00:00Z")] // comes twice: the earlier
    [InlineData("2022-10-30", "02:30:00", "2022-10-30T00:30:00Z")]
    [InlineData("2022-10-30", "03:00:00", "2022-10-30T02:00:00Z")] // winter, once
    public void A_local_time_is_one_instant(string day, string time, string instant)
    {
        var at = _paris.At(DateOnly.Parse(day), TimeOnly.Parse(time));

        Assert.Equal(DateTimeOffset.Parse(instant), at);
        Assert.Equal(TimeSpan.Zero, at.Offset);
    }

    [Theory]
    [InlineData("2022-03-27T00:59:59Z", "2022-03-27T01:59:59")]
    [InlineData("2022-03-27T01:00:00Z", "2022-03-27T03:00:00")] // clocks jump
    [InlineData("2022-10-30T00:30:00Z", "2022-10-30T02:30:00")] // first time
    [InlineData("2022-10-30T01:30:00Z", "2022-10-30T02:30:00")] // second time
    [InlineData("2021-12-31T23:00:00Z", "2022-01-01T00:00:00")]
    [InlineData("2022-10-14T12:00:00+05:00", "2022-10-14T09:00:00")] // whatever offset the instant bears
    public void An_instant_is_one_local_time(string instant, string local)
    {
        Assert.Equal(DateTime.Parse(local), _paris.LocalOf(DateTimeOffset.Parse(instant)));
        Assert.Equal(DateOnly.FromDateTime(DateTime.Parse(local)), _paris.DayOf(DateTimeOffset.Parse(instant)));
    }

    [Theory]
    [InlineData("2022-10-14", "2022-10-14T22:00:00Z")]
    [InlineData("2022-12-31", "2022-12-31T23:00:00Z")]
    [InlineData("2022-03-27", "2022-03-27T22:00:00Z")] // a day of 23 hours
    [InlineData("2022-10-30", "2022-10-30T23:00:00Z")] // a day of 25 hours
    public void A_day_is_open_until_the_midnight_that_follows(string day, string end)
    {
        var closes = _paris.EndOf(DateOnly.Parse(day));

        Assert.Equal(DateTimeOffset.Parse(end), closes);
        Assert.Equal(DateOnly.Parse(day), _paris.DayOf(closes.AddTicks(-1)));
        Assert.Equal(DateOnly.Parse(day).AddDays(1), _paris.DayOf(closes));
    }

    [Fact]
    public void Every_hour_of_a_year_comes_back_to_its_day()
    {
        for (var instant = DateTimeOffset.Parse("2022-01-01T00:00:00Z"); instant.Year == 2022; instant = instant.AddHours(1))
        {
            var local = _paris.LocalOf(instant);

            var back = _paris.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

            // Only the second pass of the hour that comes twice goes to the first.
            Assert.Equal(instant == DateTimeOffset.Parse("2022-10-30T01:00:00Z") ? instant.AddHours(-1) : instant, back);
        }
    }

    [Fact]
    public void Midnight_itself_may_not_exist()
    {
        // Havana sets its clocks forward at midnight: 13 March 2022 begins at 01:00, 05:00 UTC.
        var havana = new PlatformZone("America/Havana");

        Assert.Equal(DateTimeOffset.Parse("2022-03-13T05:00:00Z"), havana.EndOf(new DateOnly(2022, 3, 12)));
    }

    [Fact]
    public void An_unknown_zone_is_refused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new PlatformZone("Europe/Lyon"));
    }
}
