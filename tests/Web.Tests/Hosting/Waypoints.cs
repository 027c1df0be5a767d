using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Almanach.Core;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;

namespace Almanach.Web.Tests.Hosting;

/// <summary>All that a platform in memory holds at a moment; its queue is empty then.</summary>
internal sealed record Moment(
    DateTimeOffset At, ImmutableDictionary<string, Entry[]> Rows, ImmutableSortedDictionary<string, byte[]> Files, IReadOnlyList<(Letter Letter, Addressee To)> Mails);

/// <summary>
/// Where walks along a year have come to: who goes the same way takes it up from the last of them, and only its own part is
/// walked. A walk that was taken up ends as one that was not: that is what the tests of the crashes show.
/// </summary>
internal static class Waypoints
{
    private static readonly ConcurrentDictionary<string, ImmutableList<Waypoint>> Ways = new();

    private sealed record Waypoint(DateTime At, string Played, Moment Moment);

    /// <summary>Walks to a local time and lets the worker finish there.</summary>
    /// <param name="way">Stands for all that two walks must have in common, but for what is played; null for one that is like no other.</param>
    /// <param name="now">What is held now.</param>
    /// <param name="back">Goes back, or on, to what was held at a moment.</param>
    public static async Task Walk(string? way, Office office, SimulatedClock clock, DateTime begins, DateTime local, IReadOnlyList<Act> acts, Func<Moment> now, Action<Moment> back)
    {
        var script = new Script(2022, DateOnly.FromDateTime(begins), new DateOnly(2022, 12, 31), acts);
        var known = way is null ? null : Ways.GetOrAdd(way, []).Where(point => point.At <= local && point.Played == Played(script, point.At)).MaxBy(point => point.At);
        if (known is not null)
            back(known.Moment);
        for (var at = known?.At ?? begins; at < local;)
        {
            var month = new DateTime(at.Year, at.Month, 1).AddMonths(1);
            at = month < local ? month : local;
            var until = office.Setting.Zone.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
            await new YearWalk(office, clock, script).To(until, playing: true);
            clock.Set(until);
            await office.Ticker.Tick();
            while (await office.Worker.Once())
                continue;
            if (way is not null)
            {
                var reached = new Waypoint(at, Played(script, at), now());
                Ways.AddOrUpdate(way, [reached], (_, points) => points.Add(reached));
            }
        }
    }

    private static string Played(Script script, DateTime until) =>
        JsonSerializer.Serialize(script with { Acts = [.. script.Acts.Where(act => act.At <= until)] }, ScriptJson.Default.Script);
}
