using System.Text;
using Almanach.Core.Engine;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>What the queues of either host may bring: names of partitions, with or without a trace, and what is neither.</summary>
public sealed class QueueMessageTests
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task Whatever_a_message_of_a_queue_says_it_is_taken_and_changes_nothing_that_is_not_due()
    {
        var random = new Random(5);
        await using var platform = await TestPlatform.Collecting();
        string[] real = ["network", "cycle-2022", "consultation-2022-themes", "mailing-invite-2022-themes", "inbox", "platform", $"network\n{Trace}", $"themes-2022\n{Trace}"];
        var before = platform.Store.Whole();

        for (var number = 0; number < 400; number++)
        {
            var body = random.Next(3) == 0 ? Junk.Any(random) : Junk.Near(real[random.Next(real.Length)], random);
            await platform.Office.Worker.Handle(body);
            if (body.Length is > 0 and < 10_000 && !body.Any(char.IsSurrogate) && Encoding.UTF8.GetByteCount(body) < 40_000)
                await platform.Office.Around.Queue.Send(WorkQueues.All[number % WorkQueues.All.Count], body);
        }
        await platform.Settle();
        await platform.Office.Ticker.Tick();
        await platform.Settle();

        Assert.Equal(before, platform.Store.Whole());
        Assert.Empty(await platform.Office.Troubles.All());
        Assert.Empty(await platform.Office.Poison.Sweep());
    }
}
