using System.Globalization;
using System.Text;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Tests.Data.Reading;

public class FigureTextTests
{
    [Theory]
    [InlineData("0", "0", NumberSigns.None)]
    [InlineData("-12", "-12", NumberSigns.None)]
    [InlineData("+7", "7", NumberSigns.None)]
    [InlineData("\u221212", "-12", NumberSigns.None)] // the minus sign of typographers
    [InlineData("22,5", "22.5", NumberSigns.Comma)]
    [InlineData("780.5", "780.5", NumberSigns.Point)]
    [InlineData("-14,5", "-14.5", NumberSigns.Comma)]
    [InlineData("0,50", "0.50", NumberSigns.Comma)]
    [InlineData("1 234", "1234", NumberSigns.Space)]
    [InlineData("1\u00A0234\u00A0567,8", "1234567.8", NumberSigns.Space | NumberSigns.Comma)]
    [InlineData("12\u202F345", "12345", NumberSigns.Space)]
    [InlineData("1,234", "1.234", NumberSigns.Comma | NumberSigns.Ambiguous)]
    [InlineData("1.234", "1.234", NumberSigns.Point | NumberSigns.Ambiguous)]
    [InlineData("0,234", "0.234", NumberSigns.Comma)] // nobody groups after a lone zero
    [InlineData("1234,567", "1234.567", NumberSigns.Comma)]
    [InlineData("1,234,567", "1234567", NumberSigns.GroupingComma)]
    [InlineData("1.234.567", "1234567", NumberSigns.GroupingPoint)]
    [InlineData("1.234,56", "1234.56", NumberSigns.Comma | NumberSigns.GroupingPoint)]
    [InlineData("1,234.56", "1234.56", NumberSigns.Point | NumberSigns.GroupingComma)]
    [InlineData("1,2E+05", "120000", NumberSigns.Exponent)]
    [InlineData("1E3", "1000", NumberSigns.Exponent)]
    [InlineData("00123", "123", NumberSigns.None)]
    [InlineData("123456789012345678901234", "123456789012345678901234", NumberSigns.None)]
    [InlineData("0,1234567890123456789012", "0.1234567890123456789012", NumberSigns.Comma)]
    public void A_number_is_read_as_it_is_meant(string text, string value, NumberSigns signs)
    {
        Assert.True(FigureText.TryParse(Encoding.UTF8.GetBytes(text), out var read, out var found));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), read);
        Assert.Equal(signs, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("-")]
    [InlineData("12,")]
    [InlineData("12O3")]
    [InlineData("s")]
    [InlineData("1 2345")]
    [InlineData("12 34")]
    [InlineData("1 234 ")]
    [InlineData("1,23,456")]
    [InlineData("1.2.3")]
    [InlineData("12%")]
    [InlineData("--1")]
    [InlineData("1-2")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1E999")]
    [InlineData("1,234.567.8")]
    [InlineData("123456789012345678901234567890")] // more than a decimal holds
    [InlineData("２０")] // full-width digits
    public void What_is_no_number_is_refused(string text) => Assert.False(FigureText.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Fact]
    public void Every_decimal_written_the_French_way_comes_back()
    {
        var random = new Random(20_221);
        for (var i = 0; i < 20_000; i++)
        {
            var value = new decimal(random.Next(), random.Next(i % 3 == 0 ? 1 : 200_000), 0, random.Next(2) == 0, (byte)random.Next(9));
            var text = value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

            Assert.True(FigureText.TryParse(Encoding.UTF8.GetBytes(text), out var read, out _), text);
            Assert.Equal(value, read);
        }
    }
}
