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
    public async Task No_more_is_kept_than_it_may_hold()
    {
        var store = new MemoryStore();
        var ledger = Ledger(store);
        for (var at = 0; at <= Decoded.Most; at++)
            await ledger.Write(new Draft.Write("p", [new Change.Insert($"k{at}", Stored.Write(Note(Long)))], []));
        var first = await ledger.Find<ContactNote>("p", "k0");
        for (var at = 1; at < Decoded.Most; at++)
            await ledger.Find<ContactNote>("p", $"k{at}");
        var still = await ledger.Find<ContactNote>("p", "k0");

        await ledger.Find<ContactNote>("p", $"k{Decoded.Most}");
        var again = await ledger.Find<ContactNote>("p", "k0");

        Assert.Same(first, still);
        Assert.NotSame(first, again);
        Assert.Equal(first, again);
    }

    private static ContactNote Note(string text) => new(text, default);

    private static Ledger Ledger(IStore store)
    {
        var clock = TimeProvider.System;
        return new Ledger(store, new MemoryQueue(clock), new Agenda(store, clock), clock);
    }
}
