using System.Net;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Network;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>What the cockpit shows of somebody whose data were erased.</summary>
public sealed class ErasedPersonTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    private static Contact Gone => Partners.Referents[0];

    [Fact]
    public async Task Her_card_is_read_only_and_says_why()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        await host.Office.Erase(Gone.Id);

        var page = await host.Page($"/cockpit/reseau/personnes/{Gone.Id}");

        Assert.Empty(page.QuerySelectorAll("main form:not([action='/cockpit/sortir']), main input:not([type=hidden])"));
        Assert.Contains("ont été effacées", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("36\u00A0mois", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Gone.LastName, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#repondu"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_notice_says_when_an_address_is_kept(bool objected)
    {
        await using var host = await CockpitHost.At(Day);
        if (objected)
            await host.Office.Objections.Set(Gone.Id, true, host.Office.Now);
        await host.Office.Erase(Gone.Id);

        var page = await host.Page($"/cockpit/reseau/personnes/{Gone.Id}");

        Assert.Equal(objected, page.QuerySelector("main .notice")!.TextContent.Contains("son adresse seule est gardée", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/depart")]
    [InlineData("/messages")]
    [InlineData("/inviter")]
    public async Task What_is_posted_for_her_is_refused_with_a_page_that_says_what_to_do(string act)
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.Erase(Gone.Id);
        var before = (await host.Office.Network.Load()).Contacts[Gone.Id];

        var page = await CockpitHost.Read(await host.Post($"/cockpit/reseau/personnes/{Gone.Id}{act}",
            ("vu", Print.Of(before)), ("nom", "Martin"), ("courriel", "a@example.org"), ("roles", "Reader"), ("arreter", "oui"), ("raison", ContactNote.Reasons[0])), HttpStatusCode.Conflict);

        Assert.Contains("ajoutez-la comme une nouvelle personne", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Print.Of(before), Print.Of((await host.Office.Network.Load()).Contacts[Gone.Id]));
    }

    [Fact]
    public async Task An_organisation_counts_its_erased_people_and_lists_only_those_whose_name_it_knows()
    {
        await using var host = await CockpitHost.At(Day);
        var colleague = (await host.Office.Network.Load()).Active.First(other => other.Organisation == Gone.Organisation && other.Id != Gone.Id);
        await host.Office.Erase(Gone.Id);
        await host.Office.Members.Leave(colleague.Id, "coordination", host.Office.Now);

        var page = await host.Page($"/cockpit/reseau/{Gone.Organisation}");

        Assert.Null(page.QuerySelector($"a[href$='{Gone.Id}']"));
        Assert.NotNull(page.QuerySelector($"details a[href$='{colleague.Id}']"));
        Assert.Equal("Une personne partie a été effacée, le temps de conservation passé ou à sa demande.", page.QuerySelector("#effacees")!.TextContent);
    }

    [Theory]
    [InlineData("partis")]
    [InlineData("tous")]
    public async Task Nobody_finds_her_in_the_network(string state)
    {
        await using var host = await CockpitHost.At(Day);
        await host.Office.Erase(Gone.Id);

        var page = await host.Page($"/cockpit/reseau?etat={state}");

        Assert.Null(page.QuerySelector($"a[href$='{Gone.Id}']"));
    }

    [Fact]
    public async Task An_export_of_answers_says_that_the_name_is_erased()
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(2)]);
        await host.Office.Erase(Gone.Id);

        var csv = Encoding.UTF8.GetString(await (await host.Get("/cockpit/consultations/2022-themes/reponses.csv")).Content.ReadAsByteArrayAsync());

        Assert.Contains("nom effacé", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(Contact.ErasedName, csv, StringComparison.Ordinal);
        Assert.Contains(Partners.Referents[1].Name, csv, StringComparison.Ordinal);
    }
}
