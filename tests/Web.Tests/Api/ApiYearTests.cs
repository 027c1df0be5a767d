using System.Net;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Api;

/// <summary>A year run by a program, from its collection to its programme.</summary>
public sealed class ApiYearTests
{
    [Fact]
    public async Task Each_weeks_load_is_read_before_it_happens()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var load = await api.Read("/api/cycles/2022/load");
        var whole = await api.Read("/api/cycles/2022/load?whole=true");
        await api.Read("/api/cycles/2031/load", HttpStatusCode.NotFound);

        Assert.Equal((4, 14), ((int)load["budget"]!["solicitations"]!, (int)load["budget"]!["days"]!));
        Assert.Equal(12, load["weeks"]!.AsArray().Count);
        Assert.True(whole["weeks"]!.AsArray().Count > 52);
        var mail = whole["weeks"]!.AsArray().SelectMany(week => week!["mails"]!.AsArray()).First(mail => (string)mail!["step"]! == "2022/collecte")!;
        Assert.Equal(("invitation", "invitation-themes"), ((string)mail["kind"]!, (string)mail["text"]!));
    }

    [Fact]
    public async Task A_year_can_be_run_from_collection_to_programme()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        Assert.Equal("[2022]", (await api.Read("/api/years")).ToJsonString());
        await api.Call("POST", "/api/cycles/2022/themes/open", null);
        await platform.Settle();
        await api.Call("PUT", "/api/consultations/2022-themes/answers/insee",
            """{"values":{"propositions":{"kind":"Proposals","items":[{"title":"Le logement des jeunes"}],"supports":[]}}}""");
        await api.Call("POST", "/api/cycles/2022/themes",
            """{"reference":"courrier-12","organisation":"dreal","title":"Les mobilités","format":"atelier"}""");
        await platform.Settle();
        var board = await api.Read("/api/cycles/2022/themes");
        var ids = board["proposals"]!.AsArray().Select(proposal => (string)proposal!["id"]!).ToList();
        Assert.Equal(["dreal-2022-api-courrier-12", "insee-2022-themes-1-1"], ids);
        await api.Call("POST", "/api/cycles/2022/themes/insee-2022-themes-1-1/merge", """{"themes":["dreal-2022-api-courrier-12"]}""");
        await api.Call("PUT", "/api/cycles/2022/themes/insee-2022-themes-1-1", """{"title":"Se loger et se déplacer"}""");

        await api.Call("POST", "/api/cycles/2022/themes/close", null);
        await platform.GoTo(new DateOnly(2021, 12, 14), new TimeOnly(12, 0));
        await api.Call("POST", "/api/cycles/2022/consolidation/close", null, HttpStatusCode.OK);
        await api.Call("POST", "/api/cycles/2022/consolidation/close", null, HttpStatusCode.OK);
        Assert.True((bool)(await api.Read("/api/cycles/2022/themes"))["consolidated"]!);
        await api.Call("PUT", "/api/meetings/2022-copil/decisions",
            """{"decisions":[{"id":"d1","text":"Le comité retient le logement.","themes":["insee-2022-themes-1-1"],"outcome":"adopt","action":{"id":"atelier-logement","kind":"atelier","title":"Se loger","occurrences":[],"conditions":[],"note":""}}],"notes":["Tour de table."]}""");
        await platform.Settle();
        await api.Call("POST", "/api/cycles/2022/programme/atelier-logement/report", """{"state":"confirmed","text":"Le 12 avril à Lyon."}""");
        const string Dates = """{"occurrences":[{"day":"2022-04-12","period":"","place":"Lyon","provisional":false},{"period":"à l’automne","place":"","provisional":true}]}""";
        await api.Call("PUT", "/api/cycles/2022/programme/atelier-logement/dates", Dates);
        await api.Call("PUT", "/api/cycles/2022/programme/atelier-logement/dates", Dates);
        await platform.GoTo(new DateOnly(2022, 1, 12), new TimeOnly(12, 0));

        var programme = await api.Read("/api/cycles/2022/programme");
        Assert.Contains(programme.AsArray(), action => (string)action!["id"]! == "atelier-logement" && (string)action["state"]! == "confirmed"
            && (string?)action["occurrences"]![0]!["place"] == "Lyon" && (string?)action["occurrences"]![1]!["period"] == "à l’automne");
        Assert.Contains((await api.Read("/api/documents")).AsArray(), document => (string)document!["id"]! == "programme-2022");
        Assert.NotEmpty((await api.Read("/api/messages?from=2021-09-01&to=2022-01-31")).AsArray());
        Assert.NotEmpty((await api.Read("/api/journal?from=2021-09-01&to=2022-01-31")).AsArray());
        Assert.Empty((await api.Read("/api/troubles")).AsArray());
    }

    [Fact]
    public async Task The_message_of_an_opening_can_be_undone_and_taken_up_again()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        await api.Call("POST", "/api/cycles/2022/themes/open", null);
        await platform.Settle();

        await api.Call("POST", "/api/messages/invite-2022-themes/cancel", null);
        await platform.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(9, 0));
        var undone = platform.Mailer.Sent.Count;
        await api.Call("POST", "/api/messages/invite-2022-themes/resume", null);
        await platform.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(10, 0));

        Assert.Equal(0, undone);
        Assert.NotEmpty((await api.Read("/api/messages/invite-2022-themes"))["copies"]!.AsObject());
        await api.Call("POST", "/api/messages/invite-2022-themes/cancel", null, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Moving_a_meeting_proposes_new_dates_to_what_depends_on_it_and_takes_them_back_as_they_are()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var proposed = await api.Read("/api/cycles/2022/steps/copil/move?starts=2021-12-21T09:30:00+01:00");
        await api.Call("POST", "/api/cycles/2022/steps/copil/move", $"{{\"dates\":{proposed.ToJsonString()}}}");
        await api.Call("POST", "/api/cycles/2022/steps/copil/move", $"{{\"dates\":{proposed.ToJsonString()}}}");

        var steps = (await api.Read("/api/cycles/2022"))["steps"]!.AsArray().ToDictionary(step => (string)step!["id"]!, step => (DateTimeOffset)step!["starts"]!);
        Assert.Contains(proposed.AsArray(), date => (string)date!["step"]! == "convocation");
        Assert.Equal(new DateTimeOffset(2021, 12, 21, 8, 30, 0, TimeSpan.Zero), steps["copil"]);
        Assert.Equal(new DateTimeOffset(2021, 11, 30, 8, 0, 0, TimeSpan.Zero), steps["convocation"]);
    }

    [Fact]
    public async Task The_hour_the_place_and_the_link_of_a_meeting_are_replaced_as_a_whole()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        await api.Call("PUT", "/api/meetings/2022-copil/arrangement", """{"hour":"14:00","place":"Lyon","link":"https://visio.example.org/a"}""");
        await api.Call("PUT", "/api/meetings/2022-copil/arrangement", """{"hour":"14:00","place":"Lyon","link":"https://visio.example.org/a"}""");
        var refused = await api.Call("PUT", "/api/meetings/2022-copil/arrangement", """{"hour":"14:00","place":"Lyon","link":"visio"}""", HttpStatusCode.BadRequest);
        await api.Call("PUT", "/api/meetings/2022-collecte/arrangement", """{"hour":"14:00","place":"Lyon","link":""}""", HttpStatusCode.NotFound);

        var meeting = await api.Read("/api/meetings/2022-copil");
        Assert.Equal(("Lyon", "https://visio.example.org/a", new DateTimeOffset(2021, 12, 14, 13, 0, 0, TimeSpan.Zero)), ((string)meeting["place"]!, (string)meeting["link"]!, (DateTimeOffset)meeting["starts"]!));
        Assert.NotNull(refused);
    }

    [Fact]
    public async Task A_step_prolonged_proposes_followers_that_end_after_they_begin()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var proposed = await api.Read("/api/cycles/2022/steps/collecte/move?ends=2021-11-19T18:00:00%2B01:00");

        Assert.Contains(proposed.AsArray(), date => (string)date!["step"]! == "regroupement");
        Assert.All(proposed.AsArray(), date => Assert.True((DateTimeOffset)date!["ends"]! > (DateTimeOffset)date["starts"]!));
        await api.Call("POST", "/api/cycles/2022/steps/collecte/move", $"{{\"dates\":{proposed.ToJsonString()}}}");
    }

    [Fact]
    public async Task A_subject_for_the_year_to_come_is_read_and_set_aside_before_that_year_is_open()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        await platform.GoTo(new DateOnly(2021, 12, 15), new TimeOnly(12, 0));
        Assert.Null(await platform.Office.Outside.Propose(new Core.Themes.OutsideProposal("Un club", "Le sport santé", "", null, ""), 2022, platform.Office.Now));

        var id = (string)Assert.Single((await api.Read("/api/cycles/2023/themes"))["proposals"]!.AsArray())!["id"]!;
        await api.Call("POST", $"/api/cycles/2023/proposals/{id}/set-aside", null);
        await api.Call("POST", $"/api/cycles/2023/proposals/{id}/set-aside", null);

        Assert.True((bool)(await api.Read("/api/cycles/2023/themes"))["proposals"]![0]!["setAside"]!);
        await api.Call("POST", $"/api/cycles/2023/proposals/{id}/show", null);
    }

    [Theory]
    [InlineData("POST", "/api/cycles/2022/open", null, HttpStatusCode.OK)] // open already
    [InlineData("POST", "/api/cycles/2025/open", null, HttpStatusCode.Conflict)] // years open one after the other
    [InlineData("POST", "/api/cycles/2022/themes/close", null, HttpStatusCode.Conflict)] // not open
    [InlineData("POST", "/api/cycles/2023/themes/open", null, HttpStatusCode.NotFound)] // the year is not open
    [InlineData("POST", "/api/cycles/2022/steps/copil/skip", """{"reason":"grève"}""", HttpStatusCode.OK)]
    [InlineData("POST", "/api/cycles/2022/steps/copil/reopen", "{}", HttpStatusCode.Conflict)] // it has not been
    [InlineData("POST", "/api/cycles/2022/steps/absente/open", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/cycles/2022/advance", null, HttpStatusCode.OK)]
    [InlineData("POST", "/api/tick", null, HttpStatusCode.OK)]
    [InlineData("POST", "/api/tick", "{}", HttpStatusCode.OK)] // some programs always send an object
    [InlineData("PUT", "/api/texts/relance", """{"source":"Objet : vide"}""", HttpStatusCode.BadRequest)] // says what is wrong with the text
    [InlineData("PUT", "/api/texts/absent", """{"source":"Objet : a\n\nb"}""", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/meetings/2022-copil/attendance", """{"sheet":{"c-absent":"remote"}}""", HttpStatusCode.BadRequest)] // nobody of that id
    [InlineData("PUT", "/api/meetings/2022-copil/decisions", """{"decisions":[],"notes":[]}""", HttpStatusCode.Conflict)] // it has not begun
    [InlineData("POST", "/api/cycles/2022/themes/absent/merge", """{"themes":["x"]}""", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/cycles/2022/documents/programme/draw", """{"reference":"a b"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/cycles/2022/documents/roman/draw", """{"reference":"a"}""", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/cycles/2022/documents/programme/draw", """{"reference":"a"}""", HttpStatusCode.OK)]
    [InlineData("PUT", "/api/cycles/2022/programme/absente/dates", """{"occurrences":[]}""", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/cycles/2022/programme/absente/dates", """{"occurrences":[{"day":"9999-12-31","period":"","place":"","provisional":true}]}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/texts/relance/restore", null, HttpStatusCode.OK)] // as it came already
    [InlineData("POST", "/api/texts/absent/restore", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/texts/absent/try", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/troubles/absent/retry", null, HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/consultations/2022-themes/answers/insee", """{"declined":true}""", HttpStatusCode.NotFound)] // not open
    public async Task A_call_once_and_again_has_the_same_outcome(string method, string path, string? body, HttpStatusCode expected)
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var first = await api.Call(method, path, body, expected);
        var state = platform.Store.Whole();
        var second = await api.Call(method, path, body, expected);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        if (!path.Contains("documents", StringComparison.Ordinal))
            Assert.Equal(state, platform.Store.Whole());
        if (expected != HttpStatusCode.OK)
            Assert.EndsWith(".", first.Message().Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_can_be_changed_tried_and_restored()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var origin = (string)(await api.Read("/api/texts/relance"))["source"]!;
        var mails = platform.Mailer.Sent.Count;

        await api.Call("PUT", "/api/texts/relance", new System.Text.Json.Nodes.JsonObject { ["source"] = origin.Replace("Bonjour", "Bonsoir", StringComparison.Ordinal) }.ToJsonString());
        await api.Call("POST", "/api/texts/relance/try", null);
        await platform.Settle();
        await api.Call("POST", "/api/texts/relance/restore", null);

        Assert.Equal(mails + 1, platform.Mailer.Sent.Count);
        Assert.Equal(origin, (string)(await api.Read("/api/texts/relance"))["source"]!);
    }

    [Fact]
    public async Task A_refusal_names_its_fields()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var refused = await api.Call("POST", "/api/cycles/2022/themes", """{"reference":"é","organisation":"absente","title":""}""", HttpStatusCode.BadRequest);

        Assert.Equal(["reference", "organisation"], refused["error"]!["fields"]!.AsArray().Select(field => (string)field!["field"]!));
    }

    [Fact]
    public async Task A_preview_is_a_page_and_publishes_nothing()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        using var response = await api.GetAsync(new Uri("/api/cycles/2022/documents/programme/preview", UriKind.Relative));

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(before, platform.Store.Whole());
    }
}
