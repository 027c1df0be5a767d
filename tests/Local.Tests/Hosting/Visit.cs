using AngleSharp.Html.Parser;

namespace Almanach.Local.Tests.Hosting;

/// <summary>Somebody with a browser's memory: cookies, and the token of the last page's forms.</summary>
public sealed class Visit(string root)
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(root) };
    private string page = "";

    public async Task<string> Get(string address) => page = await http.GetStringAsync(address);

    public async Task Post(string address, params (string Name, string Value)[] fields)
    {
        var token = new HtmlParser().ParseDocument(page).QuerySelector("input[name=jeton]")?.GetAttribute("value");
        var form = fields.Append(("jeton", token ?? "")).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        var answer = await http.PostAsync(address, content);
        page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}: {page}");
    }

    public async Task SignIn(string code)
    {
        await Get($"/cockpit/entrer?code={code}");
        await Post("/cockpit/entrer", ("code", code), ("vers", "/cockpit"));
    }
}
