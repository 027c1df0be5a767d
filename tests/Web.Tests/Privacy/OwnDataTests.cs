using System.Net;
using System.Text.Json;
using Almanach.Core.Network;
using Almanach.Core.Privacy;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Privacy;

/// <summary>« Mes données »: all that is held on her, what she corrects, what she asks for.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public async Task The_page_says_what_is_held_and_never_the_whole_address_and_reading_it_changes_nothing()
    {
        await using var platform = await Answered();
        var person = await platform.Referent("drome");
        var before = platform.Store.Whole();

        var page = await platform.Client().Open($"{platform.Own(person)}/donnees");
        using var file = await platform.Client().GetAsync(new Uri($"{platform.Own(person)}/donnees/mes-donnees.json", UriKind.Relative));

        Assert.Contains(person.Source, page.Text(), StringComparison.Ordinal);
        Assert.Contains("La mobilité", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Votre réponse, donnée en ligne, le ", page.Text(), StringComparison.Ordinal);
        Assert.Contains("Accusé de réception", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(person.Address, page.Text(), StringComparison.Ordinal);
        Assert.Equal(("application/json", "no-store"), (file.Content.Headers.ContentType!.MediaType, file.Headers.CacheControl!.ToString()));
        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task The_own_page_leads_there()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");

        var own = await platform.Client().Open(platform.Own(person));

        Assert.NotNull(own.QuerySelector("#donnees a[href$='/donnees']"));
    }

    [Fact]
    public async Task Somebody_of_whom_little_is_known_finds_a_page_that_says_so()
    {
        await using var platform = await TestPlatform.Open();
        var person = await platform.Referent("drome");

        var page = await platform.Client().Open($"{platform.Own(person)}/donnees");

        Assert.Equal(5, page.QuerySelectorAll("p.muted").Length);
    }

    [Fact]
    public async Task The_file_holds_her_answer_her_proposal_and_her_messages_under_keys_that_stay()
    {
        await using var platform = await Answered();
        var person = await platform.Referent("drome");

        using var file = await Download(platform, person);

        var root = file.RootElement;
        Assert.Equal("almanach/personal-data/1", root.GetProperty("format").GetString());
        Assert.Equal(person.Address, root.GetProperty("person").GetProperty("address").GetString());
        Assert.Equal("La mobilité", root.GetProperty("proposals")[0].GetProperty("title").GetString());
        var answer = root.GetProperty("answers").EnumerateArray().Single(one => one.GetProperty("current").GetBoolean());
        Assert.True(answer.GetProperty("byYou").GetBoolean());
        Assert.Contains("La mobilité", answer.GetProperty("lines").ToString(), StringComparison.Ordinal);
        Assert.Contains(root.GetProperty("messages").EnumerateArray(), message => message.GetProperty("text").GetString() == "accuse" && message.GetProperty("outcome").GetString() == "envoyé");
    }

    [Fact]
    public async Task The_file_holds_nothing_of_anybody_else()
    {
        await using var platform = await Answered();
        var (person, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        await platform.Client().SendOn(await platform.Answer("2022-themes", colleague), ("_revision", "1"), ("titre", "Les transports"));
        Assert.Null(await platform.Office.Requests.Ask(person, "Luc Après", "luc.apres@example.org", "", platform.Office.Now));
        await platform.Settle();
        await platform.AfterStartOf("vote");

        var text = await platform.Client().GetStringAsync(new Uri($"{platform.Own(person)}/donnees/mes-donnees.json", UriKind.Relative));
        var page = (await platform.Client().Open($"{platform.Own(person)}/donnees")).Text();

        foreach (var other in (await platform.Office.Network.Load()).Contacts.Values.Where(other => other.Id != person.Id))
            foreach (var held in new[] { text, page })
            {
                var mention = new Mention(other);
                Assert.False(mention.In(held), other.Id);
            }
        Assert.DoesNotContain("Après", text, StringComparison.Ordinal);
        Assert.DoesNotContain("luc.apres", text, StringComparison.Ordinal);
        using var file = JsonDocument.Parse(text);
        var answer = file.RootElement.GetProperty("answers").EnumerateArray().First(one => one.GetProperty("current").GetBoolean());
        Assert.Equal((false, 0), (answer.GetProperty("byYou").GetBoolean(), answer.GetProperty("lines").GetArrayLength()));
        Assert.Contains(file.RootElement.GetProperty("answers").EnumerateArray(), one => one.GetProperty("byYou").GetBoolean() && !one.GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task A_name_and_a_function_are_corrected_at_once_and_another_tab_is_told()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var address = $"{platform.Own(person)}/donnees";
        var client = platform.Client();
        var seen = (await client.Open(address)).Value("vu");

        var done = await client.SendOn($"{address}/identite", ("prenom", "Amandine"), ("nom", "Petit"), ("fonction", "Chargée d’études"), ("vu", seen));
        var second = await client.SendRefused($"{address}/identite", HttpStatusCode.Conflict, ("prenom", "Autre"), ("nom", "Nom"), ("fonction", ""), ("vu", seen));

        Assert.Contains("C’est corrigé", (await client.Open(done)).Text(), StringComparison.Ordinal);
        Assert.Equal(("Amandine", "Petit", "Chargée d’études", person.Address), Card(await platform.Contact(person.Id)));
        Assert.Equal("Autre", second.Value("prenom"));
        Assert.Contains("a changé", second.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_correction_is_said_beside_its_field()
    {
        await using var platform = await TestPlatform.Collecting();
        var address = $"{platform.Own(await platform.Referent("drome"))}/donnees";
        var client = platform.Client();
        var seen = (await client.Open(address)).Value("vu");

        var page = await client.SendRefused($"{address}/identite", HttpStatusCode.UnprocessableEntity, ("prenom", ""), ("nom", ""), ("fonction", ""), ("vu", seen));

        Assert.NotNull(page.QuerySelector("details[open] #nom[aria-invalid='true']"));
    }

    [Theory]
    [InlineData("", "Petit", "prenom")]
    [InlineData("Amandine", "", "nom")]
    [InlineData("81", "Petit", "prenom")]
    [InlineData("Amandine", "81", "nom")]
    public async Task A_name_is_neither_emptied_nor_longer_than_its_field(string firstName, string lastName, string field)
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var address = $"{platform.Own(person)}/donnees";
        var client = platform.Client();
        var seen = (await client.Open(address)).Value("vu");
        string Name(string name) => name == "81" ? new string('x', DataRequestRules.MaxName + 1) : name;

        var page = await client.SendRefused($"{address}/identite", HttpStatusCode.UnprocessableEntity, ("prenom", Name(firstName)), ("nom", Name(lastName)), ("fonction", ""), ("vu", seen));

        Assert.Equal([$"#{field}"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector($"#{field}[aria-invalid='true']"));
        Assert.Equal(Card(person), Card(await platform.Contact(person.Id)));
    }

    [Fact]
    public async Task Another_address_is_asked_for_and_taken_back_and_nothing_changes_by_itself()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var address = $"{platform.Own(person)}/donnees";
        var client = platform.Client();

        var asked = await client.Open(await client.SendOn($"{address}/adresse", ("courriel", "nouvelle@example.org")));
        var wrong = await client.SendRefused($"{address}/adresse", HttpStatusCode.UnprocessableEntity, ("courriel", "rien"));
        await client.SendOn($"{address}/adresse", ("choix", "annuler"));

        Assert.Contains("Votre changement d’adresse est demandé", asked.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("nouvelle@example.org", asked.Text(), StringComparison.Ordinal);
        Assert.NotNull(wrong.QuerySelector(".errors"));
        Assert.Empty(await platform.Office.DataRequests.Open());
        Assert.Equal(person.Address, (await platform.Contact(person.Id)).Address);
    }

    [Fact]
    public async Task Erasure_is_asked_with_one_choice_its_deadline_shown_and_twice_is_once()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var address = $"{platform.Own(person)}/donnees";
        var client = platform.Client();

        var unclear = await client.SendRefused($"{address}/effacement", HttpStatusCode.UnprocessableEntity, ("autre", "x"));
        var untouched = await platform.Office.DataRequests.Open();
        var asked = await client.Open(await client.SendOn($"{address}/effacement", ("choix", "demander")));
        await client.SendOn($"{address}/effacement", ("choix", "demander"));

        Assert.Contains("Rien n’a été demandé", unclear.Text(), StringComparison.Ordinal);
        Assert.Empty(untouched);
        var request = Assert.Single(await platform.Office.DataRequests.Open());
        var until = DataRequestRules.Deadline(platform.Office.Setting.Zone.DayOf(request.At));
        Assert.Contains(Core.French.FrenchDates.Day(until), asked.Text(), StringComparison.Ordinal);
        Assert.True((await platform.Contact(person.Id)).Active);

        await client.SendOn($"{address}/effacement", ("choix", "annuler"));
        Assert.Empty(await platform.Office.DataRequests.Open());
    }

    [Fact]
    public async Task Her_page_says_what_an_objection_leaves()
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var client = platform.Client();

        var before = (await client.Open($"{platform.Own(person)}/opposition")).Text();
        await client.SendOn($"{platform.Own(person)}/messages", ("messages", "arreter"));
        var page = (await client.Open($"{platform.Own(person)}/donnees")).Text();

        Assert.Contains("Seul vous parvient encore un lien que vous demandez vous-même", before, StringComparison.Ordinal);
        Assert.Contains("aucun import ne vous inscrive de nouveau", before, StringComparison.Ordinal);
        Assert.Contains("Seul vous parvient encore un lien que vous demandez vous-même", page, StringComparison.Ordinal);
        Assert.Contains("votre adresse seule", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("donnees")]
    [InlineData("donnees/mes-donnees.json")]
    public async Task A_link_that_is_not_ours_or_not_hers_any_more_opens_nothing(string room)
    {
        await using var platform = await TestPlatform.Collecting();
        var person = await platform.Referent("drome");
        var own = platform.Own(person);
        await platform.Office.Members.Leave(person.Id, "coordination", platform.Office.Now);

        using var gone = await platform.Client().GetAsync(new Uri($"{own}/{room}", UriKind.Relative));
        using var forged = await platform.Client().GetAsync(new Uri($"/p/v1.t.aaaa.bbbb/{room}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (gone.StatusCode, forged.StatusCode));
    }

    private static (string, string, string, string) Card(Contact contact) => (contact.FirstName, contact.LastName, contact.Function, contact.Address);

    private static async Task<TestPlatform> Answered()
    {
        var platform = await TestPlatform.Collecting();
        await platform.Client().SendOn(await platform.Answer("2022-themes", await platform.Referent("drome")), ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        return platform;
    }

    private static async Task<JsonDocument> Download(TestPlatform platform, Contact person) =>
        JsonDocument.Parse(await platform.Client().GetByteArrayAsync(new Uri($"{platform.Own(person)}/donnees/mes-donnees.json", UriKind.Relative)));
}
