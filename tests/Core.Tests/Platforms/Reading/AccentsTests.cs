using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms.Reading;

public class AccentsTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)] // the greatest there is
    [InlineData("#767676", "#ffffff", 4.54)] // the lightest grey that passes on white, as WCAG's own examples have it
    [InlineData("#777777", "#ffffff", 4.48)] // and the first that does not
    [InlineData("#155a6e", "#155a6e", 1)] // a colour on itself
    public void Contrast_is_that_of_WCAG(string colour, string ground, double expected)
    {
        Assert.Equal(expected, Accents.Contrast(colour, ground)!.Value, 2);
    }

    [Theory]
    [InlineData("155a6e")] // no hash
    [InlineData("#155a6")] // five digits
    [InlineData("#155a6g")] // not hexadecimal
    [InlineData("#-55a6e")] // a sign is no digit
    [InlineData("")]
    public void What_is_no_colour_has_no_contrast(string colour)
    {
        Assert.Null(Accents.Contrast(colour, Accents.DayGround));
    }
}
