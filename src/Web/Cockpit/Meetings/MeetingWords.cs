using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>Meetings in words.</summary>
internal static class MeetingWords
{
    public static string Place(Meeting meeting) => meeting switch
    {
        { Remote: true } => "en visioconférence",
        { Place.Length: > 0, Link.Length: > 0 } => $"{meeting.Place}, ou en visioconférence",
        { Place.Length: > 0 } => meeting.Place,
        _ => "lieu à fixer",
    };

    /// <summary>« 9 oui, 3 si nécessaire, aucun non ; quorum atteint ».</summary>
    public static string Promise(DateProspect date) =>
        $"{Said(date.Yes)} oui, {Said(date.IfNeedBe)} si nécessaire, {Said(date.No)} non{date.Quorum switch { true => "\u202F; quorum atteint", false => "\u202F; quorum non atteint", null => "" }}";

    private static string Said(int count) => count == 0 ? "aucun" : Numbers.Digits(count);

    /// <summary>How its minutes stand.</summary>
    /// <param name="step">That draws them up.</param>
    public static string Minutes(MeetingMatter matter, Step step, Room room) => matter.Minutes switch
    {
        { Approval.At: { } at } => $"Approuvé et publié le {room.Day(at)}.",
        { Approval: { } asked } when asked.Until > room.Now => $"Soumis aux membres jusqu’au {room.Until(asked.Until)}\u00A0; ensuite, il est approuvé si personne ne demande de correction.",
        { Approval: not null } => "Soumis aux membres\u00A0: le délai est passé, il reste à le publier.",
        { } published => $"Publié le {room.Day(published.At)}.",
        null when step.State == StepState.Skipped => "Il n’est pas établi\u00A0: l’étape est sautée.",
        null when step.Waiting => "Il attend\u00A0: enregistrez le relevé de la réunion.",
        null => $"Il sera établi et envoyé le {room.DayAt(step.Starts)}.",
    };

    public static string State(Meeting meeting, Step step, Room room) => (meeting.State, step.State) switch
    {
        (MeetingState.Cancelled, _) => Agree(step, "annulé"),
        (_, StepState.Skipped) => "n’a pas lieu",
        (MeetingState.Held, _) => $"{Agree(step, "tenu")}, décisions enregistrées",
        _ when meeting.Starts <= room.Now && room.Now < meeting.Ends => "en ce moment",
        (MeetingState.Convened, _) when meeting.Starts > room.Now && meeting.ConvenedAt is { } at => $"{Agree(step, "convoqué")} le {room.Day(at)}",
        _ when meeting.Starts <= room.Now => Agree(step, "tenu"),
        _ when step.Announced => "date annoncée",
        (_, StepState.Postponed) => "date déplacée",
        _ => Agree(step, "prévu"),
    };

    private static string Agree(Step step, string masculine) => Gender.Agree(((StepWork.Meet)step.Work).Kind, masculine);

    /// <summary>As a sheet says it of one person.</summary>
    public static string Short(AttendanceMode mode) => mode switch
    {
        AttendanceMode.OnSite => "sur place",
        AttendanceMode.Remote => "en visioconférence",
        AttendanceMode.Represented => "se fait représenter",
        AttendanceMode.Excused => "absence excusée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What somebody said of herself: « se fait représenter par Claire Martin ».</summary>
    public static string Short(AnswerValue.Attendance said) =>
        said.Representative.Length > 0 ? $"{Short(said.Mode)} par {said.Representative}" : Short(said.Mode);

    /// <summary>The ways of attending a sheet offers: nobody is represented where the body allows no proxy.</summary>
    /// <param name="ahead">The meeting is still to come: who is not on the sheet has not answered.</param>
    public static IReadOnlyList<(string Value, string Label)> ModesFor(Body? body, bool ahead = false) =>
        [("", ahead ? "sans réponse" : "absence"), .. Enum.GetValues<AttendanceMode>().Where(mode => mode != AttendanceMode.Represented || body is not { Proxies: 0 }).Select(mode => (mode.ToString(), Short(mode)))];
}
