using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A secret vote as a partner goes through it.</summary>
public sealed class SecretVoteTests
{
    private static readonly VoteRules Secret = new(Secret: true, Blank: true);

    [Fact]
    public async Task The_code_is_shown_once_after_the_ballot_was_read_again()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        var form = await client.Open(path);
        var review = await Review(client, path, "a");
        var cast = await Confirm(client, path, review);
        var received = await client.Open($"{path}/recu");
        var again = await client.Open(path);
        await platform.Settle();
        var early = Receipts(platform);
        foreach (var organisation in new[] { "isere", "insee", "ain" })
        {
            var other = await platform.Answer(PutToVote.Id, await platform.Referent(organisation));
            await Confirm(client, other, await Review(client, other, "b"));
        }
        await platform.Settle();

        var code = cast.QuerySelector(".mono")!.TextContent.Trim();
        Assert.Contains("Ce vote est secret.", form.Text());
        Assert.Null(form.QuerySelector("form[data-brouillon]"));
        Assert.DoesNotContain(code, review.Text());
        Assert.Matches("^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$", code);
        Assert.DoesNotContain(code[..4], received.Text());
        Assert.Equal("Votre vote est enregistré", received.Heading());
        Assert.Contains("Votre organisme a voté.", again.Text());
        Assert.Empty(again.QuerySelectorAll("input[checked]"));
        // A receipt tells who has voted: none before three have, then one for each.
        Assert.Empty(early);
        Assert.Equal(4, Receipts(platform).Count);
        Assert.Equal((await platform.Referent("drome")).Id, Assert.Single(Receipts(platform), sent => sent.Letter.Key.EndsWith("-drome", StringComparison.Ordinal)).To.Id);
        Assert.All(Receipts(platform), receipt => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), $"{receipt.Letter.Bodies} {receipt.To}"));
        Assert.All(Receipts(platform), receipt => Assert.DoesNotContain("Abri", $"{receipt.Letter.Bodies}"));
    }

    private static List<(Core.Mail.Letters.Letter Letter, Core.Mail.Letters.Addressee To)> Receipts(TestPlatform platform) =>
        [.. platform.Mailer.Sent.Where(sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal))];

    [Fact]
    public async Task Confirming_twice_is_confirming_once_and_shows_the_same_code()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));
        var review = await Review(client, path, "a");

        var pages = await Task.WhenAll(Confirm(client, path, review), Confirm(client, path, review));

        Assert.Equal(pages[0].QuerySelector(".mono")!.TextContent, pages[1].QuerySelector(".mono")!.TextContent);
        Assert.Single((await platform.Office.Secrets.Find(PutToVote.Id)).Box.Ballots);
    }

    [Fact]
    public async Task A_ballot_is_changed_by_whoever_has_its_code_and_by_nobody_else()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));
        var colleague = await platform.Answer(PutToVote.Id, await platform.Colleague("drome"));
        var code = (await Confirm(client, path, await Review(client, path, "a"))).QuerySelector(".mono")!.TextContent.Trim();

        var without = await client.SendRefused(colleague, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("q", "b"));
        var wrong = await client.SendRefused(colleague, HttpStatusCode.UnprocessableEntity, ("_revision", "0"), ("q", "b"), ("_code", "AAAA-AAAA-AAAA"));
        var changed = await Confirm(client, colleague, await Review(client, colleague, "b", ("_code", code.ToLowerInvariant())));

        Assert.NotNull(without.QuerySelector(".errors a[href='#_code']"));
        Assert.NotNull(wrong.QuerySelector(".errors a[href='#_code']"));
        Assert.Equal("b", wrong.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(code, changed.QuerySelector(".mono")!.TextContent.Trim());
        Assert.Equal([0, 1, 0], Assert.Single((await platform.Office.Secrets.Find(PutToVote.Id)).Box.Ballots).Marks);
    }

    [Fact]
    public async Task Two_colleagues_who_vote_at_once_leave_one_ballot_and_the_second_is_told()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));
        var colleague = await platform.Answer(PutToVote.Id, await platform.Colleague("drome"));
        var (mine, hers) = (await Review(client, path, "a"), await Review(client, colleague, "b"));

        await Confirm(client, path, mine);
        var refused = await client.SendRefused(colleague, HttpStatusCode.Conflict, [.. hers.Hidden(), ("_etape", "confirmer")]);

        Assert.Contains("a déjà voté", refused.Text());
        Assert.Equal([1, 0, 0], Assert.Single((await platform.Office.Secrets.Find(PutToVote.Id)).Box.Ballots).Marks);
    }

    [Theory]
    [InlineData("AAAABBBBCCCC", "")] // without our seal
    [InlineData("AAAABBBBCCCC", "x")]
    [InlineData("", "")]
    public async Task A_code_of_ones_own_choosing_is_refused(string code, string seal)
    {
        await using var platform = await Open();
        var path = await platform.Answer(PutToVote.Id, await platform.Referent("drome"));

        await platform.Client().SendRefused(path, HttpStatusCode.Conflict, ("_revision", "0"), ("q", "a"), ("_code", code), ("_sceau", seal), ("_etape", "confirmer"));

        Assert.Empty((await platform.Office.Secrets.Find(PutToVote.Id)).Box.Ballots);
    }

    [Fact]
    public async Task Below_three_ballots_everybody_is_reminded_and_no_result_is_shown()
    {
        await using var platform = await Open();
        var client = platform.Client();
        foreach (var organisation in new[] { "drome", "isere" })
        {
            var path = await platform.Answer(PutToVote.Id, await platform.Referent(organisation));
            await Confirm(client, path, await Review(client, path, "a"));
        }
        await platform.AfterEndOf("collecte");

        var page = await client.Open($"{await platform.Answer(PutToVote.Id, await platform.Referent("drome"))}/resultat");
        var reminded = platform.Mailer.Sent.Where(sent => sent.Letter.Key.StartsWith("remind-", StringComparison.Ordinal)).Select(sent => sent.To.Id).ToHashSet();
        var reopened = await platform.Office.Cycle.Apply(2022, new CycleCommand.Reopen("collecte", null, platform.Office.Now, "coordination"));

        Assert.Equal("Le résultat n’est pas montré", page.Heading());
        Assert.Contains((await platform.Referent("drome")).Id, reminded);
        Assert.Contains("ne se rouvre pas", reopened!.Message);
    }

    private static Task<TestPlatform> Open() => PutToVote.Open(QuestionKind.Choice, Secret);

    private static async Task<IHtmlDocument> Review(HttpClient client, string path, string option, params (string, string)[] more) =>
        Forms.Parse(await (await client.Send(path, [("_revision", "0"), ("q", option), .. more])).Content.ReadAsStringAsync());

    private static async Task<IHtmlDocument> Confirm(HttpClient client, string path, IHtmlDocument review)
    {
        using var answer = await client.Send(path, [.. review.Hidden(), ("_etape", "confirmer")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Forms.Parse(await answer.Content.ReadAsStringAsync());
    }
}
