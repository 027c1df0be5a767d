using Almanach.Adapters.Platforms;
using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>A platform unlike the first one, in a year in which nobody does anything.</summary>
public sealed class OtherPlatformTests
{
    [Fact]
    public async Task A_second_platform_walks_its_whole_year_though_nobody_answers()
    {
        var (setting, problems) = PlatformOnDisk.Setting(Path.Combine(Repository.Root, "tests/platforms/solidarites-exemple"));
        Assert.True(setting is not null, string.Join("\n", problems));
        var year = setting.Platform.FirstYear;
        var steps = setting.Plan(year).Steps;
        using var folder = new TempFolder();

        using var rehearsal = new RehearsalOffice(setting, new Script(year, new DateOnly(year - 1, 7, 1), new DateOnly(year, 12, 31), []), folder.Root);
        var summary = await rehearsal.Walk();

        var plan = (await rehearsal.Office.Cycle.Find(year))!;
        Assert.Equal(steps.Select(step => step.Id), plan.Steps.Select(step => step.Id));
        Assert.All(plan.Steps, step => Assert.True(!step.IsAhead || step.Waiting, step.Id));
        Assert.True(summary.Mails.Values.Sum() > 0);
        Assert.Empty(summary.Refused);
    }
}
