using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme.Studies;

namespace Almanach.Core.Programme;

/// <summary>Loads and changes the actions of a year.</summary>
public sealed class ProgrammeDesk(Ledger ledger, Setting setting)
{
    /// <summary>The actions of a year in the order of their places.</summary>
    public async Task<IReadOnlyList<ProgrammeAction>> Load(int year, CancellationToken stop = default) =>
        [.. (await Read(year, stop)).Select(held => held.Value).OrderBy(action => action.Place)];

    /// <summary>Enters the standing actions of the year and what a meeting adopted.</summary>
    public Task<Refusal?> Adopt(Meeting meeting, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var known = await Read(meeting.Year, stop);
        var actions = known.Select(held => held.Value).ToList();
        var adopted = ProgrammeRules.Adopt(actions, meeting);
        var standing = ProgrammeRules.Standing(setting.Platform, meeting.Year).Where(action => actions.All(other => other.Id != action.Id));
        var dropped = known.Where(held => held.Value.Source == meeting.Id && adopted.All(action => action.Id != held.Value.Id));
        List<Change> changes =
        [
            .. adopted.Concat(standing).Select(action => known.FirstOrDefault(held => held.Value.Id == action.Id) is { } held
                ? (Change)new Change.Replace(held.Key, Stored.Write(action), held.Version) : new Change.Insert(ProgrammeAction.Prefix + action.Id, Stored.Write(action))),
            .. dropped.Select(held => new Change.Delete(held.Key, held.Version)),
        ];
        return changes.Count == 0 ? new Draft.Nothing() : new Draft.Write(ProgrammeAction.Partition(meeting.Year), changes, []);
    }, stop);

    /// <summary>Notes progress on an action: held, postponed, published.</summary>
    public Task<Refusal?> Report(int year, string action, ActionState state, string text, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(year, action, known => ProgrammeRules.Report(known, state, text, actor, now), stop);

    /// <summary>Dates and places anew.</summary>
    /// <param name="seen">The occurrences the page showed, but those that follow a meeting: others in between are not overwritten. Null when it does not matter.</param>
    public Task<Refusal?> Reschedule(
        int year, string action, IReadOnlyList<Occurrence> occurrences, IReadOnlyList<Occurrence>? seen, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(year, action, known => seen is not null && !seen.SequenceEqual(ActionDates.Free(known))
            ? Refusal.Because(Why.Changed, "Les dates de cette action ont changé pendant que vous écriviez. Les vôtres sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.")
            : ProgrammeRules.Reschedule(known, occurrences, actor, now), stop);

    /// <summary>What the year's plan says of the meeting of an action. An action that is not there any more is left alone.</summary>
    public Task<Refusal?> Follow(Effect.FollowMeeting effect, Cycle.Step step, CancellationToken stop = default) => Change(effect.Year, step.Action ?? "", known =>
        ActionDates.Follow(known, step, setting.Zone.DayOf(step.Starts), known.Kind.Lasts() || StudyRules.Stages(setting.Platform, known.Kind).Count > 0, effect.Reason, effect.Due), stop);

    /// <summary>Who speaks at its meeting.</summary>
    /// <param name="seen">Those the page showed: others in between are not overwritten. Null when it does not matter.</param>
    public Task<Refusal?> SetSpeakers(
        int year, string action, IReadOnlyList<Speaker> speakers, IReadOnlyList<Speaker>? seen, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(year, action, known => seen is not null && !seen.SequenceEqual(known.Speakers ?? [])
            ? Refusal.Because(Why.Changed, "Les intervenants de cette action ont changé pendant que vous écriviez. Les vôtres sont dans le formulaire\u00A0; relisez, puis enregistrez de nouveau.")
            : SpeakerRules.Set(known, speakers, actor, now), stop);

    /// <summary>A stage of a study is reached.</summary>
    public Task<Refusal?> Reach(int year, string action, string stage, DateOnly day, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(year, action, known => StudyRules.Reach(known, StudyRules.Stages(setting.Platform, known.Kind), stage, day, setting.Zone.DayOf(now), actor, now), stop);

    /// <summary>Who carries a study out, what it covers, what it costs.</summary>
    public Task<Refusal?> Describe(int year, string action, string by, string scope, string cost, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        Change(year, action, known => StudyRules.Describe(known, by, scope, cost, actor, now), stop);

    /// <summary>Forgets who spoke in years past keeping. What somebody changed meanwhile is looked at again the next night.</summary>
    /// <returns>Of how many actions.</returns>
    public async Task<int> Retain(IEnumerable<int> years, CancellationToken stop = default)
    {
        var count = 0;
        foreach (var year in years)
            foreach (var held in await Read(year, stop))
                if (SpeakerRules.After(held.Value) is { } without
                    && await ledger.Commit(new Draft.Write(ProgrammeAction.Partition(year), [new Change.Replace(held.Key, Stored.Write(without), held.Version)], []), stop))
                    count++;
        return count;
    }

    /// <summary>Forgets that one person spoke.</summary>
    public Task Forget(int year, string action, Func<string, bool> isHer, CancellationToken stop = default) =>
        Change(year, action, known => SpeakerRules.Without(known, isHer) is { } without ? Decision.Accept(without) : Decision.Done<ProgrammeAction>(), stop);

    private Task<Refusal?> Change(int year, string action, Func<ProgrammeAction, Decision<ProgrammeAction>> decide, CancellationToken stop) =>
        ledger.Carry(async () =>
        {
            var partition = ProgrammeAction.Partition(year);
            if (await ledger.Find<ProgrammeAction>(partition, ProgrammeAction.Prefix + action, stop) is not { } held)
                return new Draft.Refuse(Refusal.Because(Why.Unknown, $"Le programme {year} n’a pas d’action «\u00A0{action}\u00A0»."));
            return decide(held.Value) switch
            {
                Decision<ProgrammeAction>.Refused refused => new Draft.Refuse(refused.Refusal),
                Decision<ProgrammeAction>.AlreadyDone => new Draft.Nothing(),
                Decision<ProgrammeAction>.Accepted accepted => new Draft.Write(partition,
                    [new Change.Replace(held.Key, Stored.Write(accepted.State), held.Version)], accepted.Effects),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }, stop);

    private async Task<List<Held<ProgrammeAction>>> Read(int year, CancellationToken stop)
    {
        List<Held<ProgrammeAction>> actions = [];
        await foreach (var held in ledger.List<ProgrammeAction>(ProgrammeAction.Partition(year), ProgrammeAction.Prefix, stop))
            actions.Add(held);
        return actions;
    }
}
