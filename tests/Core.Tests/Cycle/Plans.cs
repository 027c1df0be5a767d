using Almanach.Core.Cycle;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Cycle;

/// <summary>A year of every kind of work, counted in days from its first morning.</summary>
internal static class Plans
{
    public static DateTimeOffset Day(double day) => new DateTimeOffset(2021, 9, 1, 7, 0, 0, TimeSpan.Zero).AddDays(day);

    public static YearPlan Year() => new(2022,
    [
        Step("collecte", 10, 20, new StepWork.Consult("themes")),
        Step("regroupement", 21, 25, new StepWork.ConsolidateThemes(), needs: ["collecte"]),
        Step("vote", 26, 36, new StepWork.Consult("vote"), needs: ["regroupement"]),
        Step("convocation", 30, null, new StepWork.Convene("copil", ["Bilan"])),
        Step("copil", 40, null, new StepWork.Meet("Comité", "copil", "", Remote: true, Decides: true)),
        Step("lettre", 45, null, new StepWork.Milestone(), automatic: false),
        Step("programme", 50, null, new StepWork.Publish(DocumentKind.Programme, null), needs: ["copil"]),
        Step("journee", 55, null, new StepWork.Meet("Journée", null, "Lyon", Remote: false, Decides: false), needs: ["programme"]),
        Step("suivante", 60, null, new StepWork.OpenNextYear()),
    ]);

    public static Step Step(
        string id, double starts, double? ends, StepWork work, IReadOnlyList<string>? needs = null, bool automatic = true) => new(
        id, id, $"Étape {id}", Day(starts), ends is { } end ? Day(end) : null, StepState.Planned, automatic, needs ?? [], work);

    /// <summary>The year with one step changed.</summary>
    public static YearPlan With(this YearPlan plan, string id, Func<Step, Step> change) => plan.With(change(plan.Find(id)!));

    public static YearPlan Done(this YearPlan plan, params string[] ids) =>
        ids.Aggregate(plan, (next, id) => next.With(id, step => step with { State = StepState.Closed, ClosedAt = step.Ends ?? step.Starts }));
}
