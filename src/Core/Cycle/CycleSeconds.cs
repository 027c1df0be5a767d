using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>A meeting that sat without quorum is convened a second time: its step takes another date.</summary>
internal static class CycleSeconds
{
    public static Decision<YearPlan> Decide(YearPlan plan, Step step, CycleCommand.ConveneAgain command)
    {
        if (step.Work is not StepWork.Meet || step.State == StepState.Skipped)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’est pas une réunion qui s’est tenue.");
        if (step.IsAhead && step.Starts == command.Starts)
            return Decision.Done<YearPlan>();
        if (step.IsAhead)
            return Refusal.Because(Why.NotNow, $"« {step.Title} » n’a pas encore eu lieu. Pour changer sa date, déplacez-la.");
        if (command.Starts <= command.Now)
            return Refusal.Invalid(new FieldError("date", "Choisissez une date à venir."));
        var again = step with
        {
            Starts = command.Starts,
            Ends = step.Ends + (command.Starts - step.Starts),
            State = StepState.Postponed,
            Was = step.Was ?? step.Starts,
            OpenedAt = null,
            ClosedAt = null,
            Waiting = false,
            Held = null,
            Announced = true,
        };
        return Decision.Accept(plan.With(again),
        [
            StepEffects.Noted(plan.Year, step, command, "convoquée une seconde fois"),
            new Effect.ConveneAgain($"{plan.Year}-{step.Id}", step.Starts, $"again-{plan.Year}-{step.Id}-{Todo.Stamp(command.Now)}", command.Now, $"{plan.Year}/{step.Id}"),
        ]);
    }
}
