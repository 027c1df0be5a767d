using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
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
        if (known is { Group.State: GroupState.Closed } or { Held: not null })
            return new LaunchMeetingForeseen(Refusal.Because(Why.NotNow, LaunchMeetingRules.Settled(known, setting.Zone)!), known, null, "");
        var people = await Leaders(known.Group, stop);
        return ActionMeetings.Add(known.Plan, LaunchMeetingRules.Command(known, meeting, invites, actor, setting.Zone, now)) switch
        {
            Decision<YearPlan>.Refused { Refusal: var refusal } => new LaunchMeetingForeseen(refusal, known, null, ""),
            Decision<YearPlan>.AlreadyDone => Of(known),
            Decision<YearPlan>.Accepted { State: var plan } => Of(known with { Plan = plan }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        LaunchMeetingForeseen Of(LaunchMeeting planned) =>
            new(null, planned, LaunchMeetingMessages.Agreed(planned, AudienceShelf.Sketch(people), setting, now), Stamp(known.Group, people));
    }

    /// <summary>Plans it into the year with its invitation: one commit there. The group follows, and those who lead it are told (<see cref="Follow"/>).</summary>
    /// <param name="seen">What the coordinator was shown, people and proposal; null when it does not matter.</param>
    public async Task<Refusal?> Plan(
        string id, MeetingProposal meeting, DateTimeOffset? invites, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Load(id, stop) is not { } known)
            return GroupDesk.Unknown;
        var foreseen = await Foresee(known, meeting, invites, actor, now, stop);
        if (foreseen.Refusal is not null || foreseen.Meeting == known)
            return foreseen.Refusal;
        return seen is not null && seen != foreseen.Seen
            ? Changed(known.Group)
            : await cycle.Apply(known.Plan.Year, LaunchMeetingRules.Command(known, meeting, invites, actor, setting.Zone, now), stop);
    }

    /// <summary>The year has the launch meeting of a group, has moved it or called it off: those who lead the group are told once.</summary>
    /// <param name="step">What the year's plan has of an action's meeting.</param>
    public async Task<Refusal?> Follow(Effect.FollowMeeting effect, Step step, CancellationToken stop = default)
    {
        if (await Load(Group.IdOf(effect.Year, step.Action ?? ""), stop) is not { } known)
            return null;
        var people = await audiences.Freeze(await Leaders(known.Group, stop), stop);
        return await groups.Change(known.Group.Id, "reunion", group => LaunchMeetingRules.Follow(group, step, StepEffects.IsTold(known.Plan, step)) is { } news
            ? Decision.Accept(news.Group, Send(LaunchMeetingMessages.Of(known, step, news, people, setting, effect.Due), effect.Due, effect.Step))
            : Decision.Done<Group>(), "", effect.Due, stop);
    }

    /// <summary>What following would write to those who lead the group; null for nothing. Writes nothing.</summary>
    /// <param name="plan">As it would be.</param>
    public async Task<Mailing?> Foresee(Effect.FollowMeeting effect, YearPlan plan, CancellationToken stop = default)
    {
        if (plan.Find(effect.Meeting) is not { } step || await groups.Find(Group.IdOf(effect.Year, step.Action ?? ""), stop) is not { } group
            || LaunchMeetingRules.Follow(group, step, StepEffects.IsTold(plan, step)) is not { } news)
            return null;
        return LaunchMeetingMessages.Of(new LaunchMeeting(group, plan), step, news, AudienceShelf.Sketch(await Leaders(group, stop)), setting, effect.Due);
    }

    /// <summary>What sending it back would write; writes nothing.</summary>
    public async Task<LaunchMeetingForeseen> ForeseeDecline(LaunchMeeting known, string reason, DateTimeOffset now, CancellationToken stop = default)
    {
        if (LaunchMeetingRules.Decline(known, reason, setting.Zone) is Decision<Group>.Refused refused)
            return new LaunchMeetingForeseen(refused.Refusal, known, null, "");
        var people = await Leaders(known.Group, stop);
        return new LaunchMeetingForeseen(null, known, LaunchMeetingMessages.Declined(known.Group, reason, AudienceShelf.Sketch(people), now), Stamp(known.Group, people));
    }

    /// <param name="seen">What the coordinator was shown, people and proposal; null when it does not matter.</param>
    public async Task<Refusal?> Decline(string id, string reason, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Load(id, stop) is not { } known)
            return GroupDesk.Unknown;
        var people = await Leaders(known.Group, stop);
        var frozen = await audiences.Freeze(people, stop);
        return await groups.Change(id, "refus", group => LaunchMeetingRules.Decline(known with { Group = group }, reason, setting.Zone) switch
        {
            Decision<Group>.Accepted when seen is not null && seen != Stamp(group, people) => Changed(group),
            Decision<Group>.Accepted accepted => Decision.Accept(accepted.State, Send(LaunchMeetingMessages.Declined(group, reason, frozen, now), now)),
            var other => other,
        }, actor, now, stop);
    }

    /// <summary>Names the people and the proposal that a page showed.</summary>
    private static string Stamp(Group group, IReadOnlyList<AudienceMember> people) =>
        $"{AudienceShelf.HashOf(people)}-{(group.Proposal is { } proposal ? Print.Of(proposal) : "")}";

    private Refusal Changed(Group group) => group.Proposal is { Waits: true } proposal
        ? Refusal.Because(Why.Changed, $"La proposition du pilote ou les destinataires ont changé depuis que cette page est ouverte\u00A0: il propose maintenant le {FrenchDates.DayAt(setting.Zone.LocalOf(proposal.Starts))}. Relisez la page du groupe, ou confirmez de nouveau.")
        : AudienceShelf.Changed;

    private async Task<IReadOnlyList<AudienceMember>> Leaders(Group group, CancellationToken stop) => LaunchMeetingMessages.Leaders(group, await network.Load(stop));

    private IReadOnlyList<Effect> Send(Mailing? mailing, DateTimeOffset now, string step = "") =>
        mailing is null or { Audience.Count: 0 } ? [] : [new Effect.SendMailing(mailing, mailing.Key, now.AddSeconds(setting.Platform.Mail.GraceSeconds), step)];
}

/// <param name="Meeting">With the plan as it would be.</param>
/// <param name="Mailing">What would leave at once; null where it would be refused.</param>
/// <param name="Seen">Names the people and the proposal; empty where it would be refused.</param>
public sealed record LaunchMeetingForeseen(Refusal? Refusal, LaunchMeeting Meeting, Mailing? Mailing, string Seen);
