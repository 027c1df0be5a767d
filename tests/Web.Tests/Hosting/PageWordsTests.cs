using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Hosting;

/// <summary>Every page in correct French typography, with one title and labelled fields.</summary>
public sealed partial class PageWordsTests
{
    /// <summary>Elements that hold words and no other block.</summary>
    private const string Sentences = "p, h1, h2, h3, td, th, caption, summary, legend, label, button, li:not(:has(p, h3))";

    [Fact]
    public async Task Every_page_is_set_as_french_is_set_and_has_one_heading()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        foreach (var address in await Addresses.Of(platform))
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = Forms.Parse(await response.Content.ReadAsStringAsync());
            var words = string.Join(" \n", page.QuerySelectorAll(Sentences).Select(element => element.TextContent).Prepend(page.Title));

            Assert.True(page.QuerySelectorAll("h1").Length == 1, address);
            Assert.False(Wrong().IsMatch(words), $"{address}: {Wrong().Match(words).Value}");
            Assert.DoesNotContain("&#", words);
            Assert.DoesNotMatch(Banned(), words);
            Assert.All(page.QuerySelectorAll("input:not([type=hidden]), textarea, select"), field => Assert.True(IsNamed(page, field), $"{address}: {field.OuterHtml}"));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.Empty(page.QuerySelectorAll("[style], main script:not([src])"));
        }
    }

    [Fact]
    public async Task The_script_is_small_served_for_ever_and_no_page_needs_it()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var page = await client.Open(await platform.Answer("2022-themes", await platform.Referent("drome")));
        var source = page.QuerySelector("script")!.GetAttribute("src")!;

        using var response = await client.GetAsync(new Uri(source, UriKind.Relative));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var other = await client.GetAsync(new Uri("/scripts/reponse.00000000.js", UriKind.Relative));

        Assert.InRange(bytes.Length, 1, 3 * 1024);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.StatusCode);
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    private static bool IsNamed(IHtmlDocument page, IElement field) =>
        field.Closest("label") is not null || (field.Id is { } id && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id));

    /// <summary>A breaking space or none before a high sign or inside quotes, a straight apostrophe, two dots in a row.</summary>
    [GeneratedRegex(@"\p{L} [?;!:»]|« |\p{L}[?!»](?!\p{L})|\p{L}'\p{L}|\p{L}\.\.(?!\.)|\p{Ll}\.\p{Lu}")]
    private static partial Regex Wrong();

    [GeneratedRegex(@"[Vv]euillez|[Mm]erci de|!(?!\w)")]
    private static partial Regex Banned();
}
