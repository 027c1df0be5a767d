using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Network.Import;
using Almanach.Web.Api;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Api;

/// <summary>The network by program: cards, departures, requests, and tables that come in.</summary>
public sealed class ApiNetworkTests
{
    private const string Bridges = """{"name":"Observatoire des ponts (ODP)","for":"l’Observatoire des ponts","college":"observatoires"}""";

    private const string Somebody =
        """{"organisation":"insee","address":"zoe.durand@insee.example.org","roles":[{"kind":"suppleant"},{"kind":"member","body":"copil"}],"source":"Demande de l’Insee","firstName":"Zoé","lastName":"Durand","function":"chargée d’études"}""";

    [Fact]
    public async Task An_organisation_is_added_once_and_its_card_replaced()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();

        var added = await api.Call("POST", "/api/organisations", Bridges);
        var again = await api.Call("POST", "/api/organisations", Bridges);
        await api.Call("PUT", "/api/organisations/odp",
            """{"name":"Observatoire des ponts","for":"l’Observatoire des ponts","college":"observatoires","kind":"Association","commitment":"Participe","active":false,"charterSigned":"2021-03-15"}""");

        Assert.Equal("odp", (string)added["id"]!);
        Assert.Equal(added.ToJsonString(), again.ToJsonString());
        var card = (await api.Read("/api/organisations/odp"))["organisation"]!;
        Assert.Equal(("Observatoire des ponts", "2021-03-15", false), ((string)card["name"]!, (string)card["charterSigned"]!, (bool)card["active"]!));
    }

    [Fact]
    public async Task A_person_is_added_once_and_told_then_changed_then_gone()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var mails = platform.Mailer.Sent.Count;

        var added = (string)(await api.Call("POST", "/api/contacts", Somebody))["id"]!;
        Assert.Equal(added, (string)(await api.Call("POST", "/api/contacts", Somebody))["id"]!);
        await platform.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(9, 0));
        await api.Call("PUT", $"/api/contacts/{added}", """{"address":"z.durand@insee.example.org","roles":[{"kind":"referent"}],"firstName":"Zoé","lastName":"Durand","function":""}""");
        await api.Call("PUT", $"/api/contacts/{added}/messages", """{"stop":true,"reason":"À sa demande"}""");
        var stopped = await api.Read($"/api/contacts/{added}");
        await api.Call("PUT", $"/api/contacts/{added}/messages", """{"stop":false,"reason":"Autre raison"}""");
        await api.Call("POST", $"/api/contacts/{added}/leave", null);
        await api.Call("POST", $"/api/contacts/{added}/leave", null);

        Assert.Equal(mails + 1, platform.Mailer.Sent.Count);
        Assert.Equal(("z.durand@insee.example.org", "À sa demande", true),
            ((string)stopped["contact"]!["address"]!, (string)stopped["note"]!["text"]!, (bool)stopped["contact"]!["suppressed"]!));
        var card = (await api.Read($"/api/contacts/{added}"))["contact"]!;
        Assert.Equal((false, false), ((bool)card["active"]!, (bool)card["suppressed"]!));
    }

    [Theory]
    [InlineData("/api/contacts/c0001", """{"address":"r@dreets.example.org","roles":[{"kind":"referent"}],"firstName":"R","lastName":"M","function":"x"}""")]
    [InlineData("/api/organisations/insee", """{"name":"Insee","for":"l’Insee","college":"etat","kind":"","commitment":"","active":true}""")]
    public async Task A_card_that_has_changed_since_it_was_read_is_not_overwritten(string path, string body)
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var revision = (string)(await api.Read(path))["revision"]!;
        var mine = JsonNode.Parse(body)!.AsObject();
        mine["revision"] = revision;
        await api.Call("PUT", path, body);
        var before = platform.Store.Whole();

        var refused = await api.Call("PUT", path, mine.ToJsonString(), HttpStatusCode.Conflict);

        Assert.Contains("GET", refused.Message(), StringComparison.Ordinal);
        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task A_request_for_a_successor_is_listed_and_settled()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        await platform.Office.Requests.Ask(await platform.Contact("c0001"), "Luc Après", "luc.apres@dreets.example.org", "", platform.Office.Now);

        var id = (string)(await api.Read("/api/successions"))[0]!["id"]!;
        await api.Call("POST", $"/api/successions/{id}/settle", null);
        await api.Call("POST", $"/api/successions/{id}/settle", null);

        Assert.Empty((await api.Read("/api/successions")).AsArray());
        await api.Call("POST", "/api/successions/0123456789abcdef/settle", null, HttpStatusCode.NotFound);
    }

    /// <summary>Each is a good body but for one value.</summary>
    [Theory]
    [InlineData("POST", "/api/organisations", Bridges, "name", "\"\"", "name")]
    [InlineData("POST", "/api/organisations", Bridges, "name", "\" \\n \"", "name")] // nothing once cleaned
    [InlineData("POST", "/api/organisations", Bridges, "name", "\"Insee Auvergne-Rhône-Alpes\"", "name")] // another has it
    [InlineData("POST", "/api/organisations", Bridges, "for", "long", "for")]
    [InlineData("POST", "/api/organisations", Bridges, "kind", "long", "kind")]
    [InlineData("POST", "/api/organisations", Bridges, "commitment", "long", "commitment")]
    [InlineData("POST", "/api/organisations", Bridges, "college", "\"absent\"", "college")]
    [InlineData("POST", "/api/organisations", Bridges, "charterSigned", "\"9999-12-31\"", "charterSigned")]
    [InlineData("POST", "/api/contacts", Somebody, "organisation", "\"absent\"", "organisation")]
    [InlineData("POST", "/api/contacts", Somebody, "address", "\"zoe\"", "address")]
    [InlineData("POST", "/api/contacts", Somebody, "address", "\"a@b.example.org\\r\\nBcc: c@d.example.org\"", "address")]
    [InlineData("POST", "/api/contacts", Somebody, "address", "\"rachid.martinez@dreets.example.org\"", "address")] // another's
    [InlineData("POST", "/api/contacts", Somebody, "address", "long", "address")]
    [InlineData("POST", "/api/contacts", Somebody, "roles", "[]", "roles")]
    [InlineData("POST", "/api/contacts", Somebody, "roles", """[{"kind":"member","body":"absent"}]""", "roles")]
    [InlineData("POST", "/api/contacts", Somebody, "source", "\"\"", "source")]
    [InlineData("POST", "/api/contacts", Somebody, "lastName", "long", "lastName")]
    [InlineData("POST", "/api/contacts", Somebody, "function", "long", "function")]
    [InlineData("PUT", "/api/contacts/c0001/messages", """{"stop":true,"reason":"À sa demande"}""", "reason", "\"il m’agace\"", "reason")]
    [InlineData("PUT", "/api/contacts/c0001/messages", """{"stop":true,"reason":"À sa demande"}""", "reason", "long", "reason")]
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "dates", "[]", "date-1")]
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "dates", """["2021-12-15T09:30:00+01:00","2021-12-15T08:30:00Z"]""", "date-1")] // the same twice
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "dates", """["2020-12-15T09:30:00+01:00","2021-12-15T08:30:00Z"]""", "date-1")] // gone by
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "dates", """["9999-12-31T23:59:59Z","0001-01-01T00:00:00Z"]""", "dates")]
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "dates", """["2022-01-01T09:00:00Z","2022-01-02T09:00:00Z","2022-01-03T09:00:00Z","2022-01-04T09:00:00Z","2022-01-05T09:00:00Z","2022-01-06T09:00:00Z","2022-01-07T09:00:00Z","2022-01-08T09:00:00Z","2022-01-09T09:00:00Z"]""", "date-1")] // more than anybody reads
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "lastDay", "\"2021-12-15\"", "lastDay")] // not before the first date
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "lastDay", "\"2021-01-01\"", "lastDay")] // over
    [InlineData("POST", "/api/meetings/2022-copil/dates", Poll, "lastDay", "\"9999-12-31\"", "dates")]
    public async Task One_value_that_makes_no_sense_is_refused_by_its_name(string method, string path, string good, string name, string value, string field)
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();
        var body = JsonNode.Parse(good)!.AsObject();
        body[name] = value == "long" ? new string('x', 200_000) : JsonNode.Parse(value);

        var refused = await api.Call(method, path, body.ToJsonString(), HttpStatusCode.BadRequest);

        Assert.Equal(field, (string)Assert.Single(refused["error"]!["fields"]!.AsArray())!["field"]!);
        Assert.Equal(before, platform.Store.Whole());
    }

    private const string Poll = """{"dates":["2021-12-15T09:30:00+01:00","2021-12-16T13:00:00Z"],"lastDay":"2021-11-05"}""";

    [Fact]
    public async Task The_date_of_a_meeting_is_asked_answered_and_fixed()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        await api.Read("/api/meetings/2022-copil/dates", HttpStatusCode.NotFound);
        await api.Call("PUT", "/api/meetings/2022-copil/date", """{"option":"20211216-1400"}""", HttpStatusCode.NotFound);

        await api.Call("POST", "/api/meetings/2022-copil/dates", Poll);
        await api.Call("POST", "/api/meetings/2022-copil/dates", Poll, HttpStatusCode.Conflict);
        await platform.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(9, 0));
        Assert.NotEmpty(platform.Mailer.Sent);
        await api.Call("PUT", "/api/consultations/2022-date-copil/answers/c0003", """{"values":{"dates":{"kind":"Dates","byOption":{"20211216-1400":"yes"}}}}""");
        var dates = await api.Read("/api/meetings/2022-copil/dates");
        await api.Call("PUT", "/api/meetings/2022-copil/date", """{"option":"20300101-0000"}""", HttpStatusCode.BadRequest);
        await api.Call("PUT", "/api/meetings/2022-copil/date", """{"option":"20211216-1400"}""");
        await api.Call("PUT", "/api/meetings/2022-copil/date", """{"option":"20211216-1400"}""");

        Assert.Equal(["20211216-1400", "20211215-0930"], dates.AsArray().Select(date => (string)date!["option"]!));
        Assert.Equal(new DateTimeOffset(2021, 12, 16, 13, 0, 0, TimeSpan.Zero), (DateTimeOffset)(await api.Read("/api/meetings/2022-copil"))["starts"]!);
        Assert.Equal("closed", (string)(await api.Read("/api/consultations/2022-date-copil"))["state"]!);
        await api.Read("/api/meetings/02022-copil", HttpStatusCode.NotFound);
    }

    private const string Import = "/api/imports?source=Annuaire&name=liste.csv";

    private static readonly byte[] Table =
        Encoding.Latin1.GetBytes("Structure;Nom Prénom;Mail;Fonction\r\nDREETS;DURAND Zoé;zoe.durand@dreets.example.org;chargée d'études\r\nInconnu;X Y;x@y.example.org;\r\n");

    [Fact]
    public async Task A_table_is_planned_then_exactly_that_plan_is_written_once()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var (before, mails) = (platform.Store.Whole(), platform.Mailer.Sent.Count);

        var (_, plan) = await Send(api, Import, Table);
        var unchanged = platform.Store.Whole();
        var (wrong, refused) = await Send(api, $"{Import}&confirm=0123456789abcdef", Table);
        Assert.Equal(before, unchanged);
        Assert.Equal(before, platform.Store.Whole());
        var (_, written) = await Send(api, $"{Import}&confirm={plan["hash"]}", Table);
        await platform.GoTo(new DateOnly(2021, 9, 15), new TimeOnly(9, 0));
        var (again, _) = await Send(api, $"{Import}&confirm={plan["hash"]}", Table);

        Assert.Equal((1, 1, false), ((int)plan["counts"]!["added"]!, (int)plan["counts"]!["doubtful"]!, (bool)plan["written"]!));
        Assert.Equal((HttpStatusCode.Conflict, (string)plan["hash"]!), (wrong, (string)refused["hash"]!));
        Assert.True((bool)written["written"]!);
        Assert.Equal(HttpStatusCode.Conflict, again);
        Assert.Single((await api.Read("/api/contacts")).AsArray(), contact => (string)contact!["address"]! == "zoe.durand@dreets.example.org");
        Assert.Equal(mails + 1, platform.Mailer.Sent.Count);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("&invite=false", 0)]
    public async Task A_plan_says_how_many_are_invited_to_what_is_open(string choice, int invited)
    {
        await using var platform = await TestPlatform.Collecting();
        using var api = platform.ApiClient();
        var table = Encoding.UTF8.GetBytes("Organisme;Nom;Prénom;Courriel;Suppléant\nDREETS;Durand;Zoé;zoe.durand@dreets.example.org;oui\n");

        var (_, plan) = await Send(api, Import + choice, table);
        await Send(api, $"{Import}{choice}&confirm={plan["hash"]}", table);
        while (await platform.Office.Worker.Once())
            continue;

        Assert.Equal(invited, plan["invitations"]!.AsObject().Sum(one => (int)one.Value!));
        Assert.Equal(invited, await Newcomers(platform));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_person_added_is_asked_what_is_open_unless_told_otherwise_and_once(bool invite, int invited)
    {
        await using var platform = await TestPlatform.Collecting();
        using var api = platform.ApiClient();
        var body = JsonNode.Parse("""{"organisation":"dreets","address":"zoe.durand@dreets.example.org","roles":[{"kind":"suppleant"}],"source":"Annuaire","lastName":"Durand"}""")!;
        if (!invite)
            body["invite"] = false;

        for (var time = 0; time < 2; time++)
        {
            await api.Call("POST", "/api/contacts", body.ToJsonString());
            while (await platform.Office.Worker.Once())
                continue;
        }

        Assert.Equal(invited, await Newcomers(platform));
    }

    [Fact]
    public async Task Somebody_given_a_role_since_is_invited_when_asked_and_once()
    {
        await using var platform = await TestPlatform.Collecting();
        using var api = platform.ApiClient();
        var added = await api.Call("POST", "/api/contacts", """{"organisation":"dreets","address":"zoe.durand@dreets.example.org","roles":[{"kind":"reader"}],"source":"Annuaire","lastName":"Durand"}""");
        var address = $"/api/contacts/{added["id"]}";
        await api.Call("PUT", address, """{"address":"zoe.durand@dreets.example.org","roles":[{"kind":"suppleant"}],"firstName":"","lastName":"Durand","function":""}""");

        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.Conflict })
        {
            await api.Call("POST", $"{address}/invite", null, expected);
            while (await platform.Office.Worker.Once())
                continue;
        }
        await api.Call("POST", "/api/contacts/nobody/invite", null, HttpStatusCode.NotFound);

        Assert.Equal(1, await Newcomers(platform));
    }

    private static async Task<int> Newcomers(TestPlatform platform) => (await platform.Office.Consultations.Find("2022-themes"))!.Newcomers?.Count ?? 0;

    [Fact]
    public async Task A_plan_that_no_longer_holds_is_not_written_and_its_new_hash_is_told()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var somebody = await platform.Contact("c0001");
        var table = Encoding.UTF8.GetBytes($"Organisme;Nom;Prénom;Courriel;Fonction\n{somebody.Organisation};{somebody.LastName};{somebody.FirstName};{somebody.Address};autre fonction\n");
        var (_, plan) = await Send(api, Import, table);
        await api.Call("POST", "/api/contacts/c0001/leave", null);
        var before = platform.Store.Whole();

        var (status, refused) = await Send(api, $"{Import}&confirm={plan["hash"]}", table);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.NotEqual((string)plan["hash"]!, (string)refused["hash"]!);
        Assert.Equal((string)(await Send(api, Import, table)).Answer["hash"]!, (string)refused["hash"]!);
        Assert.Equal(before, platform.Store.Whole());
    }

    [Fact]
    public async Task The_plan_reads_as_on_the_command_line()
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var planning = ImportPlanner.Plan(new TableFiles().Read("liste.csv", Table), await platform.Office.Network.Load(),
            platform.Office.Setting.Platform, "Annuaire", platform.Office.Setting.Zone.DayOf(platform.Office.Now));

        var (_, plan) = await Send(api, Import, Table);

        Assert.Equal((await ImportReport.Of(platform.Office, planning.Plan!.Inviting(true), written: false)).Json(), plan.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    public static TheoryData<string, string, byte[], string, int> Rubbish => new()
    {
        { "nothing", Import, [], "text/csv", 400 },
        { "a picture", Import, [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2], "text/csv", 400 },
        { "a broken workbook", Import, [(byte)'P', (byte)'K', 3, 4, 1, 2, 3], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 400 },
        { "a broken old workbook", Import, [0xD0, 0xCF, 0x11, 0xE0, 1, 2], "application/vnd.ms-excel", 400 },
        { "no head", Import, "a;b\n1;2\n"u8.ToArray(), "text/csv", 400 },
        { "a head alone", Import, "Organisme;Nom;Courriel\n"u8.ToArray(), "text/csv", 400 },
        { "UTF-16 cut in half", Import, [0xFF, 0xFE, 0x41], "text/csv", 400 },
        { "broken UTF-8", Import, [0xC3, 0x28, 0xFF, 0xFE, 0x00], "text/csv; charset=utf-8", 400 },
        { "zeros", Import, new byte[10_000], "text/csv", 400 },
        { "too large", Import, new byte[2_000_001], "text/csv", 413 },
        { "far too large", Import, new byte[5_000_000], "text/csv", 413 },
        { "no source", "/api/imports", Table, "text/csv", 400 },
        { "an empty source", "/api/imports?source=%20%00", Table, "text/csv", 400 },
        { "a source without end", $"/api/imports?source={new string('x', 5_000)}", Table, "text/csv", 400 },
        { "another plan", $"{Import}&confirm=x", Table, "text/csv", 409 },
        { "a plan without end", $"{Import}&confirm={new string('f', 5_000)}", Table, "text/csv", 409 },
        { "half a character in the query", $"{Import}&confirm=%ED%A0%80", Table, "text/csv", 409 },
        { "JSON", Import, Table, "application/json", 415 },
        { "a form", Import, Table, "multipart/form-data; boundary=x", 415 },
        { "no type", Import, Table, "", 415 },
        { "no type at all", Import, Table, "csv", 415 },
    };

    [Theory]
    [MemberData(nameof(Rubbish), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_table_is_refused_in_words_and_changes_nothing(string kind, string path, byte[] body, string type, int status)
    {
        await using var platform = await TestPlatform.Open();
        using var api = platform.ApiClient();
        var before = platform.Store.Whole();

        var (given, answer) = await Send(api, path, body, type);

        Assert.True((int)given == status, $"{kind}: {(int)given} {answer.ToJsonString()}");
        Assert.NotEmpty(answer.Message());
        Assert.Equal(before, platform.Store.Whole());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Send(HttpClient api, string path, byte[] body, string type = "text/csv")
    {
        using var content = new ByteArrayContent(body);
        if (type.Length > 0)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await api.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
