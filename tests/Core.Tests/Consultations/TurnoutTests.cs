using Almanach.Core.Consultations.Votes;

namespace Almanach.Core.Tests.Consultations;

public sealed class TurnoutTests
{
    [Theory]
    [InlineData(0, 61, "0\u00A0organisme sur 61 a voté\u00A0: c’est leur avis, non celui de tout le réseau.")]
    [InlineData(1, 61, "1\u00A0organisme sur 61 a voté\u00A0: c’est son avis, non celui de tout le réseau.")]
    [InlineData(2, 61, "2\u00A0organismes sur 61 ont voté\u00A0: c’est leur avis, non celui de tout le réseau.")]
    [InlineData(30, 61, "30\u00A0organismes sur 61 ont voté\u00A0: c’est leur avis, non celui de tout le réseau.")] // fewer than half
    [InlineData(31, 61, "31\u00A0organismes sur 61 ont voté.")]
    [InlineData(5, 10, "5\u00A0organismes sur 10 ont voté.")] // half
    public void It_says_whose_opinion_a_result_is(int voted, int asked, string expected) => Assert.Equal(expected, new Turnout(voted, asked).Sentence);
}
