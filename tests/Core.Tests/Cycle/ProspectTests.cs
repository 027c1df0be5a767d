using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Cycle;

/// <summary>What is said of a step ahead is what its day brings.</summary>
public sealed class ProspectTests
{
    [Theory]
    [InlineData("convocation", true, Prospect.DropsOut)]
    [InlineData("compte-rendu", true, Prospect.DropsOut)]
    [InlineData("programme", true, Prospect.WaitsForTheCoordinator)]
    [InlineData("journee", true, Prospect.TakesPlace)] // it needs the programme, which it waits for as ever
    [InlineData("convocation", false, Prospect.TakesPlace)]
    [InlineData("compte-rendu", false, Prospect.TakesPlace)]
    [InlineData("programme", false, Prospect.TakesPlace)]
    public void Without_the_committee(string id, bool calledOff, Prospect expected)
    {
        var plan = Plans.Year();
        plan = plan with { Steps = [.. plan.Steps, Plans.Step("compte-rendu", 44, null, new StepWork.Publish(DocumentKind.CompteRendu, "copil"), needs: ["copil"])] };
        if (calledOff)
            plan = plan.With("copil", committee => committee with { State = StepState.Skipped });
        var step = plan.Find(id)!;

        var prospect = CycleRules.ProspectOf(plan, step);

        Assert.Equal(expected, prospect);
        Assert.Equal(calledOff && id != "journee" ? "copil" : null, CycleRules.MissedBy(plan, step)?.Id);
        var then = Assert.IsType<Decision<YearPlan>.Accepted>(CycleRules.Decide(plan, new CycleCommand.StartsNow(id, step.Starts))).State.Find(id)!;
        Assert.Equal(expected == Prospect.DropsOut, then.State == StepState.Skipped);
        Assert.Equal(expected == Prospect.WaitsForTheCoordinator, then.Held is not null);
    }
}
