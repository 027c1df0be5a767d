using Almanach.Core.Ports;
using Almanach.Functions.Storage;
using Azure;

namespace Almanach.Functions.Tests.Storage;

/// <summary>What becomes of a commit whose answer is lost, one case at a time.</summary>
public sealed class LostAnswerTests(Azurite azurite)
{
    private readonly string partition = $"t{Guid.NewGuid():N}";
    private readonly TableStore other = new(StorageSeat.Take(azurite, nameof(LostAnswerTests)), TimeProvider.System);

    [Theory]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.TooLate)]
    [InlineData(Fault.DoneButBusy)]
    public async Task A_commit_that_took_place_is_done_and_not_written_twice(Fault fault)
    {
        var (store, transport) = Meeting([fault, fault, fault]);

        Assert.True(await store.Commit(partition, [new Change.Insert("a", "un"), new Change.Put("b", "un")]));
        Assert.True(await store.Commit(partition, [new Change.Replace("a", "deux", await Version("a")), new Change.Delete("b")]));
        Assert.True(await store.Commit(partition, [new Change.Put("a", "trois")]));

        Assert.Equal(3, transport.Transactions);
        Assert.Equal("a=trois", await All());
    }

    [Theory]
    [InlineData(Fault.NotSent)]
    [InlineData(Fault.Busy)]
    public async Task A_commit_that_did_not_take_place_is_tried_again(Fault fault)
    {
        var (store, transport) = Meeting([fault, fault]);

        Assert.True(await store.Commit(partition, [new Change.Insert("a", "un")]));

        Assert.Equal(1, transport.Transactions);
        Assert.Equal("a=un", await All());
    }

    /// <summary>Read back too early: the second try meets what the first one wrote.</summary>
    [Fact]
    public async Task A_conflict_with_oneself_is_none()
    {
        await other.Commit(partition, [new Change.Insert("a", "un")]);
        var (store, transport) = Meeting([Fault.TooLate], reads: [Fault.NotThere, Fault.NotThere]);

        Assert.True(await store.Commit(partition, [new Change.Replace("a", "deux", await Version("a")), new Change.Insert("b", "deux")]));

        Assert.Equal(2, transport.Transactions);
        Assert.Equal("a=deux b=deux", await All());
    }

    [Fact]
    public async Task A_commit_is_done_even_if_others_wrote_over_it_since()
    {
        await other.Commit(partition, [new Change.Insert("a", "0")]);
        var (store, _) = Meeting([Fault.AnswerLost], meanwhile: async () =>
        {
            for (var i = 2; i <= 6; i++)
                Assert.True(await other.Commit(partition, [new Change.Replace("a", $"{i}", await Version("a"))]));
        });

        Assert.True(await store.Commit(partition, [new Change.Replace("a", "1", await Version("a"))]));

        Assert.Equal("a=6", await All());
    }

    [Fact]
    public async Task Who_lost_against_somebody_is_told_so()
    {
        await other.Commit(partition, [new Change.Insert("a", "un")]);
        var version = await Version("a");
        await other.Commit(partition, [new Change.Put("a", "autre")]);
        var (store, _) = Meeting([Fault.AnswerLost, Fault.NotSent]);

        Assert.False(await store.Commit(partition, [new Change.Replace("a", "deux", version), new Change.Insert("b", "deux")]));

        Assert.Equal("a=autre", await All());
    }

    [Fact]
    public async Task Deletions_alone_are_done_when_the_rows_are_gone()
    {
        await other.Commit(partition, [new Change.Insert("a", "un"), new Change.Insert("b", "un"), new Change.Insert("c", "un")]);
        var (store, transport) = Meeting([Fault.AnswerLost, Fault.NotSent]);

        Assert.True(await store.Commit(partition, [new Change.Delete("a", await Version("a"))]));
        Assert.True(await store.Commit(partition, [new Change.Delete("b"), new Change.Delete("absent")]));

        Assert.Equal(3, transport.Transactions); // the last one twice: without the absent row
        Assert.Equal("c=un", await All());
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_told()
    {
        var (store, transport) = Meeting([.. Enumerable.Repeat(Fault.Busy, 20)]);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => store.Commit(partition, [new Change.Insert("a", "un")]));

        Assert.Equal(503, failure.Status);
        Assert.Equal(0, transport.Transactions);
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_held()
    {
        var (store, _) = Meeting([.. Enumerable.Repeat(Fault.Busy, 20)]);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Commit(partition, [new Change.Insert("a", "un")], impatience.Token));
    }

    [Fact]
    public async Task A_file_written_once_is_ours_though_the_answer_was_lost()
    {
        Fault[] once = [Fault.AnswerLost];
        var next = 0;
        var transport = new FaultyTransport(request => request.Method == Azure.Core.RequestMethod.Put && next < once.Length ? once[next++] : Fault.None);
        var files = new BlobFiles(StorageSeat.Take(azurite, nameof(LostAnswerTests), transport));

        Assert.True(await files.WriteNew($"{partition}/brut.csv", "un"u8.ToArray()));
        Assert.False(await files.WriteNew($"{partition}/brut.csv", "deux"u8.ToArray()));

        Assert.Equal(1, transport.Met(Fault.AnswerLost));
        Assert.Equal("un"u8.ToArray(), await files.Read($"{partition}/brut.csv"));
    }

    private (TableStore Store, FaultyTransport Transport) Meeting(Fault[] transactions, Fault[]? reads = null, Func<Task>? meanwhile = null)
    {
        var transport = new FaultyTransport(Fates.Of(transactions, reads)) { Meanwhile = meanwhile ?? (() => Task.CompletedTask) };
        return (new TableStore(StorageSeat.Take(azurite, nameof(LostAnswerTests), transport), TimeProvider.System), transport);
    }

    private async Task<string> Version(string key) => (await other.Get(partition, key))!.Version;

    private async Task<string> All() =>
        string.Join(' ', await other.List(partition).Select(entry => $"{entry.Key}={entry.Value}").ToListAsync());
}
