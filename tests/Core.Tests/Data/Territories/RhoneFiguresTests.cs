using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Territories;

public class RhoneFiguresTests
{
    [Theory]
    [InlineData(null, 40, 60, 100, 40, 60)]
    [InlineData(100, 40, null, 100, 40, 60)]
    [InlineData(100, null, 60, 100, 40, 60)]
    [InlineData(100, null, null, 100, null, null)]
    [InlineData(null, null, 60, null, null, 60)]
    public void Two_of_three_figures_give_the_third_and_one_gives_nothing(int? whole, int? one, int? other, int? wholeThen, int? oneThen, int? otherThen) =>
        Assert.Equal(new RhoneFigures(wholeThen, oneThen, otherThen), new RhoneFigures(whole, one, other).Completed());

    [Fact]
    public void What_is_missing_is_said()
    {
        Assert.Contains("ne distingue pas", new RhoneFigures(100, null, null).Missing(), StringComparison.Ordinal);
        Assert.Contains("La Métropole de Lyon (69M) manque", new RhoneFigures(null, 40, null).Missing(), StringComparison.Ordinal);
        Assert.Null(new RhoneFigures(null, 40, 60).Missing());
    }

    [Fact]
    public void Parts_that_do_not_make_the_whole_contradict_it()
    {
        Assert.True(new RhoneFigures(100, 40, 61).Contradicts);
        Assert.False(new RhoneFigures(100, 40, 60).Contradicts);
        Assert.False(new RhoneFigures(100, 40, null).Contradicts);
    }
}
