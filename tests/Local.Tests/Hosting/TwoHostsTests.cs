using Almanach.Adapters.Files;
using Almanach.Adapters.Html;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Sqlite;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Local.Tests.Crash;
using Almanach.Web;

namespace Almanach.Local.Tests.Hosting;

/// <summary>Two hosts work on one data folder at once, each over its own connections.</summary>
public sealed class TwoHostsTests : IDisposable
{
    private static readonly SmallYear Year = SmallYear.Of(organisations: 3, colleagues: 1, ends: new DateOnly(2021, 11, 1));
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public async Task Each_mail_is_written_once_and_the_journal_is_that_of_one_host()
    {
        var alone = await Run("alone", hosts: 1);
        var together = await Run("together", hosts: 2);

        Assert.True(alone.Mails.Count > 10, $"{alone.Mails.Count} mails");
        Assert.Equal(alone.Journal, together.Journal);
        Assert.Equal(alone.Mails, together.Mails);
        Assert.All(together.Sent, sent => Assert.Equal(1, sent.Value));
    }

    private async Task<(IReadOnlyList<string> Journal, IReadOnlyList<string> Mails, IReadOnlyDictionary<string, int> Sent)> Run(string name, int hosts)
    {
        var zone = Year.Setting.Zone;
        var begins = zone.At(Year.Script.Begins, TimeOnly.MinValue);
        var clock = new SimulatedClock(begins);
        var files = new FolderFiles(temp.Path(name));
        var counting = new Counting(new OutboxMailer(files));
        var sqlites = Enumerable.Range(0, hosts).Select(_ => new SqliteFile(temp.Path(name + ".db"))).ToList();
        var offices = sqlites.Select(sqlite => new Office(Year.Setting, new Surroundings(
            new SqliteStore(sqlite), files, new SqliteQueue(sqlite, TimeProvider.System), counting, new WebRender(), new WordWriter(), new HtmlText(),
            clock, RehearsalLinks.Keys, RehearsalLinks.Root))).ToList();

        await offices[0].Opening.Open(Year.Script.Year, begins);
        while (await offices[0].Agenda.NextAfter(clock.GetUtcNow()) is { } next && next < zone.EndOf(Year.Script.Ends))
        {
            clock.Set(next);
            await Task.WhenAll(offices.Select(office => Task.Run(() => Work(office))));
        }

        var rows = await new YearJournal(offices[0]).Read(begins, zone.EndOf(Year.Script.Ends));
        List<string> mails = [];
        await foreach (var path in files.List("mails/"))
            mails.Add(path);
        sqlites.ForEach(sqlite => sqlite.Dispose());
        return ([.. rows.Select(row => row.Csv)], mails, counting.Sent);
    }

    /// <summary>Ticks and works until nothing is due any more, as the scheduler does; what another host was at is taken up again.</summary>
    private static async Task Work(Office office)
    {
        for (var quiet = 0; quiet < 3;)
        {
            await office.Ticker.Tick();
            try
            {
                quiet = await office.Worker.Once() ? 0 : quiet + 1;
            }
            catch (AggregateException)
            {
                quiet = 0;
            }
        }
    }

    private sealed class Counting(IMailer inner) : IMailer
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> sent = new();

        public IReadOnlyDictionary<string, int> Sent => sent;

        public int BatchSize => inner.BatchSize;

        /// <summary>As SMTP: sending twice would be two mails.</summary>
        public bool Repeatable => false;

        public Task<IReadOnlyList<MailOutcome>> Send(Core.Mail.Letters.Letter letter, IReadOnlyList<Core.Mail.Letters.Addressee> addressees, CancellationToken stop = default)
        {
            foreach (var addressee in addressees)
                sent.AddOrUpdate($"{letter.Key} {addressee.Id}", 1, (_, count) => count + 1);
            return inner.Send(letter, addressees, stop);
        }
    }
}
