using Almanach.Core.Data.Series;

namespace Almanach.Core.Tests.Data.Series;

public class PeriodTests
{
    [Theory]
    [InlineData("2020", 2020, "2020", "en\u00A02020")]
    [InlineData("2016-12", 2016, "décembre\u00A02016", "en\u00A0décembre\u00A02016")]
    [InlineData("2021-T1", 2021, "1er\u00A0trimestre 2021", "au\u00A01er\u00A0trimestre 2021")]
    [InlineData("2021-T3", 2021, "3e\u00A0trimestre 2021", "au\u00A03e\u00A0trimestre 2021")]
    public void A_period_is_told_in_words(string period, int year, string label, string sentence)
    {
        Assert.Equal(year, Period.Year(period));
        Assert.Equal(label, Period.Label(period));
        Assert.Equal(sentence, Period.In(period));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("1899")]
    [InlineData("2020-13")]
    [InlineData("2020-00")]
    [InlineData("2020-T5")]
    [InlineData("2020/12")]
    [InlineData("20-2012")]
    [InlineData("décembre 2016")]
    public void What_is_no_period_is_told_from_one(string period) => Assert.False(Period.IsValid(period));

    [Theory]
    [InlineData("2020", 5, "2015")]
    [InlineData("2016-12", 1, "2015-12")]
    [InlineData("2021-T3", 2, "2019-T3")]
    public void Years_before_keep_the_month(string period, int years, string before) => Assert.Equal(before, Period.Before(period, years));

    [Fact]
    public void Periods_of_one_kind_sort_as_text() =>
        Assert.Equal(["2019-T4", "2020-T1", "2020-T2"], new[] { "2020-T2", "2019-T4", "2020-T1" }.Order(StringComparer.Ordinal));
}
