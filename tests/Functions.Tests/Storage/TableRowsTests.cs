using Almanach.Core.Ports;
using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

/// <summary>Values cut into properties.</summary>
public sealed class TableRowsTests(Azurite azurite)
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(31_999, 1)]
    [InlineData(32_000, 1)]
    [InlineData(32_001, 2)]
    [InlineData(64_000, 2)]
    [InlineData(450_000, 15)]
    public async Task A_value_is_cut_and_put_together_again(int length, int pieces)
    {
        var value = new string('é', length);

        Assert.Equal(pieces, TableRows.Cut(value).Count());
        await ComesBack(value);
    }

    /// <summary>A pair whose halves stand at the 32,000th and the 32,001st character, and so on.</summary>
    [Theory]
    [InlineData(31_999, 32_001)] // cut before the pair
    [InlineData(31_998, 32_000)] // the pair ends the piece
    [InlineData(1, 450_000)] // pairs all along, askew of the cuts
    [InlineData(0, 450_000)] // pairs all along, in step with the cuts
    public async Task A_surrogate_pair_is_never_cut(int before, int length)
    {
        var value = new string('x', before) + string.Concat(Enumerable.Repeat("😀", (length - before) / 2));

        Assert.All(TableRows.Cut(value), piece => Assert.False(char.IsLowSurrogate(piece[0]) || char.IsHighSurrogate(piece[^1])));
        Assert.Equal(value, string.Concat(TableRows.Cut(value)));
        await ComesBack(value);
    }

    /// <summary>Escaped, three times <see cref="StoreLimits.CommitBytes"/> and the envelopes: below the 4 MiB of a transaction.</summary>
    [Theory]
    [InlineData('€', '"')]
    [InlineData('€', 'é')]
    [InlineData('k', '\0')]
    public async Task The_heaviest_transaction_is_one_the_service_takes(char ofKeys, char ofValues)
    {
        var transport = new FaultyTransport(_ => Fault.None);
        var store = new TableStore(StorageSeat.Take(azurite, nameof(TableRowsTests), transport), TimeProvider.System);
        var partition = new string(ofKeys, 300) + $"{Guid.NewGuid():N}";
        var key = new string(ofKeys, StoreLimits.KeyLength - 2);
        var names = StoreLimits.Changes * 5 * (partition.Length + key.Length + 2);
        var value = new string(ofValues, (StoreLimits.CommitBytes - names) / StoreLimits.Changes / 2);

        Assert.True(await store.Commit(partition, [.. Enumerable.Range(0, 100).Select(i => new Change.Put($"{key}{i:00}", value))]));

        Assert.InRange(transport.Heaviest, 3_000_000, 4 * 1024 * 1024);
    }

    /// <summary>The same where each row was written all the time for minutes, and bears as many marks as it may.</summary>
    [Theory]
    [InlineData('€', 366, '"')] // addresses as long as they may be
    [InlineData('k', 366, '\0')]
    [InlineData('k', 1, '"')] // all of it values
    public async Task So_is_the_heaviest_of_rows_that_are_written_all_the_time(char ofKeys, int length, char ofValues)
    {
        var transport = new FaultyTransport(_ => Fault.None);
        var store = new TableStore(StorageSeat.Take(azurite, nameof(TableRowsTests), transport), TimeProvider.System);
        var partition = new string(ofKeys, length) + $"{Guid.NewGuid():N}";
        var key = new string(ofKeys, length);
        var names = StoreLimits.Changes * 5 * (partition.Length + key.Length + 2);
        var value = new string(ofValues, (StoreLimits.CommitBytes - names) / StoreLimits.Changes / 2);
        Assert.True(await store.Commit(partition, [.. Enumerable.Range(0, 100).Select(i => new Change.Put($"{key}{i:00}", ""))]));
        var hot = Marks(CommitMarks.Most);
        List<Change> changes = [];
        await foreach (var entry in store.List(partition))
            changes.Add(new Change.Replace(entry.Key, value, new RowVersion(RowVersion.Parse(entry.Version)!.Value.ETag, hot).Text));

        Assert.True(await store.Commit(partition, changes));

        Assert.InRange(transport.Heaviest, 3_000_000, 4 * 1024 * 1024);
        Assert.All(await store.List(partition).ToListAsync(), entry =>
        {
            var marks = RowVersion.Parse(entry.Version)!.Value.Marks;
            Assert.InRange(marks.Count, 10, CommitMarks.MostOfCommit / StoreLimits.Changes);
            Assert.True(marks.Bear(hot.Text[..18])); // the newest of those before
        });
    }

    /// <summary>What is usual: the record of a partition's state, written with every commit, among rows that are new.</summary>
    [Fact]
    public async Task A_row_that_is_written_all_the_time_forgets_nothing_for_the_others_sake()
    {
        var store = new TableStore(StorageSeat.Take(azurite, nameof(TableRowsTests)), TimeProvider.System);
        var partition = $"t{Guid.NewGuid():N}";
        Assert.True(await store.Commit(partition, [new Change.Insert("state", "1")]));
        var version = RowVersion.Parse((await store.Get(partition, "state"))!.Version)!.Value with { Marks = Marks(CommitMarks.Most - 1) };

        Assert.True(await store.Commit(partition, [new Change.Replace("state", "2", version.Text), .. Enumerable.Range(0, 99).Select(i => new Change.Insert($"r{i:00}", ""))]));

        Assert.Equal(CommitMarks.Most, RowVersion.Parse((await store.Get(partition, "state"))!.Version)!.Value.Marks.Count);
    }

    private static CommitMarks Marks(int count) =>
        Enumerable.Range(0, count).Aggregate(CommitMarks.None, (marks, _) => marks.With(CommitMarks.New(TimeProvider.System.GetUtcNow())));

    private async Task ComesBack(string value)
    {
        var store = new TableStore(StorageSeat.Take(azurite, nameof(TableRowsTests)), TimeProvider.System);
        var partition = $"t{Guid.NewGuid():N}";

        Assert.True(await store.Commit(partition, [new Change.Insert("a", value)]));
        Assert.Equal(value, (await store.Get(partition, "a"))!.Value, StringComparer.Ordinal);

        // A shorter value leaves no piece of the longer one behind.
        Assert.True(await store.Commit(partition, [new Change.Put("a", "court")]));
        Assert.Equal("court", (await store.Get(partition, "a"))!.Value);
    }
}
