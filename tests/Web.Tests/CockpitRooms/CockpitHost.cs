using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using System.Net;
using System.Text;
using Almanach.Adapters.Html;
using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Adapters.Spreadsheets;
using Almanach.Adapters.Word;
using Almanach.Core;
using Almanach.Core.Calendar;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;
using Almanach.Core.Rehearsal;
using Almanach.Web.Cockpit;
using Almanach.Web.Hosting;
using Almanach.Web.Tests.Dashboard;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>The cockpit over an office in memory, walked to a day of the year, with the coordinator signed in.</summary>
internal sealed partial class CockpitHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly HttpClient _client;
    private readonly WebRender _render = new();
    private readonly string _cookie;

    private CockpitHost(Setting setting, DateTime local)
    {
        Clock = new SimulatedClock(setting.Zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)));
        Office = new Office(setting, new Surroundings(
            Store, Files, new MemoryQueue(Clock), new OutboxMailer(Files), _render, new WordWriter(), new HtmlText(), Clock,
            new LinkKeys([new("0", Encoding.ASCII.GetBytes("almanach-rehearsal-key-not-secret"))]), "https://pfoss.example.org", "reponses@pfoss.example.org")
        { DataFiles = new DataFileReader(), Territories = () => ShippedTerritories.Atlas, Pdf = new PlainPdf() });
        var settings = new WebSettings("k".PadRight(32, 'k'), Encoding.ASCII.GetBytes("almanach-session-key-not-secret-"), Demonstration: false);
        _host = new HostBuilder().ConfigureWebHost(web => web.UseTestServer()
            .ConfigureServices(services => services.AddWeb(Office, settings).AddSingleton<ITables, TableFiles>())
            .Configure(app => app.UseWeb())).Start();
        _client = _host.GetTestServer().CreateClient();

        var context = new DefaultHttpContext();
        var session = _host.Services.GetRequiredService<Session>();
        session.Open(context);
        _cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        context.Request.Headers.Cookie = _cookie;
        Token = session.FormToken(context);
    }

    public Office Office { get; }

    /// <summary>Anybody, who is not signed in.</summary>
    public HttpClient Anybody => _client;

    public SimulatedClock Clock { get; }

    public RewindableFiles Files { get; } = new();

    public RewindableStore Store { get; } = new();

    public string Token { get; }

    public static Setting Setting() => new(
        PlatformFolder.Read(Platforms("pfoss-ara")).Loaded!, new PlatformZone("Europe/Paris"),
        SchoolHolidays.Parse(File.ReadAllText(Path.Combine(Root, "platforms", "vacances-scolaires.csv"))));

    /// <summary>A year walked up to a local time; what is due then has been done.</summary>
    public static Task<CockpitHost> At(DateTime local, params IReadOnlyList<Act> acts) => Of(Setting(), local, acts, nameof(CockpitHost));

    /// <summary>The same year where the committee has other rules.</summary>
    public static Task<CockpitHost> Where(Func<Body, Body> rules, DateTime local, params IReadOnlyList<Act> acts) =>
        With(platform => platform with { Bodies = [.. platform.Bodies.Select(body => body.Id == "copil" ? rules(body) : body)] }, local, acts);

    /// <summary>The same year on a platform that differs.</summary>
    public static Task<CockpitHost> With(Func<Platform, Platform> change, DateTime local, params IReadOnlyList<Act> acts)
    {
        var setting = Setting();
        return Of(setting with { Folder = setting.Folder with { Platform = change(setting.Platform) } }, local, acts);
    }

    /// <param name="way">Of platforms that are the same; null for one that is like no other.</param>
    private static async Task<CockpitHost> Of(Setting setting, DateTime local, IReadOnlyList<Act> acts, string? way = null)
    {
        var begins = new DateTime(2021, 9, 27);
        var host = new CockpitHost(setting, begins);
        await Waypoints.Walk(way, host.Office, host.Clock, begins, local, acts, () => new(host.Office.Now, host.Store.Now, host.Files.Now, []), moment =>
        {
            host.Store.Rewind(moment.Rows);
            host.Files.Rewind(moment.Files);
            host.Clock.Set(moment.At);
        });
        return host;
    }

    /// <summary>Lets the worker finish, as a host does in the background, and the mail that could still be undone leave.</summary>
    public async Task Settle()
    {
        for (var minute = 0; minute < 3; minute++)
        {
            while (await Office.Worker.Once())
                continue;
            Clock.Set(Office.Now.AddMinutes(1));
            await Office.Ticker.Tick();
        }
        while (await Office.Worker.Once())
            continue;
    }

    public async Task<HttpResponseMessage> Get(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", _cookie);
        return await _client.SendAsync(request);
    }

    /// <summary>The page, which must answer with this status.</summary>
    public async Task<IHtmlDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK) => await Read(await Get(address), status);

    public Task<HttpResponseMessage> Post(string address, params IEnumerable<(string, string)> fields) =>
        Send(address, new FormUrlEncodedContent([new(Session.FormField, Token), .. fields.Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))]));

    public Task<HttpResponseMessage> Upload(string address, string name, byte[] bytes) => Send(address, new MultipartFormDataContent
    {
        { new StringContent(Token), Session.FormField },
        { new ByteArrayContent(bytes), "fichier", name },
    });

    public async Task<HttpResponseMessage> Send(string address, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("Cookie", _cookie);
        return await _client.SendAsync(request);
    }

    /// <summary>Sends the form of a page as a person would who changes some of its fields.</summary>
    public Task<HttpResponseMessage> Submit(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var fields = form.Elements.SelectMany(Sent).Where(field => typed.All(change => change.Name != field.Name)).Concat(typed);
        return Send(form.GetAttribute("action")!, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));
    }

    /// <summary>What a field may hold that nobody meant.</summary>
    public static TheoryData<string> Junk { get; } = ["", "\uFFFD\u0000\u202E", "99999999999999999999", "<script>alert(1)</script>", new string('x', 12_000)];

    /// <summary>Each field of each form holds it once: no answer is an error of ours, and none gives it back as it came.</summary>
    public async Task Withstands(IEnumerable<IHtmlFormElement> forms, string junk)
    {
        foreach (var form in forms)
            foreach (var field in form.Elements.Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name != Session.FormField).Distinct())
            {
                using var response = await Submit(form, (field, junk));
                Assert.True((int)response.StatusCode < 500, $"{form.GetAttribute("action")} {field}: {response.StatusCode}");
                Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text[..Math.Min(text.Length, 1500)]}");
        var page = new HtmlParser().ParseDocument(text);
        foreach (var ours in page.QuerySelectorAll("main :is(h1, h2, h3, legend, label, button, summary, a, .hint, .lede, .message, .kicker)"))
            Assert.False(Unset().IsMatch(ours.TextContent), $"Not set as French is: {ours.TextContent.Trim()}");
        return page;
    }

    /// <summary>A mark whose space before it may break, or a character that was meant and its code is read.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"&#x|\\u[0-9A-Fa-f]{4}|[\p{L}\p{Nd})»] [;:?!»]|« ")]
    private static partial System.Text.RegularExpressions.Regex Unset();

    private static IEnumerable<(string Name, string Value)> Sent(AngleSharp.Html.Dom.IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0 } input when input.Type is "checkbox" or "radio" => input.IsChecked ? [(input.Name, input.Value)] : [],
        IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("submit" or "file") => [(input.Name, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } box => [(box.Name, box.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name, select.Value ?? "")],
        _ => [],
    };

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.StopAsync();
        _host.Dispose();
        _render.Dispose();
    }

    private static Dictionary<string, byte[]> Platforms(string name)
    {
        var root = Path.Combine(Root, "platforms", name);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Tests.slnf")))
                return folder.FullName;
        throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }
}
