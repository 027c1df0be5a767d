using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Functions.Tests.Storage;
using Almanach.Functions.Triggers;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>Messages that no instance could finish, over Azurite: what the timer does about them and what the coordinator reads.</summary>
public sealed class PoisonTests(Azurite azurite)
{
    private const string Place = "essai";

    [Fact]
    public async Task Work_on_which_instances_die_is_put_off_shown_and_done_once_they_live()
    {
        await using var seat = await HostSeat.Open(azurite, "poison-put-off");
        await seat.Tick();
        var cookie = (await seat.SignIn()).Split(';')[0];
        Assert.Contains("Aucune tâche n’est en retard", await FirstPage(seat, cookie), StringComparison.Ordinal);

        await seat.Office.Ledger.Commit(new Draft.Write(Place, [], [new Effect.Note("coordination", "essai", "note", seat.Office.Now, "")]));
        await Die(seat);
        Assert.Equal(1, await seat.Office.Around.Queue.CountPoison());
        await Timer(seat);

        var trouble = Assert.Single(await seat.Office.Troubles.All());
        Assert.Equal(("note", 1, nameof(UnfinishedException)), (trouble.Effect, trouble.Attempts, trouble.Problem));
        Assert.Equal(0, await seat.Office.Around.Queue.CountPoison());
        Assert.Contains("Une tâche n’a pas pu être faite", await FirstPage(seat, cookie), StringComparison.Ordinal);

        seat.Clock.Set(seat.Office.Now.AddMinutes(5));
        await seat.Tick();
        Assert.Empty(await seat.Office.Troubles.All());
        Assert.Contains("Aucune tâche n’est en retard", await FirstPage(seat, cookie), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_cannot_be_read_is_shown_at_once_stays_counted_and_does_not_pile_up()
    {
        await using var seat = await HostSeat.Open(azurite, "poison-unread");
        await seat.Tick();
        var cookie = (await seat.SignIn()).Split(';')[0];
        await seat.Office.Agenda.Hint(seat.Office.Now, Place);
        await seat.Office.Around.Store.Commit(Place, [new Change.Put($"{Todo.Prefix}{Todo.Stamp(seat.Office.Now)}|later", "9 {}")]);
        Assert.Contains("ne peut pas être lue par cette version", await FirstPage(seat, cookie), StringComparison.Ordinal);
        Assert.Equal(0, await seat.Office.Around.Queue.CountPoison());
        using (var api = seat.Client(host: true, api: true))
            Assert.Contains("\"later\"", await api.GetStringAsync(new Uri("/api/troubles", UriKind.Relative)), StringComparison.Ordinal);

        for (var tick = 0; tick < 3; tick++)
        {
            seat.Clock.Set(seat.Office.Now.AddMinutes(5));
            await seat.Tick();
        }
        await Timer(seat);

        Assert.Equal(1, await seat.Office.Around.Queue.CountPoison());
        var page = await FirstPage(seat, cookie);
        Assert.Contains("ne peut pas être lue par cette version", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tâche mise de côté après plusieurs échecs", page, StringComparison.OrdinalIgnoreCase); // said once
    }

    /// <summary>As somebody may leave one by hand, in the portal: without the encoding, or about nothing.</summary>
    [Fact]
    public async Task A_message_that_is_none_of_ours_holds_no_other_up()
    {
        await using var seat = await HostSeat.Open(azurite, "poison-foreign");
        await seat.Tick();
        var raw = new QueueServiceClient(azurite.Connection("poison-foreign")).GetQueueClient(WorkQueues.Work + QueueLimits.PoisonSuffix);
        await raw.CreateIfNotExistsAsync();
        await raw.SendMessageAsync("Bonjour !");
        await seat.Office.Around.Queue.Send(raw.Name, "\u0001/?#");
        await seat.Office.Around.Queue.Send(raw.Name, new string('x', 30_000));
        await seat.Office.Ledger.Commit(new Draft.Write(Place, [], [new Effect.Note("coordination", "essai", "note", seat.Office.Now, "")]));
        await Die(seat);

        await Timer(seat);

        Assert.Single(await seat.Office.Troubles.All());
        Assert.Equal(1, await seat.Office.Around.Queue.CountPoison());
    }

    /// <summary>The timer alone: nobody works on the queues.</summary>
    private static Task Timer(HostSeat seat) => seat.Server.Make<TimerTriggers>().Tick(new TimerInfo(), CancellationToken.None);

    /// <summary>Every message is received as often as it may be, by an instance that dies at it each time.</summary>
    private static async Task Die(HostSeat seat)
    {
        var queue = seat.Office.Around.Queue;
        while (await queue.Receive(WorkQueues.Work, QueueLimits.Messages, TimeSpan.FromMinutes(1)) is { Count: > 0 } messages)
            foreach (var message in messages)
                await queue.Release(message, TimeSpan.Zero);
    }

    private static async Task<string> FirstPage(HostSeat seat, string cookie)
    {
        using var client = seat.Client();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetStringAsync(new Uri("/cockpit", UriKind.Relative));
    }
}
