using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Mail.Letters;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>An answer that several give: colleagues, two windows, two clicks, and what others propose.</summary>
public sealed class SharedAnswerTests
{
    private const string Themes = "2022-themes";

    [Fact]
    public async Task The_author_of_a_proposal_that_a_colleague_took_out_is_told_once_and_puts_it_back()
    {
        await using var platform = await TestPlatform.Collecting();
        var (author, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        var client = platform.Client();
        var (mine, hers) = (await platform.Answer(Themes, author), await platform.Answer(Themes, colleague));
        await client.SendOn(mine, ("_revision", "0"), ("titre", "La mobilité"), ("pourquoi", "Des jeunes sans transport"), ("rencontre", "Atelier"));
        await platform.Settle();
        var item = (await platform.Office.Themes.Load(2022)).Proposals.Values.Single(proposal => proposal.Organisation == "drome").Id;

        List<string> ends = [];
        for (var click = 0; click < 2; click++)
            ends.Add(await client.SendOn($"{hers}/retirer/{item}", ("_revision", "1"), ("retrait", "retirer")));
        var received = await client.Open(ends[0]);
        await platform.Settle();
        var told = Assert.Single(Withdrawn(platform));
        var words = Forms.Parse(told.Letter.Bodies.Html).Body!.TextContent;
        var panel = (await client.Open(mine)).QuerySelector("#enregistrees details")!;
        var form = await client.Open(panel.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        await client.SendOn(mine, ("_revision", form.Value("_revision")), ("titre", form.Value("titre")), ("pourquoi", form.Value("pourquoi")), ("rencontre", "Atelier"));
        await platform.Settle();
        var after = await client.Open(mine);

        Assert.Equal(ends[0], ends[1]);
        Assert.Equal("La proposition est retirée", received.Heading());
        Assert.Contains("La personne qui l’avait faite en est prévenue.", received.QuerySelector(".lede")!.TextContent);
        Assert.Equal(author.Id, told.To.Id);
        Assert.Contains($"{colleague.Name} vient de retirer", words);
        Assert.Contains("vous pouvez les proposer de nouveau jusqu’au mardi\u00A02\u00A0novembre 2021 à 18\u00A0h", words);
        Assert.Equal(["«\u00A0La mobilité\u00A0»\nDes jeunes sans transport\nRencontre souhaitée\u00A0: atelier"], Assert.IsType<SlotValue.Lines>(told.To.Slots["propositions"]).Items);
        Assert.Equal(mine, new Uri(Assert.IsType<SlotValue.Text>(told.To.Slots["lien"]).Value).AbsolutePath);
        Assert.Contains("La mobilité", panel.TextContent);
        Assert.Equal(("La mobilité", "Des jeunes sans transport"), (form.Value("titre"), form.Value("pourquoi")));
        Assert.NotNull(form.QuerySelector("input[value='Atelier'][checked]"));
        Assert.Null(form.QuerySelector("[name=_modifier]"));
        Assert.Null(after.QuerySelector("#enregistrees details"));
        Assert.Contains((await platform.Office.Themes.Load(2022)).Standing, theme => theme.Title == "La mobilité");
        Assert.Single(Withdrawn(platform));
    }

    [Fact]
    public async Task Whoever_takes_out_her_own_proposal_is_told_by_the_receipt_alone_and_a_colleagues_no_tells_each_author()
    {
        await using var platform = await TestPlatform.Collecting();
        var (author, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        var client = platform.Client();
        var (mine, hers) = (await platform.Answer(Themes, author), await platform.Answer(Themes, colleague));
        await client.SendOn(mine, ("_revision", "0"), ("titre", "La mobilité"));
        var item = Assert.IsType<AnswerValue.Proposals>((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Values["propositions"]).Items[0].Id;
        await client.SendOn($"{mine}/retirer/{item}", ("_revision", "1"), ("retrait", "retirer"));
        await platform.Settle();
        var own = Withdrawn(platform).Count;
        await client.SendOn(mine, ("_revision", "2"), ("titre", "Le logement"));
        await client.SendOn(hers, ("_revision", "3"), ("titre", "La santé mentale"));

        await client.SendOn($"{hers}/sans-reponse", ("_revision", "4"), ("decline", "oui"));
        await platform.Settle();

        Assert.Equal(0, own);
        var told = Assert.Single(Withdrawn(platform));
        Assert.Equal((author.Id, "«\u00A0Le logement\u00A0»"), (told.To.Id, Assert.Single(Assert.IsType<SlotValue.Lines>(told.To.Slots["propositions"]).Items)));
    }

    [Fact]
    public async Task A_colleague_sees_who_answered_changes_one_proposal_and_adds_another()
    {
        await using var platform = await TestPlatform.Collecting();
        var (author, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        var client = platform.Client();
        await client.SendOn(await platform.Answer(Themes, author), ("_revision", "0"), ("titre", "La mobilité"), ("rencontre", "Atelier"));
        var path = await platform.Answer(Themes, colleague);

        var page = await client.Open(path);
        var edit = await client.Open(((IHtmlAnchorElement)page.QuerySelector("#enregistrees a")!).PathName + ((IHtmlAnchorElement)page.QuerySelector("#enregistrees a")!).Search);
        await client.SendOn(path, ("_revision", edit.Value("_revision")), ("_modifier", edit.Value("_modifier")), ("titre", "La mobilité des jeunes"), ("rencontre", ""));
        var landed = await client.Open(await client.SendOn(path, ("_revision", "2"), ("titre", "La santé mentale"), ("_etape", "autre")));
        var answer = await platform.Office.Consultations.AnswerOf(Themes, "drome");

        Assert.Contains(author.Name, page.QuerySelector(".who")!.TextContent);
        Assert.Equal("La mobilité", edit.Value("titre"));
        Assert.Contains("C’est enregistré.", landed.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("deux propositions", landed.QuerySelector("[role=status]")!.TextContent);
        var items = Assert.IsType<AnswerValue.Proposals>(answer!.Values["propositions"]).Items;
        Assert.Equal(["La mobilité des jeunes", "La santé mentale"], items.Select(item => item.Title));
        Assert.Equal([author.Id, colleague.Id], items.Select(item => item.By));
        Assert.Equal(3, answer.Revision);
    }

    [Fact]
    public async Task A_double_click_records_once_and_says_that_it_is_recorded()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();
        (string, string)[] fields = [("_revision", "0"), ("titre", "La mobilité"), ("a-reprendre", (await Carried(platform))[0])];

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.Send(path, fields)));
        await platform.Settle();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(1, (await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Revision);
        Assert.Single(platform.Mailer.Sent, sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_a_colleague_answered_meanwhile_both_answers_are_shown_and_nothing_typed_is_lost()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var mine = await platform.Answer(Themes, await platform.Referent("drome"));
        await client.SendOn(await platform.Answer(Themes, await platform.Colleague("drome")), ("_revision", "0"), ("titre", "La mobilité"));

        var page = await client.SendRefused(mine, HttpStatusCode.Conflict, ("_revision", "0"), ("titre", "La santé mentale"), ("pourquoi", "Pour agir"));
        var after = await client.SendOn(mine, ("_revision", page.Value("_revision")), ("titre", page.Value("titre")), ("pourquoi", page.Value("pourquoi")));

        Assert.Contains("Quelqu’un de votre organisme a répondu", page.QuerySelector("#change")!.TextContent);
        Assert.Contains("ce que vous avez coché remplacera les choix enregistrés", page.QuerySelector("#change")!.TextContent);
        Assert.DoesNotContain("Rien n’est perdu", page.Text());
        Assert.Contains("La mobilité", page.QuerySelector("#change")!.TextContent);
        Assert.Equal("La santé mentale", page.Value("titre"));
        Assert.EndsWith("/recu", after);
        Assert.Equal(2, Assert.IsType<AnswerValue.Proposals>((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Values["propositions"]).Items.Count);
    }

    [Fact]
    public async Task Whoever_answered_in_another_window_is_told_so_and_not_that_a_colleague_did()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"));

        var page = await client.SendRefused(path, HttpStatusCode.Conflict, ("_revision", "0"), ("titre", "La santé mentale"));

        Assert.Contains("Vous avez déjà répondu dans une autre fenêtre.", page.QuerySelector("#change")!.TextContent);
        Assert.DoesNotContain("Quelqu’un de votre organisme", page.Text());
    }

    [Fact]
    public async Task A_near_title_of_another_organisation_is_offered_once_after_the_answer_is_recorded()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn(await platform.Answer(Themes, await platform.Referent("metropole-lyon")), ("_revision", "0"), ("titre", "Le non-recours au RSA"));
        await platform.Settle();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        var step = await client.SendOn(path, ("_revision", "0"), ("titre", "Le non-recours aux droits des jeunes"));
        var recorded = await platform.Office.Consultations.AnswerOf(Themes, "drome");
        var page = await client.Open(step);
        var near = page.QuerySelector("input[name='soutien']")!.GetAttribute("value")!;
        var end = await client.SendOn(step, ("_revision", page.Value("_revision")), ("soutien", near));
        await platform.Settle();

        Assert.StartsWith($"{path}/proches/", step);
        Assert.NotNull(recorded);
        Assert.Equal("Une proposition proche", page.Heading());
        Assert.Contains("la Métropole de Lyon", page.Text());
        Assert.EndsWith("/recu", end);
        Assert.Contains("drome", (await platform.Office.Themes.Load(2022)).Proposals[near].Support);
    }

    [Fact]
    public async Task The_id_of_another_organisations_proposal_opens_nothing()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn(await platform.Answer(Themes, await platform.Referent("isere")), ("_revision", "0"), ("titre", "Le logement des saisonniers"));
        await platform.Settle();
        var other = (await platform.Office.Themes.Load(2022)).Proposals.Values.Single().Id;
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        var edit = await client.Open($"{path}?modifier={other}");
        await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("_modifier", other), ("titre", "Volé"));
        var led = await client.GetAsync(new Uri($"{path}/retirer/{other}", UriKind.Relative));

        Assert.Equal("", edit.Value("titre"));
        Assert.Equal(HttpStatusCode.SeeOther, led.StatusCode);
        Assert.Equal("Le logement des saisonniers", (await platform.Office.Themes.Load(2022)).Proposals[other].Title);
    }

    private static List<(Letter Letter, Addressee To)> Withdrawn(TestPlatform platform) =>
        [.. platform.Mailer.Sent.Where(sent => sent.Letter.Key.StartsWith("withdrawn-", StringComparison.Ordinal))];

    private static async Task<List<string>> Carried(TestPlatform platform) =>
        [.. (await platform.Office.Consultations.Find(Themes))!.Options["a-reprendre"].Select(option => option.Id)];
}
