using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

/// <summary>What every <see cref="IStore"/> does. Each test works in a partition of its own.</summary>
public abstract partial class StoreContract
{
    private readonly string partition = $"t{Guid.NewGuid():N}";

    protected abstract IStore Store { get; }

    [Fact]
    public async Task What_was_inserted_is_read_back()
    {
        Assert.True(await Commit(new Change.Insert("a", "un")));

        var entry = await Store.Get(partition, "a");

        Assert.Equal(("a", "un"), (entry!.Key, entry.Value));
        Assert.NotEmpty(entry.Version);
    }

    [Fact]
    public async Task What_was_never_written_is_null()
    {
        await Commit(new Change.Insert("a", "un"));

        Assert.Null(await Store.Get(partition, "b"));
        Assert.Null(await Store.Get(partition + "x", "a"));
    }

    [Fact]
    public async Task A_key_is_inserted_once()
    {
        await Commit(new Change.Insert("a", "un"));

        Assert.False(await Commit(new Change.Insert("a", "deux")));

        Assert.Equal("un", await Value("a"));
    }

    [Fact]
    public async Task A_record_is_replaced_at_its_version_only()
    {
        await Commit(new Change.Insert("a", "un"));
        var first = await Version("a");

        Assert.True(await Commit(new Change.Replace("a", "deux", first)));
        Assert.False(await Commit(new Change.Replace("a", "trois", first)));

        Assert.Equal("deux", await Value("a"));
        Assert.NotEqual(first, await Version("a"));
    }

    [Theory]
    [InlineData("never given")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task A_version_nobody_gave_matches_nothing(string version)
    {
        await Commit(new Change.Insert("a", "un"));

        Assert.False(await Commit(new Change.Replace("a", "deux", version)));
        Assert.False(await Commit(new Change.Replace("absent", "deux", version)));
        Assert.False(await Commit(new Change.Delete("a", version)));

        Assert.Equal("un", await Value("a"));
    }

    [Fact]
    public async Task A_record_deleted_and_inserted_again_has_another_version()
    {
        await Commit(new Change.Insert("a", "un"));
        var first = await Version("a");
        await Commit(new Change.Delete("a"));
        await Commit(new Change.Insert("a", "un"));

        Assert.False(await Commit(new Change.Replace("a", "deux", first)));
    }

    [Fact]
    public async Task A_put_writes_whatever_stood_there()
    {
        Assert.True(await Commit(new Change.Put("a", "un")));
        var first = await Version("a");
        Assert.True(await Commit(new Change.Put("a", "deux")));

        Assert.Equal("deux", await Value("a"));
        Assert.NotEqual(first, await Version("a"));
    }

    [Fact]
    public async Task A_record_is_deleted_at_its_version_only()
    {
        await Commit(new Change.Insert("a", "un"));
        var first = await Version("a");
        await Commit(new Change.Put("a", "deux"));

        Assert.False(await Commit(new Change.Delete("a", first)));
        Assert.True(await Commit(new Change.Delete("a", await Version("a"))));

        Assert.Null(await Store.Get(partition, "a"));
        Assert.False(await Commit(new Change.Delete("a", first)));
    }

    [Fact]
    public async Task A_delete_without_version_does_not_mind_absence()
    {
        await Commit(new Change.Insert("a", "un"));

        Assert.True(await Commit(new Change.Delete("a")));
        Assert.True(await Commit(new Change.Delete("a")));

        Assert.Null(await Store.Get(partition, "a"));
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_nothing_behind()
    {
        await Commit(new Change.Insert("a", "un"), new Change.Insert("b", "un"), new Change.Insert("c", "un"));
        var before = await All();

        var done = await Commit(
            new Change.Replace("a", "deux", await Version("a")), new Change.Put("b", "deux"), new Change.Delete("c"),
            new Change.Insert("d", "deux"), new Change.Replace("b2", "deux", "1"));

        Assert.False(done);
        Assert.Equal(before, await All());
    }

    [Fact]
    public async Task A_commit_holds_all_kinds_of_changes()
    {
        await Commit(new Change.Insert("a", "un"), new Change.Insert("b", "un"), new Change.Insert("c", "un"), new Change.Insert("d", "un"));

        Assert.True(await Commit(
            new Change.Replace("a", "deux", await Version("a")), new Change.Put("b", "deux"), new Change.Delete("c"),
            new Change.Delete("d", await Version("d")), new Change.Insert("e", "deux")));

        Assert.Equal(["a=deux", "b=deux", "e=deux"], (await All()).Select(entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Commit(new Change.Insert("a", "un"));
        await Store.Commit(partition + "x", [new Change.Insert("a", "autre")]);

        await Commit(new Change.Delete("a"));

        Assert.Equal("autre", (await Store.Get(partition + "x", "a"))?.Value);
    }

    protected async Task<List<Entry>> All(string from = "", string? before = null) =>
        await Store.List(partition, from, before).ToListAsync();

    protected Task<bool> Commit(params Change[] changes) => Store.Commit(partition, changes);

    protected async Task<string?> Value(string key) => (await Store.Get(partition, key))?.Value;

    protected async Task<string> Version(string key) => (await Store.Get(partition, key))!.Version;
}
