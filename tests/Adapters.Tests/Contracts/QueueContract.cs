using Almanach.Core.Ports;

namespace Almanach.Adapters.Tests.Contracts;

/// <summary>What every <see cref="IQueue"/> does. Order is not promised, so no test looks at it.</summary>
public abstract class QueueContract
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private readonly string name = $"t{Guid.NewGuid():N}";

    protected abstract IQueue Queue { get; }

    /// <summary>Lets the time of the queue pass.</summary>
    protected abstract Task Pass(TimeSpan time);

    [Fact]
    public async Task A_message_is_received_and_completed()
    {
        await Queue.Send(name, "un");

        var message = Assert.Single(await Queue.Receive(name, 32, Long));

        Assert.Equal((name, "un", 1), (message.Queue, message.Body, message.Dequeues));
        Assert.True(await Queue.Complete(message));
        Assert.Equal(0, await Queue.Count(name));
    }

    [Fact]
    public async Task An_empty_queue_gives_nothing()
    {
        Assert.Empty(await Queue.Receive(name, 32, Long));
        Assert.Equal(0, await Queue.Count(name));
    }

    [Fact]
    public async Task A_received_message_is_hidden_but_counted()
    {
        await Queue.Send(name, "un");
        await Queue.Receive(name, 1, Long);

        Assert.Empty(await Queue.Receive(name, 1, Long));
        Assert.Equal(1, await Queue.Count(name));
    }

    [Fact]
    public async Task A_message_that_is_not_completed_comes_back_with_its_count()
    {
        await Queue.Send(name, "un");
        var first = Assert.Single(await Queue.Receive(name, 1, Short));
        await Pass(Short);

        var second = Assert.Single(await Queue.Receive(name, 1, Long));

        Assert.Equal((first.Id, "un", 2), (second.Id, second.Body, second.Dequeues));
    }

    [Fact]
    public async Task A_later_reception_makes_the_receipt_stale()
    {
        await Queue.Send(name, "un");
        var first = Assert.Single(await Queue.Receive(name, 1, Short));
        await Pass(Short);
        var second = Assert.Single(await Queue.Receive(name, 1, Long));

        Assert.False(await Queue.Complete(first));
        Assert.False(await Queue.Release(first, TimeSpan.Zero));
        Assert.True(await Queue.Complete(second));
        Assert.False(await Queue.Complete(second));
    }

    [Fact]
    public async Task A_late_receipt_still_holds_when_nobody_came_between()
    {
        await Queue.Send(name, "un");
        var message = Assert.Single(await Queue.Receive(name, 1, Short));
        await Pass(Short);

        Assert.True(await Queue.Complete(message));
    }

    [Fact]
    public async Task A_released_message_comes_back_when_told_and_its_receipt_is_stale()
    {
        await Queue.Send(name, "un");
        var first = Assert.Single(await Queue.Receive(name, 1, Long));

        Assert.True(await Queue.Release(first, Short));

        Assert.False(await Queue.Complete(first));
        Assert.Empty(await Queue.Receive(name, 1, Long));
        await Pass(Short);
        Assert.Equal(2, Assert.Single(await Queue.Receive(name, 1, Long)).Dequeues);
    }

    [Fact]
    public async Task A_delayed_message_waits()
    {
        await Queue.Send(name, "plus tard", Short);

        Assert.Empty(await Queue.Receive(name, 1, Long));
        Assert.Equal(1, await Queue.Count(name));
        await Pass(Short);
        Assert.Single(await Queue.Receive(name, 1, Long));
    }

    [Fact]
    public async Task A_message_received_too_often_moves_to_the_poison_queue()
    {
        await Queue.Send(name, "empoisonné");
        for (var time = 1; time <= IQueue.MaxDequeues; time++)
        {
            var message = Assert.Single(await Queue.Receive(name, 32, Long));
            Assert.Equal(time, message.Dequeues);
            await Queue.Release(message, TimeSpan.Zero);
        }
        await Queue.Send(name, "sain");

        var received = await Queue.Receive(name, 32, Long);

        Assert.Equal("sain", Assert.Single(received).Body);
        Assert.Equal(1, await Queue.Count(name));
        Assert.Equal(1, await Queue.Count(name + "-poison"));
    }

    [Fact]
    public async Task Poison_stays_where_it_is_however_often_it_is_read()
    {
        await Queue.Send(name + "-poison", "empoisonné");
        for (var time = 0; time < IQueue.MaxDequeues; time++)
            await Queue.Release(Assert.Single(await Queue.Receive(name + "-poison", 1, Long)), TimeSpan.Zero);

        var again = Assert.Single(await Queue.Receive(name + "-poison", 1, Long));

        Assert.True(await Queue.Complete(again));
    }

    [Fact]
    public async Task A_reception_takes_no_more_than_asked()
    {
        for (var i = 0; i < 40; i++)
            await Queue.Send(name, $"{i}");

        var three = await Queue.Receive(name, 3, Long);
        var most = await Queue.Receive(name, 32, Long);
        var rest = await Queue.Receive(name, 32, Long);

        Assert.Equal((3, 32, 5), (three.Count, most.Count, rest.Count));
        Assert.Equal(40, three.Concat(most).Concat(rest).Select(message => message.Body).Distinct().Count());
    }

    [Fact]
    public async Task Two_readers_never_hold_the_same_message()
    {
        for (var i = 0; i < 60; i++)
            await Queue.Send(name, $"{i}");

        var held = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await Queue.Receive(name, 5, Long) is { Count: > 0 } some)
                mine.AddRange(some.Select(message => message.Body));
            return mine;
        })));

        Assert.Equal(60, held.Sum(mine => mine.Count));
        Assert.Equal(60, held.SelectMany(mine => mine).Distinct().Count());
    }

    [Fact]
    public async Task A_body_is_kept_as_it_was_up_to_its_limit()
    {
        var largest = new string('é', 24 * 1024);
        await Queue.Send(name, largest);

        Assert.Equal(largest, Assert.Single(await Queue.Receive(name, 1, Long)).Body);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Send(name, largest + "x"));
    }

    [Theory]
    [InlineData("ab")] // too short
    [InlineData("Mails")] // capital
    [InlineData("mails_out")] // underscore
    [InlineData("-mails")] // starts with a dash
    [InlineData("mails--out")] // two dashes
    [InlineData("mails\n")] // line break at the end
    [InlineData("q123456789012345678901234567890123456789012345678901234567")] // no room for -poison
    public async Task A_queue_name_that_azure_refuses_is_refused(string bad)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Send(bad, ""));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Receive(bad, 1, Long));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(33, 2)]
    [InlineData(1, 0)] // hidden for no time
    [InlineData(1, 7 * 86400 + 1)] // hidden for more than seven days
    public async Task A_reception_azure_refuses_is_refused(int max, int hiddenSeconds) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Queue.Receive(name, max, TimeSpan.FromSeconds(hiddenSeconds)));
}
