using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Core.Themes;

namespace Almanach.Core.Rehearsal;

/// <summary>
/// Does what the script says through the same desks that pages and the API call. What the state of things does not
/// allow is refused as it would be live, and noted.
/// </summary>
/// <param name="acts">The whole script, which leaves alone what people did themselves; null where anything may be replaced.</param>
public sealed class Player(Office office, int year, IReadOnlyList<Act>? acts = null)
{
    private const string Actor = "coordination";

    /// <summary>Null when it was done; otherwise why not.</summary>
    public Task<Refusal?> Play(Act act, DateTimeOffset now, CancellationToken stop = default) => act switch
    {
        Act.Respond respond => Respond(respond, now, stop),
        Act.Propose propose => Propose(propose, now, stop),
        Act.Merge merge => Merge(merge, now, stop),
        Act.Edit edit => Edit(edit, now, stop),
        Act.CloseStep close => office.Cycle.Apply(year, new CycleCommand.Close(close.Step, now, Actor), stop),
        Act.OpenStep open => office.Cycle.Apply(year, new CycleCommand.Open(open.Step, now, Actor), stop),
        Act.SkipStep skip => office.Cycle.Apply(year, new CycleCommand.Skip(skip.Step, skip.Reason, now, Actor), stop),
        Act.AskDates ask => AskDates(ask, now, stop),
        Act.FixDate fix => FixDate(fix, now, stop),
        Act.Attend attend => Attend(attend, stop),
        Act.Decide decide => Decide(decide, now, stop),
        Act.Report report => office.Programme.Report(year, report.Action, report.State, report.Text, Actor, now, stop),
        Act.Speak speak => office.Programme.SetSpeakers(
            year, speak.Action, [.. speak.Speakers.Select(one => new Speaker(one.Organisation, one.Name ?? "", one.Function ?? ""))], null, Actor, now, stop),
        Act.Plan plan => office.Holdings.Plan(year, plan.Action, new PlannedMeeting(
            office.Setting.Zone.At(DateOnly.FromDateTime(plan.Starts), TimeOnly.FromDateTime(plan.Starts)), plan.Minutes == 0 ? 120 : plan.Minutes, plan.Place ?? "", plan.Link ?? "",
            plan.Agenda ?? [], null, plan.Reason is { Length: > 0 }, plan.Reason ?? ""), Actor, now, stop),
        Act.NotHeld not => office.Holdings.Decide(year, not.Action, new Decline(not.GivenUp, not.Reason, now), null, Actor, stop),
        Act.Launch launch => office.Launches.Decide(
            year, launch.Action, new LaunchCommand.Launch(launch.Pilot ?? "", launch.Reason is { Length: > 0 }, launch.Reason ?? "", now), null, Actor, stop),
        Act.CarryOver over => office.Launches.Decide(year, over.Action, new LaunchCommand.CarryOver(over.Reason, now), null, Actor, stop),
        Act.ProposeMeeting propose => office.LaunchMeetings.Propose(Group.IdOf(year, propose.Action), new MeetingProposal(
            office.Setting.Zone.At(DateOnly.FromDateTime(propose.Starts), TimeOnly.FromDateTime(propose.Starts)), propose.Minutes == 0 ? 120 : propose.Minutes,
            propose.Place ?? "", propose.Link ?? "", propose.Agenda ?? [], propose.Contact, now), stop),
        Act.AgreeMeeting agree => Agree(Group.IdOf(year, agree.Action), now, stop),
        Act.GroupReport report => office.Groups.Report(Group.IdOf(year, report.Action), year, report.Text, null, report.Contact, now, stop),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Refusal?> Agree(string group, DateTimeOffset now, CancellationToken stop) =>
        (await office.LaunchMeetings.Load(group, stop))?.Waiting is { } proposal
            ? await office.LaunchMeetings.Plan(group, proposal, null, null, Actor, now, stop)
            : Refusal.Because(Why.NotNow, $"Le groupe {group} n’attend aucune réponse.");

    private async Task<Refusal?> Respond(Act.Respond act, DateTimeOffset now, CancellationToken stop)
    {
        var id = $"{year}-{act.Consultation}";
        var roster = await office.Network.Load(stop);
        if (!roster.Contacts.TryGetValue(act.Contact, out var contact))
            return Refusal.Because(Why.Unknown, $"Le contact {act.Contact} n’existe pas.");
        if (await office.Consultations.Find(id, stop) is not { } consultation)
            return Refusal.Because(Why.NotYetOpen, $"La consultation {id} n’est pas ouverte.");

        var board = await office.Themes.Load(year, stop);
        var unit = consultation.Template.Unit == AnswerUnit.Organisation ? contact.Organisation : contact.Id;
        var before = await office.Consultations.AnswerOf(id, unit, stop);
        if (before is not null && acts is not null && !acts.OfType<Act.Respond>().Any(own => own.Consultation == act.Consultation && office.Setting.Zone.At(DateOnly.FromDateTime(own.At), TimeOnly.FromDateTime(own.At)) == before.At))
            return Refusal.Because(Why.NotNow, $"{act.Contact} a répondu autrement à {id}\u00A0: cette réponse reste.");
        var values = (act.Values ?? new Dictionary<string, AnswerValue>()).ToDictionary(pair => pair.Key, pair => Names.Resolve(
            consultation, board, pair.Key, Whole.Of(pair.Value, before?.Values.GetValueOrDefault(pair.Key))));
        if (consultation.Template.IsSecret())
            return await office.Secrets.Cast(id, new SecretCommand(
                unit, contact.Organisation, contact.Id, Code(id, unit), IsNew: true, act.Declined ? null : Ballot(consultation, values), now), stop);
        var by = act.Channel is Channel.Phone or Channel.Mail ? Actor : contact.Id;
        return await office.Consultations.Take(id, new AnswerCommand(unit, contact.Organisation, by, act.Channel, act.Declined, values, now), null, stop);
    }

    private static AnswerValue Ballot(Consultation consultation, IReadOnlyDictionary<string, AnswerValue> values) =>
        consultation.Template.BallotQuestion() is var question && values.TryGetValue(question!.Id, out var value) ? value : VoteBallots.Blank(question!.Kind);

    /// <summary>A rehearsed ballot has no secret to keep: its code is the same each time, so that a rehearsal is too.</summary>
    private static string Code(string consultation, string unit) => string.Concat(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{consultation}|{unit}")).Take(SecretCode.Length).Select(number => SecretCode.Alphabet[number % SecretCode.Alphabet.Length]));

    private async Task<Refusal?> Propose(Act.Propose act, DateTimeOffset now, CancellationToken stop)
    {
        if ((await office.Network.Load(stop)).OrganisationOf(act.Contact) is not { } organisation)
            return Refusal.Because(Why.Unknown, $"Le contact {act.Contact} n’existe pas.");
        var welcome = await Undecided(stop);
        var proposal = new Proposal($"{organisation.Id}-s-{Todo.Stamp(now)}", welcome, ProposalOrigin.Spontaneous, organisation.Id, act.Contact,
            act.Title, act.Rationale ?? "", act.Format, false, "", now, false, []);
        return await office.Themes.Apply(welcome, new ThemeCommand.Propose(proposal, now), stop: stop);
    }

    /// <summary>A spontaneous proposal goes to the first year whose committee has yet to choose, or waits on the last year's board.</summary>
    private async Task<int> Undecided(CancellationToken stop)
    {
        var years = await office.Opening.Years(stop);
        foreach (var open in years)
            if ((await office.Cycle.Find(open, stop))!.Steps.Any(step => step is { IsBehind: false, Work: StepWork.Meet { Decides: true } }))
                return open;
        return years.Count == 0 ? year : years[^1];
    }

    private async Task<Refusal?> Merge(Act.Merge act, DateTimeOffset now, CancellationToken stop)
    {
        var board = await office.Themes.Load(year, stop);
        var own = await Own(stop);
        if (own?.Of(await office.Cycle.Find(year, stop), board) is { } hers)
            return hers;
        if (Names.Theme(board, act.Into) is not { } into)
            return Refusal.Because(Why.Unknown, $"Le thème « {act.Into} » n’existe pas.");
        var others = act.Themes.Select(name => Names.Theme(board, name)).OfType<Theme>().Select(theme => theme.Id).Where(id => id != into.Id).ToList();
        var refusal = others.Count == 0 ? null : await office.Themes.Apply(year, new ThemeCommand.Merge(into.Id, others, now), stop: stop);
        return refusal ?? (act.Title ?? act.Description) switch
        {
            null => null,
            _ when own?.Words(board, into) == true => null,
            _ => await office.Themes.Apply(year,
                new ThemeCommand.Edit(into.Id, act.Title ?? into.Title, act.Description ?? into.Description, act.Kind ?? into.Kind, now), stop: stop),
        };
    }

    private async Task<Refusal?> Edit(Act.Edit act, DateTimeOffset now, CancellationToken stop)
    {
        var board = await office.Themes.Load(year, stop);
        var own = await Own(stop);
        if (own?.Of(await office.Cycle.Find(year, stop), board) is { } hers)
            return hers;
        if (Names.Theme(board, act.Theme) is { } worded && own?.Words(board, worded) == true)
            return Refusal.Because(Why.NotNow, $"La coordination a écrit elle-même « {worded.Title} »\u00A0: ses mots restent.");
        return Names.Theme(board, act.Theme) is { } theme
            ? await office.Themes.Apply(year,
                new ThemeCommand.Edit(theme.Id, act.Title ?? theme.Title, act.Description ?? theme.Description, act.Kind ?? theme.Kind, now), stop: stop)
            : Refusal.Because(Why.Unknown, $"Le thème « {act.Theme} » n’existe pas.");
    }

    /// <summary>Null where anything may be replaced.</summary>
    private async Task<OwnGrouping?> Own(CancellationToken stop) =>
        acts is null ? null : new OwnGrouping(acts, await office.LeftOver.Themes(year - 1, office.Now, stop), office.Setting.Zone);

    private async Task<Refusal?> AskDates(Act.AskDates act, DateTimeOffset now, CancellationToken stop)
    {
        if (await office.Meetings.Find($"{year}-{act.Meeting}", stop) is not { } meeting || (await office.Cycle.Find(year, stop))?.Find(act.Meeting) is not { } step)
            return Refusal.Because(Why.Unknown, $"La réunion {act.Meeting} n’existe pas.");
        List<ProposedDate> dates = [.. (act.Dates ?? []).Select(ProposedDate.At), .. (act.Days ?? []).Select(day => new ProposedDate(day, null))];
        if (DateChoice.Problem(step, [.. dates.Select((date, i) => (i + 1, (ProposedDate?)date))], act.LastDay, now, office.Setting.Zone) is { } problem)
            return problem;
        var asked = DateChoice.Asked(meeting, dates, act.LastDay, office.Setting.Zone);
        var seen = (await office.Consultations.Foresee(asked, now, stop)).Audience.Hash;
        return await office.Consultations.OpenAdHoc(asked, seen, Actor, now, stop);
    }

    private async Task<Refusal?> FixDate(Act.FixDate act, DateTimeOffset now, CancellationToken stop) =>
        await office.Cycle.Find(year, stop) is { } plan && plan.Find(act.Meeting) is { } step && await office.Consultations.Find(DateChoice.Id(year, act.Meeting), stop) is { } poll
            && DateDesk.Move(office.Setting, plan, step, poll, act.Option, Actor, now) is { } move
                ? await office.Dates.Fix(poll, move, stop)
                : Refusal.Because(Why.Unknown, $"La date {act.Option} n’a pas été proposée pour {act.Meeting}.");

    /// <summary>What somebody has recorded herself, in a demonstration, stays.</summary>
    private async Task<Refusal?> Attend(Act.Attend act, CancellationToken stop)
    {
        var sheet = act.Sheet.SelectMany(row => row.Value.Select(contact => (contact, row.Key))).ToDictionary(pair => pair.contact, pair => pair.Key);
        return await office.Meetings.Find($"{year}-{act.Meeting}", stop) is { Attendance: { Count: > 0 } saved } && !saved.OrderBy(row => row.Key).SequenceEqual(sheet.OrderBy(row => row.Key))
            ? Refusal.Because(Why.NotNow, $"La feuille d’émargement de {act.Meeting} est déjà remplie.")
            : await office.Meetings.RecordAttendance($"{year}-{act.Meeting}", sheet, act.Proxies ?? new Dictionary<string, string>(), null, stop);
    }

    /// <inheritdoc cref="Attend"/>
    private async Task<Refusal?> Decide(Act.Decide act, DateTimeOffset now, CancellationToken stop)
    {
        var board = await office.Themes.Load(year, stop);
        var written = act.Decisions.Select(Whole.Of).ToList();
        var decisions = OneFate([.. written.Select(decision => decision with { Themes = [.. decision.Themes.Select(name => Names.Theme(board, name)?.Id).OfType<string>().Distinct()] })])
            .Zip(written)
            .Where(pair => pair.First.Themes.Count > 0 || pair.Second.Themes.Count == 0)
            .Select(pair => pair.First).ToList();
        // The same ones again close the step where that was not done yet.
        if (await office.Meetings.Find($"{year}-{act.Meeting}", stop) is { State: MeetingState.Held } held
            && !(held.Decisions.Select(decision => (decision.Id, decision.Text)).SequenceEqual(decisions.Select(decision => (decision.Id, decision.Text))) && held.Notes.SequenceEqual(act.Notes ?? [])))
            return Refusal.Because(Why.NotNow, $"Les décisions de {act.Meeting} sont déjà enregistrées.");
        return await office.Meetings.RecordDecisions($"{year}-{act.Meeting}", decisions, act.Notes ?? [], Actor, now, act.Advisory, stop);
    }

    /// <summary>Themes that were grouped otherwise than the script expects have one fate: what is adopted is not put off beside it, nor refused.</summary>
    private static IEnumerable<MeetingDecision> OneFate(IReadOnlyList<MeetingDecision> decisions)
    {
        HashSet<string> Themes(DecisionOutcome outcome) => [.. decisions.Where(decision => decision.Outcome == outcome).SelectMany(decision => decision.Themes)];
        var (adopted, over) = (Themes(DecisionOutcome.Adopt), Themes(DecisionOutcome.CarryOver));
        return decisions.Select(decision => decision.Outcome switch
        {
            DecisionOutcome.Adopt or DecisionOutcome.Record => decision,
            DecisionOutcome.CarryOver => decision with { Themes = [.. decision.Themes.Except(adopted)] },
            DecisionOutcome.Reject => decision with { Themes = [.. decision.Themes.Except(adopted).Except(over)] },
        });
    }
}
