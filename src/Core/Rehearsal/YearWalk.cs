using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Core.Rehearsal;

/// <summary>
/// Walks a year: sets the clock to the next thing that is due or scripted, plays it, ticks, and lets the worker finish.
/// The place reached is stored, so that a walk interrupted anywhere goes on from there. A rehearsal walks to the end at
/// once; a demonstration walks as far as somebody asks.
/// </summary>
/// <param name="hands">Who ticks and works; null for the office itself.</param>
public sealed class YearWalk(Office office, SimulatedClock clock, Script script, WalkHands? hands = null)
{
    public const string Partition = "rehearsal";
    private const string Key = "place";
    private const string RefusedPrefix = "refused|";

    private readonly List<Act> acts = [.. script.Acts.OrderBy(act => act.At)];

    /// <summary>A demonstration goes on when something fails, as a live host does: it is tried again later, and the cockpit says so.</summary>
    private bool goesOn;

    /// <summary>Something failed at the last stop: the next one is no later than a live host's next tick.</summary>
    private bool unfinished;

    private DateTimeOffset Begins => office.Setting.Zone.At(script.Begins, TimeOnly.MinValue);

    /// <summary>How far a walk over this store has come; null when none was begun.</summary>
    public static async Task<Place?> Find(Ledger ledger, CancellationToken stop = default) =>
        (await ledger.Find<Place>(Partition, Key, stop))?.Value;

    /// <summary>Runs to the end of the script.</summary>
    /// <param name="progress">Told the instant reached, after each stop.</param>
    public async Task<WalkReport> Run(Action<DateTimeOffset>? progress = null, CancellationToken stop = default)
    {
        var place = await Resume(stop);
        place = await Go(place, office.Setting.Zone.EndOf(script.Ends), playing: true, progress, stop);
        List<RefusedAct> refused = [];
        await foreach (var held in office.Ledger.List<RefusedAct>(Partition, RefusedPrefix, stop))
            refused.Add(held.Value);
        return new WalkReport(place.Now, place.Acts, refused);
    }

    /// <summary>Opens the year or takes it up where it was left, and finishes what is due there.</summary>
    public async Task<Place> Resume(CancellationToken stop = default)
    {
        if (await Find(office.Ledger, stop) is not { } place)
            await Save(place = new Place(Begins, 0), stop);
        clock.Set(place.Now);
        await office.Opening.Open(script.Year, Begins, stop);
        await Perform(stop);
        return place;
    }

    /// <summary>Goes on to an instant and stays there; what is due at that very instant is performed. Never goes back.</summary>
    /// <param name="playing">Plays what is scripted on the way; what was passed over without playing is never played.</param>
    public async Task<Place> To(DateTimeOffset instant, bool playing, CancellationToken stop = default)
    {
        goesOn = true;
        var place = await Resume(stop);
        if (instant <= place.Now)
            return place;
        place = Past(await Go(place, instant.AddTicks(1), playing, null, stop) with { Now = instant });
        clock.Set(instant);
        await Save(place, stop);
        return place;
    }

    /// <summary>Stops at all that is due or scripted before an instant.</summary>
    private async Task<Place> Go(Place place, DateTimeOffset before, bool playing, Action<DateTimeOffset>? progress, CancellationToken stop)
    {
        while (await Next(place, playing, stop) is { } next && next < before)
        {
            stop.ThrowIfCancellationRequested();
            clock.Set(next);
            place = place with { Now = next };
            place = playing ? await Play(place, stop) : Past(place);
            await Save(place, stop);
            await Perform(stop);
            progress?.Invoke(next);
        }
        return place;
    }

    private async Task<DateTimeOffset?> Next(Place place, bool playing, CancellationToken stop)
    {
        var due = await office.Agenda.NextAfter(place.Now, stop);
        if (unfinished && !(due < place.Now + Ticker.Every))
            due = place.Now + Ticker.Every;
        var act = playing && place.Acts < acts.Count ? Instant(acts[place.Acts]) : (DateTimeOffset?)null;
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
        var player = new Player(office, script.Year, acts);
        while (place.Acts < acts.Count && Instant(acts[place.Acts]) <= place.Now)
        {
            var act = acts[place.Acts];
            var refusal = await player.Play(act, Instant(act), stop);
            await Settle(stop);
            await Save(place with { Acts = place.Acts + 1 }, stop, refusal is null ? null : new RefusedAct(place.Acts, act.At, refusal.Message));
            place = place with { Acts = place.Acts + 1 };
        }
        return place;
    }

    /// <summary>The same place, behind all that was scripted up to now.</summary>
    private Place Past(Place place)
    {
        var ahead = acts.FindIndex(place.Acts, act => Instant(act) > place.Now);
        return place with { Acts = ahead < 0 ? acts.Count : ahead };
    }

    private async Task Perform(CancellationToken stop)
    {
        unfinished = false;
        await (hands?.Tick(stop) ?? office.Ticker.Tick(stop));
        await Settle(stop);
    }

    private async Task Settle(CancellationToken stop)
    {
        while (await Work(stop))
            stop.ThrowIfCancellationRequested();
    }

    private async Task<bool> Work(CancellationToken stop)
    {
        try
        {
            return await (hands?.Work(stop) ?? office.Worker.Once(stop));
        }
        catch (AggregateException) when (goesOn)
        {
            unfinished = true;
            return true;
        }
    }

    private Task Save(Place place, CancellationToken stop, RefusedAct? refused = null)
    {
        List<Change> changes = [new Change.Put(Key, Stored.Write(place))];
        if (refused is not null)
            changes.Add(new Change.Put($"{RefusedPrefix}{refused.Act:D6}", Stored.Write(refused)));
        return office.Around.Store.Commit(Partition, changes, stop);
    }

    private DateTimeOffset Instant(Act act) => office.Setting.Zone.At(DateOnly.FromDateTime(act.At), TimeOnly.FromDateTime(act.At));
}

/// <summary>Who performs what a walk makes due: a host's own timers and queues, say.</summary>
/// <param name="Work">False when there was nothing to do.</param>
public sealed record WalkHands(Func<CancellationToken, Task> Tick, Func<CancellationToken, Task<bool>> Work);

/// <summary>How far a walk has come.</summary>
public sealed record Place(DateTimeOffset Now, int Acts);

/// <summary>An act of the script that the state of things did not allow.</summary>
public sealed record RefusedAct(int Act, DateTime At, string Why);

public sealed record WalkReport(DateTimeOffset Reached, int Acts, IReadOnlyList<RefusedAct> Refused);
