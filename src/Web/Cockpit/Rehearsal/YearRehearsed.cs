using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Rehearsal;

/// <summary>
/// Walks a year as it is planned, with the people and texts of today: nobody answers, the coordinator does what only she
/// can do on the day it is due. What nobody has chosen yet (themes, working groups) has a stand-in, so that each
/// consultation opens. Only what is still to come is shown. Everything happens apart from the platform.
/// </summary>
internal static class YearRehearsed
{
    /// <summary>How long after its start a meeting's decisions are recorded.</summary>
    private static readonly TimeSpan MeetingLasts = TimeSpan.FromHours(3);

    public static async Task<RehearsalView> Of(Office office, RehearsalPorts ports, YearPlan plan, CancellationToken stop)
    {
        var setting = await Today(office, stop);
        var begins = setting.Zone.DayOf(Earliest(setting, plan)).AddDays(-1);
        var ends = setting.Zone.DayOf(plan.Steps.Max(step => step.Ends ?? step.Starts)).AddDays(1);
        var clock = new SimulatedClock(setting.Zone.At(begins, TimeOnly.MinValue));
        var rehearsed = new Office(setting, ports(clock));
        await rehearsed.Opening.Open(plan.Year, clock.GetUtcNow(), stop);
        await LikeTheRealYear(rehearsed, plan, clock.GetUtcNow(), stop);
        await StandIns.Propose(rehearsed, plan.Year, clock.GetUtcNow(), stop);
        List<Act> acts = [];
        foreach (var step in plan.Steps)
            acts.AddRange(Hers(setting, step, await StandIns.Decisions(office, plan.Year, step, stop)));
        await new YearWalk(rehearsed, clock, new Script(plan.Year, begins, ends, acts)).Run(stop: stop);
        return await View(rehearsed, plan, office.Now, stop);
    }

    /// <summary>The platform with its network and texts as they are now; whoever was erased has no part in a year to come.</summary>
    private static async Task<Setting> Today(Office office, CancellationToken stop)
    {
        var roster = await office.Network.Load(stop);
        Dictionary<string, string> texts = [];
        foreach (var id in office.Setting.Folder.Texts.Keys)
            texts[id] = (await office.Texts.Source(id, stop))!;
        return office.Setting with
        {
            Folder = office.Setting.Folder with { Organisations = [.. roster.Organisations.Values], Contacts = [.. roster.Contacts.Values.Where(contact => !contact.IsErased)], Texts = texts },
        };
    }

    /// <summary>Before the first day of the plan and of the calendar, so that every step is still ahead.</summary>
    private static DateTimeOffset Earliest(Setting setting, YearPlan plan) =>
        plan.Steps.Concat(setting.Plan(plan.Year).Steps).Min(step => step.Starts);

    private static async Task LikeTheRealYear(Office rehearsed, YearPlan plan, DateTimeOffset now, CancellationToken stop)
    {
        var fresh = (await rehearsed.Cycle.Find(plan.Year, stop))!;
        var moved = plan.Steps.Where(step => fresh.Find(step.Id) is { } other && (other.Starts != step.Starts || other.Ends != step.Ends))
            .Select(step => new NewDate(step.Id, step.Starts, step.Ends)).ToList();
        if (moved.Count > 0)
            await rehearsed.Cycle.Apply(plan.Year, new CycleCommand.Move(moved[0].Step, moved, now, ""), stop);
        foreach (var step in plan.Steps)
            if (step.Work is StepWork.Meet meet && fresh.Find(step.Id) is { } other && other.Work != step.Work)
                await rehearsed.Cycle.Apply(plan.Year, new CycleCommand.Arrange(step.Id, step.Starts, meet.Remote ? "" : meet.Place, meet.Link, now, ""), stop);
        foreach (var step in plan.Steps.Where(step => step.State == StepState.Skipped || step.Work is StepWork.OpenNextYear))
            await rehearsed.Cycle.Apply(plan.Year, new CycleCommand.Skip(step.Id, "", now, ""), stop);
    }

    /// <summary>What only the coordinator does: open what does not open by itself, say that a task is done. What she did early she does early.</summary>
    private static IEnumerable<Act> Hers(Setting setting, Step step, IReadOnlyList<MeetingDecision> decisions)
    {
        if (step.State == StepState.Skipped)
            yield break;
        if (step.OpenedAt < step.Starts)
            yield return new Act.OpenStep(setting.Zone.LocalOf(step.OpenedAt.Value), step.Id);
        else if (!step.Automatic)
            yield return new Act.OpenStep(setting.Zone.LocalOf(step.Starts), step.Id);
        if (decisions.Count > 0)
            yield return new Act.Decide(setting.Zone.LocalOf(step.Starts + MeetingLasts), step.Id, decisions, []);
        else if (!step.ClosesByItself())
            yield return new Act.CloseStep(setting.Zone.LocalOf(step.Ends ?? step.Starts + MeetingLasts), step.Id);
        if (step.State == StepState.Closed && step.ClosedAt < step.Ends)
            yield return new Act.CloseStep(setting.Zone.LocalOf(step.ClosedAt.Value), step.Id);
    }

    private static async Task<RehearsalView> View(Office rehearsed, YearPlan real, DateTimeOffset now, CancellationToken stop)
    {
        var setting = rehearsed.Setting;
        var roster = await rehearsed.Network.Load(stop);
        List<RehearsedMail> mails = [];
        await foreach (var line in rehearsed.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
        {
            var step = real.Find(line.Step[(line.Step.IndexOf('/') + 1)..]);
            var late = line.Due <= now;
            if (late && step is not { IsAhead: true } || step is { IsBehind: true })
                continue;
            var state = (await rehearsed.MailRoom.Find(line.Key, stop))!;
            var members = await rehearsed.MailRoom.Members(state.Mailing, stop);
            var copy = await LetterPreview.Of(rehearsed, state, members[0], links: false, stop);
            mails.Add(new RehearsedMail(
                setting.Zone.DayOf(late ? now : line.Due), late ? "Dès que l’étape s’ouvre" : Words.Capital(setting.At(line.Due)), copy.Subject, step?.Title ?? "Relance",
                [.. members.Select(member => People.Name(roster, member.Contact))], copy.Text, Addresses.Text(line.Text)));
        }
        return RehearsalView.Of(real.Year, mails) with { Held = await Held(rehearsed, real, stop) };
    }

    /// <summary>Steps to come that would still wait at the end of the year, each with its reason.</summary>
    private static async Task<IReadOnlyList<(string Title, string Href, string Why)>> Held(Office rehearsed, YearPlan real, CancellationToken stop) =>
        [.. (await rehearsed.Cycle.Find(real.Year, stop))!.Steps.Where(step => step is { IsAhead: true, Waiting: true } && real.Find(step.Id) is { IsBehind: false })
            .Select(step => (step.Title, Addresses.Step(real.Year, step.Id), step.Held ?? "Elle attendrait une autre étape."))];
}
