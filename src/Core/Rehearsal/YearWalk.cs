using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Rehearsal;

/// <summary>
/// Walks a year: sets the clock to the next thing that is due or scripted, plays it, ticks, and lets the worker finish.
/// The place reached is stored, so that a walk interrupted anywhere goes on from there.
/// </summary>
public sealed class YearWalk(Office office, SimulatedClock clock, Script script)
{
    public const string Partition = "rehearsal";
    private const string Key = "place";

    private readonly List<Act> acts = [.. script.Acts.OrderBy(act => act.At)];

    /// <summary>Runs to the end of the script, or as far as <paramref name="until"/>.</summary>
    /// <param name="progress">Told the instant reached, after each stop.</param>
    public async Task<WalkReport> Run(DateTimeOffset? until = null, Action<DateTimeOffset>? progress = null, CancellationToken stop = default)
    {
        var zone = office.Setting.Zone;
        var begins = zone.At(script.Begins, TimeOnly.MinValue);
        var ends = until ?? zone.EndOf(script.Ends);
        var place = (await office.Ledger.Find<Place>(Partition, Key, stop))?.Value ?? new Place(begins, 0, []);
        clock.Set(place.Now);
        await office.Opening.Open(script.Year, begins, stop);
        await Settle(stop);

        while (await Next(place, stop) is { } next && next < ends)
        {
            stop.ThrowIfCancellationRequested();
            clock.Set(next);
            place = await Play(place with { Now = next }, stop);
            await office.Ticker.Tick(stop);
            await Settle(stop);
            progress?.Invoke(next);
        }
        return new WalkReport(place.Now, place.Acts, place.Refused);
    }

    private async Task<DateTimeOffset?> Next(Place place, CancellationToken stop)
    {
        var due = await office.Agenda.NextAfter(place.Now, stop);
        var act = place.Acts < acts.Count ? Instant(acts[place.Acts]) : (DateTimeOffset?)null;
        return (due, act) switch
        {
            (null, null) => null,
            ({ } some, null) => some,
            (null, { } some) => some < place.Now ? place.Now : some,
            ({ } one, { } other) => other <= place.Now ? place.Now : one < other ? one : other,
        };
    }

    /// <summary>Plays what is scripted up to now, one act at a time, each followed by its effects.</summary>
    private async Task<Place> Play(Place place, CancellationToken stop)
    {
        var player = new Player(office, script.Year);
        while (place.Acts < acts.Count && Instant(acts[place.Acts]) <= place.Now)
        {
            var act = acts[place.Acts];
            var refusal = await player.Play(act, Instant(act), stop);
            await Settle(stop);
            place = place with
            {
                Acts = place.Acts + 1,
                Refused = refusal is null ? place.Refused : [.. place.Refused, new RefusedAct(place.Acts, act.At, refusal.Message)],
            };
            await Save(place, stop);
        }
        await Save(place, stop);
        return place;
    }

    private async Task Settle(CancellationToken stop)
    {
        while (await office.Worker.Once(stop))
            stop.ThrowIfCancellationRequested();
    }

    private Task Save(Place place, CancellationToken stop) =>
        office.Around.Store.Commit(Partition, [new Change.Put(Key, Stored.Write(place))], stop);

    private DateTimeOffset Instant(Act act) => office.Setting.Zone.At(DateOnly.FromDateTime(act.At), TimeOnly.FromDateTime(act.At));
}

/// <summary>How far a walk has come.</summary>
public sealed record Place(DateTimeOffset Now, int Acts, IReadOnlyList<RefusedAct> Refused);

/// <summary>An act of the script that the state of things did not allow.</summary>
public sealed record RefusedAct(int Act, DateTime At, string Why);

public sealed record WalkReport(DateTimeOffset Reached, int Acts, IReadOnlyList<RefusedAct> Refused);
