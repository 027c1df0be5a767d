using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Themes;

namespace Almanach.Core.Programme.Holding;

/// <summary>The meetings of the programme's actions: planned into the year, or not held this time, with those who wished for them told why.</summary>
public sealed class HoldingDesk(
    Ledger ledger, Setting setting, CycleDesk cycle, ProgrammeDesk programme, ThemeDesk themes, ConsultationDesk consultations, NetworkDesk network, AudienceShelf audiences)
{
    /// <summary>An action with all that says whether its meeting can be held; null without such an action.</summary>
    public async Task<Holding?> Load(int year, string action, CancellationToken stop = default)
    {
        if (await cycle.Find(year, stop) is not { } plan || (await programme.Load(year, stop)).FirstOrDefault(one => one.Id == action) is not { } known)
            return null;
        var rules = setting.Platform.SettingOf(known.Kind)?.HeldWhen;
        var asked = rules?.Consultation is { } id ? await consultations.Find($"{year}-{id}", stop) : null;
        var answers = asked is null ? [] : await consultations.Answers(asked.Id, stop);
        return new Holding(known, rules, plan, await themes.Load(year, stop), asked, answers,
            asked is null ? [] : HoldingRules.Committed(asked.Template, answers, await network.Load(stop)));
    }

    /// <summary>The command that plans it, or why not; also for its preview.</summary>
    public (CycleCommand.AddMeeting? Command, Refusal? Refusal) Command(Holding holding, PlannedMeeting planned, string actor, DateTimeOffset now)
    {
        if (HoldingRules.Problem(holding, planned.Despite, planned.Reason) is { } problem)
            return (null, problem);
        var name = setting.Platform.MeetingName(holding.Action.Kind);
        return (new CycleCommand.AddMeeting(ActionMeetings.IdOf(holding.Plan, name, holding.Action.Id), new NewMeeting(
            holding.Action.Id, name, $"{name}\u00A0: {holding.Action.Title}", planned.Starts, planned.Minutes, planned.Place, planned.Link,
            planned.Invites ?? ActionMeetings.Invites(setting.Zone, planned.Starts, now), planned.Agenda,
            HoldingRules.Missing(holding).Count > 0 ? planned.Reason : ""), now, actor), null);
    }

    /// <summary>Plans its meeting into the year, with the invitation before it. Nothing is sent yet.</summary>
    public async Task<Refusal?> Plan(int year, string action, PlannedMeeting planned, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Load(year, action, stop) is not { } holding)
            return Unknown(year);
        var (command, refusal) = Command(holding, planned, actor, now);
        return command is null ? refusal : await cycle.Apply(year, command, stop);
    }

    /// <summary>Actions whose meeting is to be planned or carried over now: what says whether it is held is known, or the year comes to its end.</summary>
    public async Task<IReadOnlyList<ProgrammeAction>> ToSettle(int year, DateTimeOffset now, CancellationToken stop = default)
    {
        List<ProgrammeAction> settle = [];
        var late = setting.Zone.DayOf(now) >= new DateOnly(year, HoldingRules.LastQuarter, 1);
        foreach (var action in await programme.Load(year, stop))
            if (HoldingRules.IsUnsettled(setting.Platform, action)
                && (late || (setting.Platform.SettingOf(action.Kind)?.HeldWhen?.Consultation is { } id && await consultations.Find($"{year}-{id}", stop) is { } asked && !asked.IsOpenAt(now))))
                settle.Add(action);
        return settle;
    }

    /// <summary>Whether those who wished for a meeting can be told that it is not held: the platform has the words.</summary>
    public bool Tells => setting.Folder.Texts.ContainsKey(TextCatalogue.NotHeld);

    /// <summary>Who would be told what, or why it would be refused. Writes nothing.</summary>
    public async Task<DeclineForeseen> Foresee(int year, string action, Decline decline, string actor, CancellationToken stop = default)
    {
        if (await Load(year, action, stop) is not { } holding)
            return new DeclineForeseen(Unknown(year), null);
        return HoldingRules.Decide(holding, decline, actor) is Decision<ProgrammeAction>.Refused refused
            ? new DeclineForeseen(refused.Refusal, null)
            : new DeclineForeseen(null, Message(holding, decline, AudienceShelf.Sketch(Told(holding, await network.Load(stop)))));
    }

    /// <summary>It is not held this time: decided on the action, in its partition, and told to those who wished for it.</summary>
    /// <param name="seen">Hash of the people the coordinator was shown; null when it does not matter.</param>
    public Task<Refusal?> Decide(int year, string action, Decline decline, string? seen, string actor, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var partition = ProgrammeAction.Partition(year);
        if (await Load(year, action, stop) is not { } holding || await ledger.Find<ProgrammeAction>(partition, ProgrammeAction.Prefix + action, stop) is not { } held)
            return new Draft.Refuse(Unknown(year));
        switch (HoldingRules.Decide(holding with { Action = held.Value }, decline, actor))
        {
            case Decision<ProgrammeAction>.Refused refused:
                return new Draft.Refuse(refused.Refusal);
            case Decision<ProgrammeAction>.AlreadyDone:
                return new Draft.Nothing();
            case Decision<ProgrammeAction>.Accepted accepted:
                var people = Told(holding, await network.Load(stop));
                if (seen is not null && seen != AudienceShelf.HashOf(people))
                    return new Draft.Refuse(AudienceShelf.Changed);
                var mailing = Message(holding, decline, await audiences.Freeze(people, stop));
                return new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(accepted.State), held.Version)],
                    [.. accepted.Effects, .. mailing.Audience.Count == 0 ? (Effect[])[] : [new Effect.SendMailing(mailing, mailing.Key, decline.Now.AddSeconds(setting.Platform.Mail.GraceSeconds), "")]]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }, stop);

    /// <summary>Nobody where the platform has no words for it.</summary>
    private IReadOnlyList<AudienceMember> Told(Holding holding, Roster roster) => !Tells ? [] : Wish.People(
        HoldingRules.Wishes(holding), holding.Asked is { } asked ? roster.Having(asked.Template.Roles, asked.Template.Body) : roster.Having([RoleKind.Referent, RoleKind.Suppleant], null), roster);

    private Mailing Message(Holding holding, Decline decline, Audience people) =>
        DeclineMessage.Of(decline, holding.Action, setting.Platform.MeetingName(holding.Action.Kind), people);

    private static Refusal Unknown(int year) => Refusal.Because(Why.Unknown, $"Cette action n’est pas au programme {year}. Revenez au programme.");
}

/// <summary>The meeting of an action as the coordinator plans it.</summary>
/// <param name="Starts">UTC.</param>
/// <param name="Invites">When its invitation leaves, UTC; null for three weeks before.</param>
/// <param name="Despite">Though conditions are missing, for the reason given.</param>
public sealed record PlannedMeeting(
    DateTimeOffset Starts, int Minutes, string Place, string Link, IReadOnlyList<string> Agenda, DateTimeOffset? Invites = null, bool Despite = false, string Reason = "");

/// <param name="Mailing">What would leave; null where it would be refused.</param>
public sealed record DeclineForeseen(Refusal? Refusal, Mailing? Mailing);
