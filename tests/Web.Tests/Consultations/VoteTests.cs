using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Platforms;
using Almanach.Web.Consultations.Outcomes;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A vote by majority judgment, from the ballot to the result.</summary>
public sealed class VoteTests
{
    private const string Vote = "2022-vote";

    [Fact]
    public async Task The_ballot_opens_without_a_grade_and_says_who_will_see_it()
    {
        await using var platform = await TestPlatform.Voting();

        var page = await platform.Client().Open(await platform.Answer(Vote, await platform.Referent("drome")));

        var ballots = page.QuerySelectorAll("select[name^='mentions.']");
        Assert.NotEmpty(ballots);
        Assert.All(ballots, ballot => Assert.Equal(["Sans mention", "Excellent", "Très bien", "Bien", "Assez bien", "Passable", "Insuffisant", "À rejeter"], ballot.QuerySelectorAll("option").Select(option => option.TextContent)));
        Assert.Empty(page.QuerySelectorAll("option[selected]"));
        Assert.Contains("sans mention compte comme «\u00A0À rejeter\u00A0»", page.QuerySelector(".title")!.TextContent);
        Assert.Contains("Ce vote n’est pas secret.", page.Text());
        Assert.Contains("Relire mon bulletin", page.QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task A_ballot_is_recorded_only_once_it_was_read_again_and_confirmed()
    {
        await using var platform = await TestPlatform.Voting();
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        var client = platform.Client();
        var themes = await Themes(platform);

        var review = await (await client.Send(path, ("_revision", "0"), ($"mentions.{themes[0]}", "Bien"), ($"mentions.{themes[1]}", "ARejeter"))).Content.ReadAsStringAsync();
        var nothing = await platform.Office.Consultations.AnswerOf(Vote, "drome");
        var page = Forms.Parse(review);
        var back = Forms.Parse(await (await client.Send(path, [.. page.Hidden(), ("_etape", "corriger")])).Content.ReadAsStringAsync());
        var end = await client.SendOn(path, [.. page.Hidden(), ("_etape", "confirmer")]);
        var received = await client.Open(end);

        Assert.Null(nothing);
        Assert.Equal("Relisez votre bulletin", page.Heading());
        Assert.Contains("Sans mention", page.QuerySelector("table")!.TextContent);
        Assert.Equal(["Bien", "ARejeter"], back.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Contains($"2\u00A0thèmes sur {themes.Count} ont une mention.", page.Text());
        Assert.Contains($"Les {themes.Count - 2} autres comptent comme «\u00A0À rejeter\u00A0».", page.Text());
        var grades = Assert.IsType<AnswerValue.Grades>((await platform.Office.Consultations.AnswerOf(Vote, "drome"))!.Values["mentions"]);
        Assert.Equal(new Dictionary<string, Mention> { [themes[0]] = Mention.Bien, [themes[1]] = Mention.ARejeter }, grades.ByOption);
        Assert.Equal("Votre vote est enregistré", received.Heading());
        Assert.Contains("Vous pouvez modifier votre vote par le même lien", received.Text());
    }

    [Fact]
    public async Task A_ballot_given_meanwhile_is_shown_before_another_replaces_it()
    {
        await using var platform = await TestPlatform.Voting();
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        var client = platform.Client();
        var theme = (await Themes(platform))[0];
        await client.SendOn(path, ("_revision", "0"), ($"mentions.{theme}", "Bien"), ("_etape", "confirmer"));

        var crossed = await client.SendRefused(path, HttpStatusCode.Conflict, ("_revision", "0"), ($"mentions.{theme}", "Passable"));
        var again = Forms.Parse(await (await client.Send(path, [.. crossed.Hidden(), ($"mentions.{theme}", "Passable")])).Content.ReadAsStringAsync());
        var same = Forms.Parse(await (await client.Send(path, ("_revision", "0"), ($"mentions.{theme}", "Bien"))).Content.ReadAsStringAsync());

        Assert.Contains("Vous avez déjà répondu dans une autre fenêtre.", crossed.Text());
        Assert.Equal("Passable", crossed.QuerySelector("option[selected]")!.GetAttribute("value")); // what was typed is still there
        Assert.Equal("Relisez votre bulletin", again.Heading());
        Assert.Equal("Relisez votre bulletin", same.Heading()); // the same words cross nobody's
    }

    [Fact]
    public async Task A_ballot_given_while_an_error_was_corrected_is_shown_too()
    {
        await using var platform = await TestPlatform.Voting();
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        var client = platform.Client();
        var theme = (await Themes(platform))[0];
        await client.SendOn(path, ("_revision", "0"), ($"mentions.{theme}", "Bien"), ("_etape", "confirmer"));

        var wrong = await client.SendRefused(path, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ($"mentions.{theme}", "excellent"));
        var crossed = await client.SendRefused(path, HttpStatusCode.Conflict, [.. wrong.Hidden(), ($"mentions.{theme}", "Passable")]);

        Assert.Contains("Vous avez déjà répondu dans une autre fenêtre.", crossed.Text());
        Assert.Equal("Bien", ((AnswerValue.Grades)(await platform.Office.Consultations.AnswerOf(Vote, "drome"))!.Values["mentions"]).ByOption[theme].ToString());
    }

    [Theory]
    [InlineData("")] // no grade at all
    [InlineData("3")] // a number is no grade
    [InlineData("Bien, Excellent")] // nor is a list
    [InlineData("excellent")] // nor another case
    public async Task A_ballot_that_says_nothing_clear_is_refused_even_when_confirmed(string grade)
    {
        await using var platform = await TestPlatform.Voting();
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        var theme = (await Themes(platform))[0];

        var page = await platform.Client().SendRefused(path, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ($"mentions.{theme}", grade), ("_etape", "confirmer"));

        Assert.NotNull(page.QuerySelector(".errors a[href='#mentions']"));
        Assert.Null(await platform.Office.Consultations.AnswerOf(Vote, "drome"));
    }

    [Fact]
    public async Task A_ballot_without_a_grade_is_told_to_give_one_and_nothing_is_said_to_be_kept()
    {
        await using var platform = await TestPlatform.Voting();

        var page = await platform.Client().SendRefused(
            await platform.Answer(Vote, await platform.Referent("drome")), HttpStatusCode.UnprocessableEntity, ("_revision", "0"));

        Assert.Contains("Donnez une mention à un thème au moins", page.QuerySelector(".errors")!.TextContent);
        Assert.DoesNotContain("Rien n’est perdu", page.Text());
    }

    [Fact]
    public async Task After_the_close_the_page_shows_what_was_recorded_and_takes_nothing_any_more()
    {
        await using var platform = await TestPlatform.Voting();
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        var client = platform.Client();
        var themes = await Themes(platform);
        await client.SendOn(path, ("_revision", "0"), ($"mentions.{themes[0]}", "TresBien"), ("_etape", "confirmer"));
        await platform.AfterEndOf("vote");

        var page = await client.Open(path);
        var refused = await client.SendRefused(path, HttpStatusCode.Conflict, ("_revision", "1"), ($"mentions.{themes[0]}", "Bien"), ("_etape", "confirmer"));

        Assert.Equal("Le vote est clos", page.Heading());
        Assert.Contains("Il s’est terminé le mardi", page.Text());
        Assert.Contains("Très bien", page.Text());
        Assert.Contains("n’a pas été enregistré", refused.Text());
        Assert.Equal(1, (await platform.Office.Consultations.AnswerOf(Vote, "drome"))!.Revision);
    }

    [Fact]
    public async Task The_result_shows_the_counted_grades_in_drawing_and_in_table()
    {
        await using var platform = await TestPlatform.Voting();
        var client = platform.Client();
        var themes = await Themes(platform);
        foreach (var (organisation, grade) in new[] { ("drome", "Excellent"), ("isere", "Bien"), ("insee", "Bien") })
            await client.SendOn(await platform.Answer(Vote, await platform.Referent(organisation)), ("_revision", "0"), ($"mentions.{themes[1]}", grade), ("_etape", "confirmer"));
        var path = await platform.Answer(Vote, await platform.Referent("drome"));
        using var early = await client.GetAsync(new Uri($"{path}/resultat", UriKind.Relative));
        await platform.AfterEndOf("vote");

        var page = await client.Open($"{path}/resultat");

        Assert.Equal(HttpStatusCode.SeeOther, early.StatusCode);
        Assert.Equal($"Ceux qui ont voté placent en tête\u00A0: «\u00A0{(await platform.Office.Themes.Load(2022)).Themes[themes[1]].Title}\u00A0»", page.Heading());
        Assert.Equal("3\u00A0organismes sur 61 ont voté\u00A0: c’est leur avis, non celui de tout le réseau.", page.QuerySelector(".lede strong")!.TextContent);
        Assert.DoesNotContain("ex æquo", page.QuerySelector("ol li h3")!.TextContent);
        Assert.All(page.QuerySelectorAll("ol.rows h3").Skip(1), theme => Assert.StartsWith("2\u00A0ex æquo. ", theme.TextContent, StringComparison.Ordinal));
        Assert.Equal(["1", "0", "2", "0", "0", "0", "0"], page.QuerySelector("details table tbody tr")!.QuerySelectorAll("td.num").Select(cell => cell.TextContent));
        Assert.Equal("Excellent 1, Très bien 0, Bien 2, Assez bien 0, Passable 0, Insuffisant 0, À rejeter 0.", page.QuerySelector("svg.profile desc")!.TextContent);
        Assert.Contains("3 votants sur", page.QuerySelector("aside")!.TextContent.Replace("\n", " ", StringComparison.Ordinal));
        Assert.DoesNotContain("style=", page.QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task A_receipt_of_a_ballot_says_every_grade_and_the_themes_left_without_one()
    {
        await using var platform = await TestPlatform.Voting();
        var voter = await platform.Referent("drome");
        var path = await platform.Answer(Vote, voter);
        var client = platform.Client();
        var themes = await Themes(platform);

        var received = await client.Open(await client.SendOn(path, ("_revision", "0"), ($"mentions.{themes[1]}", "Bien"), ("_etape", "confirmer")));
        await platform.Settle();

        var lines = Assert.IsType<Core.Mail.Letters.SlotValue.Lines>(platform.Mailer.Sent.Single(sent => sent.Letter.Key == "receipt-2022-vote-drome-1").To.Slots["réponse"]).Items;
        Assert.EndsWith("\u00A0: Bien", lines[1], StringComparison.Ordinal);
        Assert.Equal(themes.Count - 1, lines.Count(line => line.EndsWith("\u00A0: sans mention", StringComparison.Ordinal)));
        Assert.Equal("Un thème laissé sans mention compte comme «\u00A0À rejeter\u00A0».", lines[^1]);
        Assert.Equal(themes.Count - 1, received.QuerySelectorAll("table.said td").Count(cell => cell.TextContent == "Sans mention"));
        Assert.Contains("Un thème laissé sans mention compte comme", received.Text());
    }

    [Fact]
    public async Task The_ballot_says_of_each_theme_who_proposed_it_and_in_which_words()
    {
        await using var platform = await TestPlatform.Collecting();
        var client = platform.Client();
        foreach (var (organisation, title, why) in new[] { ("isere", "Le logement des saisonniers", "Ils dorment en voiture."), ("drome", "Loger les saisonniers", "Les vergers en manquent.") })
            await client.SendOn(await platform.Answer("2022-themes", await platform.Referent(organisation)), ("_revision", "0"), ("titre", title), ("pourquoi", why));
        await platform.AfterStartOf("regroupement");
        var proposals = (await platform.Office.Themes.Load(2022)).Proposals.Values.ToDictionary(proposal => proposal.Organisation, proposal => proposal.Id);
        await platform.Office.Themes.Apply(2022, new Core.Themes.ThemeCommand.Merge(proposals["isere"], [proposals["drome"]], platform.Office.Now));
        await platform.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Close("regroupement", platform.Office.Now, "coordination"));
        await platform.Settle();
        await platform.AfterStartOf("vote");

        var page = await client.Open(await platform.Answer(Vote, await platform.Referent("drome")));

        var theme = page.QuerySelectorAll(".vote").Single(vote => vote.QuerySelector("label")!.TextContent == "Le logement des saisonniers");
        Assert.Equal("Proposé par le Département de l’Isère et le Département de la Drôme", theme.QuerySelector("p.hint")!.TextContent);
        Assert.Contains("Ils dorment en voiture.", theme.QuerySelector("details p")!.TextContent);
        Assert.Equal(["«\u00A0Le logement des saisonniers\u00A0», le Département de l’Isère", "«\u00A0Loger les saisonniers\u00A0», le Département de la Drôme\u00A0: Les vergers en manquent."],
            theme.QuerySelectorAll("details li").Select(line => line.TextContent));
        Assert.All(page.QuerySelectorAll(".vote").Where(vote => vote != theme), vote => Assert.StartsWith("Thème de 2021 (", vote.QuerySelector("p.hint")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_of_the_committee_says_how_few_voted_and_which_ranks_are_shared()
    {
        await using var platform = await TestPlatform.Voting();
        var client = platform.Client();
        var themes = await Themes(platform);
        foreach (var organisation in new[] { "drome", "isere" })
            await client.SendOn(await platform.Answer(Vote, await platform.Referent(organisation)),
                ("_revision", "0"), ($"mentions.{themes[0]}", "Bien"), ($"mentions.{themes[1]}", "Bien"), ("_etape", "confirmer"));
        await platform.AfterEndOf("vote");
        var result = await client.Open($"{await platform.Answer(Vote, await platform.Referent("drome"))}/resultat");
        await platform.AfterStartOf("bilan-collecte");

        var page = await client.Open(platform.Document("bilan-collecte-2022", (await platform.Office.Network.Load()).Of("copil")[0]));

        Assert.Equal("Deux thèmes arrivent en tête, ex æquo", result.Heading());
        var words = page.Body!.TextContent.Replace('\u202F', '\u00A0');
        Assert.Contains("2\u00A0organismes sur 61 ont voté", words);
        Assert.Contains("c’est leur avis, non celui de tout le réseau", words);
        Assert.DoesNotContain("vote du réseau", words, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.QuerySelectorAll("td, th").Count(cell => cell.TextContent.Trim() == "1\u00A0ex æquo"));
        Assert.Contains("Vote (2\u00A0organismes sur 61 ont voté)\u00A0: Bien, rang 1\u00A0ex æquo.", words);
    }

    [Fact]
    public async Task A_vote_without_a_ballot_says_so()
    {
        await using var platform = await TestPlatform.Voting();
        await platform.AfterEndOf("vote");

        var page = await platform.Client().Open($"{await platform.Answer(Vote, await platform.Referent("drome"))}/resultat");

        Assert.Equal("Aucun organisme n’a voté", page.Heading());
    }

    [Theory]
    // Best grade first. One alone at the top.
    [InlineData("3,0,0,0,0,0,0", "0,3,0,0,0,0,0", "Aucun autre thème n’atteint cette mention.")]
    // Same grade, both weighed down: fewer below wins.
    [InlineData("0,4,1,0,0,0,0", "0,3,2,0,0,0,0", "moins de votants le placent en dessous\u00A0: 1, contre 2")]
    // Same grade, both lifted: more above wins.
    [InlineData("2,3,0,0,0,0,0", "1,4,0,0,0,0,0", "plus de votants le placent au-dessus\u00A0: 2, contre 1")]
    // Same grade, one lifted and one weighed down.
    [InlineData("2,3,0,0,0,0,0", "0,3,2,0,0,0,0", "dépassent les moins favorables\u00A0: 2 contre 0. Pour le second, ils ne les dépassent pas\u00A0: 0 contre 2.")]
    // Same profile.
    [InlineData("2,3,0,0,0,0,0", "2,3,0,0,0,0,0", "exactement les mêmes mentions")]
    public void The_sentence_explains_why_the_first_is_first(string first, string second, string expected)
    {
        var result = new TallyResult.Judged(MajorityJudgment.Rank([new OptionGrades("a", Counts(first)), new OptionGrades("b", Counts(second))]));
        var outcome = new VoteOutcome(
            new QuestionTemplate("q", QuestionKind.Grades, "", "", false, [], OptionSource.Listed), VoteRules.Default, TallyMethod.MajorityJudgment, new BallotList(["a", "b"], []), result,
            [.. result.Order().Select(option => new VotedOption(option.Option, option.Option, option.Rank, Standing.NotRetained))], new VoteFigures(9, 5, 0, 0, 0));

        Assert.Contains(expected, VerdictWords.Sentence(VoteResultView.Of(outcome)));
    }

    private static int[] Counts(string bestFirst) => [.. bestFirst.Split(',').Select(int.Parse).Reverse()];

    private static async Task<List<string>> Themes(TestPlatform platform) =>
        [.. (await platform.Office.Consultations.Find(Vote))!.Options["mentions"].Select(option => option.Id)];
}
