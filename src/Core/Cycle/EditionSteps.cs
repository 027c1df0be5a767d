using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>Special editions, which the calendar does not have: a step that sends.</summary>
public static class EditionSteps
{
    /// <summary>In one year.</summary>
    public const int Most = 30;

    /// <summary>« lettre-speciale », then « lettre-speciale-2 ».</summary>
    public static string FreeId(YearPlan plan, string newsletter) =>
        Enumerable.Range(1, Most + 1).Select(n => n == 1 ? $"{newsletter}-speciale" : $"{newsletter}-speciale-{n}").FirstOrDefault(id => plan.Find(id) is null) ?? $"{newsletter}-speciale";

    internal static Decision<YearPlan> Add(YearPlan plan, CycleCommand.AddEdition command)
    {
        if (plan.Steps.Any(step => step is { IsAhead: true, Work: StepWork.SendEdition { Special: true } } && step.Title == command.Title && step.Starts == command.Sends))
            return Decision.Done<YearPlan>();
        if (plan.Find(command.Step) is not null || plan.Steps.Count(step => step.Work is StepWork.SendEdition { Special: true }) >= Most)
            return Refusal.Because(Why.NotNow, $"L’année {plan.Year} a déjà {Most} éditions spéciales, ou une de ce nom. Revenez à la liste des numéros.");
        if (Check(plan, command) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        var step = Of(command);
        return Decision.Accept(
            plan with { Steps = [.. plan.Steps.Append(step).OrderBy(other => other.Starts).ThenBy(other => other.Id, StringComparer.Ordinal)] },
            StepEffects.Noted(plan.Year, step, command, "planifiée"));
    }

    /// <summary>The step that would send it.</summary>
    public static Step Of(CycleCommand.AddEdition command) => new(command.Step, "", command.Title, command.Sends, null, StepState.Planned, true, [],
        new StepWork.SendEdition(command.Newsletter, command.CallDays, command.ReviewDays, Math.Max(1, Math.Min(command.SilenceDays, command.ReviewDays)), Special: true));

    /// <summary>What is amiss with its title or its moment.</summary>
    public static IReadOnlyList<FieldError> Check(YearPlan plan, CycleCommand.AddEdition command)
    {
        List<FieldError> errors = [];
        if (command.Title.Length is 0 or > ArticleRules.MaxTitle)
            errors.Add(new FieldError("titre", command.Title.Length == 0 ? "Donnez un titre\u00A0: c’est l’objet du courriel." : $"Gardez {ArticleRules.MaxTitle} caractères au plus."));
        if (command.Sends <= command.Now)
            errors.Add(new FieldError("jour", "Choisissez un moment à venir."));
        else if (Math.Abs(command.Day.Year - plan.Year) > 1)
            errors.Add(new FieldError("jour", $"Cette date est trop loin de l’année {plan.Year}."));
        else if (command.Reviews < command.Now)
            errors.Add(new FieldError("relecture", "L’envoi est trop proche pour une relecture\u00A0: choisissez un jour plus lointain, ou approuvez les articles vous-même."));
        else if (command.Calls is { } calls && (calls < command.Now || command.CallDays < command.ReviewDays + EditionTimes.ShortestCall))
            errors.Add(new FieldError("appel", "L’envoi est trop proche pour demander des contributions\u00A0: choisissez un jour plus lointain, ou n’en demandez pas."));
        return errors;
    }
}
