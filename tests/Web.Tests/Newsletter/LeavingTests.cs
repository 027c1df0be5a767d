using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Newsletter;

/// <summary>Leaving a newsletter by the link of its mail: by the page, or by the mail program.</summary>
public sealed class LeavingTests
{
    const string List = "lettre";

    [Fact]
    public async Task Looking_changes_nothing_the_button_leaves_and_one_may_come_back()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var (client, path) = (platform.Client(), Link(platform, contact));

        var page = await client.Open(path);
        using (await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))) { }
        var before = (await platform.Contact(contact.Id)).Receives(List);
        using var left = await client.Send(path);
        var said = Forms.Parse(await left.Content.ReadAsStringAsync());
        var receives = (await platform.Contact(contact.Id)).Receives(List);
        var back = await client.Open(await client.SendOn($"{path}/revenir"));

        Assert.True(before);
        Assert.Equal("Ne plus recevoir cette lettre\u202F?", page.Heading());
        Assert.Contains("Lettre d’informations", page.Text(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main form button.main"));
        Assert.Equal((HttpStatusCode.OK, false), (left.StatusCode, receives));
        Assert.Equal("Vous ne recevez plus cette lettre", said.Heading());
        Assert.NotNull(said.QuerySelector("[role=status]"));
        Assert.Contains("le prochain numéro", back.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.True((await platform.Contact(contact.Id)).Receives(List));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n")]
    [InlineData("text/plain", "List-Unsubscribe=One-Click")]
    [InlineData("application/json", "{")]
    [InlineData("application/x-www-form-urlencoded", "%zz&&=;&a=b=c")]
    public async Task A_mail_program_leaves_at_once_whatever_it_posts_and_is_not_redirected(string type, string body)
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var (client, path) = (platform.Client(), Link(platform, contact));

        for (var i = 0; i < 2; i++)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.False((await platform.Contact(contact.Id)).Receives(List));
    }

    [Fact]
    public async Task A_body_without_end_is_not_read()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        using var content = new ByteArrayContent(new byte[3_000_000]);

        using var response = await platform.Client().PostAsync(new Uri(Link(platform, contact), UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_link_too_old_or_revoked_still_leaves_but_does_not_bring_back()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var client = platform.Client();
        var old = $"/desabonnement/{platform.Office.Links.Token(new LinkTo(LinkPurpose.Unsubscription, List, platform.Office.Now.AddDays(-1)), contact)}";
        var revoked = Link(platform, contact with { Generation = contact.Generation + 1 });

        foreach (var path in new[] { old, revoked })
        {
            await platform.Office.Subscriptions.Return(contact.Id, List, contact.Id, platform.Office.Now);
            using var left = await client.Send(path);
            Assert.Equal(HttpStatusCode.OK, left.StatusCode);
            Assert.False((await platform.Contact(contact.Id)).Receives(List));
            Assert.Null((await client.Open(path)).QuerySelector($"form[action='{path}/revenir']"));
            await client.SendRefused($"{path}/revenir", HttpStatusCode.Conflict);
            Assert.False((await platform.Contact(contact.Id)).Receives(List));
        }
    }

    [Fact]
    public async Task What_we_did_not_sign_and_links_of_other_kinds_are_one_and_the_same_404()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        var client = platform.Client();
        var signed = Link(platform, contact);
        var unknown = await (await client.GetAsync(new Uri("/nulle-part", UriKind.Relative))).Content.ReadAsStringAsync();

        foreach (var path in new[] { "/desabonnement/x", $"{signed}x", platform.Own(contact).Replace("/p/", "/desabonnement/", StringComparison.Ordinal), signed.Replace("/desabonnement/", "/abonnement/", StringComparison.Ordinal) })
        {
            Assert.Equal(unknown, await (await client.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsStringAsync());
            using var posted = await client.Send(path.Contains("/abonnement/", StringComparison.Ordinal) ? $"{path}/quitter" : path, ("lettre", "*"));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }
        Assert.True((await platform.Contact(contact.Id)).Receives(List));
    }

    [Fact]
    public async Task A_subscriber_from_outside_is_erased_at_once_and_may_ask_again()
    {
        await using var platform = await TestPlatform.Open();
        await platform.Office.Subscribers.Add(List, new Subscriber("a1", "anne@dehors.example", new DateOnly(2021, 9, 1)));
        var client = platform.Client();
        var path = Link(platform, SubscriberRoster.Contact(List, new Subscriber("a1", "", default)));

        var page = await client.Open(path);
        using var left = await client.Send(path, ("List-Unsubscribe", "One-Click"));
        var after = await client.Open(path);

        Assert.Contains("effacée de la liste", page.Text(), StringComparison.Ordinal);
        Assert.Empty(await platform.Office.Subscribers.Of("a1"));
        Assert.NotNull(after.QuerySelector("a[href='/lettres/abonnement']"));
        await client.SendRefused($"{path}/revenir", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Somebody_the_network_has_forgotten_is_told_that_nothing_comes()
    {
        await using var platform = await TestPlatform.Open();
        var contact = await platform.Referent("drome");
        await platform.Office.Members.Leave(contact.Id, "coordination", platform.Office.Now);

        using var left = await platform.Client().Send(Link(platform, contact));

        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.Equal("Vous ne recevez plus cette lettre", Forms.Parse(await left.Content.ReadAsStringAsync()).Heading());
    }

    static string Link(TestPlatform platform, Contact contact) => new Uri(platform.Office.Links.Unsubscription(contact, List, platform.Office.Now)).AbsolutePath;
}
