using System.Net;
using Almanach.Core.Groups;
using Almanach.Core.Themes;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Public;

/// <summary>What anybody may read, and the one thing anybody may send.</summary>
public sealed class PublicPagesTests
{
    [Fact]
    public async Task The_first_page_says_who_we_are_and_when_we_meet()
    {
        await using var platform = await TestPlatform.Collecting();

        var page = await platform.Client().Open("/");

        Assert.Equal(platform.Office.Setting.Platform.Brand.Name, page.Heading());
        Assert.Contains("61\u00A0organismes", page.Text());
        Assert.Contains("Mardi\u00A012\u00A0avril 2022 à 9\u00A0h\u00A030, Clermont-Ferrand", page.Text());
        Assert.Contains("Le prochain programme paraîtra", page.Text());
    }

    [Fact]
    public async Task Everybody_reads_which_groups_live_and_nobodys_name()
    {
        await using var platform = await TestPlatform.Collecting();
        var (referent, other) = (await platform.Referent("drome"), await platform.Referent("isere"));
        var group = new Group("2022-ages", "Vieillir chez soi", 2022, "ages", platform.Office.Now, referent.Organisation, referent.Id,
            [new GroupMember(other.Organisation, other.Id)], [new ResourcePerson("Ada Rare", "")], "Le plan, par Ada Rare.", []);
        foreach (var one in new[] { group, group with { Id = "2021-fini", Title = "Un groupe fini", Closed = platform.Office.Now } })
            await platform.Office.Ledger.Write(new Core.Engine.Draft.Write(Group.Partition, [new Core.Ports.Change.Insert(Group.Prefix + one.Id, Core.Engine.Stored.Write(one))], []));
        var client = platform.Client();

        var page = await client.Open((await client.Open("/")).QuerySelector("#groupes-de-travail ~ p a")!.GetAttribute("href")!);

        Assert.Equal(["Vieillir chez soi"], page.QuerySelectorAll("main section.panel h2").Select(title => title.TextContent));
        Assert.Contains("Drôme", page.Text());
        Assert.Contains("Isère", page.Text());
        Assert.All(new[] { referent.LastName, other.LastName, "Ada", "fini" }, hidden => Assert.DoesNotContain(hidden, page.Text()));
    }

    [Fact]
    public async Task A_subject_from_outside_reaches_the_board_once_and_its_address_stays_apart()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        (string, string)[] sent = [("organisme", "drome"), ("titre", "La vie étudiante"), ("pourquoi", "Pour agir"), ("rencontre", "Atelier"), ("adresse", "moi@exemple")];

        var wrong = await client.SendRefused("/proposer", HttpStatusCode.UnprocessableEntity, sent);
        sent[4] = ("adresse", "eve@example.org");
        for (var click = 0; click < 3; click++)
            Assert.Equal("/proposer/recu", await client.SendOn("/proposer", sent));

        Assert.Equal("#adresse", wrong.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("Pour agir", wrong.Value("pourquoi"));
        var proposal = Assert.Single((await platform.Office.Themes.Load(2022)).Proposals.Values);
        Assert.Equal((ProposalOrigin.PublicForm, "Drome", "La vie étudiante"), (proposal.Origin, proposal.Organisation, proposal.Title));
        Assert.Equal("eve@example.org", Assert.Single(await platform.Office.Outside.Authors(2022)).Address);
        Assert.DoesNotContain("eve@", (await client.Open(await platform.Answer("2022-themes", await platform.Referent("isere")))).Text());
    }

    [Fact]
    public async Task Members_see_a_subject_from_outside_once_the_coordinator_shows_it()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn("/proposer", ("organisme", "Une association"), ("titre", "La vie étudiante"));
        var path = await platform.Answer("2022-themes", await platform.Referent("isere"));
        var id = Assert.Single((await platform.Office.Themes.Load(2022)).Proposals.Keys);

        var before = (await client.Open(path)).Text();
        await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"), ("soutien", id));
        await platform.Settle();
        var support = (await platform.Office.Themes.Load(2022)).Proposals[id].Support;
        Assert.Null(await platform.Office.Themes.Apply(2022, new ThemeCommand.Show(id, platform.Office.Now)));
        var after = (await client.Open(path)).Text();

        Assert.DoesNotContain("La vie étudiante", before);
        Assert.Empty(support);
        Assert.Contains("La vie étudiante", after);
    }

    [Fact]
    public async Task The_tab_has_a_sign_from_our_own_address()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        var link = (await client.Open("/")).QuerySelector("link[rel=icon]")!.GetAttribute("href")!;

        foreach (var path in new[] { link, "/favicon.ico" })
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Contains(platform.Office.Setting.Platform.Brand.AccentDay, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_program_that_fills_every_field_is_thanked_and_forgotten()
    {
        await using var platform = await TestPlatform.Collecting();
        var before = platform.Store.Whole();

        await platform.Client().SendOn("/proposer", ("organisme", "x"), ("titre", "x"), ("site", "http://spam.example"));

        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task Once_the_committee_has_met_a_subject_from_outside_is_for_the_next_year()
    {
        await using var platform = await TestPlatform.Open();
        await platform.GoTo(new DateOnly(2022, 3, 1), new TimeOnly(10, 0));

        await platform.Client().SendOn("/proposer", ("organisme", "Une association"), ("titre", "La vie étudiante"));

        Assert.Empty((await platform.Office.Themes.Load(2022)).Proposals);
        Assert.Single((await platform.Office.Themes.Load(2023)).Proposals);
    }

    [Theory]
    [InlineData("organisme", 161)]
    [InlineData("titre", 161)]
    [InlineData("pourquoi", 2_001)]
    [InlineData("organisme", 0)]
    [InlineData("titre", 0)]
    public async Task Each_field_of_the_public_form_has_its_measure(string field, int length)
    {
        await using var platform = await TestPlatform.Collecting();
        var fields = new Dictionary<string, string> { ["organisme"] = "Une association", ["titre"] = "La vie étudiante", ["pourquoi"] = "", [field] = new string('x', length) };

        var page = await platform.Client().SendRefused("/proposer", HttpStatusCode.UnprocessableEntity, fields.Select(pair => (pair.Key, pair.Value)));

        Assert.Equal($"#{field}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Empty((await platform.Office.Themes.Load(2022)).Proposals);
    }

    [Fact]
    public async Task The_legal_pages_say_what_the_platform_says()
    {
        await using var platform = await TestPlatform.Open();
        var client = platform.Client();
        var legal = platform.Office.Setting.Platform.Legal;

        var privacy = (await client.Open("/donnees-personnelles")).Text();
        var notice = (await client.Open("/mentions-legales")).Text();

        Assert.Contains("Le fait qu’une adresse ne reçoit plus\u00A0: aussi longtemps", privacy);
        Assert.All(new[] { legal.Controller, legal.Basis, legal.Dpo, "effacée 36\u00A0mois après son départ", "36\u00A0mois après son envoi", "CNIL" }, word => Assert.Contains(word, privacy));
        Assert.All(new[] { legal.Publisher, legal.Hosting }, word => Assert.Contains(word, notice));
        Assert.Contains("pas encore été auditées", (await client.Open("/accessibilite")).Text());
    }
}
