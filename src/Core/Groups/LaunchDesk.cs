using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Programme;

namespace Almanach.Core.Groups;

/// <summary>The candidates of a year, launched or carried over. What is decided is decided on the action, in its partition: two decisions never cross.</summary>
public sealed class LaunchDesk(
    Ledger ledger, Setting setting, ConsultationDesk consultations, ProgrammeDesk programme, NetworkDesk network, AudienceShelf audiences)
{
    /// <summary>What the year's consultation says of each candidate; null without one, or before it opened.</summary>
    public async Task<CandidateYear?> Load(int year, CancellationToken stop = default)
    {
        if (setting.Platform.Groups is not { } rules || await consultations.Find($"{year}-{rules.Consultation}", stop) is not { } consultation)
            return null;
        var roster = await network.Load(stop);
        var actions = (await programme.Load(year, stop)).ToDictionary(action => action.Id);
        var read = Candidates.Of(rules, consultation, await consultations.Answers(consultation.Id, stop), unit => OrganisationOf(roster, unit));
        return new CandidateYear(rules, consultation, [.. read.Where(candidate => actions.ContainsKey(candidate.Action))
            .Select(candidate => new CandidateAction(candidate, actions[candidate.Action]))]);
    }

    /// <summary>Who would be told what, or why it would be refused. Writes nothing.</summary>
    public async Task<LaunchForeseen> Foresee(int year, string action, LaunchCommand command, string actor, CancellationToken stop = default)
    {
        if (await Load(year, stop) is not { } known || known.Find(action) is not { } found)
            return new LaunchForeseen(Unknown, [], "");
        return Decide(known, found, command, actor) switch
        {
            Decision<ProgrammeAction>.Refused refused => new LaunchForeseen(refused.Refusal, [], ""),
            _ when await network.Load(stop) is var roster && LaunchMessages.Told(found.Candidate, known.Consultation, roster) is var people => new LaunchForeseen(
                null, [.. LaunchMessages.Parts(command, people).Select(part => LaunchMessages.Of(command, part.Text, found.Action, roster, AudienceShelf.Sketch(part.People)))],
                AudienceShelf.HashOf(people)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Launches a group or carries it over, and tells those who wished for it.</summary>
    /// <param name="seen">Hash of the people the coordinator was shown; null when it does not matter.</param>
    public Task<Refusal?> Decide(int year, string action, LaunchCommand command, string? seen, string actor, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var partition = ProgrammeAction.Partition(year);
        if (await Load(year, stop) is not { } known || known.Find(action) is not { } found
            || await ledger.Find<ProgrammeAction>(partition, ProgrammeAction.Prefix + action, stop) is not { } held)
            return new Draft.Refuse(Unknown);
        switch (Decide(known, found with { Action = held.Value }, command, actor))
        {
            case Decision<ProgrammeAction>.Refused refused:
                return new Draft.Refuse(refused.Refusal);
            case Decision<ProgrammeAction>.AlreadyDone:
                return new Draft.Nothing();
            case Decision<ProgrammeAction>.Accepted accepted:
                var roster = await network.Load(stop);
                var people = LaunchMessages.Told(found.Candidate, known.Consultation, roster);
                if (seen is not null && seen != AudienceShelf.HashOf(people))
                    return new Draft.Refuse(AudienceShelf.Changed);
                List<Mailing> mailings = [];
                foreach (var (text, some) in LaunchMessages.Parts(command, people))
                    mailings.Add(LaunchMessages.Of(command, text, held.Value, roster, await audiences.Freeze(some, stop)));
                return new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(accepted.State), held.Version)],
                    [.. accepted.Effects, .. Follows(known, found.Candidate, held.Value, command, mailings)]);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }, stop);

    private IEnumerable<Effect> Follows(CandidateYear known, Candidate candidate, ProgrammeAction action, LaunchCommand command, IReadOnlyList<Mailing> mailings)
    {
        if (command is LaunchCommand.Launch launch)
        {
            var group = LaunchRules.Begin(candidate, action, launch.Pilot, launch.Now);
            yield return new Effect.LaunchGroup(group, $"launch-group-{group.Id}-{Todo.Stamp(launch.Now)}", launch.Now, known.Consultation.Step);
        }
        foreach (var mailing in mailings)
            yield return new Effect.SendMailing(mailing, mailing.Key, command.Now.AddSeconds(setting.Platform.Mail.GraceSeconds), known.Consultation.Step);
    }

    private static Decision<ProgrammeAction> Decide(CandidateYear known, CandidateAction found, LaunchCommand command, string actor) =>
        LaunchRules.Decide(known.Rules, known.Consultation, found.Candidate, found.Action, command, actor);

    private static string OrganisationOf(Roster roster, string unit) => roster.Organisations.ContainsKey(unit) ? unit : roster.Contacts.GetValueOrDefault(unit)?.Organisation ?? unit;

    private static Refusal Unknown => Refusal.Because(Why.Unknown, "Ce groupe n’est pas parmi les candidats de cette année. Revenez à la liste des groupes.");
}

/// <summary>The candidates of a year, as its consultation has them now.</summary>
public sealed record CandidateYear(GroupRules Rules, Consultation Consultation, IReadOnlyList<CandidateAction> Candidates)
{
    public CandidateAction? Find(string action) => Candidates.FirstOrDefault(candidate => candidate.Action.Id == action);

    /// <summary>Those that nobody has decided on.</summary>
    public IReadOnlyList<CandidateAction> Waiting => [.. Candidates.Where(candidate => candidate.Action.State == ActionState.Adopted)];
}

public sealed record CandidateAction(Candidate Candidate, ProgrammeAction Action);

/// <param name="Mailings">What would leave; none where it would be refused, or where there is nobody to tell.</param>
/// <param name="Seen">Hash of all the people told.</param>
public sealed record LaunchForeseen(Refusal? Refusal, IReadOnlyList<Mailing> Mailings, string Seen);
