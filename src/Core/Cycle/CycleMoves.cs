using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>Moving a step, and with it those that are proposed to follow.</summary>
internal static class CycleMoves
{
    public static Decision<YearPlan> Decide(YearPlan plan, CycleCommand.Move command)
    {
        if (command.Dates.Count == 0 || command.Dates.All(date => date.Step != command.Step))
            return Refusal.Invalid(new FieldError("dates", "Donnez la nouvelle date de l’étape."));

        if (command.Announce && plan.Find(command.Step) is { IsAhead: false } gone)
            return Refusal.Because(Why.NotNow, $"« {gone.Title} » a déjà commencé ou n’a pas lieu : sa date ne se choisit plus.");
        var errors = command.Dates.Select(date => Check(plan, date, command.Now)).OfType<FieldError>().ToList();
        if (errors.Count > 0)
            return Refusal.Invalid(errors);

        List<Effect> effects = [];
        foreach (var date in command.Dates)
        {
            var step = plan.Find(date.Step)!;
            var stays = step.Starts == date.Starts && step.Ends == date.Ends;
            var announced = command.Announce && step.Id == command.Step && step.Work is StepWork.Meet && !StepEffects.IsTold(plan, step);
            if (stays && !announced)
                continue;
            plan = plan.With((stays ? step : Moved(step, date)) with { Announced = step.Announced || announced });
            effects.Add(StepEffects.Noted(plan.Year, step, command, announced ? "fixée" : "déplacée"));
            effects.AddRange(announced ? [Announced(plan, step, date, command.Now)] : Told(plan, step, date, command.Now));
            if (step.Starts != date.Starts)
                effects.AddRange(ToRegistered.Of(plan.Year, step, MeetingChange.Moved, command.Now));
        }
        return effects.Count == 0 ? Decision.Done<YearPlan>() : Decision.Accept(plan, effects);
    }

    private static Step Moved(Step step, NewDate date) => step.State == StepState.Open
        ? step with { Ends = date.Ends }
        : step with { Starts = date.Starts, Ends = date.Ends, State = StepState.Postponed, Was = step.Was ?? step.Starts, Waiting = false, Held = null };

    private static FieldError? Check(YearPlan plan, NewDate date, DateTimeOffset now)
    {
        if (plan.Find(date.Step) is not { } step)
            return new FieldError("étape", $"L’année {plan.Year} n’a pas d’étape « {date.Step} ».");
        if (step.IsBehind)
            return new FieldError(step.Id, $"« {step.Title} » est terminée : elle ne peut plus être déplacée.");
        if (step.State == StepState.Open && date.Starts != step.Starts)
            return new FieldError(step.Id, $"« {step.Title} » est ouverte : seule sa fin peut changer.");
        if (step.IsAhead && date.Starts < now)
            return new FieldError(step.Id, $"Choisissez pour « {step.Title} » une date à venir.");
        if ((step.Ends is null) != (date.Ends is null) || date.Ends <= date.Starts || date.Ends <= now)
            return new FieldError(step.Id, $"La fin de « {step.Title} » doit venir après son début, dans l’avenir.");
        return null;
    }

    private static Effect.AnnounceDate Announced(YearPlan plan, Step step, NewDate date, DateTimeOffset now) =>
        new($"{plan.Year}-{step.Id}", $"fixed-{plan.Year}-{step.Id}-{Todo.Stamp(date.Starts)}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}");

    /// <summary>An open consultation learns its new end; people told of a meeting get one message.</summary>
    private static IEnumerable<Effect> Told(YearPlan plan, Step step, NewDate date, DateTimeOffset now) => step.Work switch
    {
        StepWork.Consult when step.State == StepState.Open => StepEffects.OnReopen(plan.Year, step with { Ends = date.Ends }, now),
        StepWork.Meet when StepEffects.IsTold(plan, step) =>
            [new Effect.TellNewDate($"{plan.Year}-{step.Id}", step.Starts, $"moved-{plan.Year}-{step.Id}-{Todo.Stamp(date.Starts)}-{Todo.Stamp(now)}", now, $"{plan.Year}/{step.Id}")],
        _ => [],
    };
}
