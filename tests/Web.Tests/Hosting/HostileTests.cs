using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Almanach.Core.Newsletter.Subscriptions;

namespace Almanach.Web.Tests.Hosting;

/// <summary>What nobody means well by: garbage in every field, in every encoding, at every address.</summary>
public sealed class HostileTests
{
    private static readonly string[] Fields =
        ["_revision", "_modifier", "_etape", "_vues", "titre", "pourquoi", "rencontre", "intervenir", "exterieur", "soutien", "a-reprendre", "decline", "retrait",
         "messages", "nom", "adresse", "fonction", "organisme", "mentions.x", "propositions", "site", "lettre"];

    /// <summary>Each with what it is.</summary>
    public static TheoryData<string> Values =>
    [
        new string('x', 100_000), // far too long
        "", // empty
        "   \t\r\n ", // only spaces
        "\0\u0001\u001B\u0085", // control characters
        "\uFFFD\uFFFF\u202E\u200B", // odd characters
        "😀👩‍👩‍👧", // outside the first plane
        "-1", // a negative number
        "99999999999999999999", // too large a number
        "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&", // markup
        "../../etc/passwd", "answer|drome", "a/b\\c#d?e", // paths and keys
        "[lien] [[slot]] {{x}} **gras", // our own marks
        "' OR 1=1; --", // another language
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task No_field_whatever_it_holds_breaks_a_page(string value)
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        foreach (var path in await PostPaths(platform))
        {
            using var one = await client.Send(path, Fields.Select(field => (field, value)));
            using var twice = await client.Send(path, Fields.SelectMany(field => new[] { (field, value), (field, "1") }));
            Assert.True((int)one.StatusCode < 500 && (int)twice.StatusCode < 500, $"{path}: {one.StatusCode}, {twice.StatusCode}");
        }
        await platform.Settle();
    }

    [Theory]
    [InlineData("text/plain", "titre=x", 415)]
    [InlineData("application/json", "{\"titre\":\"x\"}", 415)]
    [InlineData("multipart/form-data; boundary=x", "not multipart", 400)]
    [InlineData("multipart/form-data", "no boundary", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16", "titre=x", 422)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "titre=x", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "titre=%FF%FE%ZZ&%00=1", 0)]
    [InlineData("application/x-www-form-urlencoded", "&&==&=x&titre", 422)]
    public async Task What_is_no_form_is_answered_in_french_and_never_with_a_fault(string type, string body, int expected)
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        foreach (var path in await PostPaths(platform))
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
            if (path.StartsWith("/r/", StringComparison.Ordinal) && path.Count(c => c == '/') == 2 && expected > 0)
                Assert.Equal(expected, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Too_many_fields_are_refused_and_change_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer("2022-themes", await platform.Referent("drome"));
        var before = platform.Store.Whole();

        using var response = await platform.Client().Send(path, Enumerable.Range(0, 5_000).Select(i => ($"f{i}", "x")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task What_people_typed_never_becomes_markup()
    {
        const string Evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>";
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn(await platform.Answer("2022-themes", await platform.Referent("isere")), ("_revision", "0"), ("titre", Evil), ("pourquoi", Evil), ("exterieur", Evil));
        await client.SendOn("/proposer", ("organisme", Evil), ("titre", Evil));
        await platform.Settle();
        var path = await platform.Answer("2022-themes", await platform.Referent("isere"));

        foreach (var address in new[] { path, $"{path}/recu", await platform.Answer("2022-themes", await platform.Referent("drome")), platform.Own(await platform.Referent("isere")) })
        {
            var page = await client.Open(address);
            Assert.Empty(page.QuerySelectorAll("main script, img, svg"));
            Assert.Contains("alert(1)", page.Text());
        }
        var refused = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, ("_revision", "1"), ("pourquoi", Evil));
        Assert.Empty(refused.QuerySelectorAll("main script, img, svg"));
        Assert.Equal(Evil, refused.Value("pourquoi"));
    }

    [Fact]
    public async Task Opening_any_page_with_get_or_head_changes_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var addresses = await Addresses.Of(platform);
        await platform.Settle();
        var before = platform.Store.Whole();

        foreach (var address in addresses)
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                using var response = await client.SendAsync(request);
                Assert.True((int)response.StatusCode is < 400 or 404 or 410, $"{method} {address}: {response.StatusCode}");
            }

        Assert.False(await platform.Office.Worker.Once());
        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task Head_says_what_get_says_without_the_page()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        foreach (var address in await Addresses.Of(platform))
        {
            using var get = await client.GetAsync(new Uri(address, UriKind.Relative));
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative)));
            Assert.Equal(get.StatusCode, head.StatusCode);
        }
    }

    private static async Task<List<string>> PostPaths(TestPlatform platform)
    {
        var contact = await platform.Referent("drome");
        var path = await platform.Answer("2022-themes", contact);
        var unsubscription = new Uri(platform.Office.Links.Unsubscription(contact, "lettre", platform.Office.Now)).AbsolutePath;
        var subscription = new Uri(platform.Office.Links.Subscription(SubscriberRoster.Contact("lettre", new Subscriber("a1", "", default)), platform.Office.Now)).AbsolutePath;
        return [path, $"{path}/sans-reponse", $"{path}/retirer/x", $"{path}/proches", $"{path}/proches/x", $"{path}/autre", $"{path}/lien", $"{platform.Own(contact)}/messages", unsubscription, $"{unsubscription}/revenir", $"{subscription}/confirmer", $"{subscription}/quitter", "/lettres/abonnement", $"{platform.Own(contact)}/donnees/identite", $"{platform.Own(contact)}/donnees/adresse", $"{platform.Own(contact)}/donnees/effacement", $"{platform.Own(contact)}/proposer", $"{platform.Own(contact)}/autre", $"{platform.Own(contact)}/lien", "/proposer", "/lien"];
    }
}
