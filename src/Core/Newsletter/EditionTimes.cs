using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>The dates of an edition, counted back from the day on which it leaves: in days of the platform, so that the hour stays over a change of the clocks.</summary>
public static class EditionTimes
{
    /// <summary>A call with fewer days to answer is not made.</summary>
    public const int ShortestCall = 2;

    /// <summary>An edition that could not leave on its day, because no host was running, still leaves by itself within so many days.</summary>
    public const int LatestDays = 7;

    /// <summary>When the call for contributions falls due, UTC; null for an edition without one. People are written to at <see cref="CallLeaves"/>.</summary>
    public static DateTimeOffset? Calls(Step step, StepWork.SendEdition work, PlatformZone zone) => DaysBefore(step.Starts, work.CallDays, zone);

    /// <summary>When its articles are gathered, UTC; null for one that leaves without. Editors are written to at <see cref="ReviewLeaves"/>.</summary>
    public static DateTimeOffset? Reviews(Step step, StepWork.SendEdition work, PlatformZone zone) => DaysBefore(step.Starts, work.ReviewDays, zone);

    /// <summary>When contributions are really called for, UTC: on a working day; null where there is no call, or too late for one.</summary>
    public static DateTimeOffset? CallLeaves(Step step, StepWork.SendEdition work, PlatformZone zone) =>
        Calls(step, work, zone) is { } due && Writes(due, due, zone) is var leaves && LeavesTime(CallCloses(step, work, zone), leaves) ? leaves : null;

    /// <summary>When editors are really asked, UTC: on a working day; null where they are not, or only once the edition has left.</summary>
    public static DateTimeOffset? ReviewLeaves(Step step, StepWork.SendEdition work, PlatformZone zone) =>
        Reviews(step, work, zone) is { } due && Writes(due, due, zone) is var leaves && leaves < step.Starts ? leaves : null;

    /// <summary>So many days before, at the same hour of the platform, UTC; null for none.</summary>
    public static DateTimeOffset? DaysBefore(DateTimeOffset sends, int days, PlatformZone zone) => days > 0 ? zone.StartLike(sends, zone.DayOf(sends).AddDays(-days)) : null;

    /// <summary>Until when contributions are taken, UTC, exclusive: the evening before the review.</summary>
    public static DateTimeOffset CallCloses(Step step, StepWork.SendEdition work, PlatformZone zone) => zone.EndOf(zone.DayOf(step.Starts).AddDays(-work.ReviewDays - 1));

    /// <summary>Whether a call leaves people the days it needs.</summary>
    /// <param name="writes">When they are written to, UTC.</param>
    public static bool LeavesTime(DateTimeOffset closes, DateTimeOffset writes) => closes >= writes.AddDays(ShortestCall);

    /// <summary>On the day before an edition leaves: late enough for its editors, early enough for whoever reads its proof.</summary>
    private static readonly TimeOnly Proof = new(16, 0);

    /// <summary>
    /// When silence approves, UTC, exclusive: the editors have their whole days, and the edition does not wait for them. It is
    /// the afternoon before at the latest, so that the coordinator has the proof before readers do; where that leaves the
    /// editors no day, the minute it leaves.
    /// </summary>
    /// <param name="asked">When their mail leaves.</param>
    public static DateTimeOffset SilenceApproves(DateTimeOffset asked, Step step, StepWork.SendEdition work, PlatformZone zone)
    {
        var until = zone.EndOf(zone.DayOf(asked).AddDays(work.SilenceDays));
        var eve = zone.At(zone.DayOf(step.Starts).AddDays(-1), Proof);
        var latest = eve >= asked.AddDays(1) ? eve : step.Starts;
        return until < latest ? until : latest;
    }

    /// <summary>Whether silence approves: the editors had at least a day less than their delay since their mail left.</summary>
    /// <param name="left">Null where the mail did not leave.</param>
    public static bool HadTheirTime(DateTimeOffset? left, DateTimeOffset until, int silenceDays, PlatformZone zone) =>
        left is { } sent && zone.DayOf(sent).AddDays(silenceDays - 1) <= zone.DayOf(until.AddTicks(-1));

    /// <summary>When people are written to about what is due: on that working day however late in it this runs, or once it runs on a later one.</summary>
    /// <param name="performed">When it really runs, UTC.</param>
    public static DateTimeOffset Writes(DateTimeOffset due, DateTimeOffset performed, PlatformZone zone) =>
        WorkingMorning(due, zone) is var usual && zone.DayOf(performed) > zone.DayOf(usual) ? WorkingMorning(performed, zone) : usual;

    /// <summary>That instant, or nine o’clock on the next working morning.</summary>
    private static DateTimeOffset WorkingMorning(DateTimeOffset at, PlatformZone zone)
    {
        var day = zone.DayOf(at);
        return Holidays.NextWorkingDay(day) is var next && next == day ? at : zone.At(next, new TimeOnly(9, 0));
    }
}
