using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Of_writers_at_the_same_version_exactly_one_wins()
    {
        await Commit(new Change.Insert("a", "personne"));
        for (var round = 0; round < 25; round++)
        {
            var version = await Version("a");

            var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer =>
                Task.Run(() => Commit(new Change.Replace("a", $"{round}-{writer}", version)))));

            Assert.Single(won, true);
            Assert.Equal($"{round}-{Array.IndexOf(won, true)}", await Value("a"));
        }
    }

    [Fact]
    public async Task Of_writers_of_the_same_new_key_exactly_one_wins()
    {
        for (var round = 0; round < 25; round++)
        {
            var won = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer =>
                Task.Run(() => Commit(new Change.Insert($"k{round}", $"{writer}"), new Change.Put($"only {round}-{writer}", "")))));

            Assert.Single(won, true);
        }

        Assert.Equal(25, (await All("only", "onlz")).Count);
    }

    [Fact]
    public async Task Eight_threads_of_a_hundred_increments_lose_none()
    {
        await Commit(new Change.Insert("a", "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
                while (!await Increment())
                    await Task.Yield();
        })));

        Assert.Equal("800", await Value("a"));
    }

    private async Task<bool> Increment()
    {
        var entry = (await Store.Get(partition, "a"))!;
        return await Commit(new Change.Replace("a", $"{int.Parse(entry.Value) + 1}", entry.Version));
    }
}
