using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>How a year moves: one pure function from plan and command to the next plan and what it sets off.</summary>
public static class CycleRules
{
    public static Decision<YearPlan> Decide(YearPlan plan, CycleCommand command)
    {
        if (plan.Find(command.Step) is not { } step)
            return Refusal.Because(Why.Unknown, $"L’année {plan.Year} n’a pas d’étape « {command.Step} ».");
        return command switch
        {
            CycleCommand.StartsNow => Start(plan, step, command),
            CycleCommand.EndsNow => End(plan, step, command),
            CycleCommand.Open => Open(plan, step, command),
            CycleCommand.Close => Close(plan, step, command),
            CycleCommand.Skip skip => Skip(plan, step, skip),
            CycleCommand.Reopen reopen => Reopen(plan, step, reopen),
            CycleCommand.Move move => CycleMoves.Decide(plan, move),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The steps that name this one among their needs.</summary>
    public static IReadOnlyList<Step> DependentsOf(YearPlan plan, string step) =>
        [.. plan.Steps.Where(other => other.Needs.Contains(step) || StepEffects.MeetingOf(other) == step)];

    private static Decision<YearPlan> Start(YearPlan plan, Step step, CycleCommand command)
    {
        if (!step.IsAhead || step.Starts > command.Now)
            return Decision.Done<YearPlan>();
        var ready = step.Automatic && step.Needs.All(need => plan.Find(need) is null or { IsBehind: true });
        return ready
            ? Opened(plan, step, command)
            : step.Waiting ? Decision.Done<YearPlan>() : Decision.Accept(plan.With(step with { Waiting = true }));
    }

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
        return Opened(plan, step, command);
    }

    private static Decision<YearPlan> Close(YearPlan plan, Step step, CycleCommand command)
    {
        if (step.State == StepState.Closed)
            return Decision.Done<YearPlan>();
        if (step.State != StepState.Open)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas ouverte. Ouvrez-la, ou passez-la.");
        return Closed(plan, step, command);
    }

    private static Decision<YearPlan> Skip(YearPlan plan, Step step, CycleCommand.Skip command)
    {
        if (step.State == StepState.Skipped)
            return Decision.Done<YearPlan>();
        if (!step.IsAhead)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » a déjà commencé. Vous pouvez la clore.");
        var skipped = plan.With(step with { State = StepState.Skipped, Waiting = false, ClosedAt = command.Now });
        return WithFollowers(skipped, command, [StepEffects.Noted(plan.Year, step, command, "passée")]);
    }

    private static Decision<YearPlan> Reopen(YearPlan plan, Step step, CycleCommand.Reopen command)
    {
        if (!step.IsBehind)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas terminée : il n’y a rien à rouvrir.");
        var ends = command.Ends ?? step.Ends;
        if (ends <= command.Now)
            return Refusal.Invalid(new FieldError("fin", "Donnez une nouvelle date de fin, dans l’avenir."));
        var reopened = step with { State = StepState.Open, Ends = ends, OpenedAt = command.Now, ClosedAt = null, Waiting = false };
        return Decision.Accept(plan.With(reopened),
            [StepEffects.Noted(plan.Year, step, command, "rouverte"), .. StepEffects.OnReopen(plan.Year, reopened, command.Now)]);
    }

    private static Decision<YearPlan> Opened(YearPlan plan, Step step, CycleCommand command)
    {
        // A step of one instant is over as soon as it has happened.
        var state = step.Ends is null && step.ClosesByItself() ? StepState.Closed : StepState.Open;
        var opened = step with
        {
            State = state, Waiting = false, OpenedAt = command.Now,
            ClosedAt = state == StepState.Closed ? command.Now : null,
        };
        List<Effect> effects = [.. Audit(plan, step, command, "ouverte"), .. StepEffects.OnOpen(plan.Year, opened, command.Now)];
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
