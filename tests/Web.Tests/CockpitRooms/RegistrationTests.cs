using System.Net;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A journée open to all: opened by the coordinator, taken by anybody, followed on her pages.</summary>
public sealed class RegistrationTests
{
    private const string Id = "2022-journee-1";
    private const string Cockpit = $"/cockpit/reunions/{Id}/inscriptions";
    private const string Public = $"/rencontres/{Id}";
    private static readonly DateTime Before = new(2022, 3, 1, 10, 0, 0);

    [Fact]
    public async Task From_the_opening_to_the_sheet_to_sign()
    {
        await using var host = await CockpitHost.At(Before);
        Assert.Contains("ne sont pas ouvertes", (await host.Page(Public)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Page("/")).QuerySelector($"a[href='{Public}']"));

        await Open(host, "1");
        var link = (await host.Page("/")).QuerySelector($"a[href='{Public}']");
        var form = (await host.Page(Public)).QuerySelector<IHtmlFormElement>("main form")!;
        Assert.Equal($"{Public}/demande", Led(await host.Submit(form, ("nom", "Ada Martin"), ("adresse", "ada@asso.example.org"), ("organisme", "Une association"), ("besoins", "Une boucle magnétique"))));
        Assert.Equal($"{Public}/demande", Led(await host.Submit(form, ("nom", "Bob Petit"), ("adresse", "bob@asso.example.org"))));
        await host.Settle();

        Assert.NotNull(link);
        var matter = await Matter(host);
        var (ada, bob) = (Token(host, matter, "ada"), Token(host, matter, "bob"));
        await host.Page($"/inscription/{ada}"); // looking confirms nothing
        Assert.Equal(2, (await Matter(host)).Book!.Unconfirmed);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Post($"/inscription/{bob}/confirmer")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Post($"/inscription/{ada}/confirmer")).StatusCode);
        Assert.Contains("inscrit ou inscrite", Heading(await host.Page($"/inscription/{ada}?fait=confirmee")), StringComparison.Ordinal);
        Assert.Contains("liste d’attente", Heading(await host.Page($"/inscription/{bob}")), StringComparison.Ordinal);
        Assert.Contains("liste d’attente", (await host.Page(Public)).QuerySelector("main form button")!.TextContent, StringComparison.Ordinal);

        var sheet = (await host.Page($"/cockpit/reunions/{Id}/emargement")).QuerySelectorAll("table.signing");
        Assert.Equal(2, sheet.Length);
        Assert.Contains("Ada Martin", sheet[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob Petit", sheet[1].TextContent, StringComparison.Ordinal);

        Assert.NotNull((await host.Page($"/inscription/{ada}/annuler")).QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Post($"/inscription/{ada}/annuler")).StatusCode);
        await host.Settle();
        await host.Page($"/inscription/{ada}", HttpStatusCode.Gone);
        Assert.Contains("inscrit ou inscrite", Heading(await host.Page($"/inscription/{bob}")), StringComparison.Ordinal);
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "inscription-place"));
        Assert.Equal(["Bob Petit"], (await Matter(host)).People.Select(person => person.Name));
    }

    [Fact]
    public async Task What_the_page_answers_tells_nothing_of_who_is_registered()
    {
        await using var host = await CockpitHost.At(Before);
        await Open(host, "5");

        var first = await host.Post(Public, ("nom", "Ada Martin"), ("adresse", "ada@asso.example.org"));
        var again = await host.Post(Public, ("nom", "Ada Martin"), ("adresse", "ada@asso.example.org"));
        var robot = await host.Post(Public, ("nom", "Robot"), ("adresse", "robot@asso.example.org"), ("site", "https://spam.example.org"));

        Assert.Equal([$"{Public}/demande", $"{Public}/demande", $"{Public}/demande"], new[] { first, again, robot }.Select(Led));
        Assert.Single((await Matter(host)).People);
    }

    [Theory]
    [InlineData("", "ada@asso.example.org", "nom")]
    [InlineData("Ada", "", "adresse")]
    [InlineData("Ada", "pas une adresse", "adresse")]
    public async Task What_cannot_be_taken_is_said_at_its_field(string name, string address, string field)
    {
        await using var host = await CockpitHost.At(Before);
        await Open(host, "");

        var page = await CockpitHost.Read(await host.Post(Public, ("nom", name), ("adresse", address)), HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(page.QuerySelector($".errors a[href='#{field}']"));
        Assert.Equal(name, page.QuerySelector<IHtmlInputElement>("#nom")!.Value);
    }

    [Fact]
    public async Task Somebody_who_calls_is_entered_once_after_her_message_is_shown_and_can_be_taken_out()
    {
        await using var host = await CockpitHost.At(Before);
        await Open(host, "5");
        var form = (await host.Page(Cockpit)).QuerySelector<IHtmlFormElement>("section[aria-labelledby=ajouter] form")!;

        var preview = await CockpitHost.Read(await host.Submit(form, ("nom", "=Ada Martin"), ("adresse", "ada@asso.example.org")));
        var confirm = preview.QuerySelector<IHtmlFormElement>($"main form[action='{Cockpit}']")!;
        Assert.Empty((await Matter(host)).People); // a preview enters nobody
        var answers = new[] { await host.Submit(confirm), await host.Submit(confirm) };
        await host.Settle();
        var csv = await (await host.Get($"{Cockpit}.csv")).Content.ReadAsStringAsync();

        Assert.Contains("Votre place est réservée", preview.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("=Ada Martin", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(HttpStatusCode.SeeOther, answers.Select(answer => answer.StatusCode));
        Assert.Single((await Matter(host)).People);
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "inscription-confirmee"));
        Assert.Contains("'=Ada Martin", csv, StringComparison.Ordinal);

        var take = (await host.Page(Cockpit)).QuerySelector<IHtmlFormElement>(".rows form")!;
        var shown = await CockpitHost.Read(await host.Submit(take));
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(shown.QuerySelector<IHtmlFormElement>($"main form[action='{Cockpit}']")!)).StatusCode);
        Assert.Empty((await Matter(host)).People);
    }

    [Fact]
    public async Task More_places_show_who_gets_one_before_it_is_given()
    {
        await using var host = await CockpitHost.At(Before);
        await Open(host, "1");
        foreach (var name in new[] { "ada", "bob" })
            Assert.Null(await host.Office.Registrations.Take(Id, new RegistrationCommand.Add(new Registrant(name, name, $"{name}@asso.example.org", "", ""), "coordination", host.Office.Now)));

        var preview = await Preview(host, "2");

        Assert.Contains("bob", preview.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Enregistrer et écrire à 1 personne", Plain(preview.QuerySelector("main form button")!.TextContent), StringComparison.Ordinal);
        Assert.Null(await host.Office.Registrations.Take(Id, new RegistrationCommand.Withdraw("bob", "coordination", host.Office.Now)));
        var changed = await CockpitHost.Read(await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!), HttpStatusCode.Conflict);
        Assert.Contains("ont changé", changed.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beaucoup", "2022-04-11", "places")]
    [InlineData("9999", "2022-04-11", "places")]
    [InlineData("5", "le 32", "cloture")]
    [InlineData("5", "2022-04-13", "cloture")]
    public async Task Conditions_that_cannot_be_are_said_at_their_field(string places, string day, string field)
    {
        await using var host = await CockpitHost.At(Before);

        var page = await CockpitHost.Read(await host.Post($"{Cockpit}/apercu", ("geste", "regler"), ("ouvertes", "oui"), ("places", places), ("cloture", day)), HttpStatusCode.UnprocessableEntity);

        Assert.NotNull(page.QuerySelector($".errors a[href='#{field}']"));
    }

    [Theory]
    [InlineData("/rencontres/2022-copil")] // of a body
    [InlineData("/rencontres/2022-nulle")]
    [InlineData("/rencontres/..%2F..")]
    [InlineData("/rencontres/é")]
    [InlineData("/inscription/v1.0.eA.eA")]
    [InlineData("/cockpit/reunions/2022-copil/inscriptions")]
    public async Task What_is_not_open_to_all_has_no_page(string address)
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 9, 28));

        await host.Page(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_public_calendar_leads_to_the_page()
    {
        await using var host = await CockpitHost.At(Before);
        await Open(host, "");

        var calendar = (await (await host.Get("/agenda.ics")).Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains($"https://pfoss.example.org{Public}", calendar, StringComparison.Ordinal);
    }

    private static async Task Open(CockpitHost host, string places)
    {
        var preview = await Preview(host, places);
        Assert.Equal($"{Cockpit}?fait=regler", Led(await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form")!)));
    }

    private static async Task<IHtmlDocument> Preview(CockpitHost host, string places) => await CockpitHost.Read(
        await host.Submit((await host.Page(Cockpit)).QuerySelector<IHtmlFormElement>("section[aria-labelledby=conditions] form")!, ("ouvertes", "oui"), ("places", places)));

    private static async Task<RegistrationMatter> Matter(CockpitHost host) => (await host.Office.Registrations.Find(Id))!;

    private static string Token(CockpitHost host, RegistrationMatter matter, string name)
    {
        var reference = Registrant.Reference(Id, matter.People.Single(person => person.Address.StartsWith(name, StringComparison.Ordinal)).Id);
        return host.Office.Links.Token(new LinkTo(LinkPurpose.Registration, Id, host.Office.Now.AddDays(60)), new Contact(reference, reference, "", "", "", "", [], "", default));
    }

    private static string Led(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString ?? answer.StatusCode.ToString();

    private static string Heading(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
