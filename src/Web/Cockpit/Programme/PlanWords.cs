using Almanach.Core.Engine;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Cockpit.Meetings;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Meetings;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The meeting of an action as its form holds it.</summary>
/// <param name="Invites">Day on which the invitation leaves; empty for the usual one.</param>
/// <param name="Despite">Though conditions are missing, for this reason.</param>
public sealed record PlanWords(TypedMeeting Meeting, string Invites, bool Despite, string Reason)
{
    public static PlanWords Before(Holding holding) => new(new TypedMeeting(
        holding.Action.Occurrences.FirstOrDefault(occurrence => occurrence.Day is not null) is { Day: { } day } ? $"{day:yyyy-MM-dd}" : "", "14:00", "120",
        holding.Action.Occurrences.FirstOrDefault(occurrence => occurrence.Place.Length > 0)?.Place ?? "", "", string.Join('\n', Proposed(holding))), "", false, "");

    public static PlanWords Of(IFormCollection form) =>
        new(TypedMeeting.Of(form.Text), form.Text("invitation"), form.Ticked("malgre"), form.Text("raison"));

    /// <summary>As it is planned, or what cannot be read of it.</summary>
    public (PlannedMeeting? Planned, Refusal? Refusal) Read(Room room) => Meeting.Unread.Concat(InvitationDay.Unread(Invites)).ToList() is { Count: > 0 } errors
        ? (null, Refusal.Invalid(errors))
        : (new PlannedMeeting(Meeting.Starts(room.Zone), Meeting.Length, Meeting.Place, Meeting.Link, Meeting.Points, InvitationDay.At(Invites, room.Zone), Despite, Reason), null);

    private static IEnumerable<string> Proposed(Holding holding) =>
        [.. (holding.Action.Speakers ?? []).Select(speaker => $"Intervention\u00A0: {speaker.Organisation}"), "Échanges"];
}
