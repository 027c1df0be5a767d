using Almanach.Adapters.DataFiles;
using System.Net;
using System.Text;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Spreadsheets;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Links;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Web.Cockpit.Demonstration;
using Almanach.Web.Hosting;
using Almanach.Web.Tests.CockpitRooms;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Almanach.Web.Tests.Cockpit;

/// <summary>The coordinator's seat: an office in memory walked to a day, and a browser with its cookies.</summary>
internal sealed class Seat : IAsyncDisposable
{
    public const string Code = "ABCDEFGH";

    private readonly IHost host;
    private readonly WebRender render = new();
    private readonly RewindableFiles files = new();
    private readonly Dictionary<string, string> cookies = [];

    private Seat(DateTime begins, IDemonstration? demonstration)
    {
        var setting = Shared.Value;
        Clock = new SimulatedClock(setting.Zone.At(DateOnly.FromDateTime(begins), TimeOnly.FromDateTime(begins)));
        Office = new Office(setting, new Surroundings(
            Store, files, new MemoryQueue(Clock), Mail, render, new WordWriter(), new HtmlText(), Clock, Keys, "https://pfoss.example.org")
        { DataFiles = new DataFileReader() });
        var settings = new WebSettings(new string('k', 32), new byte[32], Demonstration: demonstration is not null);
        host = new HostBuilder().ConfigureWebHost(web => web.UseTestServer()
            .ConfigureServices(services =>
            {
                services.AddWeb(Office, settings).AddSingleton<ITables, TableFiles>().AddSingleton<RehearsalPorts>(Rehearse);
                if (demonstration is not null)
                    services.AddSingleton(demonstration);
            })
            .Configure(app => app.UseWeb())).Start();
        Client = host.GetTestServer().CreateClient();
        Client.BaseAddress = new Uri("https://pfoss.example.org");
    }

    private static readonly Lazy<Core.Engine.Setting> Shared = new(CockpitHost.Setting);

    private static LinkKeys Keys { get; } = new([new("0", Encoding.ASCII.GetBytes("almanach-rehearsal-key-not-secret"))]);

    public Office Office { get; }

    public SimulatedClock Clock { get; }

    public RewindableStore Store { get; } = new();

    public KeptMail Mail { get; } = new();

    /// <summary>Where the last rehearsal of a year took place.</summary>
    public MemoryStore? Rehearsed { get; private set; }

    /// <summary>A browser without cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>At a local time of the year 2022's cycle, signed in; what was due by then has been done.</summary>
    public static async Task<Seat> At(DateTime local, params IReadOnlyList<Act> acts)
    {
        var seat = await Outside(local, null, acts);
        await seat.SignIn();
        return seat;
    }

    /// <summary>The same, at the door.</summary>
    public static async Task<Seat> Outside(DateTime local, IDemonstration? demonstration = null, params IReadOnlyList<Act> acts)
    {
        var begins = new DateTime(2021, 9, 27);
        var seat = new Seat(begins, demonstration);
        await Waypoints.Walk(nameof(Seat), seat.Office, seat.Clock, begins, local, acts, () => new(seat.Office.Now, seat.Store.Now, seat.files.Now, [.. seat.Mail.Sent]), moment =>
        {
            seat.Store.Rewind(moment.Rows);
            seat.files.Rewind(moment.Files);
            seat.Mail.Sent.AddRange(moment.Mails);
            seat.Clock.Set(moment.At);
        });
        return seat;
    }

    public async Task SignIn()
    {
        await Office.SignIn.Print(Code, TimeSpan.FromDays(1), DateTimeOffset.UtcNow);
        var answer = await Send("/cockpit/entrer", ("code", Code));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Lets the worker finish what is due now.</summary>
    public async Task Settle()
    {
        await Office.Ticker.Tick();
        while (await Office.Worker.Once())
        {
        }
    }

    /// <summary>Time passes; what falls due is done.</summary>
    public async Task Pass(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (await Office.Agenda.NextAfter(Clock.GetUtcNow()) is { } next && next <= end)
        {
            Clock.Set(next);
            await Settle();
        }
        Clock.Set(end);
        await Settle();
    }

    public Task<HttpResponseMessage> Get(string address) => Carry(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<IHtmlDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK) => await CockpitHost.Read(await Get(address), status);

    /// <summary>Posts without what a page's form would send along.</summary>
    public Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] fields) =>
        Carry(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))) });

    /// <summary>Sends the form of a page as a person would who fills some fields and presses a button.</summary>
    public Task<HttpResponseMessage> Submit(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var kept = form.Elements.SelectMany(Sent).Where(field => typed.All(change => change.Name != field.Name));
        return Send(form.GetAttribute("action")!, [.. kept, .. typed.Where(field => field.Value.Length > 0)]);
    }

    private async Task<HttpResponseMessage> Carry(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await Client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (value.Length == 0)
                cookies.Remove(name);
            else
                cookies[name] = value;
        }
        return answer;
    }

    private static IEnumerable<(string Name, string Value)> Sent(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input when input.Type is "checkbox" or "radio" => input.IsChecked ? [(input.Name, input.Value)] : [],
        IHtmlInputElement { Name.Length: > 0 } input when input.Type is not "submit" => [(input.Name, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } box => [(box.Name, box.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name, select.Value ?? "")],
        _ => [],
    };

    private Surroundings Rehearse(TimeProvider clock)
    {
        var files = new MemoryFiles();
        Rehearsed = new MemoryStore();
        return new Surroundings(Rehearsed, files, new MemoryQueue(clock), new OutboxMailer(files), render, new WordWriter(), new HtmlText(), clock, Keys, "https://repetition.example.org");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync();
        host.Dispose();
        render.Dispose();
    }
}
