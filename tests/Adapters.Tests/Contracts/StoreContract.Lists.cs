using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

public abstract partial class StoreContract
{
    /// <summary>In ordinal order: capitals before small letters, accents after both.</summary>
    private static readonly string[] Ordered =
        ["A", "Z", "a", "a b", "a-1", "a-10", "a-2", "aa", "a|1", "b", "z", "À", "É", "é", "école", "œuvre", "’", "日本", "\uFFFD"];

    [Fact]
    public async Task A_list_is_in_ordinal_order()
    {
        await Commit([.. Ordered.Reverse().Select(key => new Change.Insert(key, "v" + key))]);

        var all = await All();

        Assert.Equal(Ordered, all.Select(entry => entry.Key));
        Assert.All(all, entry => Assert.Equal("v" + entry.Key, entry.Value));
    }

    [Theory]
    [InlineData("a-", "a.", "a-1 a-10 a-2")] // a prefix
    [InlineData("a-1", "a-2", "a-1 a-10")] // the first bound belongs to the range, the last does not
    [InlineData("a-11", null, "a-2 aa a|1 b z À É é école œuvre ’ 日本 \uFFFD")] // open above
    [InlineData("", "Z", "A")] // open below
    [InlineData("e", "f", "")] // accents are not filed under their letter
    [InlineData("b", "a", "")] // empty when turned round
    [InlineData("é", "ê", "é école")] // what follows a prefix: « école » is written with é as one character
    [InlineData("\uFFFDa", null, "")] // above everything
    public async Task A_list_keeps_to_its_range(string from, string? before, string expected)
    {
        await Commit([.. Ordered.Where(key => key != "a b").Select(key => new Change.Insert(key, ""))]);

        var keys = (await All(from, before)).Select(entry => entry.Key);

        Assert.Equal(expected, string.Join(' ', keys));
    }

    [Fact]
    public async Task A_long_list_comes_whole_and_once()
    {
        for (var hundred = 0; hundred < 12; hundred++)
            await Commit([.. Enumerable.Range(hundred * 100, 100).Select(i => new Change.Insert($"k{i * 7919 % 1200:0000}", $"{i}"))]);

        var keys = (await All()).Select(entry => entry.Key);

        Assert.Equal(Enumerable.Range(0, 1200).Select(i => $"k{i:0000}"), keys);
    }

    [Fact]
    public async Task Records_may_be_written_and_deleted_while_they_are_listed()
    {
        for (var hundred = 0; hundred < 6; hundred++)
            await Commit([.. Enumerable.Range(hundred * 100, 100).Select(i => new Change.Insert($"k{i:0000}", ""))]);

        var seen = 0;
        await foreach (var entry in Store.List(partition))
        {
            seen++;
            Assert.True(await Commit(new Change.Delete(entry.Key), new Change.Put("a" + entry.Key, "")));
        }

        Assert.Equal(600, seen);
        Assert.Equal(600, (await All()).Count(entry => entry.Key.StartsWith('a')));
    }

    [Fact]
    public async Task A_partition_nobody_wrote_lists_nothing() => Assert.Empty(await All());
}
