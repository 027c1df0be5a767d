using System.Net;
using Almanach.Core.Consultations;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Consultations;

/// <summary>The collection of themes, from the link in the mail to the receipt.</summary>
public sealed class CollectionTests
{
    private const string Themes = "2022-themes";

    [Fact]
    public async Task The_page_says_for_whom_one_answers_and_until_when_and_nothing_is_ticked()
    {
        await using var platform = await TestPlatform.Open();
        await platform.AfterStartOf("collecte");
        var path = await platform.Answer(Themes, await platform.Referent("drome"));

        var page = await platform.Client().Open(path);

        Assert.Contains("le Département de la Drôme", page.QuerySelector(".who")!.TextContent);
        Assert.Contains("mardi\u00A02\u00A0novembre 2021 à 18\u00A0h", page.QuerySelector(".lede strong")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("input[checked]"));
        Assert.Equal("0", page.Value("_revision"));
        Assert.True(page.QuerySelectorAll("input[name='a-reprendre']").Length > 4);
    }

    [Fact]
    public async Task A_proposal_is_recorded_shown_receipted_and_brought_to_the_board()
    {
        await using var platform = await TestPlatform.Open();
        await platform.AfterStartOf("collecte");
        var author = await platform.Referent("drome");
        var path = await platform.Answer(Themes, author);
        var client = platform.Client();

        var next = await client.SendOn(path, ("_revision", "0"), ("titre", "L'habitat des seniors en zone rurale"),
            ("pourquoi", "Combien sont-ils ?"), ("rencontre", "Atelier"), ("intervenir", "oui"), ("exterieur", "L'Anah"));
        await platform.Settle();
        var received = await client.Open($"{path}/recu");

        Assert.StartsWith(path, next);
        Assert.Contains("L’habitat des seniors en zone rurale", received.Text());
        Assert.Contains("peut intervenir", received.Text());
        Assert.Contains($"{author.Address[0]}…", received.Text());
        Assert.Contains((await platform.Office.Themes.Load(2022)).Proposals.Values, proposal => proposal.Title == "L'habitat des seniors en zone rurale");
        Assert.Single(platform.Mailer.Sent, sent => sent.Letter.Key.StartsWith("receipt-", StringComparison.Ordinal) && sent.To.Id == author.Id);
    }
}
