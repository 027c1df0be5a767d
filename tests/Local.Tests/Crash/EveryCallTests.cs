using System.Collections.Concurrent;

namespace Almanach.Local.Tests.Crash;

/// <summary>
/// A short year (collection, answers, close, vote, committee, documents) cut in weeks. In each week every call to store,
/// queue, files or mailer fails in turn, each on a ground of its own where a new process then goes on. Once a week ends as
/// it should, record for record, all that follows is as it should be.
/// </summary>
[Takes(160)]
public sealed class EveryCallTests(ITestOutputHelper output)
{
    private static readonly SmallYear Year = SmallYear.Of(organisations: 2, colleagues: 0, ends: new DateOnly(2022, 1, 20));

    // Before its work was done, alone: a hiccup. After it, with all that follows: a death.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Whichever_call_fails_the_year_comes_out_the_same(bool after, bool forGood)
    {
        var ground = new Ground(Year);
        var tried = 0;
        var different = new ConcurrentBag<string>();

        for (var day = Year.Script.Begins; day < Year.Script.Ends; day = day.AddDays(7))
        {
            // Past the midnight at which consultations close: what fails there is tried again within the same cut.
            var until = Year.Setting.Zone.EndOf(day.AddDays(6)).AddMinutes(30);
            var before = await ground.Copy();
            var count = new FaultPlan();
            await ground.Walk(until, count);
            var (outcome, records) = (await ground.Outcome(), await ground.Records());
            await Parallel.ForAsync(1, count.Calls + 1, async (call, _) =>
            {
                var broken = await before.Copy();
                await broken.Walk(until, new FaultPlan(call, after, forGood));
                await broken.Walk(until, new FaultPlan());
                Interlocked.Increment(ref tried);
                if ((Difference(outcome, await broken.Outcome()) ?? Difference(records, await broken.Records())) is { } what)
                    different.Add($"week of {day:yyyy-MM-dd}, call {call} of {count.Calls}: {what}");
            });
        }

        var kinds = (await ground.Outcome()).Select(line => line.Split(',')).Where(cells => cells.Length > 2).Select(cells => cells[2]).ToHashSet();
        output.WriteLine($"{tried} calls, kinds: {string.Join(' ', kinds.Order())}");
        Assert.Superset(
            new HashSet<string> { "OpenConsultation", "CollectProposals", "CloseConsultation", "CountVote", "Convene", "AdoptActions", "RecordFates", "DrawUp", "MailSent" }, kinds);
        Assert.True(different.IsEmpty, $"{different.Count} of {tried}\n{string.Join('\n', different.Order().Take(8))}");
        Assert.InRange(tried, 1000, int.MaxValue);
    }

    private static string? Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual) => expected.SequenceEqual(actual) ? null
        : string.Join("\n  ", actual.Except(expected).Take(3).Select(line => "+ " + line).Concat(expected.Except(actual).Take(3).Select(line => "- " + line)));
}
