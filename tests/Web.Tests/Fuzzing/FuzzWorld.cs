using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Spreadsheets;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Links;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Core.Tests.Mail.Events;
using Almanach.Web.Cockpit;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Space;
using Almanach.Web.Tests.CockpitRooms;
using Almanach.Web.Tests.Dashboard;
using Almanach.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>The whole program over memory, walked along the scripted year, whose every record can be brought back after a request.</summary>
internal sealed partial class FuzzWorld : IAsyncDisposable
{
    public const string Origin = "https://pfoss.example.org";
    public const string ApiKey = "0123456789abcdef0123456789abcdef";
    public const string IncomingKey = "courrier-des-essais-0001";

    private readonly WebRender render = new();
    private readonly IHost host;
    private readonly Script script;
    private readonly HeldMail mail = new();
    private EndpointDataSource table = null!;

    public FuzzWorld()
    {
        script = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(CockpitHost.Root, "platforms", "pfoss-ara", "answers-2022.json")), ScriptJson.Default.Script)!;
        var setting = CockpitHost.Setting();
        Clock = new SimulatedClock(setting.Zone.At(script.Begins, TimeOnly.MinValue));
        Office = new Office(setting, new Surroundings(
            Store, Files, new MemoryQueue(Clock), mail, render, new WordWriter(), new HtmlText(), Clock,
            new LinkKeys([new("0", "almanach-rehearsal-key-not-secret"u8.ToArray())]), Origin, "reponses@pfoss.example.org")
        { DataFiles = new DataFileReader(), Territories = () => ShippedTerritories.Atlas, Pdf = new PlainPdf() });
        var settings = new WebSettings(ApiKey, "almanach-session-key-not-secret-"u8.ToArray(), Demonstration: false, IncomingKey, Events.PublicKey);
        host = new HostBuilder().ConfigureWebHost(web => web.UseTestServer(server => server.BaseAddress = new Uri(Origin))
            .ConfigureServices(services => services.AddWeb(Office, settings).AddSingleton<ITables, TableFiles>().AddSingleton<RehearsalPorts>(Rehearse).AddSingleton<ILoggerProvider>(Log))
            .Configure(app => app.UseMiddleware<Shield>().UseRouting().UseEndpoints(endpoints =>
            {
                endpoints.MapWeb();
                table = new CompositeEndpointDataSource(endpoints.DataSources);
            }))).Start();
    }

    public RewindableStore Store { get; } = new();

    public RewindableFiles Files { get; } = new();

    public SimulatedClock Clock { get; }

    public Office Office { get; }

    public EventHand Events { get; } = new();

    /// <summary>What was logged last as an error.</summary>
    public LastError Log { get; } = new();

    public IReadOnlyList<RouteEndpoint> Endpoints => [.. table.Endpoints.OfType<RouteEndpoint>()];

    public IReadOnlyList<(string Name, string Value)> Anybody => [];

    public IReadOnlyList<(string Name, string Value)> Program => [("Authorization", $"Bearer {ApiKey}")];

    public IReadOnlyList<(string Name, string Value)> Coordinator { get; private set; } = [];

    public IReadOnlyList<(string Name, string Value)> Member { get; private set; } = [];

    /// <summary>Addresses of our own pages in the mails sent so far, the latest first.</summary>
    public IReadOnlyList<string> Mailed => [.. Enumerable.Reverse(mail.Links)];

    public bool MailFails
    {
        set => mail.Fails = value;
    }

    /// <summary>Goes on along the year to a local time, and opens the two sessions there.</summary>
    public async Task WalkTo(DateTime local)
    {
        var until = Office.Setting.Zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        await new YearWalk(Office, Clock, script).To(until, playing: true);
        Clock.Set(until);
        await Settle();
        var context = new DefaultHttpContext();
        host.Services.GetRequiredService<Session>().Open(context);
        Coordinator = [("Cookie", context.Response.Headers.SetCookie.ToString().Split(';')[0])];
        context = new DefaultHttpContext();
        host.Services.GetRequiredService<SpaceSession>().Open(context, await Person());
        Member = [("Cookie", context.Response.Headers.SetCookie.ToString().Split(';')[0])];
    }

    /// <summary>One of those whom most is asked.</summary>
    public async Task<Contact> Person() => (await Office.Network.Load()).Active.First(contact => contact.Organisation == "drome" && contact.Is(RoleKind.Referent));

    public async Task Settle()
    {
        while (await Office.Worker.Once())
            continue;
    }

    /// <summary>Everything that could be brought back.</summary>
    public (ImmutableDictionary<string, Entry[]> Rows, ImmutableSortedDictionary<string, byte[]> Files, DateTimeOffset At) Moment => (Store.Now, Files.Now, Clock.GetUtcNow());

    public void Rewind((ImmutableDictionary<string, Entry[]> Rows, ImmutableSortedDictionary<string, byte[]> Files, DateTimeOffset At) moment)
    {
        Store.Rewind(moment.Rows);
        Files.Rewind(moment.Files);
        Clock.Set(moment.At);
    }

    /// <summary>Sends a request as Kestrel would hand it over: the path decoded but for the slash, the body whole.</summary>
    public async Task<Reply> Send(Shot shot)
    {
        var (path, query) = shot.Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? (shot.Target[..mark], shot.Target[mark..]) : (shot.Target, "");
        var answered = await host.GetTestServer().SendAsync(context =>
        {
            var request = context.Request;
            (request.Method, request.Scheme, request.Host) = (shot.Method, "https", new HostString("pfoss.example.org"));
            (request.Path, request.QueryString) = (new PathString(Decoded(path)), new QueryString(query));
            foreach (var (name, value) in shot.Headers)
                request.Headers.Append(name, value);
            if (shot.Body is null)
                return;
            request.ContentType = shot.Type;
            request.ContentLength = shot.Body.Length;
            request.Body = new MemoryStream(shot.Body);
        });
        using var body = new MemoryStream();
        await answered.Response.Body.CopyToAsync(body);
        var response = answered.Response;
        return new Reply(response.StatusCode, (answered.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", response.ContentType ?? "", response.Headers.Location.ToString(), body.ToArray(),
            response.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Each run of percent-encoded bytes that is UTF-8 becomes its text; all else stays.</summary>
    private static string Decoded(string path) => Escapes().Replace(path, run =>
    {
        try
        {
            var bytes = Convert.FromHexString(run.Value.Replace("%", "", StringComparison.Ordinal));
            return bytes.Contains((byte)'/') || bytes.Contains((byte)0) ? run.Value : new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return run.Value;
        }
    });

    [GeneratedRegex("(?:%[0-9A-Fa-f]{2})+")]
    private static partial Regex Escapes();

    private Surroundings Rehearse(TimeProvider clock)
    {
        var files = new MemoryFiles();
        return new Surroundings(new MemoryStore(), files, new MemoryQueue(clock), new OutboxMailer(files), render, new WordWriter(), new HtmlText(), clock,
            new LinkKeys([new("0", "almanach-rehearsal-key-not-secret"u8.ToArray())]), "https://repetition.example.org");
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        render.Dispose();
        Events.Dispose();
    }

    internal sealed class LastError : ILoggerProvider, ILogger
    {
        public string Words { get; private set; } = "";

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                Words = $"{exception.GetType().Name} {exception.Message} {string.Join(' ', exception.ToString().Split('\n').Where(line => line.Contains("at Almanach", StringComparison.Ordinal)).Take(3).Select(line => line.Trim()))}";
        }

        public void Dispose()
        {
        }
    }

    /// <summary>Keeps the links of what is sent, nothing else, and fails when it is told to.</summary>
    private sealed partial class HeldMail : IMailer
    {
        private readonly HashSet<string> seen = [];

        public List<string> Links { get; } = [];

        public bool Fails { get; set; }

        public int BatchSize => 100;

        public bool Repeatable => true;

        public Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
        {
            if (Fails)
                throw new IOException("The mail server does not answer.");
            foreach (var addressee in addressees.Take(2))
                foreach (var value in addressee.Slots.Values.SelectMany(value => value is SlotValue.Lines lines ? lines.Items : [((SlotValue.Text)value).Value]).Concat(letter.Headers.Select(header => header.Value)).Append(letter.Bodies.Html))
                    foreach (Match match in Own().Matches(value))
                        if (seen.Add(match.Groups[1].Value))
                            Links.Add(match.Groups[1].Value);
            return Task.FromResult<IReadOnlyList<MailOutcome>>([.. addressees.Select(_ => MailOutcome.Sent)]);
        }

        [GeneratedRegex("https://pfoss\\.example\\.org(/[^\\s\"'<>#&)]*)")]
        private static partial Regex Own();
    }
}
