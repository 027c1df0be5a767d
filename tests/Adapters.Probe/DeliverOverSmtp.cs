using System.Globalization;
using System.Text.Json;
using Almanach.Adapters.Files;
using Almanach.Adapters.Html;
using Almanach.Adapters.Smtp;
using Almanach.Adapters.Sqlite;
using Almanach.Core;
using Almanach.Core.Calendar;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;

namespace Almanach.Adapters.Probe;

/// <summary>
/// A worker of its own over a SQLite file: orders one message to so many people unless that was done, works until nothing is
/// left, and prints what became of each copy.
/// </summary>
internal static class DeliverOverSmtp
{
    private const string Key = "essai";

    /// <param name="args">Folder of the platform, folder of the data, port, people, minutes that the clock is ahead.</param>
    public static async Task<int> Run(string[] args)
    {
        var (folder, data, port, people, ahead) = (args[0], args[1], Number(args[2]), Number(args[3]), Number(args[4]));
        var clock = new ShiftedClock { Ahead = TimeSpan.FromMinutes(ahead) };
        using var file = new SqliteFile(Path.Combine(data, "almanach.db"));
        using var mailer = new SmtpMailer(new SmtpSettings("127.0.0.1", port, SmtpSecurity.None, "", "", TimeSpan.FromSeconds(20)) { PerMinute = 100_000 });
        var office = Over(folder, data, file, mailer, clock);
        if (await office.MailRoom.Find(Key) is null)
            await Order(office, people);
        var outcomes = await Work(office);
        for (var waits = 0; outcomes.Count < people && waits < 100; waits++)
        {
            // Claimed by a life before, or put off since it was begun too often: nothing to do but wait.
            clock.Ahead += TimeSpan.FromMinutes(10);
            outcomes = await Work(office);
        }
        Console.WriteLine(JsonSerializer.Serialize(outcomes.GroupBy(pair => pair.Value).ToDictionary(group => $"{group.Key}", group => group.Select(pair => pair.Key).ToList())));
        return 0;
    }

    /// <summary>The coordinator, at another machine: suspends the message, or takes it up again.</summary>
    /// <param name="args">« pause » or « resume », folder of the platform, folder of the data, minutes that the clock is ahead.</param>
    public static async Task<int> Say(string[] args)
    {
        var (word, folder, data, ahead) = (args[0], args[1], args[2], Number(args[3]));
        using var file = new SqliteFile(Path.Combine(data, "almanach.db"));
        using var mailer = new SmtpMailer(new SmtpSettings("127.0.0.1", 1, SmtpSecurity.None, "", "", TimeSpan.FromSeconds(20)));
        var office = Over(folder, data, file, mailer, new ShiftedClock { Ahead = TimeSpan.FromMinutes(ahead) });
        var refusal = word == "pause" ? await office.Sends.Pause(Key, "coordination", office.Now) : await office.Sends.Resume(Key, "coordination", office.Now);
        Console.WriteLine(refusal?.Message ?? "fait");
        return refusal is null ? 0 : 1;
    }

    private static Office Over(string folder, string data, SqliteFile file, SmtpMailer mailer, ShiftedClock clock) => new(Setting(folder), new Surroundings(
        new SqliteStore(file), new FolderFiles(Path.Combine(data, "files")), new SqliteQueue(file, clock), mailer, new PlainRender(), new NoWord(), new HtmlText(),
        clock, RehearsalLinks.Keys, RehearsalLinks.Root));

    private static async Task<IReadOnlyDictionary<string, Delivery>> Work(Office office)
    {
        for (var idle = 0; idle < 3; idle++)
        {
            await office.Ticker.Tick();
            await office.Poison.Sweep();
            while (await office.Worker.Once())
                idle = 0;
        }
        return await office.MailRoom.Outcomes(Key);
    }

    private static async Task Order(Office office, int people)
    {
        var organisation = office.Setting.Folder.Organisations[0];
        List<Contact> contacts = [.. Enumerable.Range(0, people).Select(i => new Contact(
            $"p{i:00000}", organisation.Id, "Zoé", $"Été {i}", $"p{i:00000}@d{i % 200}.example", "", [], "essai", new DateOnly(2026, 1, 1)))];
        await office.Network.Write([organisation], contacts);
        var audience = await office.Audiences.Freeze([.. contacts.Select(contact => new AudienceMember(
            contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["demandes"] = ["Une demande"], ["rappel"] = ["Un rappel"] }))]);
        await office.MailRoom.Order(new Mailing(
            Key, Mailing.Reminder, new Dictionary<string, string>(), audience, "Essai.", new LinkTo(LinkPurpose.Person, "", office.Now.AddDays(9)), Replay.AskCoordinator), office.Now, "");
    }

    private static Setting Setting(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        var loaded = PlatformFolder.Read(files).Loaded!;
        return new Setting(loaded, new PlatformZone(loaded.Platform.TimeZone), SchoolHolidays.Parse(File.ReadAllText(Path.Combine(folder, "..", "vacances-scolaires.csv"))));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The real time, so many minutes later: what another process claimed and left behind is past waiting for.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    private sealed class PlainRender : IRender
    {
        public Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default) => Task.FromResult(new LetterBodies($"<h1>{content.Subject}</h1>", content.Subject));

        public Task<byte[]> Page(Document document, CancellationToken stop = default) => Task.FromResult(Array.Empty<byte>());

        public Task<byte[]> Portrait(Core.Data.Portraits.Portrait portrait, Brand brand, string root, DateOnly day, CancellationToken stop = default) => Task.FromResult(Array.Empty<byte>());
    }

    private sealed class NoWord : IWordWriter
    {
        public byte[] Write(Document document) => [];
    }
}
