using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Web.Library.Catalogue;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A producer rereads her organisation's entries, from the link in the mail to the catalogue.</summary>
public sealed class EntriesTests
{
    private const string Id = "2022-catalogue";
    private const string Census = "recensement-de-la-population";
    private const string Incomes = "revenus-disponibles";

    [Fact]
    public async Task The_page_shows_each_entry_with_three_answers_and_ticks_nothing()
    {
        await using var platform = await Open();
        var page = await platform.Client().Open(await platform.Answer(Id, await platform.Referent("insee")));

        Assert.Equal(["Recensement de la population", "Revenus disponibles par unité de consommation"], page.QuerySelectorAll("article h3").Select(title => title.TextContent));
        Assert.Empty(page.QuerySelectorAll("input[checked]"));
        Assert.Equal(["Current", "ToCorrect", "Outdated"], page.QuerySelectorAll($"input[name='fiches.{Census}']").Select(box => box.GetAttribute("value")));
        Assert.Contains("Source de données · France métropolitaine · Population", page.Text());
        Assert.Contains("Pas encore confirmée.", page.Text());
        Assert.Contains("Tout est à jour", page.Text());
    }

    [Fact]
    public async Task One_choice_confirms_all_of_them_at_once()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        var page = await client.Open(path);

        var end = await client.SendOn(path, [("_revision", "0"), ("_etape", "tout"), .. Read(page)]);
        var twice = await client.SendOn(path, [("_revision", "0"), ("_etape", "tout"), .. Read(page)]);
        await platform.Settle();

        Assert.Equal(($"{path}/recu", end), (end, twice));
        var shelf = await platform.Office.Catalogue.Load();
        Assert.All(shelf.Of("insee"), entry => Assert.Equal(new Confirmation(platform.Office.Setting.Zone.DayOf(platform.Office.Now), "insee"), entry.Confirmed));
        Assert.Null(shelf.Entries["demandeurs-d-emploi-en-fin-de-mois"].Confirmed);
        Assert.Equal(1, (await platform.Office.Consultations.AnswerOf(Id, "insee"))!.Revision);
        var received = (await client.Open(end)).Text();
        Assert.Contains("«\u00A0Recensement de la population\u00A0»\u00A0: à jour", received);
        Assert.Contains("quand vous n’aurez plus rien modifié pendant dix minutes", received);
        await platform.Pass(Receipts.Quiet);
        Assert.Contains(platform.Mailer.Sent, sent => sent.Letter.Key == $"receipt-{Id}-insee-1");
    }

    [Fact]
    public async Task What_is_to_be_corrected_leads_to_its_card_prefilled_and_waits_there()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        var page = await client.Open(path);

        var next = await client.SendOn(path, [("_revision", "0"), ($"fiches.{Census}", "Current"), ($"fiches.{Incomes}", "ToCorrect"), .. Read(page)]);
        var card = await client.Open(next);
        var fields = Fields(await platform.Office.Catalogue.Load(), Incomes).Append(("_revision", "1")).Append(("_vues", card.Value("_vues"))).Where(field => field.Item1 != "resume").ToList();
        var end = await client.SendOn(next, [.. fields, ("resume", "Médiane et déciles.")]);
        var twice = await client.SendOn(next, [.. fields, ("resume", "Médiane et déciles.")]);
        await platform.Settle();
        var received = await client.Open(end);

        Assert.Equal($"{path}/fiches/{Incomes}", next);
        Assert.Equal("Revenus disponibles par unité de consommation", card.Value("titre"));
        Assert.Equal("Insee Auvergne-Rhône-Alpes", card.Value("producteurs"));
        Assert.Equal(($"{path}/recu", $"{path}/recu"), (end, twice));
        Assert.Contains("La coordination va la lire.", received.Text());
        var proposal = Assert.Single(await platform.Office.CatalogueUpdates.All());
        Assert.Equal(["résumé"], proposal.Fields);
        Assert.Equal("insee", (await platform.Office.Catalogue.Find(Census))!.Confirmed!.By);
        Assert.Contains("disponible des ménages", (await platform.Office.Catalogue.Find(Incomes))!.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_cannot_be_read_is_shown_again_with_what_was_typed()
    {
        await using var platform = await Open();
        var path = $"{await platform.Answer(Id, await platform.Referent("insee"))}/fiches/{Incomes}";
        var client = platform.Client();
        var card = await client.Open(path);
        var fields = Fields(await platform.Office.Catalogue.Load(), Incomes).Append(("_revision", "0")).Append(("_vues", card.Value("_vues"))).ToList();

        var wrong = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, [.. fields.Where(field => field.Item1 is not ("de" or "titre")), ("de", "l’an deux mille"), ("titre", "Mon titre")]);
        var same = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, fields);

        Assert.Equal(("l’an deux mille", "Mon titre"), (wrong.Value("de"), wrong.Value("titre")));
        Assert.Contains("Rien n’est corrigé", same.Text());
        Assert.Null(await platform.Office.Consultations.AnswerOf(Id, "insee"));
    }

    [Fact]
    public async Task An_entry_changed_meanwhile_is_told_and_nothing_typed_is_lost()
    {
        await using var platform = await Open();
        var path = $"{await platform.Answer(Id, await platform.Referent("insee"))}/fiches/{Incomes}";
        var client = platform.Client();
        var seen = (await client.Open(path)).Value("_vues");
        var fields = Fields(await platform.Office.Catalogue.Load(), Incomes).Where(field => field.Item1 != "titre").ToList();
        await platform.Office.Catalogue.Save(Incomes, (await platform.Office.Catalogue.Find(Incomes))!.Card with { Area = "Par EPCI" }, null, "coordination", platform.Office.Now);

        var again = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, [.. fields, ("titre", "Mon titre"), ("_revision", "0"), ("_vues", seen)]);
        await client.SendOn(path, [.. fields, ("titre", "Mon titre"), ("_revision", "0"), ("_vues", again.Value("_vues"))]);
        await platform.Settle();

        Assert.Contains("a changé pendant que vous la lisiez", again.Text());
        Assert.Equal("Mon titre", again.Value("titre"));
        Assert.Contains("titre", Assert.Single(await platform.Office.CatalogueUpdates.All()).Fields);
    }

    [Fact]
    public async Task A_colleague_who_was_quicker_is_told_and_nothing_typed_is_lost()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        var card = await client.Open($"{path}/fiches/{Incomes}");
        await client.SendOn(path, [("_revision", "0"), ($"fiches.{Census}", "Current"), .. Read(await client.Open(path))]);

        var again = await client.SendRefused($"{path}/fiches/{Incomes}", HttpStatusCode.Conflict,
            [.. Fields(await platform.Office.Catalogue.Load(), Incomes).Where(field => field.Item1 != "titre"), ("titre", "Mon titre"), ("_revision", "0"), ("_vues", card.Value("_vues"))]);

        Assert.Equal(("Mon titre", "1"), (again.Value("titre"), again.Value("_revision")));
    }

    [Fact]
    public async Task What_is_not_current_any_more_has_a_reason()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        var read = Read(await client.Open(path)).ToList();

        var without = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, [("_revision", "0"), ($"fiches.{Census}", "Outdated"), .. read]);
        var strange = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, [("_revision", "0"), ($"fiches.{Census}", "2"), .. read]);
        var none = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, [("_revision", "0"), .. read]);
        await client.SendOn(path, [("_revision", "0"), ($"fiches.{Census}", "Outdated"), ($"fiches.{Census}.raison", "Remplacé par le millésime 2022."), .. read]);
        await platform.Settle();

        Assert.DoesNotContain("Tout est à jour", without.Text()); // what was chosen and is refused is not confirmed over
        Assert.Equal($"#fiches.{Census}.raison", without.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.NotNull(without.GetElementById($"fiches.{Census}.raison"));
        Assert.NotNull(without.QuerySelector($"input[name='fiches.{Census}'][value=Outdated][checked]"));
        Assert.NotNull(strange.QuerySelector(".errors"));
        Assert.NotNull(none.QuerySelector(".errors"));
        Assert.Equal(("Remplacé par le millésime 2022.", ProposalMatter.Withdrawal), (await platform.Office.CatalogueUpdates.All()).Select(one => (one.Reason, one.Matter)).Single());
    }

    [Fact]
    public async Task A_new_entry_is_proposed_changed_and_taken_back()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        var blank = await client.Open($"{path}/fiche");
        (string, string)[] typed = [("titre", "Mobilités résidentielles"), ("sorte", "Study"), ("producteurs", blank.Value("producteurs")), ("acces", "Open"), ("periodicite", "Unknown"), ("diffusion", "Internal")];

        var foreign = await client.SendRefused($"{path}/fiche", HttpStatusCode.UnprocessableEntity, [("_revision", "0"), .. typed.Where(field => field.Item1 != "producteurs"), ("producteurs", "Un autre")]);
        await client.SendOn($"{path}/fiche", [("_revision", "0"), .. typed]);
        await client.SendOn($"{path}/fiche", [("_revision", "0"), .. typed]);
        var draft = Assert.Single(Said((await platform.Office.Consultations.AnswerOf(Id, "insee"))!).Added);
        await client.SendOn($"{path}/fiche", [("_revision", "1"), ("_modifier", draft.Id), .. typed.Where(field => field.Item1 != "titre"), ("titre", "Mobilités")]);
        await platform.Settle();
        var waiting = Assert.Single(await platform.Office.CatalogueUpdates.All());
        await client.SendOn($"{path}/fiche", [("_revision", "2"), ("_modifier", draft.Id), ("_etape", "retirer")]);
        await platform.Settle();

        Assert.Contains("Votre organisme n’est pas parmi les producteurs", foreign.Text());
        Assert.Equal("Insee Auvergne-Rhône-Alpes", blank.Value("producteurs"));
        Assert.Equal((draft.Id, "Mobilités"), (waiting.Id, waiting.Title));
        Assert.Empty(await platform.Office.CatalogueUpdates.All());
    }

    [Fact]
    public async Task Another_organisations_entry_is_not_corrected_and_other_consultations_have_no_cards()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var insee = await platform.Answer(Id, await platform.Referent("insee"));
        var themes = await platform.Answer("2022-themes", await platform.Referent("insee"));

        using var other = await client.GetAsync(new Uri($"{insee}/fiches/demandeurs-d-emploi-en-fin-de-mois", UriKind.Relative));
        using var nowhere = await client.GetAsync(new Uri($"{themes}/fiche", UriKind.Relative));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.NotFound), (other.StatusCode, nowhere.StatusCode));
    }

    [Fact]
    public async Task Her_page_says_what_became_of_it()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Id, await platform.Referent("insee"));
        var client = platform.Client();
        await client.SendOn(path, [("_revision", "0"), ($"fiches.{Census}", "Outdated"), ($"fiches.{Census}.raison", "Remplacé."), ($"fiches.{Incomes}", "Outdated"), ($"fiches.{Incomes}.raison", "Doublon."), .. Read(await client.Open(path))]);
        await platform.Settle();
        Assert.Null(await platform.Office.CatalogueUpdates.Accept($"{Id}-insee-{Census}", null, "coordination", platform.Office.Now));
        Assert.Null(await platform.Office.CatalogueUpdates.SetAside($"{Id}-insee-{Incomes}", "Elle sert encore.", null, "coordination", platform.Office.Now));

        var received = (await client.Open($"{path}/recu")).Text();

        Assert.Contains("La fiche est retirée du catalogue depuis le", received);
        Assert.Contains("Écartée par la coordination", received);
        Assert.Contains("Elle sert encore.", received);
    }

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Collecting();
        Assert.Null(await platform.Office.Cycle.Apply(2022, new CycleCommand.Open("catalogue", platform.Office.Now, "coordination")));
        await platform.Settle();
        return platform;
    }

    /// <summary>What the page says it showed.</summary>
    private static IEnumerable<(string, string)> Read(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("input[type=hidden][name$='.vue']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).DistinctBy(field => field.Item1);

    private static IEnumerable<(string, string)> Fields(CatalogueShelf shelf, string entry)
    {
        var fields = CardForm.Of(shelf.Entries[entry].Card, shelf.NameOf);
        return fields.Names.SelectMany(name => fields.All(name).Select(value => (name, value)));
    }

    private static AnswerValue.Entries Said(Answer answer) => Assert.IsType<AnswerValue.Entries>(answer.Values["fiches"]);
}
