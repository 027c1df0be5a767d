using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using System.Collections.Concurrent;
using System.Text;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Spreadsheets;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Core.Tests.Mail.Events;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Almanach.Web.Tests.Dashboard;

namespace Almanach.Web.Tests.Hosting;

/// <summary>
/// The whole program over memory, with the platform of the repository and a clock that tests set: year 2022 is open,
/// and its pages answer through a real pipeline.
/// </summary>
public sealed class TestPlatform : IAsyncDisposable
{
    private static readonly Lazy<Setting> Shared = new(Read);
    private static readonly ConcurrentDictionary<string, Moment> Reached = new();

    private readonly WebApplication app;
    private readonly WebRender render = new();
    private readonly RewindableFiles files = new();

    private TestPlatform(Setting setting, RewindableStore store, SimulatedClock clock, string? eventsKey)
    {
        (Clock, Store) = (clock, store);
        Office = new Office(setting, new Surroundings(
            store, files, new MemoryQueue(clock), Mailer, render, new WordWriter(), new HtmlText(), clock, Keys, "https://pfoss.example.org", "reponses@pfoss.example.org")
        { DataFiles = new DataFileReader(), Territories = () => ShippedTerritories.Atlas, Pdf = new PlainPdf() });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddWeb(Office, new WebSettings(ApiKey, new byte[32], Demonstration: false, IncomingKey, eventsKey ?? Events.PublicKey)).AddSingleton<ITables, TableFiles>();
        app = builder.Build();
        app.UseWeb();
    }

    public const string ApiKey = "0123456789abcdef0123456789abcdef";

    public const string IncomingKey = "courrier-des-essais-0001";

    public static LinkKeys Keys { get; } = new([new("t", Encoding.ASCII.GetBytes("almanach-tests-key-of-32-bytes!!"))]);

    public Office Office { get; }

    public SimulatedClock Clock { get; }

    public RewindableStore Store { get; }

    public KeptMail Mailer { get; } = new();

    /// <summary>Signs what becomes of mails, as their provider would.</summary>
    public EventHand Events { get; } = new();

    /// <summary>The endpoint table, as the pipeline routes it.</summary>
    public IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>The year 2022 as it stands a morning of September 2021, before its first step.</summary>
    public static async Task<TestPlatform> Open(Func<Setting, Setting>? change = null, string? eventsKey = null)
    {
        var setting = change is null ? Shared.Value : change(Shared.Value);
        var platform = await Start(setting, eventsKey);
        await platform.Office.Opening.Open(2022, platform.Office.Now);
        await platform.Settle();
        return platform;
    }

    /// <summary>The collection of themes is open.</summary>
    public static Task<TestPlatform> Collecting() => At(nameof(Collecting), async () =>
    {
        var platform = await Open();
        await platform.AfterStartOf("collecte");
        return platform;
    });

    /// <summary>The vote is open, on the proposals of two organisations and the themes carried over.</summary>
    public static Task<TestPlatform> Voting() => At(nameof(Voting), async () =>
    {
        var platform = await Collecting();
        foreach (var (organisation, title) in new[] { ("isere", "Le logement des saisonniers"), ("metropole-lyon", "Le non-recours au RSA") })
            await platform.Client().SendOn(await platform.Answer("2022-themes", await platform.Referent(organisation)), ("_revision", "0"), ("titre", title));
        await platform.AfterStartOf("regroupement");
        await platform.Office.Cycle.Apply(2022, new CycleCommand.Close("regroupement", platform.Office.Now, "coordination"));
        await platform.Settle();
        await platform.AfterStartOf("vote");
        return platform;
    });

    /// <summary>Where somebody has been before, nobody walks again.</summary>
    private static async Task<TestPlatform> At(string place, Func<Task<TestPlatform>> walk)
    {
        TestPlatform platform;
        if (!Reached.TryGetValue(place, out var moment))
        {
            platform = await walk();
            Reached[place] = new(platform.Office.Now, platform.Store.Now, platform.files.Now, [.. platform.Mailer.Sent]);
            return platform;
        }
        platform = await Start(Shared.Value, null);
        platform.Store.Rewind(moment.Rows);
        platform.files.Rewind(moment.Files);
        platform.Mailer.Sent.AddRange(moment.Mails);
        platform.Clock.Set(moment.At);
        return platform;
    }

    private static async Task<TestPlatform> Start(Setting setting, string? eventsKey)
    {
        var clock = new SimulatedClock(setting.Zone.At(new DateOnly(2021, 9, 15), new TimeOnly(8, 0)));
        var platform = new TestPlatform(setting, new RewindableStore(), clock, eventsKey);
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>Moves the clock to a local day and hour, performing on the way whatever is due.</summary>
    public Task GoTo(DateOnly day, TimeOnly time) => Until(Office.Setting.Zone.At(day, time));

    /// <summary>Time goes by, and what falls due in it is done.</summary>
    public Task Pass(TimeSpan time) => Until(Office.Now + time);

    private async Task Until(DateTimeOffset until)
    {
        while (await Office.Agenda.NextAfter(Office.Now) is { } next && next <= until)
        {
            Clock.Set(next);
            await Office.Ticker.Tick();
            await Settle();
        }
        Clock.Set(until);
        await Office.Ticker.Tick();
        await Settle();
    }

    /// <summary>The day after a step of 2022 has opened, at ten.</summary>
    public async Task AfterStartOf(string step)
    {
        var starts = (await Office.Cycle.Find(2022))!.Find(step)!.Starts;
        await GoTo(Office.Setting.Zone.DayOf(starts).AddDays(1), new TimeOnly(10, 0));
    }

    public async Task AfterEndOf(string step)
    {
        var ends = (await Office.Cycle.Find(2022))!.Find(step)!.Ends!.Value;
        await GoTo(Office.Setting.Zone.DayOf(ends).AddDays(1), new TimeOnly(10, 0));
    }

    public async Task Settle()
    {
        while (await Office.Worker.Once())
        {
        }
    }

    public HttpClient Client()
    {
        var client = app.GetTestServer().CreateClient();
        client.BaseAddress = new Uri("https://pfoss.example.org");
        return client;
    }

    public async Task<Contact> Contact(string id) => (await Office.Network.Load()).Contacts[id];

    /// <summary>The référent of an organisation.</summary>
    public async Task<Contact> Referent(string organisation) =>
        (await Office.Network.Load()).Active.First(contact => contact.Organisation == organisation && contact.Is(RoleKind.Referent));

    /// <summary>The one who answers in the référent's absence.</summary>
    public async Task<Contact> Colleague(string organisation) =>
        (await Office.Network.Load()).Active.First(contact => contact.Organisation == organisation && contact.Is(RoleKind.Suppleant));

    /// <summary>Address of the answer page of a contact: <c>/r/…</c>.</summary>
    public async Task<string> Answer(string consultation, Contact contact) =>
        await Office.Consultations.Find(consultation) is { } found
            ? $"/r/{Office.Links.Token(ConsultationDesk.Link(found), contact)}"
            : $"/r/{Office.Links.Token(new LinkTo(LinkPurpose.Answer, consultation, Office.Now.AddDays(90)), contact)}";

    public string Own(Contact contact) => $"/p/{Office.Links.Token(new LinkTo(LinkPurpose.Person, "", Office.Now.AddDays(90)), contact)}";

    public string Document(string id, Contact contact) =>
        $"/d/{Office.Links.Token(new LinkTo(LinkPurpose.Document, id, Office.Now.AddDays(90)), contact)}";

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        render.Dispose();
        Events.Dispose();
    }

    private static Setting Read()
    {
        var root = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(root, "platforms", "pfoss-ara")))
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No platforms folder above the tests.");
        var folder = Path.Combine(root, "platforms", "pfoss-ara");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".csv" or ".md")
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes);
        var loaded = PlatformFolder.Read(files).Loaded ?? throw new InvalidDataException("The platform of the repository does not load.");
        return new Setting(loaded, new PlatformZone(loaded.Platform.TimeZone),
            SchoolHolidays.Parse(File.ReadAllText(Path.Combine(root, "platforms", "vacances-scolaires.csv"))));
    }
}
