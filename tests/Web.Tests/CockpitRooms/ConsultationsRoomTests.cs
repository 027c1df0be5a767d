using System.Net;
using System.Text;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Consultations;
using Almanach.Core.Rehearsal;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class ConsultationsRoomTests
{
    private static readonly DateTime Collecting = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task The_list_says_how_each_consultation_goes()
    {
        await using var host = await CockpitHost.At(Collecting, [.. Partners.Propose(7)]);

        var page = await host.Page("/cockpit/consultations");

        var row = page.QuerySelector("a[href='/cockpit/consultations/2022-themes']")!.Closest("li")!;
        Assert.Contains("7 sur 61", row.TextContent);
        Assert.Contains("Ouverte jusqu’au", row.TextContent);
        Assert.Contains("Prévue le", page.Body!.TextContent);
    }

    [Fact]
    public async Task Each_unit_is_either_among_the_answers_or_among_the_missing()
    {
        await using var host = await CockpitHost.At(Collecting, [.. Partners.Propose(7)]);

        var page = await host.Page("/cockpit/consultations/2022-themes");

        Assert.Equal(7, page.QuerySelectorAll("section[aria-labelledby=reponses] > ul > li").Length);
        Assert.Equal(54, page.QuerySelectorAll("section[aria-labelledby=manque] .rows > li").Length);
        Assert.Contains(Partners.Titles[3], page.QuerySelector("section[aria-labelledby=reponses]")!.TextContent);
        Assert.Equal(61, page.QuerySelectorAll("section[aria-labelledby=avancement] progress").Sum(bar => int.Parse(bar.GetAttribute("max")!)));
    }

    [Fact]
    public async Task An_answer_given_by_telephone_goes_through_the_partners_form_and_is_marked()
    {
        await using var host = await CockpitHost.At(Collecting);
        var unit = Partners.Referents[0].Organisation;

        var form = (await host.Page($"/cockpit/consultations/2022-themes/telephone/{unit}")).QuerySelector<IHtmlFormElement>("main form[action*=telephone]")!;
        var response = await host.Submit(form, ("titre", "Les aidants"), ("pourquoi", "On nous en parle."));
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var answer = (await host.Office.Consultations.AnswerOf("2022-themes", unit))!;
        Assert.Equal((Channel.Phone, "coordination", 1), (answer.Channel, answer.By, answer.Revision));
        Assert.Contains((await host.Office.Themes.Load(2022)).Standing, theme => theme.Title == "Les aidants");
        Assert.Equal(1, await ThemesRoomTests.Sent(host, "accuse"));
        Assert.Contains("notée par la coordination", (await host.Page("/cockpit/consultations/2022-themes")).QuerySelector($"#{unit}")!.TextContent);
    }

    [Fact]
    public async Task A_second_call_keeps_the_first_answer_in_the_history()
    {
        await using var host = await CockpitHost.At(Collecting, [.. Partners.Propose(1)]);
        var unit = Partners.Referents[0].Organisation;

        var form = (await host.Page($"/cockpit/consultations/2022-themes/telephone/{unit}")).QuerySelector<IHtmlFormElement>("main form[action*=telephone]")!;
        await host.Submit(form, ("titre", "Un second sujet"));

        var line = (await host.Page("/cockpit/consultations/2022-themes")).QuerySelector($"#{unit}")!;
        Assert.Contains("version précédente", line.QuerySelector("details summary")!.TextContent);
        Assert.Equal(2, (await host.Office.Consultations.AnswerOf("2022-themes", unit))!.Values.Values.OfType<AnswerValue.Proposals>().Single().Items.Count);
    }

    [Fact]
    public async Task Nothing_this_year_is_an_answer_too()
    {
        await using var host = await CockpitHost.At(Collecting);
        var unit = Partners.Referents[1].Organisation;
        var form = (await host.Page($"/cockpit/consultations/2022-themes/telephone/{unit}")).QuerySelector<IHtmlFormElement>("main form[action*=telephone]")!;

        await host.Submit(form, ("_sans-reponse", "oui"));

        Assert.True((await host.Office.Consultations.AnswerOf("2022-themes", unit))!.Declined);
    }

    [Fact]
    public async Task An_answer_that_arrived_meanwhile_is_not_overwritten_unseen()
    {
        await using var host = await CockpitHost.At(Collecting);
        var referent = Partners.Referents[0];
        var form = (await host.Page($"/cockpit/consultations/2022-themes/telephone/{referent.Organisation}")).QuerySelector<IHtmlFormElement>("main form[action*=telephone]")!;
        await new Player(host.Office, 2022).Play(Partners.Propose(referent, 0), host.Office.Now);

        var page = await CockpitHost.Read(await host.Submit(form, ("titre", "Au téléphone")), HttpStatusCode.Conflict);

        Assert.Equal("Au téléphone", page.QuerySelector<IHtmlInputElement>("[name=titre]")!.Value);
        Assert.Equal(Channel.Page, (await host.Office.Consultations.AnswerOf("2022-themes", referent.Organisation))!.Channel);
    }

    [Fact]
    public async Task The_export_has_a_row_for_each_unit_and_runs_no_formula()
    {
        var evil = Partners.Propose(Partners.Referents[0], 0);
        evil = evil with
        {
            Values = new Dictionary<string, AnswerValue>
            {
                ["propositions"] = new AnswerValue.Proposals([((AnswerValue.Proposals)evil.Values["propositions"]).Items[0] with { Title = "=HYPERLINK(\"http://x\";\"y\")" }], []),
            },
        };
        await using var host = await CockpitHost.At(Collecting, evil);

        var csv = await (await host.Get("/cockpit/consultations/2022-themes/reponses.csv")).Content.ReadAsByteArrayAsync();
        var sheet = await (await host.Get("/cockpit/consultations/2022-themes/reponses.xlsx")).Content.ReadAsByteArrayAsync();

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"", Encoding.UTF8.GetString(csv));
        Assert.Equal(62, new TableFiles().Read("x", csv).Tables[0].Rows.Count);
        var rows = new TableFiles().Read("x", sheet).Tables[0].Rows;
        Assert.Equal(62, rows.Count);
        Assert.Contains(rows, row => row.Cells.Contains("=HYPERLINK(\"http://x\";\"y\")"));
    }

    [Fact]
    public async Task A_closed_vote_shows_its_result()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 12, 3, 10, 0, 0), [.. Partners.Propose(12), Partners.Grouped, .. Partners.Vote(20)]);

        var page = await host.Page("/cockpit/consultations/2022-vote");

        Assert.NotEmpty(page.QuerySelectorAll("svg.profile"));
        Assert.Contains("Close le", page.QuerySelector(".lede")!.TextContent);
        Assert.Null(page.QuerySelector("a[href*=telephone]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/unit")] // an old tab, a bookmark
    public async Task No_answer_by_telephone_is_offered_once_none_is_taken_any_more(string unit)
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 12, 3, 10, 0, 0), [.. Partners.Propose(12), Partners.Grouped, .. Partners.Vote(20)]);

        var page = await host.Page($"/cockpit/consultations/2022-vote/telephone{(unit.Length > 0 ? $"/{Partners.Referents[30].Organisation}" : "")}");

        Assert.Null(page.QuerySelector("main form[action*=telephone]"));
        Assert.Contains("Elle ne prend plus de réponse.", page.QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/cockpit/consultations/rien")]
    [InlineData("/cockpit/consultations/2022-vote")] // not opened yet
    [InlineData("/cockpit/consultations/2022-%23%2F%5C")]
    [InlineData("/cockpit/consultations/2022-themes/telephone/personne")]
    [InlineData("/cockpit/consultations/2021-themes/reponses.csv")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Collecting);

        await host.Page(address, HttpStatusCode.NotFound);
    }
}
