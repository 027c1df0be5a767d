using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>How a year moves: one pure function from plan and command to the next plan and what it sets off.</summary>
public static class CycleRules
{
    public static Decision<YearPlan> Decide(YearPlan plan, CycleCommand command) => Decided(plan, command) switch
    {
        Decision<YearPlan>.Accepted accepted => Decision.Accept(accepted.State, [.. accepted.Effects, .. ActionMeetings.Follow(plan, accepted.State, command)]),
        var other => other,
    };

    private static Decision<YearPlan> Decided(YearPlan plan, CycleCommand command)
    {
        if (command is CycleCommand.AddMeeting add)
            return ActionMeetings.Add(plan, add);
        if (command is CycleCommand.AddEdition edition)
            return EditionSteps.Add(plan, edition);
        if (plan.Find(command.Step) is not { } step)
            return Refusal.Because(Why.Unknown, $"L’année {plan.Year} n’a pas d’étape « {command.Step} ».");
        return command switch
        {
            CycleCommand.StartsNow start => Start(plan, step, start),
            CycleCommand.EndsNow => End(plan, step, command),
            CycleCommand.Open => Open(plan, step, command),
            CycleCommand.Close => Close(plan, step, command),
            CycleCommand.Skip skip => Skip(plan, step, skip),
            CycleCommand.Reopen reopen => Reopen(plan, step, reopen),
            CycleCommand.Move move => CycleMoves.Decide(plan, move),
            CycleCommand.Arrange arrange => CycleArrangements.Decide(plan, step, arrange),
            CycleCommand.ConveneAgain again => CycleSeconds.Decide(plan, step, again),
            CycleCommand.HoldBack hold => HoldBack(plan, step, hold),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// A plan as it begins at an instant: what is past already is skipped, what has begun waits for the coordinator, so that
    /// a platform opened in the middle of its year mails nobody about what is over.
    /// </summary>
    public static YearPlan Begin(YearPlan plan, DateTimeOffset now) => plan with
    {
        Steps = [.. plan.Steps.Select(step =>
            step.Starts >= now ? step
            : (step.Ends ?? step.Starts) <= now ? step with { State = StepState.Skipped, ClosedAt = now }
            : step with { Waiting = true, Held = "Cette étape avait déjà commencé quand l’année a été ouverte ici. Ouvrez-la, ou sautez-la." })],
    };

    /// <summary>The steps that name this one among their needs.</summary>
    public static IReadOnlyList<Step> DependentsOf(YearPlan plan, string step) =>
        [.. plan.Steps.Where(other => other.Needs.Contains(step) || StepEffects.MeetingOf(other) == step)];

    /// <summary>What the day of a step ahead will bring, now that meetings it rests on may have been called off.</summary>
    public static Prospect ProspectOf(YearPlan plan, Step step) =>
        IsForNothing(plan, step, step.Starts) ? Prospect.DropsOut
        : CalledOff(plan, step) is not null ? Prospect.WaitsForTheCoordinator
        : Prospect.TakesPlace;

    /// <summary>The meeting that a convocation or a document rests on, when it was called off; null for any other step.</summary>
    public static Step? MissedBy(YearPlan plan, Step step) =>
        CalledOff(plan, step) ?? (StepEffects.MeetingOf(step) is { } id && plan.Find(id) is { State: StepState.Skipped } meeting ? meeting : null);

    /// <summary>Where the timer comes late, because no host was running, nobody is asked or convened for what is over.</summary>
    private static Decision<YearPlan> Start(YearPlan plan, Step step, CycleCommand.StartsNow command)
    {
        var performed = command.Performed ?? command.Now;
        if (!step.IsAhead || step.Starts > command.Now || step.Held is not null)
            return Decision.Done<YearPlan>();
        if (IsForNothing(plan, step, performed))
            return WithFollowers(plan.With(step with { State = StepState.Skipped, Waiting = false, ClosedAt = command.Now }), command, []);
        if (CalledOff(plan, step) is { } committee)
            return Decision.Accept(plan.With(step with { Waiting = true, Held = Undecided(committee) }));
        var ready = step.Automatic && step.Needs.All(need => plan.Find(need) is null or { IsBehind: true });
        return ready
            ? step.Ends <= performed ? Decision.Accept(plan.With(step with { Waiting = true, Held = Overtaken })) : Opened(plan, step, command)
            : step.Waiting ? Decision.Done<YearPlan>() : Decision.Accept(plan.With(step with { Waiting = true }));
    }

    private const string Overtaken = "Sa date de fin est passée pendant qu’elle attendait. Donnez-lui de nouvelles dates, ou sautez-la.";

    private static string Undecided(Step committee) =>
        $"« {committee.Title} » n’a pas eu lieu : rien n’a été décidé. Sautez cette étape, ou ouvrez-la une fois les choix faits autrement.";

    /// <summary>A convocation to a meeting that is over or will not be; the minutes of one that was called off.</summary>
    private static bool IsForNothing(YearPlan plan, Step step, DateTimeOffset now) =>
        StepEffects.MeetingOf(step) is { } id && plan.Find(id) is { } meeting && (meeting.IsBehind || meeting.Starts <= now)
        || step.Work is StepWork.Publish minutes && StepEffects.MinutedBy(plan, minutes) is { State: StepState.Skipped };

    /// <summary>The committee that a document of the year rests on, when it was called off: nothing was decided.</summary>
    private static Step? CalledOff(YearPlan plan, Step step) => step.Work is StepWork.Publish
        ? step.Needs.Select(plan.Find).FirstOrDefault(need => need is { State: StepState.Skipped, Work: StepWork.Meet { Decides: true } })
        : null;

    private static Decision<YearPlan> HoldBack(YearPlan plan, Step step, CycleCommand.HoldBack command) => step.State == StepState.Open
        ? Decision.Accept(plan.With(step with
        {
            State = step.Was is null ? StepState.Planned : StepState.Postponed,
            Waiting = true,
            Held = command.Reason,
            OpenedAt = null,
        }))
        : Decision.Done<YearPlan>();

    private static Decision<YearPlan> End(YearPlan plan, Step step, CycleCommand command) =>
        step.State == StepState.Open && step.Ends <= command.Now && step.ClosesByItself()
            ? Closed(plan, step, command)
            : Decision.Done<YearPlan>();

    private static Decision<YearPlan> Open(YearPlan plan, Step step, CycleCommand command)
    {
        if (step.State == StepState.Open)
            return Decision.Done<YearPlan>();
        if (step.IsBehind)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » est terminée. Pour la reprendre, utilisez « Rouvrir ».");
        if (step.Ends <= command.Now)
            return Refusal.Because(Why.NotNow, $"La date de fin de « {step.Title} » est passée. Déplacez d’abord l’étape.");
        if (IsForNothing(plan, step, command.Now))
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’a plus lieu d’être : la réunion est passée, ou n’a pas lieu. Sautez l’étape, ou rouvrez d’abord la réunion.");
        return Opened(plan, step, command);
    }

    private static Decision<YearPlan> Close(YearPlan plan, Step step, CycleCommand command)
    {
        if (step.State == StepState.Closed)
            return Decision.Done<YearPlan>();
        if (step.State != StepState.Open)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas ouverte. Ouvrez-la, ou sautez-la.");
        return Closed(plan, step, command);
    }

    private static Decision<YearPlan> Skip(YearPlan plan, Step step, CycleCommand.Skip command)
    {
        if (step.State == StepState.Skipped)
            return Decision.Done<YearPlan>();
        if (!step.IsAhead)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » a déjà commencé. Vous pouvez la clore.");
        var skipped = plan.With(step with { State = StepState.Skipped, Waiting = false, Held = null, ClosedAt = command.Now });
        List<Effect> effects = [StepEffects.Noted(plan.Year, step, command, "sautée", command.Reason), .. StepEffects.OnSkip(plan, step, command.Now)];
        foreach (var about in AskingAbout(plan, step))
        {
            skipped = skipped.With(about with { State = about.IsAhead ? StepState.Skipped : StepState.Closed, Waiting = false, Held = null, ClosedAt = command.Now });
            effects.Add(StepEffects.Noted(plan.Year, about, command, about.IsAhead ? "sautée" : "close"));
            if (!about.IsAhead)
                effects.AddRange(StepEffects.OnClose(plan.Year, about, command.Now));
        }
        return WithFollowers(skipped, command, effects);
    }

    /// <summary>The consultations that follow a meeting's convocation (who will come): without the meeting, nobody is asked any more.</summary>
    private static IEnumerable<Step> AskingAbout(YearPlan plan, Step meeting) => plan.Steps.Where(step =>
        step is { Work: StepWork.Consult, IsBehind: false }
        && step.Needs.Any(need => plan.Find(need) is { } needed && StepEffects.MeetingOf(needed) == meeting.Id));

    private static Decision<YearPlan> Reopen(YearPlan plan, Step step, CycleCommand.Reopen command)
    {
        var atOnce = step.Ends is null && step.ClosesByItself();
        var ends = atOnce ? null : command.Ends ?? step.Ends;
        if (step.State == StepState.Open && ends == step.Ends)
            return Decision.Done<YearPlan>();
        if (!step.IsBehind)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas terminée : il n’y a rien à rouvrir.");
        if (ends <= command.Now)
            return Refusal.Invalid(new FieldError("fin", "Donnez une nouvelle date de fin, dans l’avenir."));
        if (step.State == StepState.Skipped && ends <= step.Starts)
            return Refusal.Invalid(new FieldError("fin", "Donnez une date de fin qui vienne après le début de l’étape."));
        if (step.State == StepState.Skipped)
            return Restored(plan, step with { Ends = ends, ClosedAt = null }, command);
        if (atOnce)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » s’est faite en une fois : il n’y a rien à rouvrir.");
        var reopened = step with { State = StepState.Open, Ends = ends, OpenedAt = command.Now, ClosedAt = null, Waiting = false };
        return Decision.Accept(plan.With(reopened),
            [StepEffects.Noted(plan.Year, step, command, "rouverte"), .. StepEffects.OnReopen(plan.Year, reopened, command.Now)]);
    }

    /// <summary>A step skipped by mistake: before its day it is planned again, after it opens as for the first time.</summary>
    private static Decision<YearPlan> Restored(YearPlan plan, Step step, CycleCommand command)
    {
        var planned = step with { State = step.Was is null ? StepState.Planned : StepState.Postponed };
        var next = step.Starts > command.Now
            ? Decision.Accept(plan.With(planned), StepEffects.Noted(plan.Year, step, command, "rétablie"))
            : Open(plan.With(planned), planned, command);
        return next is Decision<YearPlan>.Accepted restored
            ? Decision.Accept(restored.State, [.. restored.Effects, .. StepEffects.OnRestore(plan, step, command.Now)])
            : next;
    }

    private static Decision<YearPlan> Opened(YearPlan plan, Step step, CycleCommand command)
    {
        // A step of one instant is over as soon as it has happened.
        var state = step.Ends is null && step.ClosesByItself() ? StepState.Closed : StepState.Open;
        var opened = step with
        {
            State = state,
            Waiting = false,
            Held = null,
            OpenedAt = command.Now,
            ClosedAt = state == StepState.Closed ? command.Now : null,
        };
        List<Effect> effects = [.. Audit(plan, step, command, "ouverte"), .. StepEffects.OnUse(plan, opened, command.Now), .. StepEffects.OnOpen(plan.Year, opened, command.Now)];
        return state == StepState.Closed
            ? WithFollowers(plan.With(opened), command, effects)
            : Decision.Accept(plan.With(opened), effects);
    }

    private static Decision<YearPlan> Closed(YearPlan plan, Step step, CycleCommand command) =>
        WithFollowers(
            plan.With(step with { State = StepState.Closed, ClosedAt = command.Now }), command,
            [.. Audit(plan, step, command, "close"), .. StepEffects.OnClose(plan.Year, step, command.Now)]);

    /// <summary>Steps whose day has come and that waited for this one open in the same decision.</summary>
    private static Decision<YearPlan> WithFollowers(YearPlan plan, CycleCommand command, IReadOnlyList<Effect> effects)
    {
        foreach (var waiting in plan.Steps.Where(other => other.Waiting && other.Automatic))
            if (Start(plan, waiting, new CycleCommand.StartsNow(waiting.Id, command.Now)) is Decision<YearPlan>.Accepted next)
                return WithFollowers(next.State, command, [.. effects, .. next.Effects]);
        return Decision.Accept(plan, effects);
    }

    private static IEnumerable<Effect> Audit(YearPlan plan, Step step, CycleCommand command, string what) =>
        command.Actor.Length == 0 ? [] : [StepEffects.Noted(plan.Year, step, command, what)];
}

/// <summary>What becomes of a step on its day.</summary>
public enum Prospect
{
    TakesPlace,

    /// <summary>It opens only if the coordinator says so.</summary>
    WaitsForTheCoordinator,

    /// <summary>It is skipped, and nothing is sent.</summary>
    DropsOut,
}
