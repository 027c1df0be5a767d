using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Year;

/// <summary>An action on a step before it is confirmed: what changes, who is written to, in which words.</summary>
/// <param name="Changes">What the year would be afterwards, in sentences.</param>
/// <param name="Cautions">What one should know before.</param>
/// <param name="Stamp">The audience shown: the same must be the one confirmed.</param>
/// <param name="Ends">The last day proposed for a step that is reopened, <c>yyyy-MM-dd</c>; null when it has no end.</param>
public sealed record ActView(
    StepAct Act, string Title, string Href, IReadOnlyList<string> Changes, IReadOnlyList<string> Cautions,
    IReadOnlyList<MailingView> Mailings, int People, string Stamp, string Reason, string? Ends, string Grace)
{
    public string Button => (Act, People) switch
    {
        (StepAct.Open, > 0) => $"Ouvrir et écrire à {Words.People(People)}",
        (StepAct.Open, _) => "Ouvrir",
        (StepAct.Close, > 0) => $"Clore et écrire à {Words.People(People)}",
        (StepAct.Close, _) => "Clore",
        (StepAct.Skip, > 0) => $"Sauter l’étape et écrire à {Words.People(People)}",
        (StepAct.Skip, _) => "Sauter l’étape",
        (StepAct.Reopen, > 0) => $"Rouvrir et écrire à {Words.People(People)}",
        (StepAct.Reopen, _) => "Rouvrir",
    };

    /// <summary>Every step whose state or dates the action changes.</summary>
    public static IReadOnlyList<string> Differences(Setting setting, YearPlan before, YearPlan after) =>
        [.. after.Steps.Zip(before.Steps).Where(pair => pair.First != pair.Second).Select(pair => Difference(setting, pair.Second, pair.First))];

    private static string Difference(Setting setting, Step before, Step after) =>
        $"«\u00A0{after.Title}\u00A0»{(before.State == after.State ? $"\u00A0: {setting.When(after)}" : Becomes(setting, before, after))}.";

    private static string Becomes(Setting setting, Step before, Step after) => after.State switch
    {
        StepState.Open => after.Ends is { } ends ? $" s’ouvre, jusqu’au {setting.End(ends)}" : " s’ouvre",
        StepState.Closed => before.State == StepState.Open ? " se termine" : " se fait, en une fois",
        StepState.Skipped => " n’aura pas lieu",
        StepState.Planned or StepState.Postponed => $" est prévue de nouveau, {setting.When(after)}",
    };

    /// <summary>What it needs and has not, what is open that it would end early.</summary>
    public static IReadOnlyList<string> Warnings(Setting setting, YearPlan plan, Step step, StepAct act, DateTimeOffset now)
    {
        List<string> warnings = [];
        if (act == StepAct.Open)
            foreach (var need in step.Needs.Select(plan.Find).OfType<Step>().Where(need => !need.IsBehind))
                warnings.Add($"«\u00A0{need.Title}\u00A0» n’est pas terminée. D’ordinaire, cette étape l’attend.");
        if (act == StepAct.Open && step.Starts > now)
            warnings.Add($"Elle est prévue {setting.When(step)}.{(step.Ends is null ? "" : " Sa fin ne change pas.")}");
        if (act == StepAct.Close && step.Ends > now)
            warnings.Add($"Elle devait durer jusqu’au {setting.End(step.Ends.Value)}.");
        if (act == StepAct.Skip)
            warnings.AddRange(Without(plan.With(step with { State = StepState.Skipped }), step));
        return warnings;
    }

    /// <summary>What the steps that depend on a skipped one become, by the rules of the year.</summary>
    private static IEnumerable<string> Without(YearPlan plan, Step skipped) =>
        CycleRules.DependentsOf(plan, skipped.Id).Where(other => other.IsAhead).Select(other => $"«\u00A0{other.Title}\u00A0» {Becomes(plan, other)}.");

    private static string Becomes(YearPlan plan, Step other) => CycleRules.ProspectOf(plan, other) switch
    {
        Prospect.DropsOut when other.Work is StepWork.Publish => "ne sera pas établi",
        Prospect.DropsOut => "ne partira pas",
        Prospect.WaitsForTheCoordinator => "attendra que vous l’ouvriez ou le sautiez",
        Prospect.TakesPlace => "l’attend, et aura lieu sans elle",
    };
}
