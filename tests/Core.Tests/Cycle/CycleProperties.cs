using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Engine;
using FsCheck;
using FsCheck.Fluent;
using static Almanach.Core.Tests.Cycle.Plans;

namespace Almanach.Core.Tests.Cycle;

/// <summary>Whatever is done to a year, in whatever order.</summary>
public sealed class CycleProperties
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(400);
    static readonly PlatformZone _paris = new("Europe/Paris");
    static readonly Arbitrary<CycleCommand[]> _sequences = Commands([.. Year().Steps], Day(0)).ToArbitrary();

    [Fact]
    public void No_step_is_lost_and_what_is_closed_stays_closed_unless_reopened() => Walk(move =>
        move.After.Steps.Select(step => step.Id).SequenceEqual(Year().Steps.Select(step => step.Id))
        && move.Before.Steps.Where(step => step.State == StepState.Closed).All(step =>
            move.After.Find(step.Id)!.State == StepState.Closed || move.Command is CycleCommand.Reopen reopen && reopen.Step == step.Id));

    [Fact]
    public void The_same_command_again_changes_nothing() => Walk(move =>
        CycleRules.Decide(move.After, move.Command) is not Decision<YearPlan>.Accepted);

    [Fact]
    public void A_step_that_is_ready_never_waits() => Walk(move => !move.After.Steps.Any(step =>
        step is { Waiting: true, Automatic: true, Held: null } && step.Needs.All(need => move.After.Find(need)!.IsBehind)));

    [Fact]
    public void A_step_waits_only_when_its_day_has_come_and_has_a_timer_otherwise() => Walk(move =>
        move.After.Steps.Where(step => step.IsAhead).All(step =>
            step.Waiting || CycleTimers.Of(move.After, _paris).Any(timer => timer is Effect.StartStep start && start.Id == step.Id && start.Due == step.Starts)));

    [Fact]
    public void No_effect_of_a_year_bears_the_key_of_another() =>
        Prop.ForAll(_sequences, commands =>
        {
            var keys = Moves(commands.Select((command, i) => command with { Now = command.Now.AddMilliseconds(i) }))
                .SelectMany(move => move.Effects).Select(effect => effect.Key).ToList();
            Assert.Equal(keys.Distinct(), keys);
        }).Check(_config);

    [Fact]
    public void The_stored_timers_are_those_that_the_stored_plan_needs()
    {
        var setting = TestOffice.Pfoss();
        var begins = setting.Zone.At(new DateOnly(2021, 9, 20), new TimeOnly(8, 0));
        var plan = setting.Plan(2022);

        Prop.ForAll(Commands([.. plan.Steps], begins).ToArbitrary(), commands =>
        {
            var test = new TestOffice(setting, begins);
            Run(test, begins, commands).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    static async Task Run(TestOffice test, DateTimeOffset begins, IEnumerable<CycleCommand> commands)
    {
        await test.Office.Cycle.Open(2022, begins);
        foreach (var command in commands)
        {
            await test.At(command.Now);
            await test.Office.Cycle.Apply(2022, command);
            await test.Settle();
            var plan = (await test.Office.Cycle.Find(2022))!;
            var stored = (await test.Rows(YearPlan.Partition(2022), Todo.Prefix)).Values.Select(Stored.Read<Effect>).ToList();
            var needed = CycleTimers.Of(plan, _paris).ToList();
            Assert.Equal(Rows(needed, OfSteps), Rows(stored, OfSteps));
            // The call and the review of an edition, once performed, are stored no more though the edition is still ahead.
            Assert.Subset(Rows(needed, BeforeEditions).ToHashSet(), Rows(stored, BeforeEditions).ToHashSet());
        }
    }

    static IEnumerable<string> Rows(IEnumerable<Effect> effects, Func<Effect, bool> which) => effects.Where(which).Select(Todo.Row).Order(StringComparer.Ordinal);

    static bool OfSteps(Effect effect) => effect is Effect.StartStep or Effect.EndStep;

    static bool BeforeEditions(Effect effect) => effect is Effect.CallContributions or Effect.PrepareEdition;

    static void Walk(Func<Move, bool> holds) =>
        Prop.ForAll(_sequences, commands =>
        {
            foreach (var move in Moves(commands).Where(move => !holds(move)))
                Assert.Fail($"{move.Command}\n{string.Join('\n', move.After.Steps)}");
        }).Check(_config);

    static IEnumerable<Move> Moves(IEnumerable<CycleCommand> commands)
    {
        var plan = Year();
        foreach (var command in commands)
            if (CycleRules.Decide(plan, command) is Decision<YearPlan>.Accepted accepted)
            {
                yield return new Move(plan, command, accepted.State, accepted.Effects);
                plan = accepted.State;
            }
    }

    sealed record Move(YearPlan Before, CycleCommand Command, YearPlan After, IReadOnlyList<Effect> Effects);

    /// <summary>Up to sixty commands on any step, hours to days apart, the timers of the step among them.</summary>
    static Gen<CycleCommand[]> Commands(Step[] steps, DateTimeOffset begins) =>
        from kinds in Gen.Choose(0, 8).ArrayOf(60)
        from which in Gen.Choose(0, steps.Length - 1).ArrayOf(60)
        from hours in Gen.Frequency((3, Gen.Choose(1, 72)), (1, Gen.Choose(0, 0))).ArrayOf(60)
        from days in Gen.Choose(-3, 30).ArrayOf(60)
        select Enumerable.Range(0, 60).Select(i =>
        {
            var now = begins.AddHours(hours.Take(i + 1).Sum());
            return Command(kinds[i], steps[which[i]], now, now.AddDays(days[i]).AddMinutes(i));
        }).ToArray();

    static CycleCommand Command(int kind, Step step, DateTimeOffset now, DateTimeOffset day) => kind switch
    {
        0 => new CycleCommand.Open(step.Id, now, "coordination"),
        1 => new CycleCommand.Close(step.Id, now, "coordination"),
        2 => new CycleCommand.Skip(step.Id, "raison", now, "coordination"),
        3 => new CycleCommand.Reopen(step.Id, step.Ends is null ? null : day, now, "coordination"),
        4 => new CycleCommand.Move(step.Id, [new(step.Id, day, step.Ends is null ? null : day.AddDays(5))], now, "coordination"),
        5 => new CycleCommand.Move(step.Id, [new(step.Id, step.Starts, step.Ends is null ? null : day)], now, "coordination"),
        6 or 7 => new CycleCommand.StartsNow(step.Id, now),
        _ => new CycleCommand.EndsNow(step.Id, now),
    };
}
