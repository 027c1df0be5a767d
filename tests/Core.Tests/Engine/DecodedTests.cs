using Almanach.Adapters.Memory;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Engine;

/// <summary>A record kept decoded is never another than the one in the store.</summary>
public sealed class DecodedTests
{
    private static readonly string Long = new('x', Decoded.WorthKeeping);

    [Fact]
    public async Task A_record_that_did_not_change_is_decoded_once_and_a_change_by_another_program_is_seen_at_once()
    {
        var store = new MemoryStore();
        var (here, elsewhere) = (Ledger(store), Ledger(store));
        await elsewhere.Write(new Draft.Write("p", [new Change.Insert("k", Stored.Write(Note(Long)))], []));

        var first = await here.Find<ContactNote>("p", "k");
        var second = await here.Find<ContactNote>("p", "k");
        await elsewhere.Write(new Draft.Write("p", [new Change.Replace("k", Stored.Write(Note(Long + "y")), first!.Version)], []));
        var third = await here.Find<ContactNote>("p", "k");
        await elsewhere.Write(new Draft.Write("p", [new Change.Delete("k")], []));
        var fourth = await here.Find<ContactNote>("p", "k");

        Assert.Same(first, second);
        Assert.Equal(Long + "y", third!.Value.Text);
        Assert.NotEqual(first.Version, third.Version);
        Assert.Null(fourth);
    }

    /// <summary>Whatever is written in whatever order, to few or to many keys, short or long: what is found is what stands there.</summary>
    [Fact]
    public void What_is_found_is_what_was_written_last() =>
        Prop.ForAll(Gen.Choose(0, 2 * Decoded.Most).Zip(ArbMap.Default.GeneratorFor<bool>(), (key, large) => (Key: key, Large: large)).ArrayOf().ToArbitrary(), Finds)
            .QuickCheckThrowOnFailure();

    private static async Task Finds((int Key, bool Large)[] writes)
    {
        var store = new MemoryStore();
        var (here, elsewhere) = (Ledger(store), Ledger(store));
        Dictionary<string, string> wanted = [];
        foreach (var (at, (key, large)) in writes.Index())
        {
            wanted[$"k{key}"] = (large ? Long : "") + at;
            await elsewhere.Write(new Draft.Write("p", [new Change.Put($"k{key}", Stored.Write(Note(wanted[$"k{key}"])))], []));
            foreach (var (known, value) in wanted)
                Assert.Equal(value, (await here.Find<ContactNote>("p", known))!.Value.Text);
        }
    }

    [Fact]
    public void No_more_is_kept_than_it_may_hold()
    {
        var worked = 0;
        var recent = new Recent<int, int>(most: 3);
        int Work(int key) => key + 0 * ++worked;

        foreach (var key in new[] { 1, 2, 3, 1, 2, 3 })
            Assert.Equal(key, recent.Of(key, Work));
        var before = worked;
        recent.Of(4, Work); // one too many: the others are forgotten
        recent.Of(1, Work);
        recent.Of(4, Work);

        Assert.Equal((3, 5), (before, worked));
    }

    private static ContactNote Note(string text) => new(text, default);

    private static Ledger Ledger(IStore store)
    {
        var clock = TimeProvider.System;
        return new Ledger(store, new MemoryQueue(clock), new Agenda(store, clock), clock);
    }
}
