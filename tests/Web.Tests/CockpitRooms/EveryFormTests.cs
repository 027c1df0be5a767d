using System.Net;
using System.Text.RegularExpressions;
using Almanach.Web.Cockpit;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Every page that links lead to from the cockpit's first page, and every form on them.</summary>
[Takes(40)]
public sealed partial class EveryFormTests
{
    private static readonly DateTime[] _days = [new(2021, 10, 8, 10, 0, 0), new(2021, 11, 8, 10, 0, 0), new(2021, 12, 14, 12, 0, 0)];

    /// <summary>One form of each shape on the last of the days; they hold the mark of another session.</summary>
    private static readonly Lazy<Task<List<IHtmlFormElement>>> Forms = new(async () =>
    {
        await using var host = await CockpitHost.At(_days[2], [.. Partners.Propose(12)]);
        return [.. (await Crawl(host)).SelectMany(page => page.Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
            .DistinctBy(form => Shape().Replace(form.GetAttribute("action")!, "/…"))
            .Where(form => !form.GetAttribute("action")!.EndsWith("/sortir", StringComparison.Ordinal))];
    });

    public static TheoryData<DateTime> Days => [.. _days];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Every_page_is_found_and_says_nothing_of_how_it_is_made(DateTime day)
    {
        await using var host = await CockpitHost.At(day, [.. Partners.Propose(12)]);

        var pages = await Crawl(host);

        Assert.True(pages.Count > 40, $"{pages.Count}");
        foreach (var (address, page) in pages)
        {
            var text = page.Body!.TextContent;
            if (!address.StartsWith("/cockpit/textes/", StringComparison.Ordinal))
                Assert.False(OpenWords().IsMatch(text), $"{address}: {OpenWords().Match(text)}");
            Assert.False(Workings().IsMatch(text), $"{address}: {Workings().Match(text)}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFFFD\u0000\u202E")]
    [InlineData("2021-13-45")]
    [InlineData("9999-12-31")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("../../etc/passwd")]
    [InlineData("x*5000")]
    public async Task No_field_of_any_form_whatever_it_holds_breaks_a_page(string junk)
    {
        if (junk == "x*5000")
            junk = new string('x', 5_000);
        await using var host = await CockpitHost.At(_days[2], [.. Partners.Propose(12)]);
        var forms = await Forms.Value;
        Assert.True(forms.Count > 15, $"{forms.Count}");

        foreach (var form in forms)
        {
            var fields = form.Elements.OfType<IHtmlElement>().Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name != Session.FormField).Distinct().ToList();
            using var all = await host.Post(form.GetAttribute("action")!, fields.Select(field => (field, junk)));
            await Sound(form, "all", all);
            // The first few alone: the others as the page gave them.
            foreach (var field in fields.Take(8))
            {
                using var one = await host.Submit(form, (field, junk), (Session.FormField, host.Token));
                await Sound(form, field, one);
            }
        }
        await host.Settle();
    }

    /// <summary>The fuzz of every endpoint found it: the framework throws on it where an unknown charset is passed over.</summary>
    [Fact]
    public async Task A_form_in_a_charset_that_is_not_supported_is_a_bad_request()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 9, 28, 10, 0, 0));
        using var content = new ByteArrayContent("jeton=x"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        using var response = await host.Send("/cockpit/textes/relance", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task Sound(IHtmlFormElement form, string field, HttpResponseMessage response)
    {
        Assert.True((int)response.StatusCode < 500, $"{form.GetAttribute("action")} {field}: {response.StatusCode}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            Assert.Contains("lang=\"fr\"", text, StringComparison.Ordinal);
    }

    /// <summary>One page of each shape: ids are taken for one another, beyond the third.</summary>
    private static async Task<List<(string Address, IHtmlDocument Page)>> Crawl(CockpitHost host)
    {
        List<(string, IHtmlDocument)> pages = [];
        HashSet<string> seen = [];
        Dictionary<string, int> shapes = [];
        Queue<string> ahead = new(["/cockpit"]);
        while (ahead.TryDequeue(out var address))
        {
            using var response = await host.Get(address);
            if (response.Headers.Location is { } elsewhere)
            {
                if (seen.Add(elsewhere.OriginalString))
                    ahead.Enqueue(elsewhere.OriginalString);
                continue;
            }
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await CockpitHost.Read(response);
            if (page.DocumentElement.GetAttribute("lang") == "fr" && page.QuerySelector("main") is not null)
                pages.Add((address, page));
            foreach (var href in page.QuerySelectorAll("a[href^='/cockpit'], iframe[src^='/cockpit']").Select(link => (link.GetAttribute("href") ?? link.GetAttribute("src"))!.Split('#')[0]))
                if (seen.Add(href) && (shapes[Shape().Replace(href, "/…")] = shapes.GetValueOrDefault(Shape().Replace(href, "/…")) + 1) <= 3)
                    ahead.Enqueue(href);
        }
        return pages;
    }

    [GeneratedRegex(@".{0,30}\[(année|clôture|organisme|prénom)\]")]
    private static partial Regex OpenWords();

    [GeneratedRegex(@".{0,30}(&#x?[0-9A-F]+;|&nbsp;|System\.|Almanach\.)")]
    private static partial Regex Workings();

    /// <summary>What stands for one among many: a segment with a digit or a dash.</summary>
    [GeneratedRegex(@"/[^/?]*[0-9-][^/?]*|=[^&]*", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
