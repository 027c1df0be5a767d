using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Adapters.Outbox;
using Almanach.Core;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Hosting;
using Almanach.Functions.Probe;
using Almanach.Functions.Storage;
using Almanach.Functions.Tests.Storage;
using Almanach.Functions.Triggers;
using Almanach.Local.Tests.Crash;
using Microsoft.Azure.Functions.Worker;

namespace Almanach.Functions.Tests.Triggers;

/// <summary>
/// The Functions host over an account of Azurite, with a clock that tests set and mails among the files: its front answers
/// by HTTP, its timer and its queues are called as the host calls them. Begins on 15 September 2021; 2022 is the first year.
/// </summary>
public sealed partial class HostSeat : IAsyncDisposable
{
    public static readonly SmallYear Year = SmallYear.Of(organisations: 3, colleagues: 0);

    public static readonly AzureSettings Settings = new(
        Production: false, RehearsalLinks.Root, "pfoss-ara", 2022, new AzureKeys(RehearsalLinks.Keys, Encoding.ASCII.GetBytes("almanach-session-key-not-secret-"), "key-of-the-api-that-is-not-secret"), IncomingSettings.None);

    private HostSeat(AzureStorage storage, Office office, SimulatedClock clock, FunctionsServer server)
    {
        (Storage, Office, Clock, Server) = (storage, office, clock, server);
        Loop = new HostLoop(office.Around.Queue, server.Make<QueueTriggers>()) { HiddenFor = TimeSpan.FromSeconds(1) };
    }

    public AzureStorage Storage { get; }

    public Office Office { get; }

    public SimulatedClock Clock { get; }

    public FunctionsServer Server { get; }

    public HostLoop Loop { get; }

    /// <param name="name">Whose account.</param>
    /// <param name="mailer">Null for the outbox.</param>
    public static async Task<HostSeat> Open(Azurite azurite, string name, IMailer? mailer = null)
    {
        var storage = StorageSeat.Take(azurite, name);
        var clock = new SimulatedClock(Year.Setting.Zone.At(new DateOnly(2021, 9, 15), new TimeOnly(8, 0)));
        var office = Premises.Open(Year.Setting, Settings, storage, files => mailer ?? new OutboxMailer(files), clock);
        return new HostSeat(storage, office, clock, await FunctionsServer.Start(services => services.AddAlmanach(Settings, _ => office)));
    }

    /// <summary>The timer, then whatever waits in the queues.</summary>
    public async Task Tick()
    {
        await Server.Make<TimerTriggers>().Tick(new TimerInfo(), CancellationToken.None);
        await Settle();
    }

    public async Task Settle()
    {
        while (await Loop.Once())
            continue;
    }

    /// <summary>Goes from one thing that is due to the next, ticking, up to an hour of a day.</summary>
    public async Task GoTo(DateOnly day, TimeOnly time)
    {
        var until = Office.Setting.Zone.At(day, time);
        while (await Office.Agenda.NextAfter(Office.Now) is { } next && next <= until)
        {
            Clock.Set(next);
            await Tick();
        }
        Clock.Set(until);
        await Tick();
    }

    /// <param name="host">With the key of the functions.</param>
    /// <param name="api">With the key of the API.</param>
    public HttpClient Client(bool host = false, bool api = false)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Server.Address };
        if (host)
            client.DefaultRequestHeaders.Add(FunctionsServer.KeyHeader, FunctionsServer.Key);
        if (api)
            client.DefaultRequestHeaders.Authorization = new("Bearer", Settings.Keys.Api);
        return client;
    }

    /// <summary>Everything in the table, by partition and key.</summary>
    public async Task<IReadOnlyList<string>> Rows()
    {
        List<string> rows = [];
        await foreach (var row in Storage.Table.QueryAsync<Azure.Data.Tables.TableEntity>())
            rows.Add($"{row.PartitionKey} {row.RowKey} {row.ETag}");
        return rows;
    }

    /// <summary>The mails written so far, by name; what is quoted in them is spelt out.</summary>
    public async Task<IReadOnlyList<(string Name, string Text)>> Mails()
    {
        List<(string, string)> mails = [];
        await foreach (var path in Office.Around.Files.List("mails/"))
            mails.Add((path["mails/".Length..], Unquoted(Encoding.ASCII.GetString((await Office.Around.Files.Read(path))!))));
        return mails;
    }

    /// <summary>The addresses of our own in a text, without what comes before the path.</summary>
    public static IReadOnlyList<string> Links(string text) =>
        [.. Link().Matches(text).Select(match => match.Groups[1].Value)];

    /// <summary>A session of the coordinator, got as she gets it: a code asked for, mailed, and entered.</summary>
    /// <returns>Her cookie as it was set.</returns>
    public async Task<string> SignIn()
    {
        using var client = Client();
        using (var asked = await client.PostAsync(new Uri("/cockpit/entrer/code", UriKind.Relative), Form(("vers", "/cockpit"))))
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        var code = Code().Match((await Mails()).Last(mail => mail.Name.Contains("sign-in", StringComparison.Ordinal)).Text).Value;
        using var entered = await client.PostAsync(new Uri("/cockpit/entrer", UriKind.Relative), Form(("code", code), ("vers", "/cockpit")));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return Assert.Single(entered.Headers.GetValues("Set-Cookie"));
    }

    public static FormUrlEncodedContent Form(params IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static string Unquoted(string mail) => Encoding.UTF8.GetString(
        [.. Quoted().Split(mail.Replace("=\r\n", "", StringComparison.Ordinal)).SelectMany((part, at) =>
            at % 2 == 0 ? Encoding.ASCII.GetBytes(part) : Convert.FromHexString(part))]);

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"https://repetition\.example\.org(/[^\s<>)""]*)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")]
    private static partial Regex Code();
}
