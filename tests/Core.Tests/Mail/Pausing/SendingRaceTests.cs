using Almanach.Adapters.Memory;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Access;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Pausing;

/// <summary>Two workers and the coordinator at one message at once, over one store, in whatever order they come.</summary>
public sealed class SendingRaceTests
{
    private const string Message = "m-course";
    private const int People = 20;
    private static readonly DateTimeOffset Start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);
    private static readonly string Partition = MailingState.Partition(Message);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Nobody_is_lost_and_nobody_gets_it_twice_whoever_writes_first(bool sqlite, bool stops)
    {
        var path = Path.Combine(Path.GetTempPath(), $"almanach-{Guid.NewGuid():N}.db");
        try
        {
            for (var round = 0; round < 12; round++)
            {
                using var file = sqlite ? new SqliteFile($"{path}{round}") : null;
                var left = await Race(file is null ? new MemoryStore() : new SqliteStore(file), round, stops);
                Assert.True(left > 0 || !LettersWait(round));
            }
        }
        finally
        {
            foreach (var left in Directory.EnumerateFiles(Path.GetTempPath(), $"{Path.GetFileName(path)}*"))
                File.Delete(left);
        }
    }

    /// <summary>Every other round the letters on their way wait until she has suspended them; in the others whoever is first is first.</summary>
    private static bool LettersWait(int round) => round % 2 == 1;

    /// <returns>How many copies had still to leave when she suspended the message.</returns>
    private static async Task<int> Race(IStore store, int round, bool stops)
    {
        TestOffice[] workers = [Office(store), Office(store)];
        var coordinator = Office(store);
        await Begin(coordinator);

        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (LettersWait(round))
            foreach (var worker in workers)
                for (var letter = 0; letter < People; letter++)
                    worker.Mailer.Meanwhile.Enqueue(() => SentBy(workers) < round ? Task.CompletedTask : told.Task);
        var running = workers.Select(worker => Task.Run(() => worker.Office.Worker.Run(Partition))).ToList();
        var paused = await Task.Run(async () =>
        {
            while (SentBy(workers) < round)
                await Task.Yield();
            return await coordinator.Office.Sends.Pause(Message, Coordination.Id, Start);
        });
        var begun = (await coordinator.Office.MailRoom.Batches(Message)).Count(batch => batch.Attempt > 0);
        told.SetResult();
        await Task.WhenAll(running);
        Assert.Equal(begun, (await coordinator.Office.MailRoom.Batches(Message)).Count(batch => batch.Attempt > 0)); // once she was told that it is suspended, nothing began

        var last = Task.Run(() => paused is not null ? Task.FromResult<Almanach.Core.Engine.Refusal?>(null)
            : stops ? coordinator.Office.Sends.Stop(Message, Coordination.Id, Start) : coordinator.Office.Sends.Resume(Message, Coordination.Id, Start));
        await Task.WhenAll([last, .. workers.Select(worker => Task.Run(() => worker.Office.Worker.Run(Partition)))]);
        foreach (var worker in workers)
            await worker.Office.Worker.Run(Partition);

        var sent = workers.SelectMany(worker => worker.Mailer.Sent).Select(one => one.Contact).ToList();
        var outcomes = await coordinator.Office.MailRoom.Outcomes(Message);
        Assert.Equal(sent.Count, sent.Distinct().Count());
        Assert.Equal(Everybody, outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(outcomes.Where(pair => pair.Value == Delivery.Sent).Select(pair => pair.Key).Order(StringComparer.Ordinal), sent.Order(StringComparer.Ordinal));
        Assert.Equal(stops && paused is null ? People - begun : 0, outcomes.Count(pair => pair.Value == Delivery.Stopped));
        return People - begun;
    }

    private static int SentBy(TestOffice[] workers) => workers.Sum(worker => worker.Mailer.Sent.Count);

    private static TestOffice Office(IStore store)
    {
        var test = new TestOffice(TestOffice.Pfoss(), Start, _ => store);
        test.Mailer.BatchSize = 1;
        return test;
    }

    private static async Task Begin(TestOffice test)
    {
        await test.Office.Network.Write([test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" }], [.. Everybody.Select(id =>
            new Contact(id, "insee-ara", "Anne", "Exemple", $"{id}@example.org", "", [new Role(RoleKind.Referent)], "charte", new DateOnly(2021, 1, 1)))]);
        var audience = await test.Office.Audiences.Freeze([.. Everybody.Select(id =>
            new AudienceMember(id, "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] }))]);
        await test.Office.MailRoom.Start(new Mailing(Message, "devenir-copil", new Dictionary<string, string> { ["année"] = "2022" }, audience,
            "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", Start.AddDays(30)), Replay.AskCoordinator), Start, "");
    }

    private static IEnumerable<string> Everybody => Enumerable.Range(0, People).Select(i => $"c-{i:D5}");
}
