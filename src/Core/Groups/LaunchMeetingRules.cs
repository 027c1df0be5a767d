using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>The launch meeting, open to all partners: the pilot proposes it, the coordinator plans it into the year or asks for another.</summary>
public static class LaunchMeetingRules
{
    /// <summary>What such a meeting is called.</summary>
    public const string Kind = "Réunion de lancement";

    /// <summary>Proposed again, it replaces what was proposed before, answered or not.</summary>
    /// <param name="zone">On whose clock its invitation leaves.</param>
    public static Decision<Group> Propose(LaunchMeeting known, MeetingProposal proposal, PlatformZone zone)
    {
        if (Settled(known, zone) is { } settled)
            return Refusal.Because(Why.NotNow, settled);
        if (known.Group.Proposal is { } before && Same(before, proposal))
            return Decision.Done<Group>();
        return ActionMeetings.Add(known.Plan, Command(known, proposal, null, proposal.By, zone, proposal.At)) switch
        {
            Decision<YearPlan>.Refused { Refusal: var refusal } => ForPilot(refusal),
            _ => Decision.Accept(known.Group with { Proposal = proposal }),
        };
    }

    /// <summary>What plans it into the year, with its invitation to the whole network before it.</summary>
    /// <param name="invites">When its invitation leaves, UTC; null for three weeks before.</param>
    public static CycleCommand.AddMeeting Command(
        LaunchMeeting known, MeetingProposal meeting, DateTimeOffset? invites, string actor, PlatformZone zone, DateTimeOffset now) =>
        new(ActionMeetings.IdOf(known.Plan, Kind, known.Group.Action), new NewMeeting(
            known.Group.Action, Kind, $"{Kind}\u00A0: {known.Group.Title}", meeting.Starts, meeting.Minutes, meeting.Place, meeting.Link,
            invites ?? ActionMeetings.Invites(zone, meeting.Starts, now), meeting.Agenda), now, actor);

    /// <summary>The year has it, has moved it or has called it off: what was proposed waits no more, and those who lead the group hear of it, unless they hear it with everybody who was told of the meeting.</summary>
    /// <param name="step">Of the meeting, as the year has it now.</param>
    /// <param name="told">Those who come were told of it: by the invitation, or because its date was put to them.</param>
    /// <returns>Null where they know it.</returns>
    public static LaunchNews? Follow(Group group, Step step, bool told) => step switch
    {
        { State: StepState.Skipped } when group.Planned == step.Id =>
            new LaunchNews(group with { Planned = "", PlannedFor = null }, told ? LaunchNewsKind.None : LaunchNewsKind.CalledOff, group.PlannedFor),
        { IsAhead: true } when group.Planned != step.Id =>
            new LaunchNews(group with { Proposal = null, Planned = step.Id, PlannedFor = step.Starts }, told ? LaunchNewsKind.None : LaunchNewsKind.Planned, null),
        { IsAhead: true } when group.PlannedFor != step.Starts =>
            new LaunchNews(group with { PlannedFor = step.Starts }, told || group.PlannedFor is null ? LaunchNewsKind.None : LaunchNewsKind.Moved, group.PlannedFor),
        _ => null,
    };

    /// <summary>The pilot is asked for another.</summary>
    /// <param name="reason">What to change: the pilot reads it.</param>
    public static Decision<Group> Decline(LaunchMeeting known, string reason, PlatformZone zone) => (known.Group.Proposal, reason.Length) switch
    {
        ({ Waits: false } answered, _) when answered.Declined == reason => Decision.Done<Group>(),
        _ when Settled(known, zone) is { } settled => Refusal.Because(Why.NotNow, settled),
        (not { Waits: true }, _) => Refusal.Because(Why.NotNow, "Aucune réunion n’attend votre réponse\u00A0: le pilote n’en propose pas, ou vous avez déjà répondu."),
        (_, 0) => Refusal.Invalid(new FieldError("motif", "Dites ce qu’il faudrait changer\u00A0: le pilote le lit.")),
        (_, > Conditions.MostReason) => Refusal.Invalid(new FieldError("motif", Conditions.TooLong)),
        ({ } proposal, _) => Decision.Accept(known.Group with { Proposal = proposal with { Declined = reason } }),
    };

    /// <summary>Why nothing is to propose any more; null as long as something is.</summary>
    public static string? Settled(LaunchMeeting known, PlatformZone zone) => known switch
    {
        { Group.State: GroupState.Closed } => "Ce groupe a terminé son travail\u00A0: il n’a plus de réunion de lancement à prévoir.",
        { Held: { } held } => $"La réunion de lancement a eu lieu le {FrenchDates.Day(zone.DayOf(held.Starts))}. Convenez des suivantes entre membres du groupe.",
        { Ahead: { } ahead } => $"La réunion de lancement est déjà prévue, le {FrenchDates.DayAt(zone.LocalOf(ahead.Starts))}. Pour la changer, écrivez à la coordination.",
        _ => null,
    };

    /// <summary>
    /// Whether a group was launched more than a month ago and has no launch meeting, neither planned nor waiting for the
    /// coordinator’s answer. Once it cannot be planned into the year of its group any more, nobody is asked for it.
    /// </summary>
    public static bool IsOverdue(LaunchMeeting known, DateTimeOffset now, PlatformZone zone) =>
        known is { Group.State: GroupState.Launched, Ahead: null, Held: null, Waiting: null }
        && ExpectedBy(known.Group, zone) <= now && zone.DayOf(now).Year <= known.Plan.Year + 1;

    /// <summary>The end of the day that is a month after the launch.</summary>
    public static DateTimeOffset ExpectedBy(Group group, PlatformZone zone) => zone.EndOf(zone.DayOf(group.Launched).AddMonths(1));

    private static bool Same(MeetingProposal before, MeetingProposal proposal) => before.Waits
        && (before.Starts, before.Minutes, before.Place, before.Link) == (proposal.Starts, proposal.Minutes, proposal.Place, proposal.Link)
        && before.Agenda.SequenceEqual(proposal.Agenda);

    /// <summary>The pilot chooses no day for the invitation: what is amiss with it is amiss with the meeting's.</summary>
    private static Decision<Group> ForPilot(Refusal refusal) => refusal.Fields.Count == 0 ? refusal
        : Refusal.Invalid([.. refusal.Fields.Select(error => error.Field == "invitation"
            ? new FieldError("jour", "Choisissez un jour plus lointain\u00A0: tout le réseau est invité, et doit pouvoir venir.") : error)]);
}

/// <summary>What those who lead a group hear of its launch meeting.</summary>
/// <param name="Was">The date they knew, UTC; null for none.</param>
public sealed record LaunchNews(Group Group, LaunchNewsKind Kind, DateTimeOffset? Was);

public enum LaunchNewsKind
{
    /// <summary>Nothing: another message tells them.</summary>
    None,
    Planned,
    Moved,
    CalledOff,
}
