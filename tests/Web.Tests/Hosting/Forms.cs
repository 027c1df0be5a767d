using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Web.Tests.Hosting;

/// <summary>What a person does with a page: open it, fill its form, send it.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> Open(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    public static Task<HttpResponseMessage> Send(this HttpClient client, string path, params IEnumerable<(string Name, string Value)> fields) =>
        client.PostAsync(new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));

    /// <summary>Sends and expects the page to be led on; gives where to.</summary>
    public static async Task<string> SendOn(this HttpClient client, string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var response = await client.Send(path, fields);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    public static async Task<IHtmlDocument> SendRefused(
        this HttpClient client, string path, HttpStatusCode expected, params IEnumerable<(string Name, string Value)> fields)
    {
        using var response = await client.Send(path, fields);
        Assert.Equal(expected, response.StatusCode);
        return Parse(await response.Content.ReadAsStringAsync());
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The value of a field of the page's form: what would be sent untouched.</summary>
    public static string Value(this IHtmlDocument page, string name) =>
        page.QuerySelector($"form [name='{name}']") switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => throw new Xunit.Sdk.XunitException($"The page has no field {name}."),
        };

    /// <summary>What the hidden fields of the page's form send along.</summary>
    public static IEnumerable<(string Name, string Value)> Hidden(this IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("form input[type=hidden]").Select(input => (input.Name!, input.Value));

    public static string Text(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    public static string Heading(this IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
