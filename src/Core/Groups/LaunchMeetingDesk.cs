using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Groups;

/// <summary>The launch meetings of groups: proposed by their pilots, planned into the year or sent back by the coordinator.</summary>
public sealed class LaunchMeetingDesk(Setting setting, CycleDesk cycle, GroupDesk groups, NetworkDesk network, AudienceShelf audiences)
{
    /// <summary>Null without such a group.</summary>
    public async Task<LaunchMeeting?> Load(string id, CancellationToken stop = default) =>
        await groups.Find(id, stop) is { } group && await cycle.Find(group.Year, stop) is { } plan ? new LaunchMeeting(group, plan) : null;

    public async Task<Refusal?> Propose(string id, MeetingProposal proposal, CancellationToken stop = default)
    {
        if (await Load(id, stop) is not { } known)
            return GroupDesk.Unknown;
        return await groups.Change(id, "proposition", group => LaunchMeetingRules.Propose(known with { Group = group }, proposal, setting.Zone), proposal.By, proposal.At, stop);
    }

    /// <summary>What planning it would make of the year, and what would be written to those who lead the group; writes nothing.</summary>
    /// <param name="invites">When its invitation leaves, UTC; null for three weeks before.</param>
    public async Task<LaunchMeetingForeseen> Foresee(LaunchMeeting known, MeetingProposal meeting, DateTimeOffset? invites, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var command = LaunchMeetingRules.Command(known, meeting, invites, actor, setting.Zone, now);
        return ActionMeetings.Add(known.Plan, command) switch
        {
            Decision<YearPlan>.Refused { Refusal: var refusal } => new LaunchMeetingForeseen(refusal, known, null),
            Decision<YearPlan>.AlreadyDone => new LaunchMeetingForeseen(null, known, await Agreed(known, now, stop)),
            Decision<YearPlan>.Accepted { State: var plan } => new LaunchMeetingForeseen(null, known with { Plan = plan }, await Agreed(known with { Plan = plan }, now, stop)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// Plans it into the year with its invitation, and tells those who lead the group. Where it ended between the two, the
    /// proposal still waits, and planning the same again carries on.
    /// </summary>
    /// <param name="seen">Hash of the people the coordinator was shown; null when it does not matter.</param>
    public async Task<Refusal?> Plan(
        string id, MeetingProposal meeting, DateTimeOffset? invites, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Load(id, stop) is not { } known)
            return GroupDesk.Unknown;
        if (known is { Group.State: GroupState.Closed } or { Held: not null })
            return Refusal.Because(Why.NotNow, LaunchMeetingRules.Settled(known, setting.Zone)!);
        var foreseen = await Foresee(known, meeting, invites, actor, now, stop);
        if (foreseen.Mailing is not { } mailing)
            return foreseen.Refusal;
        if (seen is not null && seen != mailing.Audience.Hash)
            return AudienceShelf.Changed;
        if (await cycle.Apply(known.Plan.Year, LaunchMeetingRules.Command(known, meeting, invites, actor, setting.Zone, now), stop) is { } refusal)
            return refusal;
        var sent = Send(mailing with { Audience = await audiences.Freeze(mailing.Audience.Few, stop) }, now);
        return await groups.Change(id, "reunion", group => group.Proposal is null && known.Ahead is not null
            ? Decision.Done<Group>() : Decision.Accept(group with { Proposal = null }, sent), actor, now, stop);
    }

    /// <summary>What sending it back would write; writes nothing.</summary>
    public async Task<LaunchMeetingForeseen> ForeseeDecline(LaunchMeeting known, string reason, DateTimeOffset now, CancellationToken stop = default) =>
        LaunchMeetingRules.Decline(known.Group, reason) is Decision<Group>.Refused refused
            ? new LaunchMeetingForeseen(refused.Refusal, known, null)
            : new LaunchMeetingForeseen(null, known, LaunchMeetingMessages.Declined(known.Group, reason, AudienceShelf.Sketch(await Leaders(known.Group, stop)), now));

    /// <param name="seen">Hash of the people the coordinator was shown; null when it does not matter.</param>
    public async Task<Refusal?> Decline(string id, string reason, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await groups.Find(id, stop) is not { } found)
            return GroupDesk.Unknown;
        var people = await audiences.Freeze(await Leaders(found, stop), stop);
        if (seen is not null && seen != people.Hash)
            return AudienceShelf.Changed;
        return await groups.Change(id, "refus", group => LaunchMeetingRules.Decline(group, reason) is Decision<Group>.Accepted accepted
            ? Decision.Accept(accepted.State, Send(LaunchMeetingMessages.Declined(group, reason, people, now), now))
            : LaunchMeetingRules.Decline(group, reason), actor, now, stop);
    }

    private async Task<Mailing> Agreed(LaunchMeeting planned, DateTimeOffset now, CancellationToken stop) =>
        LaunchMeetingMessages.Agreed(planned, AudienceShelf.Sketch(await Leaders(planned.Group, stop)), setting, now);

    private async Task<IReadOnlyList<AudienceMember>> Leaders(Group group, CancellationToken stop) => LaunchMeetingMessages.Leaders(group, await network.Load(stop));

    private IReadOnlyList<Effect> Send(Mailing mailing, DateTimeOffset now) =>
        mailing.Audience.Count == 0 ? [] : [new Effect.SendMailing(mailing, mailing.Key, now.AddSeconds(setting.Platform.Mail.GraceSeconds), "")];
}

/// <param name="Meeting">With the plan as it would be.</param>
/// <param name="Mailing">What would leave at once; null where it would be refused.</param>
public sealed record LaunchMeetingForeseen(Refusal? Refusal, LaunchMeeting Meeting, Mailing? Mailing);
