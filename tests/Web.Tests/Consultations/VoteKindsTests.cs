using System.Net;
using System.Text;
using Almanach.Adapters.Csv;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Api;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>Votes of every kind, from the ballot to the result and its recount.</summary>
public sealed class VoteKindsTests
{
    private static readonly string[] Organisations = ["drome", "isere", "insee", "metropole-lyon", "ain"];

    [Theory]
    [InlineData(QuestionKind.Ranking, "q.a=1 q.b=2 q.c=3|q.a=1 q.b=2 q.c=3|q.b=1 q.c=2|q.b=1 q.a=1|q.c=1", "Les duels", "schulze")]
    [InlineData(QuestionKind.Approval, "q=a q=b|q=b|q=b q=c|q=b|q=a", "", "approval")]
    [InlineData(QuestionKind.Choice, "q=b|q=b|q=b|q=a|q=c", "", "approval")]
    [InlineData(QuestionKind.Grades, "q.a=Bien q.b=Excellent|q.b=Bien|q.a=Passable q.b=Bien|q.b=Excellent|q.c=Insuffisant", "Les mêmes chiffres en tableau", "majority-judgment")]
    public async Task The_published_ballots_give_the_ranks_of_the_result(QuestionKind kind, string ballots, string table, string method)
    {
        await using var platform = await PutToVote.Open(kind, new VoteRules(Blank: true));
        foreach (var (organisation, ballot) in Organisations.Zip(ballots.Split('|')))
            await platform.Cast(organisation, [.. ballot.Split(' ').Select(field => (field.Split('=')[0], field.Split('=')[1]))]);
        await platform.Cast("savoie", ("_bulletin", "blanc"));
        await platform.AfterEndOf("collecte");
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        var result = await client.Open($"{path}/resultat");
        var page = await client.Open($"{path}/bulletins");
        var csv = await client.GetByteArrayAsync(new Uri($"{path}/bulletins.csv", UriKind.Relative));
        var tallied = method switch { "schulze" => TallyMethod.Schulze, "approval" => TallyMethod.Approval, _ => TallyMethod.MajorityJudgment };
        var list = BallotFile.Read(csv, tallied).List!;
        var shown = result.QuerySelectorAll("ol.rows h3").Select(title => title.TextContent.Trim());
        var recounted = TallyResult.Of(list, tallied).Order();

        Assert.Equal(5, list.Total);
        Assert.Equal(recounted.Select(option => $"{option.Rank}{(recounted.Count(other => other.Rank == option.Rank) > 1 ? "\u00A0ex æquo" : "")}. {option.Option}"), shown);
        Assert.Contains("5\u00A0suffrages exprimés, 1\u00A0bulletin blanc", result.QuerySelector("aside")!.TextContent);
        Assert.Contains("6\u00A0organismes sur 61 ont voté", result.Text());
        Assert.Contains($"almanach tally --method {method} bulletins.csv", page.Text());
        if (table.Length > 0)
            Assert.Contains(result.QuerySelectorAll("summary"), summary => summary.TextContent == table);
        Assert.DoesNotContain("Drôme", Encoding.UTF8.GetString(csv));
    }

    [Fact]
    public async Task A_ranked_vote_is_drawn_by_its_duels_and_told_by_the_api()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Ranking, new VoteRules());
        // c beats both, b beats a; nobody ranks d.
        foreach (var (organisation, ballot) in Organisations.Zip(["q.c=1 q.b=2 q.a=3", "q.c=1 q.b=2", "q.b=1 q.c=2", "q.c=1 q.a=2", "q.b=1 q.a=2"]))
            await platform.Cast(organisation, [.. ballot.Split(' ').Select(field => (field.Split('=')[0], field.Split('=')[1]))]);
        await platform.AfterEndOf("collecte");

        var page = await platform.Client().Open($"{await platform.Answer(PutToVote.Id, await platform.Referent("drome"))}/resultat");
        using var api = platform.ApiClient();
        var outcome = await api.Read($"/api/consultations/{PutToVote.Id}/outcome");

        var won = outcome["options"]!.AsArray().Select(option => (string)option!["count"]!).ToList();
        Assert.Equal(won, page.QuerySelectorAll("ol.rows .tag").Select(tag => tag.TextContent));
        Assert.Equal(page.QuerySelectorAll("ol.rows h3").Length, page.QuerySelectorAll("ol.rows svg").Length);
        Assert.Equal("100%", page.QuerySelector("ol.rows svg rect.g2")!.GetAttribute("width"));
        Assert.Equal(("schulze", 5, 5, true), ((string)outcome["method"]!, (int)outcome["tookPart"]!, (int)outcome["cast"]!, (bool)outcome["valid"]!));
        Assert.Equal([1, 2, 3], outcome["options"]!.AsArray().Take(3).Select(option => (int)option!["rank"]!));
        await api.Read("/api/consultations/2022-rien/outcome", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tie_for_the_last_place_is_stated_with_who_parts_it()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Choice, new VoteRules(Ties: TieRule.Chair, Quorum: 0.03m));
        await platform.Cast("drome", ("q", "a"));
        await platform.Cast("isere", ("q", "b"));
        await platform.AfterEndOf("collecte");

        var page = await platform.Client().Open($"{await platform.Answer(PutToVote.Id, await platform.Referent("drome"))}/resultat");

        Assert.Equal("Deux choix arrivent en tête, ex æquo", page.Heading());
        Assert.Contains("la voix de la présidence est prépondérante", page.Text());
        Assert.Contains("Le quorum, fixé à 2\u00A0organismes, est atteint.", page.Text());
        Assert.Contains("à partir de trois", page.QuerySelector("#recompter")!.ParentElement!.TextContent);
        Assert.Empty(page.QuerySelectorAll("a[href$='bulletins']"));
    }

    [Fact]
    public async Task A_vote_without_its_quorum_says_so_first()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Choice, new VoteRules(Quorum: 0.5m));
        foreach (var organisation in Organisations)
            await platform.Cast(organisation, ("q", "a"));
        await platform.AfterEndOf("collecte");

        var page = await platform.Client().Open($"{await platform.Answer(PutToVote.Id, await platform.Referent("drome"))}/resultat");

        Assert.Equal("Le quorum n’est pas atteint", page.Heading());
        Assert.Contains("fixé à 31\u00A0organismes, n’est pas atteint\u00A0: il en manque 26", page.Text());
    }

    [Fact]
    public async Task An_objection_needs_its_reason_and_is_read_without_its_author()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Consent, new VoteRules());
        var client = platform.Client();
        var drome = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        var refused = await client.SendRefused(drome, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("q.a", "Objection"), ("q.b", "NoObjection"));
        await platform.Cast("drome", ("q.a", "Objection"), ("q.a.raison", "Le budget n’est pas connu"), ("q.b", "NoObjection"));
        await platform.Cast("isere", ("q.a", "NoObjection"), ("q.b", "Reservation"), ("q.b.raison", "Pas avant l’été"));
        var again = await client.Open(drome);
        await platform.AfterEndOf("collecte");
        var page = await client.Open($"{drome}/resultat");

        Assert.NotNull(refused.QuerySelector(".errors a[href='#q.a.raison']"));
        Assert.NotNull(refused.GetElementById("q.a.raison"));
        Assert.Equal("Le budget n’est pas connu", again.Value("q.a.raison"));
        Assert.Equal("1\u00A0proposition adoptée sur 3", page.Heading());
        Assert.Contains("Objection\u00A0: Le budget n’est pas connu", page.Text());
        Assert.Contains("Réserve\u00A0: Pas avant l’été", page.Text());
        Assert.DoesNotContain("Isère", page.QuerySelector("ol.rows")!.TextContent);
    }

    [Theory]
    [InlineData("q.a=4", "q")] // three options have three ranks
    [InlineData("q.a=-1", "q")]
    [InlineData("q.a=premier", "q")]
    [InlineData("", "q")]
    [InlineData("q.a=1 _bulletin=blanc", "_bulletin")] // both
    public async Task A_ranking_that_says_nothing_clear_is_refused_and_kept(string fields, string at)
    {
        await using var platform = await PutToVote.Open(QuestionKind.Ranking, new VoteRules(Blank: true));
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        var page = await platform.Client().SendRefused(path, HttpStatusCode.UnprocessableEntity,
            [("_revision", "0"), .. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]))]);

        Assert.NotNull(page.QuerySelector($".errors a[href='#{at}']"));
        Assert.NotNull(page.GetElementById(at));
    }

    [Fact]
    public async Task Abstaining_is_read_again_recorded_and_counted_apart()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Choice, new VoteRules(), mayAbstain: true);
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        var review = Forms.Parse(await (await client.Send(path, ("_revision", "0"), ("_bulletin", "abstention"))).Content.ReadAsStringAsync());
        await client.SendOn(path, [.. review.Hidden(), ("_etape", "confirmer")]);
        var again = await client.Open(path);
        await platform.Cast("isere", ("q", "a"));
        await platform.AfterEndOf("collecte");
        var page = await client.Open($"{path}/resultat");

        Assert.Contains("Nous nous abstenons", review.Text());
        Assert.Equal("abstention", again.QuerySelector("input[name=_bulletin][checked]")!.GetAttribute("value"));
        Assert.Empty(again.QuerySelectorAll("a[href$='sans-reponse']"));
        Assert.Contains("1\u00A0suffrage exprimé, 1\u00A0abstention.", page.Text());
    }

    [Fact]
    public async Task Equal_colleges_tell_shares_and_publish_no_weight_that_names_a_voter()
    {
        await using var platform = await PutToVote.Open(QuestionKind.Choice, new VoteRules(EqualColleges: true));
        foreach (var organisation in Organisations)
            await platform.Cast(organisation, ("q", organisation == "insee" ? "b" : "a"));
        await platform.AfterEndOf("collecte");

        var page = await platform.Client().Open($"{await platform.Answer(PutToVote.Id, await platform.Referent("drome"))}/resultat");

        Assert.Contains("50\u00A0% des voix", page.Text());
        Assert.Contains("un collège a moins de trois votants", page.Text());
        Assert.Empty(page.QuerySelectorAll("a[href$='bulletins.csv']"));
    }
}
