using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>The day on which the invitation to a meeting leaves, as typed; left empty, three weeks before.</summary>
internal static class InvitationDay
{
    public static IEnumerable<FieldError> Unread(string typed) => typed.Length > 0 && TypedTime.Day(typed) is null
        ? [new FieldError("invitation", TypedTime.Unread(typed, "Écrivez par exemple 24/05/2022, ou laissez vide."))] : [];

    /// <summary>« L’invitation part le », before its day.</summary>
    public static string Leaves(Step invitation) => invitation switch
    {
        { State: StepState.Skipped } => "L’invitation n’est pas partie\u00A0: l’étape est sautée, elle était prévue le",
        { IsAhead: true } => "L’invitation à tout le réseau part le",
        _ => "L’invitation est partie le",
    };

    /// <summary>At nine in the morning, as UTC; null for the usual day.</summary>
    public static DateTimeOffset? At(string typed, PlatformZone zone) => TypedTime.Day(typed) is { } day ? zone.At(day, new TimeOnly(9, 0)) : null;
}
