using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings;

/// <summary>The question who comes to a meeting, and the words that say when and where it is.</summary>
public static class Presence
{
    /// <summary>The step that asks who comes: it waits for the convocation of this meeting.</summary>
    public static Step? StepOf(YearPlan plan, Step meeting) => plan.Steps.FirstOrDefault(step => step.Work is StepWork.Consult && ConvenedBefore(plan, step) == meeting.Id);

    /// <summary>The meeting that a question is about: of its step, who comes; of a meeting's own step, on which date. Null for any other question.</summary>
    /// <param name="step">Id of the step in the plan.</param>
    public static Step? MeetingOf(YearPlan? plan, string step) => plan?.Find(step) switch
    {
        { Work: StepWork.Meet } meeting => meeting,
        { Work: StepWork.Consult } consult when ConvenedBefore(plan, consult) is { } meeting => plan.Find(meeting),
        _ => null,
    };

    /// <summary>« le mardi 14 décembre 2021 à 9 h 30, en visioconférence »; without a meeting, where its date is found.</summary>
    public static string When(Step? meeting, PlatformZone zone) => meeting is not { Work: StepWork.Meet meet }
        ? "à la date que donne la convocation"
        : $"le {FrenchDates.DayAt(zone.LocalOf(meeting.Starts))}{(Where(meet) is { Length: > 0 } where ? $", {where}" : "")}";

    /// <summary>« Le comité de pilotage n’a pas lieu »: for those who would have come to a meeting that was called off.</summary>
    public static string NotHeld(Step meeting)
    {
        var kind = meeting.Work is StepWork.Meet { Kind.Length: > 0 } meet ? meet.Kind : "réunion";
        var noun = kind.Length > 1 && char.IsLower(kind[1]) ? char.ToLowerInvariant(kind[0]) + kind[1..] : kind;
        var article = "aeiouéèêh".Contains(noun[0]) ? "L’" : Gender.IsFeminine(kind) ? "La " : "Le ";
        return $"{article}{noun} n’a pas lieu";
    }

    /// <summary>When the meeting of a step ends, as planned, UTC.</summary>
    /// <param name="meeting">A step that meets.</param>
    public static DateTimeOffset Ends(Step meeting) => meeting.Starts.AddMinutes(((StepWork.Meet)meeting.Work).Minutes);

    /// <summary>Whether those who come can find it: a meeting by video has a link, any other a place.</summary>
    public static bool IsFound(StepWork.Meet meet) => meet.Remote ? meet.Link.Length > 0 : meet.Place.Length > 0;

    /// <summary>Where it is, without the link: this may stand on a public page.</summary>
    public static string Where(StepWork.Meet meet) => (meet.Remote, meet.Link.Length > 0) switch
    {
        (true, _) => "en visioconférence",
        (false, true) => $"{meet.Place}, ou en visioconférence",
        (false, false) => meet.Place,
    };

    /// <summary>Where it is, with its link: for those convened.</summary>
    public static string Address(StepWork.Meet meet) => meet.Link.Length > 0 ? $"{Where(meet)}\u00A0: {meet.Link}" : Where(meet);

    /// <summary>The ways in which one may come to it: nobody comes in person to a meeting that is held by video.</summary>
    /// <param name="meeting">Null when it is not known: every way is left open.</param>
    public static IReadOnlyList<AttendanceMode> Modes(Step? meeting) =>
        [.. Enum.GetValues<AttendanceMode>().Where(mode => mode != AttendanceMode.OnSite || meeting is not { Work: StepWork.Meet { Remote: true } })];

    private static string? ConvenedBefore(YearPlan plan, Step step) =>
        step.Needs.Select(need => plan.Find(need) is { } needed ? StepEffects.MeetingOf(needed) : null).FirstOrDefault(meeting => meeting is not null);
}
