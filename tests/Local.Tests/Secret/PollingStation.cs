using System.Text.RegularExpressions;
using Almanach.Local.Hosting;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Local.Tests.Secret;

/// <summary>A secret vote in the built program, as a process of its own: partners vote over HTTP by the links they were mailed.</summary>
internal sealed partial class PollingStation : IDisposable
{
    private readonly string root = $"http://localhost:{FreePort.Find()}";
    private readonly DataFolder data;
    private readonly AlmanachProcess almanach;
    private readonly HttpClient http = new();

    public PollingStation(TempFolder temp)
    {
        SecretPlatform.Write(temp.Path("platforms"));
        data = new DataFolder(temp.Path("data"));
        almanach = new AlmanachProcess(null, "serve", "--platform", temp.Path("platforms/pfoss-ara"), "--data", temp.Path("data"), "--urls", root);
    }

    public string Said => almanach.Said;

    public async Task Open()
    {
        await almanach.Says("Ctrl+C");
        await Api("open");
    }

    /// <param name="link">Whose page shows that it is done: effects are performed beside the request.</param>
    public async Task Close(string link)
    {
        await Api("close");
        for (var patience = 0; !(await Read(link, "resultat")).Contains("<title>R", StringComparison.Ordinal); patience++)
        {
            Assert.InRange(patience, 0, 600);
            await Task.Delay(100);
        }
    }

    private async Task Api(string act)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{root}/api/cycles/2022/steps/vote/{act}");
        request.Headers.Add("X-Api-Key", KeyFile.Of(data).Api);
        var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The address in each invitation to vote, once as many have been mailed.</summary>
    public async Task<IReadOnlyList<string>> Links(int expected)
    {
        for (var patience = 0; patience < 600; patience++)
        {
            var mails = Mails("invite-2022-vote").ToList();
            if (mails.Count >= expected)
                return [.. mails.Select(mail => Link().Match(File.ReadAllText(mail).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal))).Where(match => match.Success).Select(match => match.Value)];
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"Not enough invitations. It said: {Said}");
    }

    /// <summary>Mails about this, in the order in which they were sent.</summary>
    public IEnumerable<string> Mails(string about) => Directory.EnumerateFiles(data.Path, "*.eml", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(path).Contains(about, StringComparison.Ordinal)).OrderBy(path => File.GetLastWriteTimeUtc(path));

    /// <summary>Votes, and reads the code that the page shows.</summary>
    /// <param name="ranks">A letter an option, best first.</param>
    /// <param name="code">Of the ballot to change; null for a first one.</param>
    public async Task<string> Cast(string link, string ranks, string? code = null)
    {
        var path = $"{root}{new Uri(link).AbsolutePath}";
        var review = await Post(path, [("_revision", "0"), .. code is null ? [] : new[] { ("_code", code) }, .. ranks.Index().Select(pair => ($"q.{pair.Item}", $"{pair.Index + 1}"))]);
        var hidden = review.QuerySelectorAll("form input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        var cast = await Post(path, [.. hidden, ("_etape", "confirmer")]);
        Assert.Equal("Votre bulletin est enregistré", cast.QuerySelector("h1")!.TextContent);
        return cast.QuerySelector(".mono")!.TextContent.Trim().Replace("-", "", StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> Post(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await http.PostAsync(path, content);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, page);
        return new HtmlParser().ParseDocument(page);
    }

    public async Task<string> Read(string link, string page) => await http.GetStringAsync($"{root}{new Uri(link).AbsolutePath}/{page}");

    public void Dispose()
    {
        almanach.Dispose();
        http.Dispose();
    }

    [GeneratedRegex(@"http://localhost:\d+/r/[A-Za-z0-9_.\-]+")]
    private static partial Regex Link();
}
