using Almanach.Core.Cycle;

namespace Almanach.Core.Groups;

/// <summary>The launch meeting of a group: what its pilot proposed, and what the year's plan has of it.</summary>
/// <param name="Plan">The year it was launched from.</param>
public sealed record LaunchMeeting(Group Group, YearPlan Plan)
{
    /// <summary>Planned, and still to come.</summary>
    public Step? Ahead => ActionMeetings.Ahead(Plan, Group.Action);

    /// <summary>It takes place, or took place.</summary>
    public Step? Held => ActionMeetings.Of(Plan, Group.Action).LastOrDefault(step => step.State is StepState.Open or StepState.Closed);

    /// <summary>When the whole network is invited to it; null while it is not planned.</summary>
    public Step? Invitation => Ahead is { } ahead ? Plan.Steps.FirstOrDefault(step => StepEffects.MeetingOf(step) == ahead.Id) : null;

    /// <summary>What the coordinator has to answer.</summary>
    public MeetingProposal? Waiting => Group is { Proposal: { Waits: true } proposal, State: GroupState.Launched } && Held is null && Ahead is null ? proposal : null;
}
