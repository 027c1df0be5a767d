using Almanach.Core.Ports;
using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

/// <summary>Several hosts at the same row.</summary>
public sealed class RaceTests(Azurite azurite)
{
    private readonly string partition = $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task Two_clients_at_one_row_lose_and_double_nothing()
    {
        TableStore[] clients = [Client(), Client()];
        await clients[0].Commit(partition, [new Change.Insert("count", "0")]);

        await Task.WhenAll(clients.Select(client => Add(client, 60)));

        Assert.Equal("120", (await clients[0].Get(partition, "count"))?.Value);
    }

    /// <summary>Answers lost, calls not sent, a busy service, and conflicts that nobody caused, in a quarter of the calls.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Three_clients_on_a_bad_network_lose_and_double_nothing(int seed)
    {
        var transport = new FaultyTransport(Fates.Of(
            seed, 0.25, Fault.NotSent, Fault.AnswerLost, Fault.TooLate, Fault.Busy, Fault.DoneButBusy, Fault.Conflict, Fault.Conflict));
        TableStore[] clients = [Client(transport), Client(transport), Client(transport)];
        await clients[0].Commit(partition, [new Change.Insert("count", "0")]);

        await Task.WhenAll(clients.Select(client => Add(client, 12)));

        Assert.Equal("36", (await clients[0].Get(partition, "count"))?.Value);
        Assert.Equal(36, await clients[0].List(partition, "line|", KeyPrefix.End("line|")).CountAsync());
        Assert.True(transport.Met(Fault.AnswerLost) + transport.Met(Fault.TooLate) + transport.Met(Fault.DoneButBusy) > 0);
        Assert.True(transport.Met(Fault.Conflict) > 0);
    }

    /// <summary>Counts, and notes each count once: a decision taken twice would leave two lines.</summary>
    private async Task Add(TableStore client, int times)
    {
        for (var i = 0; i < times; i++)
            while (!await Once(client))
                await Task.Delay(5);
    }

    private async Task<bool> Once(TableStore client)
    {
        var count = (await client.Get(partition, "count"))!;
        var next = int.Parse(count.Value) + 1;
        return await client.Commit(partition, [new Change.Replace("count", $"{next}", count.Version), new Change.Insert($"line|{next:0000}", "")]);
    }

    private TableStore Client(FaultyTransport? transport = null) => new(StorageSeat.Take(azurite, nameof(RaceTests), transport), TimeProvider.System);
}
