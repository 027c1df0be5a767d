using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
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

    public static string State(Meeting meeting, Step step, Room room) => (meeting.State, step.State) switch
    {
        (_, StepState.Skipped) => "n’a pas lieu",
        (MeetingState.Held, _) => "tenue, décisions enregistrées",
        (MeetingState.Cancelled, _) => "annulée",
        (MeetingState.Convened, _) when meeting.Starts > room.Now && meeting.ConvenedAt is { } at => $"convoquée le {room.Day(at)}",
        _ when meeting.Starts <= room.Now => "passée",
        (_, StepState.Postponed) => "date déplacée",
        _ => "prévue",
    };

    /// <summary>As a sheet says it of one person.</summary>
    public static string Short(AttendanceMode mode) => mode switch
    {
        AttendanceMode.OnSite => "sur place",
        AttendanceMode.Remote => "en visioconférence",
        AttendanceMode.Represented => "se fait représenter",
        AttendanceMode.Excused => "absence excusée",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static IReadOnlyList<(string Value, string Label)> Modes { get; } =
        [("", "absence"), .. Enum.GetValues<AttendanceMode>().Select(mode => (mode.ToString(), Short(mode)))];
}
