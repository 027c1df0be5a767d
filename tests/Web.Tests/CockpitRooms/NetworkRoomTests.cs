using System.Net;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class NetworkRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task Without_a_référent_whoever_is_still_asked_is_named_and_without_anybody_nothing_is()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var deputy = CockpitHost.Setting().Folder.Contacts.First(contact => contact.Active && contact.Is(RoleKind.Suppleant));
        var card = $"/cockpit/reseau/{deputy.Organisation}";
        async Task<string> Said(Func<Contact, bool> leaves)
        {
            foreach (var contact in (await host.Office.Network.Load()).Active.Where(contact => contact.Organisation == deputy.Organisation && leaves(contact)))
                Assert.Null(await host.Office.Members.Leave(contact.Id, "coordination", host.Office.Now));
            return (await host.Page(card)).QuerySelector(".notice")?.TextContent ?? "";
        }

        Assert.Empty(await Said(_ => false));
        Assert.Contains($"va à {deputy.Name}", await Said(contact => contact.Id != deputy.Id), StringComparison.Ordinal);
        Assert.Contains("rien ne lui est demandé", await Said(_ => true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_finds_people_by_any_of_their_words_without_accents()
    {
        await using var host = await CockpitHost.At(Day);
        var wanted = Partners.Referents[0];

        var page = await host.Page($"/cockpit/reseau?q={Uri.EscapeDataString(wanted.LastName.ToUpperInvariant())}&role=Referent");

        Assert.NotNull(page.QuerySelector($"a[href='/cockpit/reseau/personnes/{wanted.Id}']"));
        Assert.All(page.QuerySelectorAll("table.network tbody tr:not(.group) th"), name => Assert.Contains(wanted.LastName, name.ParentElement!.TextContent + name.ParentElement.ParentElement!.TextContent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_person_shows_what_was_sent_and_answered()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var contact = Partners.Referents[0];

        var page = await host.Page($"/cockpit/reseau/personnes/{contact.Id}");

        Assert.Contains("Thèmes 2022", page.QuerySelector("section[aria-labelledby=envoye]")!.TextContent);
        Assert.Contains(contact.Name, page.QuerySelector("section[aria-labelledby=repondu]")!.TextContent);
    }

    [Fact]
    public async Task Leaving_revokes_every_link_and_keeps_what_was_answered()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var contact = Partners.Referents[0];
        var link = host.Office.Links.OwnPage((await host.Office.Network.Load()).Contacts[contact.Id], host.Office.Now);

        await host.Post($"/cockpit/reseau/personnes/{contact.Id}/depart");

        var left = (await host.Office.Network.Load()).Contacts[contact.Id];
        Assert.Equal((false, 2), (left.Active, left.Generation));
        Assert.NotNull(await host.Office.Consultations.AnswerOf("2022-themes", contact.Organisation));
        Assert.NotEqual(link, host.Office.Links.OwnPage(left, host.Office.Now));
    }

    [Fact]
    public async Task Mail_stops_for_a_reason_and_the_page_says_which()
    {
        await using var host = await CockpitHost.At(Day);
        var contact = Partners.Referents[0];
        var form = (await host.Page($"/cockpit/reseau/personnes/{contact.Id}")).QuerySelector<IHtmlFormElement>("form[action$=messages]")!;

        var refused = await host.Submit(form, ("raison", "autre chose"));
        await host.Submit(form, ("raison", "Son adresse ne fonctionne plus"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.True((await host.Office.Network.Load()).Contacts[contact.Id].Suppressed);
        Assert.Contains("Son adresse ne fonctionne plus", (await host.Page($"/cockpit/reseau/personnes/{contact.Id}")).QuerySelector(".notice")!.TextContent);
    }

    [Fact]
    public async Task Two_tabs_on_one_card_do_not_cross()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page($"/cockpit/reseau/personnes/{Partners.Referents[0].Id}")).QuerySelector<IHtmlFormElement>($"form[action$={Partners.Referents[0].Id}]")!;
        await host.Submit(form, ("fonction", "première"));

        var page = await CockpitHost.Read(await host.Submit(form, ("fonction", "seconde")), HttpStatusCode.Conflict);

        Assert.Equal("seconde", page.QuerySelector<IHtmlInputElement>("#fonction")!.Value);
        Assert.Equal("première", (await host.Office.Network.Load()).Contacts[Partners.Referents[0].Id].Function);
    }

    [Fact]
    public async Task Whoever_chose_no_organisation_is_asked_to_choose_one()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/personnes/nouvelle")).QuerySelector<IHtmlFormElement>("main form")!;

        var refused = await CockpitHost.Read(await host.Submit(form, ("nom", "Roux"), ("courriel", "eve.roux@drome.example.org"), ("organisme", "")), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("Choisissez son organisme.", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("n’existe plus", refused.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_is_added_and_its_card_changed()
    {
        await using var host = await CockpitHost.At(Day);
        var form = (await host.Page("/cockpit/reseau/organismes/nouveau")).QuerySelector<IHtmlFormElement>("main form")!;

        var added = await host.Submit(form, ("nom", "Observatoire des ponts (ODP)"), ("pour", "l’Observatoire des ponts"), ("college", "observatoires"));
        var card = (await host.Page("/cockpit/reseau/odp")).QuerySelector<IHtmlFormElement>("form[action$=odp]")!;
        await host.Submit(card, ("engagement", "Participe"));

        Assert.Equal("/cockpit/reseau/odp?fait=enregistre", added.Headers.Location!.OriginalString);
        Assert.Equal("Participe", (await host.Office.Network.Load()).Organisations["odp"].Commitment);
    }

    [Theory]
    [InlineData("/cockpit/reseau/nulle-part")]
    [InlineData("/cockpit/reseau/personnes/c9999")]
    [InlineData("/cockpit/reseau/personnes/%23%2F")]
    public async Task Who_is_not_there_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Day);

        await host.Page(address, HttpStatusCode.NotFound);
    }
}
