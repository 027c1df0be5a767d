namespace Almanach.Local.Tests.Crash;

/// <summary>
/// A short year (collection, answers, close, vote, committee, documents) in which one call to store, queue, files or mailer
/// fails: each call in turn, each in a year of its own that then goes on.
/// </summary>
public sealed class EveryCallTests
{
    private static readonly SmallYear Year = SmallYear.Of(organisations: 2, colleagues: 0, ends: new DateOnly(2022, 1, 20));

    // How it fails: before or after its work was done, alone or with all that follows.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Whichever_call_fails_the_year_comes_out_the_same(bool after, bool forGood)
    {
        var untouched = new Ground(Year);
        var count = new FaultPlan();
        await untouched.Walk(count);
        var expected = await untouched.Outcome();

        var different = new System.Collections.Concurrent.ConcurrentDictionary<int, string>();
        await Parallel.ForAsync(1, count.Calls + 1, async (call, _) =>
        {
            var ground = new Ground(Year);
            await ground.Walk(new FaultPlan(call, after, forGood));
            for (var tries = 0; !await ground.Walk(new FaultPlan()) && tries < 3;)
                tries++;
            var outcome = await ground.Outcome();
            if (!outcome.SequenceEqual(expected))
                different[call] = string.Join('\n', outcome.Except(expected).Take(3).Select(line => "+ " + line).Concat(expected.Except(outcome).Take(3).Select(line => "- " + line)));
        });

        Assert.True(expected.Count > 200, "The year is too short to mean anything.");
        Assert.True(different.IsEmpty, string.Join('\n', different.OrderBy(pair => pair.Key).Take(5).Select(pair => $"call {pair.Key} of {count.Calls}:\n{pair.Value}")) + $"\n{different.Count} of {count.Calls}");
    }
}
