using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Mail.Letters;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>The collection of themes, from the link in the mail to the receipt.</summary>
public sealed class CollectionTests
{
    private const string Themes = "2022-themes";

    [Fact]
    public async Task The_page_says_for_whom_one_answers_and_until_when_and_nothing_is_ticked()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        var page = await platform.Client().Open(path);

        Assert.Contains("le Département de la Drôme", page.QuerySelector(".who")!.TextContent);
        Assert.Contains("mardi\u00A02\u00A0novembre 2021 à 18\u00A0h", page.QuerySelector(".lede strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("input[checked]"));
        Assert.Equal("0", page.Value("_revision"));
        Assert.True(page.QuerySelectorAll("input[name='a-reprendre']").Length > 4);
        Assert.DoesNotContain("[année]", page.Text());
    }

    [Fact]
    public async Task A_proposal_is_recorded_shown_receipted_and_brought_to_the_board()
    {
        await using var platform = await TestPlatform.Collecting();
        var author = await platform.Referent("drome");
        var path = await platform.Answer(Themes, author);
        var client = platform.Client();

        var next = await client.SendOn(path, ("_revision", "0"), ("titre", "L'habitat des seniors en zone rurale"),
            ("pourquoi", "Combien sont-ils ?"), ("rencontre", "Atelier"), ("intervenir", "oui"), ("exterieur", "L'Anah"));
        await platform.Settle();
        var received = await client.Open($"{path}/recu");

        Assert.Equal($"{path}/recu", next);
        Assert.Contains("L’habitat des seniors en zone rurale", received.Text());
        Assert.Contains("Combien sont-ils\u202F?", received.Text());
        Assert.Contains("peut intervenir", received.Text());
        Assert.Contains($"{author.Address[0]}…", received.Text());
        Assert.DoesNotContain(author.Address, received.Text());
        var proposal = Assert.Single((await platform.Office.Themes.Load(2022)).Proposals.Values, proposal => proposal.Organisation == "drome");
        Assert.Equal("L'habitat des seniors en zone rurale", proposal.Title);
        var receipt = Assert.Single(platform.Mailer.Sent, sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal) && sent.To.Id == author.Id);
        Assert.Equal("«\u00A0L’habitat des seniors en zone rurale\u00A0», votre organisme peut intervenir\nCombien sont-ils\u00A0?\nRencontre souhaitée\u00A0: atelier\nÀ inviter\u00A0: L’Anah",
            Assert.Single(Assert.IsType<SlotValue.Lines>(receipt.To.Slots["réponse"]).Items));
    }

    [Fact]
    public async Task A_reminder_of_one_thing_leads_to_its_form_and_of_several_to_ones_own_page()
    {
        await using var platform = await TestPlatform.Collecting();
        var office = platform.Office;
        await platform.GoTo(new DateOnly(2021, 10, 20), new TimeOnly(10, 0));
        var meeting = (await office.Meetings.Find("2022-copil"))!;
        var asked = Core.Meetings.Dates.DateChoice.Asked(meeting, [new(new(2021, 12, 14), new(9, 30)), new(new(2021, 12, 16), new(9, 30))], new DateOnly(2021, 10, 28), office.Setting.Zone);
        Assert.Null(await office.Consultations.OpenAdHoc(asked, (await office.Consultations.Foresee(asked, office.Now)).Audience.Hash, "coordination", office.Now));
        await platform.GoTo(new DateOnly(2021, 10, 26), new TimeOnly(12, 0));

        var reminded = platform.Mailer.Sent.Where(sent => sent.Letter.Key == "remind-2021-10-26").ToLookup(sent => Assert.IsType<SlotValue.Lines>(sent.To.Slots["demandes"]).Items.Count > 1,
            sent => new Uri(Assert.IsType<SlotValue.Text>(sent.To.Slots["lien"]).Value).AbsolutePath);
        var first = await platform.Client().Open(platform.Mailer.Sent.Where(sent => sent.Letter.Key == "remind-2021-10-19")
            .Select(sent => new Uri(Assert.IsType<SlotValue.Text>(sent.To.Slots["lien"]).Value).AbsolutePath).First());

        Assert.NotEmpty(reminded[true]);
        Assert.All(reminded[true], path => Assert.StartsWith("/p/", path, StringComparison.Ordinal));
        Assert.NotEmpty(reminded[false]);
        Assert.All(reminded[false], path => Assert.StartsWith("/r/", path, StringComparison.Ordinal));
        Assert.NotNull(first.QuerySelector("#titre"));
    }

    [Fact]
    public async Task A_reminder_on_the_last_morning_says_that_it_is_today()
    {
        await using var platform = await TestPlatform.Collecting();
        var office = platform.Office;
        await platform.GoTo(new DateOnly(2021, 10, 20), new TimeOnly(10, 0));
        var meeting = (await office.Meetings.Find("2022-copil"))!;
        var asked = Core.Meetings.Dates.DateChoice.Asked(meeting, [new(new(2021, 12, 14), new(9, 30)), new(new(2021, 12, 16), new(9, 30))], new DateOnly(2021, 10, 26), office.Setting.Zone);
        Assert.Null(await office.Consultations.OpenAdHoc(asked, (await office.Consultations.Foresee(asked, office.Now)).Audience.Hash, "coordination", office.Now));
        await platform.GoTo(new DateOnly(2021, 10, 26), new TimeOnly(12, 0));

        var lines = platform.Mailer.Sent.Where(sent => sent.Letter.Key == "remind-2021-10-26").SelectMany(sent => Assert.IsType<SlotValue.Lines>(sent.To.Slots["demandes"]).Items).Distinct().ToList();

        Assert.Single(lines, line => line.Contains("26\u00A0octobre", StringComparison.Ordinal) && line.Contains("(aujourd’hui)", StringComparison.Ordinal));
        Assert.Contains(lines, line => !line.Contains("aujourd’hui", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_proposal_is_withdrawn_only_by_a_choice()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();
        await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"));
        await platform.Settle();
        var item = Assert.IsType<AnswerValue.Proposals>((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Values["propositions"]).Items[0].Id;

        var asked = await client.Open($"{path}/retirer/{item}");
        await client.SendRefused($"{path}/retirer/{item}", HttpStatusCode.UnprocessableEntity, ("_revision", "1"));
        await client.SendRefused($"{path}/retirer/{item}", HttpStatusCode.UnprocessableEntity, ("_revision", "1"), ("retrait", "garder"));
        var kept = await platform.Office.Consultations.AnswerOf(Themes, "drome");
        var end = await client.SendOn($"{path}/retirer/{item}", ("_revision", asked.Value("_revision")), ("retrait", "retirer"));
        await platform.Settle();
        var again = await client.SendOn($"{path}/retirer/{item}", ("_revision", asked.Value("_revision")), ("retrait", "retirer"));
        var received = await client.Open(end);

        Assert.Equal("retirer", Assert.Single(asked.QuerySelectorAll("form button")).GetAttribute("value"));
        Assert.Contains("restera compté comme ayant répondu", asked.QuerySelector("form .hint")!.TextContent);
        Assert.Equal(1, kept!.Revision);
        Assert.True((await platform.Office.Themes.Load(2022)).Proposals[item].Withdrawn);
        Assert.Equal(end, again);
        Assert.Equal("Votre proposition est retirée", received.Heading());
        Assert.Equal("Votre réponse est enregistrée", (await client.Open($"{path}/recu")).Heading());
    }

    [Fact]
    public async Task No_proposal_this_year_is_an_answer_that_takes_a_choice()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();

        await client.SendRefused($"{path}/sans-reponse", HttpStatusCode.UnprocessableEntity, ("_revision", "0"));
        var none = await platform.Office.Consultations.AnswerOf(Themes, "drome");
        await client.SendOn($"{path}/sans-reponse", ("_revision", "0"), ("decline", "oui"));
        var received = await client.Open($"{path}/recu");
        var back = await client.Open(path);

        Assert.Null(none);
        Assert.Contains("Vous avez répondu «\u00A0Nous n’avons pas de proposition cette année\u00A0»", back.QuerySelector(".who")!.TextContent);
        Assert.True((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Declined);
        Assert.Contains("Nous n’avons pas de proposition cette année", received.Text());
    }

    [Fact]
    public async Task Whoever_declines_after_an_answer_is_told_all_that_is_cleared()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        var ticked = (await Carried(platform))[0];
        var (both, only) = (await platform.Answer(Themes, await platform.Referent("drome")), await platform.Answer(Themes, await platform.Referent("isere")));
        await client.SendOn(both, ("_revision", "0"), ("titre", "La mobilité"), ("a-reprendre", ticked));
        await client.SendOn(only, ("_revision", "0"), ("a-reprendre", ticked));

        var first = await client.Open($"{both}/sans-reponse");
        var second = await client.Open($"{only}/sans-reponse");

        Assert.Contains("Votre proposition déjà enregistrée sera retirée. Ce que vous aviez coché ne comptera plus non plus.", first.Text());
        Assert.Contains("ce que vous aviez coché ne comptera plus.", second.Text());
    }

    [Fact]
    public async Task A_missing_title_is_named_on_top_linked_to_its_field_and_the_rest_is_kept()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var wanted = (await Carried(platform))[1];

        var page = await platform.Client().SendRefused(path, HttpStatusCode.UnprocessableEntity,
            ("_revision", "0"), ("pourquoi", "Deux lignes\r\nde raisons"), ("rencontre", "Seminaire"), ("intervenir", "oui"), ("exterieur", "L’Anah"), ("a-reprendre", wanted));

        Assert.Equal("Il manque un titre", page.QuerySelector(".errors h2")!.TextContent);
        Assert.Contains("Rien n’est perdu", page.QuerySelector(".errors")!.TextContent);
        Assert.Equal("#titre", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector("#titre")!.GetAttribute("aria-invalid"));
        Assert.Equal("Deux lignes\nde raisons", page.Value("pourquoi"));
        Assert.Equal(["Seminaire", "oui", wanted], new[] { "rencontre", "intervenir", "a-reprendre" }.Select(name => page.QuerySelector($"input[name='{name}'][checked]")!.GetAttribute("value")));
        Assert.Equal("L’Anah", page.Value("exterieur"));
        Assert.StartsWith("Erreur", page.Title);
    }

    [Fact]
    public async Task A_title_that_would_turn_the_page_around_is_recorded_without_its_marks_of_direction()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        await platform.Client().SendOn(path, ("_revision", "0"), ("titre", "\u202ELa \u2066mobilité\u2069\u0085"), ("pourquoi", "Deux\u202C lignes\r\nde raisons"));

        var item = Assert.Single(Assert.IsType<AnswerValue.Proposals>((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Values["propositions"]).Items);
        Assert.Equal(("La mobilité", "Deux lignes\nde raisons"), (item.Title, item.Rationale));
    }

    [Fact]
    public async Task An_empty_answer_is_refused_and_a_support_alone_is_an_answer()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        await client.SendOn(await platform.Answer(Themes, await platform.Referent("isere")), ("_revision", "0"), ("titre", "Le logement des saisonniers"));
        await platform.Settle();
        var other = (await platform.Office.Themes.Load(2022)).Proposals.Values.Single().Id;
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        var empty = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("titre", " "));
        await client.SendOn(path, ("_revision", "0"), ("soutien", other), ("soutien", other), ("soutien", "nobody-1-1"));
        await platform.Settle();

        Assert.DoesNotContain("Rien n’est perdu", empty.Text());
        Assert.Equal(["drome"], (await platform.Office.Themes.Load(2022)).Proposals[other].Support);
    }

    [Fact]
    public async Task After_the_close_an_answer_is_still_taken_and_marked_late()
    {
        await using var platform = await TestPlatform.Collecting();
        await platform.AfterEndOf("collecte");
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();

        var page = await client.Open(path);
        await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité"));

        Assert.Contains("La consultation s’est terminée le mardi\u00A02\u00A0novembre 2021 à 18\u00A0h.", page.QuerySelector(".lede")!.TextContent);
        Assert.DoesNotContain("se termine le", page.Text());
        Assert.Contains("notée comme tardive, jusqu’à l’étape «\u00A0Vote sur les thèmes 2022\u00A0», prévue le mardi\u00A016\u00A0novembre 2021 à 9\u00A0h.", page.Text());
        Assert.Contains("Votre réponse est notée comme tardive", (await client.Open($"{path}/recu")).Text());
        Assert.True((await platform.Office.Consultations.AnswerOf(Themes, "drome"))!.Late);
        await platform.Settle();
        Assert.Contains("Réponse notée comme tardive", Assert.IsType<SlotValue.Lines>(platform.Mailer.Sent.Last(sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal)).To.Slots["réponse"]).Items);
    }

    [Fact]
    public async Task An_answer_given_in_time_is_not_called_late_after_the_close_and_its_receipt_leaves_only_once()
    {
        await using var platform = await TestPlatform.Collecting();
        var path = await platform.Answer(Themes, await platform.Referent("drome"));
        var client = platform.Client();

        var at = await client.Open(await client.SendOn(path, ("_revision", "0"), ("titre", "La mobilité")));
        await platform.AfterEndOf("collecte");
        var later = await client.Open($"{path}/recu");

        Assert.Contains("Un accusé de réception part à", at.QuerySelector(".lede")!.TextContent);
        Assert.DoesNotContain("accusé de réception", later.Text());
        Assert.DoesNotContain("est notée comme tardive", later.Text());
        Assert.Contains("elle serait alors notée comme tardive", later.QuerySelector(".lede")!.TextContent);
    }

    [Fact]
    public async Task Once_the_vote_has_begun_a_late_subject_is_kept_for_the_next_year()
    {
        await using var platform = await TestPlatform.Voting();
        var author = await platform.Referent("drome");
        var path = await platform.Answer(Themes, author);
        var client = platform.Client();

        var page = await client.Open(path);
        var refused = await client.SendRefused(path, HttpStatusCode.Conflict, ("_revision", "0"), ("titre", "La mobilité"), ("pourquoi", "Pour agir"));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)refused.QuerySelector("form[action$='/proposer']")!;
        var end = await client.SendOn(form.GetAttribute("action")!, refused.Hidden());

        Assert.Contains("Le regroupement est terminé\u00A0: votre idée sera gardée pour 2023.", page.Text());
        Assert.Contains("une réponse tardive n’est plus prise", page.Text());
        Assert.Equal(("La mobilité", "Pour agir"), (refused.Value("titre"), refused.Value("pourquoi")));
        var proposal = Assert.Single((await platform.Office.Themes.Load(2023)).Proposals.Values);
        Assert.Equal((Core.Themes.ProposalOrigin.Spontaneous, "drome", author.Id, "La mobilité"), (proposal.Origin, proposal.Organisation, proposal.Contact, proposal.Title));
        Assert.Contains("C’est enregistré.", (await client.Open(end)).QuerySelector("[role=status]")!.TextContent);
    }

    private static List<(Letter Letter, Addressee To)> Withdrawn(TestPlatform platform) =>
        [.. platform.Mailer.Sent.Where(sent => sent.Letter.Key.StartsWith("withdrawn-", StringComparison.Ordinal))];

    private static async Task<List<string>> Carried(TestPlatform platform) =>
        [.. (await platform.Office.Consultations.Find(Themes))!.Options["a-reprendre"].Select(option => option.Id)];
}
