using Almanach.Adapters.Memory;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Engine;

/// <summary>A hint is dropped only when nothing it may announce can still arrive.</summary>
public sealed class AgendaTests
{
    static readonly DateTimeOffset _start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    readonly MovableClock _clock = new(_start);
    readonly MemoryStore _store = new();

    [Theory]
    [InlineData(0, false)] // just written
    [InlineData(9, false)] // its commit may still be under way
    [InlineData(11, true)] // whatever it announced has landed or was given up
    public async Task A_hint_is_kept_for_as_long_as_its_commit_may_take(int minutes, bool gone)
    {
        var agenda = new Agenda(_store, _clock);
        await agenda.Hint(_start, "p");
        _clock.Pass(TimeSpan.FromMinutes(minutes));

        await agenda.Drop((await Due(agenda)).Single());

        Assert.Equal(gone, (await Due(agenda)).Count == 0);
    }

    [Fact]
    public async Task A_hint_renewed_since_it_was_read_is_kept()
    {
        var agenda = new Agenda(_store, _clock);
        await agenda.Hint(_start, "p");
        _clock.Pass(TimeSpan.FromMinutes(20));
        var read = (await Due(agenda)).Single();

        await agenda.Hint(_start, "p");
        await agenda.Drop(read);

        Assert.Single(await Due(agenda));
    }

    [Fact]
    public async Task A_commit_that_comes_too_late_after_its_hint_is_given_up()
    {
        var slow = new SlowStore(_store, partition => { if (partition == Agenda.Partition) _clock.Pass(TimeSpan.FromMinutes(6)); });
        var ledger = new Ledger(slow, new MemoryQueue(_clock), new Agenda(slow, _clock), _clock);

        var done = await ledger.Commit(new Draft.Write("p", [], [new Effect.Note("", "", "n", _start.AddDays(3), "")]));

        Assert.False(done);
        Assert.Null(await _store.Get("p", Todo.Row(new Effect.Note("", "", "n", _start.AddDays(3), ""))));
    }

    [Fact]
    public async Task A_commit_that_itself_took_longer_than_hints_are_kept_announces_itself_again()
    {
        // A machine that slept in the middle of a commit: meanwhile another one dropped the hint, finding nothing.
        var slow = new SlowStore(_store, partition =>
        {
            if (partition != "p")
                return;
            _clock.Pass(TimeSpan.FromHours(5 * 24));
            var agenda = new Agenda(_store, _clock);
            agenda.Drop(Due(agenda).GetAwaiter().GetResult().Single()).GetAwaiter().GetResult();
        });
        var ledger = new Ledger(slow, new MemoryQueue(_clock), new Agenda(slow, _clock), _clock);

        await ledger.Commit(new Draft.Write("p", [], [new Effect.Note("", "", "n", _start.AddDays(3), "")]));

        Assert.Single(await Due(new Agenda(_store, _clock)));
    }

    async Task<List<AgendaHint>> Due(Agenda agenda)
    {
        List<AgendaHint> hints = [];
        await foreach (var hint in agenda.Due(_clock.GetUtcNow()))
            hints.Add(hint);
        return hints;
    }

    /// <summary>A clock whose timestamps pass with it.</summary>
    sealed class MovableClock(DateTimeOffset now) : TimeProvider
    {
        DateTimeOffset _now = now;

        public void Pass(TimeSpan time) => _now += time;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.UtcTicks;
    }

    sealed class SlowStore(IStore store, Action<string> before) : IStore
    {
        public Task<Entry?> Get(string partition, string key, CancellationToken stop = default) => store.Get(partition, key, stop);

        public IAsyncEnumerable<Entry> List(string partition, string from = "", string? end = null, CancellationToken stop = default) =>
            store.List(partition, from, end, stop);

        public Task<bool> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken stop = default)
        {
            before(partition);
            return store.Commit(partition, changes, stop);
        }
    }
}
