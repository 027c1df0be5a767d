using Almanach.Core.Access;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year;

/// <summary>What the coordinator may do with a step, besides moving it.</summary>
public enum StepAct
{
    Open,
    Close,
    Skip,
    Reopen,
}

/// <summary>The words and addresses of each.</summary>
internal static class StepActs
{
    public static StepAct? Parse(string slug) => slug switch
    {
        "ouvrir" => StepAct.Open,
        "clore" => StepAct.Close,
        "passer" => StepAct.Skip,
        "rouvrir" => StepAct.Reopen,
        _ => null,
    };

    public static string Slug(StepAct act) => act switch
    {
        StepAct.Open => "ouvrir",
        StepAct.Close => "clore",
        StepAct.Skip => "passer",
        StepAct.Reopen => "rouvrir",
    };

    public static string Verb(StepAct act) => act switch
    {
        StepAct.Open => "Ouvrir maintenant",
        StepAct.Close => "Clore maintenant",
        StepAct.Skip => "Sauter cette étape",
        StepAct.Reopen => "Rouvrir",
    };

    /// <summary>What is said once it is done.</summary>
    public static string Done(StepAct act) => act switch
    {
        StepAct.Open => "L’étape est ouverte.",
        StepAct.Close => "L’étape est close.",
        StepAct.Skip => "L’étape est sautée.",
        StepAct.Reopen => "L’étape est rouverte.",
    };

    /// <summary>What the state of a step offers. The decision itself is taken by <see cref="CycleRules"/>.</summary>
    public static IReadOnlyList<StepAct> Offered(Step step) => step.State switch
    {
        StepState.Planned or StepState.Postponed => [StepAct.Open, StepAct.Skip],
        StepState.Open => [StepAct.Close],
        StepState.Skipped => [StepAct.Reopen],
        StepState.Closed => step.Ends is null && step.Work is not StepWork.Meet { Decides: true } ? [] : [StepAct.Reopen],
    };

    /// <summary>Whether its dates can still change.</summary>
    public static bool Moves(Step step) => step.IsAhead || (step.State == StepState.Open && step.Ends is not null);

    public static CycleCommand Command(StepAct act, string step, string reason, DateTimeOffset? ends, DateTimeOffset now) => act switch
    {
        StepAct.Open => new CycleCommand.Open(step, now, Coordination.Id),
        StepAct.Close => new CycleCommand.Close(step, now, Coordination.Id),
        StepAct.Skip => new CycleCommand.Skip(step, reason, now, Coordination.Id),
        StepAct.Reopen => new CycleCommand.Reopen(step, ends, now, Coordination.Id),
    };
}
