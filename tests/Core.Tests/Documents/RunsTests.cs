using Almanach.Core.Documents;

namespace Almanach.Core.Tests.Documents;

public sealed class RunsTests
{
    [Theory]
    [InlineData("", "")] // nothing
    [InlineData("simple", "simple")] // no mark
    [InlineData("un **deux** trois", "un |[deux]| trois")] // in the middle
    [InlineData("**tout**", "[tout]")] // the whole text
    [InlineData("**a****b**", "[a]|[b]")] // two runs side by side
    [InlineData("2 ** 3", "2 ** 3")] // a mark without a partner
    [InlineData("**a** et **b", "[a]| et **b")] // the last one without a partner
    [InlineData("a****b", "a|b")] // nothing in bold
    public void Text_between_two_marks_is_bold(string text, string expected)
    {
        var runs = Runs.Of(text);

        Assert.Equal(expected, string.Join('|', runs.Select(run => run.Bold ? $"[{run.Text}]" : run.Text)));
    }

    [Theory]
    [InlineData("a\u0000b\u001Fc\u0085d", "abcd")] // control characters
    [InlineData("a\tb\nc", "a\tb\nc")] // tab and line feed stay
    [InlineData("a\r\nb", "a\nb")] // carriage return goes
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")] // a whole pair stays
    [InlineData("\uFFFE\uFFFFé’\u00A0", "é’\u00A0")] // not characters; French stays
    public void What_neither_HTML_nor_XML_can_hold_is_left_out(string text, string expected)
    {
        Assert.Equal(expected, Runs.Clean(text));
    }

    [Fact]
    public void Half_of_a_pair_is_left_out()
    {
        // Not a table: attributes are stored in UTF-8, which has no halves.
        Assert.Equal("abc", Runs.Clean("a\uD83Db\uDE00c"));
        Assert.Equal("a", Runs.Clean("a\uD83D"));
    }
}
