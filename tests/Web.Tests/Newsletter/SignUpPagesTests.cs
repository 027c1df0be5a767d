using System.Net;
using System.Text.Json;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Newsletter;

/// <summary>Subscribing from outside the network, and one's own subscription.</summary>
public sealed class SignUpPagesTests
{
    const string Address = "anne@dehors.example";

    [Fact]
    public async Task From_the_form_to_the_confirmation_and_out_again()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        var form = await client.Open("/lettres/abonnement");

        var asked = await client.Open(await client.SendOn("/lettres/abonnement", [.. form.Hidden(), ("adresse", Address)]));
        await platform.Settle();
        var (letter, to) = Assert.Single(platform.Mailer.Sent, mail => mail.Letter.Key.StartsWith("abonnement-", StringComparison.Ordinal));
        var path = new Uri(((Core.Mail.Letters.SlotValue.Text)to.Slots["lien"]).Value).AbsolutePath;
        var waiting = await client.Open(path);
        var nobody = await platform.Office.Subscribers.IdOf(Address);
        var confirmed = await client.Open(await client.SendOn($"{path}/confirmer"));
        var own = new Uri(platform.Office.Links.Subscription(SubscriberRoster.Contact("lettre", new Subscriber((await platform.Office.Subscribers.IdOf(Address))!, "", default)), platform.Office.Now)).AbsolutePath;
        var kept = await client.GetStringAsync(new Uri($"{own}/mon-abonnement.json", UriKind.Relative));
        var left = await client.Open(await client.SendOn($"{own}/quitter", ("lettre", "lettre")));

        Assert.Contains("Un message part", asked.Text(), StringComparison.Ordinal);
        Assert.Equal(("", Address), (to.Mailbox.Name, to.Mailbox.Address));
        Assert.Contains("Mon abonnement", letter.Bodies.Text, StringComparison.Ordinal);
        Assert.Contains("recevoir la lettre «", letter.Bodies.Text, StringComparison.Ordinal);
        Assert.Empty(letter.Headers);
        Assert.Equal("Confirmez votre abonnement", waiting.Heading());
        Assert.Null(nobody);
        Assert.Contains("C’est confirmé.", confirmed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, confirmed.Text(), StringComparison.Ordinal);
        Assert.Equal(Address, JsonDocument.Parse(kept).RootElement.GetProperty("address").GetString());
        Assert.Contains("C’est effacé.", left.Text(), StringComparison.Ordinal);
        Assert.Null(await platform.Office.Subscribers.IdOf(Address));
        await client.Open(own, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task The_page_is_the_same_whoever_asks()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        await platform.Office.Subscribers.Add("lettre", new Subscriber("a1", Address, new DateOnly(2021, 9, 1)));
        var member = (await platform.Referent("drome")).Address;
        List<(HttpStatusCode, string, string)> answers = [];

        foreach (var address in new[] { Address, member, "personne@dehors.example", member })
        {
            using var response = await client.Send("/lettres/abonnement", ("lettre", "lettre"), ("adresse", address));
            answers.Add((response.StatusCode, response.Headers.Location!.OriginalString, await response.Content.ReadAsStringAsync()));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_program_that_fills_every_field_is_thanked_and_forgotten()
    {
        await using var platform = await TestPlatform.Open();

        await platform.Client().SendOn("/lettres/abonnement", ("lettre", "lettre"), ("adresse", Address), ("site", "x"));
        await platform.Settle();

        Assert.Empty(platform.Mailer.Sent);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field()
    {
        await using var platform = await TestPlatform.Open();

        var page = await platform.Client().SendRefused("/lettres/abonnement", HttpStatusCode.UnprocessableEntity, ("lettre", "lettre"), ("adresse", "pas une adresse"));

        Assert.NotNull(page.QuerySelector("#adresse[aria-invalid]"));
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_newsletters_are_chosen_from_and_confirmed_together()
    {
        await using var platform = await TestPlatform.Open(setting => setting with
        {
            Folder = setting.Folder with { Platform = setting.Platform with { Newsletters = [.. setting.Platform.Newsletters, setting.Platform.Newsletters[0] with { Id = "veille", Title = "Veille" }] } },
        });
        var client = platform.Client();

        var form = await client.Open("/lettres/abonnement");
        await client.SendRefused("/lettres/abonnement", HttpStatusCode.UnprocessableEntity, ("adresse", Address));
        await client.SendOn("/lettres/abonnement", ("lettre", "lettre"), ("lettre", "veille"), ("adresse", Address));
        await platform.Settle();
        Assert.Contains("recevoir les lettres «", platform.Mailer.Sent[^1].Letter.Bodies.Text, StringComparison.Ordinal);
        var path = new Uri(((Core.Mail.Letters.SlotValue.Text)platform.Mailer.Sent[^1].To.Slots["lien"]).Value).AbsolutePath;
        await client.SendOn($"{path}/confirmer");
        await client.SendOn($"{path}/quitter", ("lettre", "veille"));

        Assert.Equal(2, form.QuerySelectorAll("input[type=checkbox][name=lettre]:not([checked])").Length);
        Assert.Equal(["lettre"], (await platform.Office.Subscribers.Of((await platform.Office.Subscribers.IdOf(Address))!)).Select(held => held.Newsletter.Id));
    }

    [Fact]
    public async Task Whoever_did_not_ask_may_have_the_address_erased_at_once()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        await client.SendOn("/lettres/abonnement", ("lettre", "lettre"), ("adresse", Address));
        await platform.Settle();
        var path = new Uri(((Core.Mail.Letters.SlotValue.Text)platform.Mailer.Sent[^1].To.Slots["lien"]).Value).AbsolutePath;

        await client.SendOn($"{path}/quitter", ("lettre", "*"));

        Assert.Null(await platform.Office.SignUps.OfAddress(Address));
        await client.SendRefused($"{path}/confirmer", HttpStatusCode.Conflict);
    }
}
