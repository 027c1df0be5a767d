using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Tests.Mail;
using Almanach.Functions.Tests.Storage;
using Almanach.Local.Tests.Crash;

namespace Almanach.Functions.Tests.Year;

/// <summary>Two instances of the host, each a process of its own, work on one account of Azurite at once; mail goes to a server that takes each copy as it comes.</summary>
[Takes(30)]
public sealed class TwoInstancesTests(Azurite azurite, ITestOutputHelper output)
{
    private static readonly SmallYear Year = SmallYear.Of(organisations: 8, colleagues: 1, ends: new DateOnly(2022, 1, 31));

    [Fact]
    public async Task No_effect_is_done_twice_and_none_is_lost()
    {
        var connection = azurite.Connection(nameof(TwoInstancesTests));
        var storage = StorageSeat.Take(azurite, nameof(TwoInstancesTests));
        await using var server = await new FakeSendGrid().Start();
        var folder = Directory.CreateTempSubdirectory("almanach-");
        Year.Write(folder.FullName);
        using var one = new ProbeProcess(folder.FullName, connection, server.Address, FakeSendGrid.Key);
        using var other = new ProbeProcess(folder.FullName, connection, server.Address, FakeSendGrid.Key);

        // This process plays what people do, and leaves all that follows to the two.
        var clock = new SimulatedClock(DateTimeOffset.UnixEpoch);
        var settings = new AzureSettings(Production: true, RehearsalLinks.Root, "probe", 2022, new AzureKeys(RehearsalLinks.Keys, new byte[32], new string('k', 32)), IncomingSettings.None);
        var office = Premises.Open(Year.Setting, settings, storage, files => new OutboxMailer(files), clock);
        Task Both() => Task.WhenAll(one.Go(clock.GetUtcNow()), other.Go(clock.GetUtcNow()));
        await new YearWalk(office, clock, Year.Script, new WalkHands(_ => Both(), async _ =>
        {
            await Both();
            return false;
        })).Run();

        var (did, otherDid) = (await one.End(), await other.End());
        output.WriteLine($"messages and failures: {did} and {otherDid}; {server.Requests} requests, {server.Mails} mails");
        folder.Delete(recursive: true);
        Assert.All([did, otherDid], said => Assert.True(int.Parse(said.Split(' ')[0]) > 20, said));
        Assert.Equal(await Journal(Year), (await Outcome.Of(office, new MemoryFiles(), Year)).Where(IsJournal));
        Assert.Distinct(server.Taken.Select(mail => $"{mail.Arguments["message"]} {mail.Arguments["addressee"]}"));
        Assert.Equal((await Journal(Year)).Count(line => line.Contains(",MailSent,", StringComparison.Ordinal)), server.Mails);
    }

    private static async Task<IReadOnlyList<string>> Journal(SmallYear year) => [.. (await Outcome.OnSqlite(year)).Where(IsJournal)];

    private static bool IsJournal(string line) => line.StartsWith("20", StringComparison.Ordinal);
}
