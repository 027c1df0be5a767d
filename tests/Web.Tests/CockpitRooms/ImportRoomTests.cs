using System.Net;
using System.Text;
using Almanach.Adapters.Spreadsheets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>A file of contacts, from the form to the people it tells and asks.</summary>
public sealed class ImportRoomTests
{
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task The_export_of_a_search_comes_back_through_the_import_unchanged()
    {
        await using var host = await CockpitHost.At(Day);

        var sheet = await (await host.Get("/cockpit/reseau/export.xlsx")).Content.ReadAsByteArrayAsync();
        var csv = await (await host.Get("/cockpit/reseau/export.csv?college=etat")).Content.ReadAsByteArrayAsync();

        Assert.Equal(387, new TableFiles().Read("x", sheet).Tables[0].Rows.Count);
        foreach (var (name, bytes) in new[] { ("reseau.xlsx", sheet), ("reseau.csv", csv) })
        {
            var page = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, name, bytes)));
            Assert.Contains("rien à écrire", page.QuerySelector(".notice")!.TextContent);
            Assert.Null(page.QuerySelector("#v-Doubtful"));
        }
    }

    [Fact]
    public async Task An_import_is_planned_confirmed_written_and_told_to_those_shown()
    {
        await using var host = await CockpitHost.At(Day);
        var csv = Encoding.Latin1.GetBytes("Structure;Nom Prénom;Mail;Fonction\r\nDREETS;DURAND Zoé;zoe.durand@dreets.example.org;chargée d'études\r\nInconnu;X Y;x@y.example.org;\r\n");

        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, "liste.csv", csv)));
        var shown = plan.QuerySelectorAll("section[aria-labelledby^=apercu] tbody tr").Length;
        Assert.Contains("Tel que le lit Zoé Durand", plan.QuerySelector("section[aria-labelledby^=apercu]")!.TextContent);
        Assert.DoesNotContain((await host.Office.Network.Load()).Contacts.Values, contact => contact is { LastName: "Durand", FirstName: "Zoé" });
        var response = await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("n’est pas connu", plan.QuerySelector("#v-Doubtful")!.ParentElement!.TextContent);
        var added = (await host.Office.Network.Load()).Contacts.Values.Single(contact => contact.Address == "zoe.durand@dreets.example.org");
        Assert.Equal(("Zoé", "Durand", "dreets"), (added.FirstName, added.LastName, added.Organisation));
        Assert.Equal(1, shown);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_import_says_how_many_it_invites_to_what_is_open_and_invites_those(bool invites, int expected)
    {
        await using var host = await CockpitHost.At(Day, [.. Partners.Propose(1)]);
        var (answered, open) = (Partners.Referents[0].Organisation, Partners.Referents[1].Organisation);
        var roster = await host.Office.Network.Load();
        var csv = Encoding.UTF8.GetBytes(
            "Organisme;Nom;Prénom;Courriel;Suppléant\n"
            + $"{roster.Organisations[answered].Name};Un;Anne;anne.un@example.org;oui\n" // her organisation has answered
            + $"{roster.Organisations[open].Name};Deux;Béa;bea.deux@example.org;oui\n"
            + $"{roster.Organisations[open].Name};Trois;Cléo;cleo.trois@example.org;non\n"); // only kept informed
        var form = Form(host, "liste.csv", csv);
        if (invites)
            form.Add(new StringContent("oui"), "inviter");

        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", form));
        var button = plan.QuerySelector("main form button.main")!.TextContent;
        var first = await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(expected == 1, button.Contains("envoyer 1\u00A0invitation", StringComparison.Ordinal));
        Assert.Equal(expected == 0, plan.QuerySelector("#sans-invitation") is not null);
        var invited = (await NewcomerRoomTests.Lines(host)).Where(line => line.StartsWith("invite-2022-themes-import-", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, invited.Count);
        foreach (var line in invited)
            Assert.Equal("Béa Deux", (await host.Office.Network.Load()).Contacts[(await host.Office.MailRoom.Outcomes(line.Split('|')[0])).Keys.Single()].Name);
        Assert.Equal(3, await ThemesRoomTests.Sent(host, "bienvenue-information"));
    }

    [Fact]
    public async Task The_form_of_an_import_offers_to_invite_from_the_start()
    {
        await using var host = await CockpitHost.At(Day);

        Assert.True((await host.Page("/cockpit/reseau/import")).QuerySelector<IHtmlInputElement>("[name=inviter]")!.IsChecked);
    }

    [Fact]
    public async Task A_plan_that_no_longer_holds_is_shown_again_instead_of_written()
    {
        await using var host = await CockpitHost.At(Day);
        var contact = Partners.Referents[0];
        var csv = Encoding.UTF8.GetBytes($"Organisme;Nom;Prénom;Courriel;Fonction\n{contact.Organisation};{contact.LastName};{contact.FirstName};{contact.Address};autre fonction\n");
        var plan = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, "x.csv", csv)));
        await host.Office.Members.Leave(contact.Id, "coordination", host.Office.Now);

        var again = await CockpitHost.Read(await host.Submit(plan.QuerySelector<IHtmlFormElement>("main form")!), HttpStatusCode.Conflict);
        await host.Settle();

        Assert.NotNull(again.QuerySelector("#v-KeptOut"));
        Assert.False((await host.Office.Network.Load()).Contacts[contact.Id].Active);
    }

    public static TheoryData<string, byte[]> Rubbish => new()
    {
        { "rien.csv", [] },
        { "image.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2] },
        { "abime.xlsx", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3] },
        { "sans-tete.csv", Encoding.UTF8.GetBytes("a;b\n1;2\n") },
        { "../../etc/passwd", Encoding.UTF8.GetBytes("bonjour") },
    };

    [Theory]
    [MemberData(nameof(Rubbish), DisableDiscoveryEnumeration = true)]
    public async Task Rubbish_is_refused_with_a_sentence(string name, byte[] bytes)
    {
        await using var host = await CockpitHost.At(Day);

        var page = await CockpitHost.Read(await host.Send("/cockpit/reseau/import", Form(host, name, bytes)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#fichier", page.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_forged_confirmation_writes_nothing(string upload)
    {
        await using var host = await CockpitHost.At(Day);

        var response = await host.Post("/cockpit/reseau/import/0123456789abcdef", ("depot", upload), ("source", "x"), ("nom", "x.csv"));

        Assert.Contains("n’est plus là", (await CockpitHost.Read(response, HttpStatusCode.NotFound)).QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task A_torn_form_is_answered_with_a_page()
    {
        await using var host = await CockpitHost.At(Day);
        var torn = new ByteArrayContent(Encoding.ASCII.GetBytes("--x\r\nnot a part"));
        torn.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        var response = await host.Send("/cockpit/reseau/import", torn);

        Assert.True((int)response.StatusCode is 400 or 403, $"{response.StatusCode}");
    }

    private static MultipartFormDataContent Form(CockpitHost host, string name, byte[] bytes) => new()
    {
        { new StringContent(host.Token), "jeton" },
        { new StringContent("Annuaire de la plate-forme"), "source" },
        { new ByteArrayContent(bytes), "fichier", name },
    };
}
