using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Ports;

public sealed class KeyPrefixTests
{
    [Theory]
    [InlineData("batch|", "batch}")] // the usual prefix of a record
    [InlineData("a", "b")]
    [InlineData("az", "a{")]
    [InlineData("é", "ê")]
    [InlineData("a\uD7FF", "a\uE000")] // over the surrogates
    [InlineData("a\uFFFF", "b")] // nothing follows the last character: the one before is raised
    [InlineData("a\uFFFF\uFFFF", "b")]
    [InlineData("", null)] // everything
    [InlineData("\uFFFF", null)] // nothing stands above
    public void The_end_of_a_prefix_is_its_last_character_raised_by_one(string prefix, string? end) =>
        Assert.Equal(end, KeyPrefix.End(prefix));

    [Theory]
    [InlineData("a|")]
    [InlineData("é")]
    [InlineData("proposal|2022")]
    public void Keys_of_a_prefix_stand_below_its_end_and_no_others(string prefix)
    {
        var end = KeyPrefix.End(prefix)!;

        string[] within = [prefix, prefix + "a", prefix + "~", prefix + "é", prefix + "\uFFFD\uFFFD"];
        Assert.All(within, key => Assert.True(string.CompareOrdinal(key, end) < 0));
        Assert.False(end.StartsWith(prefix, StringComparison.Ordinal));
    }
}
