using System.Collections.Concurrent;
using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Core.Calendar;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Engine;

/// <summary>The whole office over memory ports, with a clock that stands still and a mailer that remembers.</summary>
internal sealed class TestOffice
{
    public static readonly LinkKeys Keys = new([new("0", Encoding.ASCII.GetBytes("a key of thirty-two bytes or more"))]);

    /// <param name="around">What stands between the office and its store, if anything.</param>
    /// <param name="batchesAtOnce">How many batches of a message are in hand.</param>
    public TestOffice(Setting setting, DateTimeOffset now, Func<IStore, IStore>? around = null, int batchesAtOnce = 1)
    {
        Mailer.BatchesAtOnce = batchesAtOnce;
        Clock = new SimulatedClock(now);
        Queue = new MemoryQueue(Clock);
        Office = new Office(setting, new Surroundings(around?.Invoke(Store) ?? Store, Files, Queue, Mailer, new PlainRender(), new PlainWord(), new HtmlText(), Clock, Keys, "https://a.example.org") { DataFiles = new DataFileReader(), Territories = () => Almanach.Adapters.Territories.ShippedTerritories.Atlas });
    }

    public SimulatedClock Clock { get; }
    public MemoryStore Store { get; } = new();
    public MemoryFiles Files { get; } = new();
    public MemoryQueue Queue { get; }
    public RememberingMailer Mailer { get; } = new();
    public Office Office { get; }
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Ticks at this instant and lets the worker finish.</summary>
    public async Task At(DateTimeOffset now)
    {
        Clock.Set(now);
        await Office.Ticker.Tick();
        await Settle();
    }

    public async Task Settle()
    {
        while (await Office.Worker.Once())
        {
        }
    }

    /// <summary>Goes from one thing that is due to the next, up to an instant.</summary>
    public async Task Until(DateTimeOffset end)
    {
        while (await Office.Agenda.NextAfter(Now) is { } next && next <= end)
            await At(next);
        await At(end);
    }

    /// <summary>Every record of a partition, by key.</summary>
    public async Task<Dictionary<string, string>> Rows(string partition, string prefix = "")
    {
        Dictionary<string, string> rows = [];
        await foreach (var entry in Store.List(partition))
            if (entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                rows[entry.Key] = entry.Value;
        return rows;
    }

    public async Task<List<JournalLine>> Journal(DateTimeOffset from, DateTimeOffset to)
    {
        List<JournalLine> lines = [];
        await foreach (var line in Office.Journal.Read(from, to))
            lines.Add(line);
        return lines;
    }

    public static Setting Pfoss() => Read(Folders.Pfoss());

    public static Setting Exemple() => Read(Folders.Exemple());

    public static Setting Read(Dictionary<string, byte[]> files)
    {
        var loaded = PlatformFolder.Read(files).Loaded!;
        var holidays = File.ReadAllText(Path.Combine(Folders.Root, "platforms", "vacances-scolaires.csv"));
        return new Setting(loaded, new PlatformZone(loaded.Platform.TimeZone), SchoolHolidays.Parse(holidays));
    }

    private sealed class PlainRender : IRender
    {
        public Task<LetterBodies> Mail(MailContent content, CancellationToken stop = default) =>
            Task.FromResult(new LetterBodies($"<h1>{content.Subject}</h1>", content.Subject));

        public Task<byte[]> Page(Document document, CancellationToken stop = default) =>
            Task.FromResult(Encoding.UTF8.GetBytes($"<h1>{document.Title}</h1><p>{document.Lede}</p>{string.Concat(document.Chapters.SelectMany(chapter => chapter.Blocks).OfType<Block.Paragraph>().Select(block => $"<p>{block.Text}</p>"))}"));

        public Task<byte[]> Portrait(Core.Data.Portraits.Portrait portrait, Brand brand, string root, DateOnly day, CancellationToken stop = default) =>
            Task.FromResult(Encoding.UTF8.GetBytes($"<h1>{portrait.Title}</h1>{string.Concat(portrait.Paragraphs.Select(paragraph => $"<p>{paragraph.Text}</p>"))}"));
    }

    private sealed class PlainWord : IWordWriter
    {
        public byte[] Write(Document document) => Encoding.UTF8.GetBytes(document.Title);
    }
}

/// <summary>Takes every letter, unless told otherwise, and remembers who got what.</summary>
internal sealed class RememberingMailer : IMailer
{
    public List<(string Letter, string Contact)> Sent { get; } = [];

    /// <summary>What each copy’s subject says, and where its link leads.</summary>
    public List<(string Letter, string Contact, string Subject, string Link)> Copies { get; } = [];

    public int BatchSize { get; set; } = 1_000;

    public int BatchesAtOnce { get; set; } = 1;

    public bool Repeatable { get; set; }

    /// <summary>What the next calls meet instead of success.</summary>
    public ConcurrentQueue<Func<MailOutcome>> Next { get; } = [];

    /// <summary>What others do while the next letter is on its way.</summary>
    public ConcurrentQueue<Func<Task>> Meanwhile { get; } = [];

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        if (Meanwhile.TryDequeue(out var others))
            await others();
        var outcome = Next.TryDequeue(out var next) ? next() : MailOutcome.Sent;
        if (outcome == MailOutcome.Sent)
            lock (Sent)
            {
                Sent.AddRange(addressees.Select(addressee => (letter.Key, addressee.Id)));
                Copies.AddRange(addressees.Select(addressee => (letter.Key, addressee.Id, LetterCopy.Of(letter, addressee).Subject, addressee.Slots.GetValueOrDefault("lien") is SlotValue.Text link ? link.Value : "")));
            }
        return [.. addressees.Select(_ => outcome)];
    }
}
