using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Ports;

public sealed class CommitChunksTests
{
    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(90, 10, 1)] // all of one commit
    [InlineData(91, 10, 2)]
    [InlineData(90, 16_000, 3)] // long cells: their weight counts
    [InlineData(3, 450_000, 3)] // the largest values
    public void Many_changes_are_cut_into_commits_in_order(int count, int length, int chunks)
    {
        var changes = Enumerable.Range(0, count).Select(i => new Change.Put($"contact|{i}", new string('é', length))).ToList();

        var cut = CommitChunks.Of("network", changes);

        Assert.Equal(chunks, cut.Count);
        Assert.Equal(changes, cut.SelectMany(chunk => chunk));
        Assert.All(cut, chunk => StoreLimits.Check("network", [.. chunk, new Change.Put("state", new string('x', 50_000))]));
    }
}
