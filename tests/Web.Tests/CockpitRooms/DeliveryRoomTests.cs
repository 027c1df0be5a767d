using System.Net;
using System.Text;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Web.Cockpit;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>The files that are expected, as the coordinator follows them.</summary>
public sealed class DeliveryRoomTests
{
    private const string Room = "/cockpit/livraisons";
    private const string Id = "2022-donnees";
    private const string Rsa = "rsa-caf-rhone";
    private const string Wrong = "code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;4I204\n";

    private static readonly DateTime Day = new(2021, 10, 8, 10, 0, 0);

    [Fact]
    public async Task Before_the_collection_the_room_says_what_will_be_asked_for()
    {
        await using var host = await CockpitHost.At(Day);

        var page = await host.Page(Room);

        Assert.Contains("Aucune collecte n’a encore été ouverte.", page.Body!.TextContent);
        Assert.Contains("Allocataires du RSA par EPCI", page.Body.TextContent);
        Assert.Contains("au 31 décembre 2021, jusqu’au mardi\u00A031\u00A0mai 2022", page.Body.TextContent);
        Assert.DoesNotContain("2020", page.Body.TextContent);
        Assert.Contains("La collecte de 2022 s’ouvre le mardi\u00A010\u00A0mai 2022. Dernier jour\u00A0: mardi\u00A07\u00A0juin 2022 à 18\u00A0h.", page.Body.TextContent);
        Assert.NotNull(page.QuerySelector($"nav a[href='{Room}']"));
    }

    [Fact]
    public async Task A_file_with_errors_is_shown_downloaded_and_accepted_with_a_reason_only()
    {
        await using var host = await Collecting();
        Assert.Null(await host.Office.Deliveries.Record(Id, Rsa, "rsa été.csv", new MemoryStream(Encoding.UTF8.GetBytes(Wrong)), true, host.Office.Now));
        var page = await host.Page($"{Room}/{Rsa}");

        using var bare = await host.Submit(Form(page, "accepter"));
        using var reasoned = await host.Submit(Form(page, "accepter"), ("raison", "La valeur est connue par ailleurs."));
        using var twice = await host.Submit(Form(page, "accepter"), ("raison", "La valeur est connue par ailleurs."));
        using var raw = await host.Get(page.QuerySelector("a[href*='/fichiers/']")!.GetAttribute("href")!);

        Assert.Contains("1 ligne lue. 1 valeur à corriger.", page.Body!.TextContent);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (bare.StatusCode, reasoned.StatusCode, twice.StatusCode));
        Assert.Equal(Wrong, await raw.Content.ReadAsStringAsync());
        Assert.Equal("attachment", raw.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("La valeur est connue par ailleurs.", (await host.Page($"{Room}/{Rsa}")).Body!.TextContent);
        Assert.Contains("Accepté", (await host.Page(Room)).Body!.TextContent);
    }

    [Fact]
    public async Task The_first_page_says_how_many_wait_for_her_in_one_line()
    {
        await using var host = await Collecting();
        async Task<IReadOnlyList<string>> Lines() => [.. (await host.Page("/cockpit")).QuerySelectorAll($"main h3 a[href='{Room}']").Select(link => link.TextContent.Trim())];
        Assert.Empty(await Lines());

        Assert.Null(await host.Office.Deliveries.Record(Id, Rsa, "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(Wrong)), true, host.Office.Now));
        Assert.Equal("Un\u00A0fichier de données a des erreurs", Assert.Single(await Lines()));
        Assert.Null(await host.Office.Deliveries.Record(Id, Rsa, "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(Wrong.Replace('I', '1'))), true, host.Office.Now));
        Assert.Equal("Un\u00A0fichier de données, à accepter", Assert.Single(await Lines()));
        Assert.Null(await host.Office.Deliveries.Accept(Id, Rsa, (await host.Office.DeliveryFiles.All(Id))[^1].File, "", "coordination", host.Office.Now));
        Assert.Empty(await Lines());
    }

    [Fact]
    public async Task She_records_a_file_she_received_otherwise()
    {
        await using var host = await Collecting();
        var form = new MultipartFormDataContent { { new StringContent(host.Token), Session.FormField }, { new ByteArrayContent(Encoding.UTF8.GetBytes(Wrong)), "fichier", "rsa.csv" }, { new StringContent("oui"), "attestation" } };

        using var answer = await host.Send($"{Room}/{Rsa}/deposer", form);

        Assert.Equal($"{Room}/{Rsa}?fait=note", answer.Headers.Location?.OriginalString);
        var said = (await host.Office.Deliveries.All((await host.Office.Consultations.Find(Id))!)).Single(view => view.Template.Id == Rsa).Said!;
        Assert.Equal((DeliveryWay.Coordinator, "coordination"), (said.Way, said.By));
    }

    [Fact]
    public async Task She_sees_by_whose_word_values_were_mended_and_agrees_for_what_she_recorded_alone()
    {
        await using var host = await Collecting();
        var person = (await host.Office.Network.Load()).Active.First(contact => contact.Organisation == "caf-rhone");
        Assert.Null(await host.Office.Deliveries.Give(new FileSent(Id, Rsa, "caf-rhone", person.Id, DeliveryWay.Page, "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(Damaged)), true, host.Office.Now)));
        var theirs = await host.Page($"{Room}/{Rsa}");
        Assert.Null(theirs.QuerySelector($"form[action='{Room}/{Rsa}/corrections']"));
        Assert.Contains("1\u00A0valeur peut être lue corrigée, avec l’accord du producteur. Il a déposé ce fichier lui-même", theirs.Body!.TextContent, StringComparison.Ordinal);

        Assert.Null(await host.Office.Deliveries.Record(Id, Rsa, "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(Damaged.Replace("812", "813", StringComparison.Ordinal))), true, host.Office.Now));
        var hers = await host.Page($"{Room}/{Rsa}");
        using var agreed = await host.Submit(Form(hers, "corrections"));
        var after = await host.Page($"{Room}/{Rsa}?fait=corrige");
        using var accepted = await host.Submit(Form(after, "accepter"));

        Assert.Equal($"{Room}/{Rsa}?fait=corrige", agreed.Headers.Location?.OriginalString);
        Assert.Contains("1\u00A0cellule est lue corrigée. Le fichier reste tel qu’il a été reçu. Accord donné par la coordination", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
        await host.Settle();
        Assert.True(Assert.Single(await host.Office.SeriesFiles.All()).Agreed!.ByCoordination);
    }

    [Fact]
    public async Task A_delivery_without_a_schema_proposes_the_one_that_its_accepted_file_suggests()
    {
        await using var host = await Collecting();
        const string bonus = "prime-caf-rhone";
        Assert.Null(await host.Office.Deliveries.Record(Id, bonus, "prime.csv", new MemoryStream(Encoding.UTF8.GetBytes("code_epci;beneficiaires\n200046977;41204\n")), true, host.Office.Now));
        using var before = await host.Get($"{Room}/{bonus}/schema.json");
        Assert.Null(await host.Office.Deliveries.Accept(Id, bonus, (await host.Office.DeliveryFiles.All(Id))[^1].File, "", "coordination", host.Office.Now));

        var page = await host.Page($"{Room}/{bonus}");
        using var schema = await host.Get($"{Room}/{bonus}/schema.json");
        using var other = await host.Get($"{Room}/{Rsa}/schema.json");

        Assert.Contains("Proposer ce schéma", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"schemas/{bonus}.json", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound), (before.StatusCode, schema.StatusCode, other.StatusCode));
        Assert.Equal(["code_epci", "beneficiaires"], Core.Data.Schemas.SchemaReader.Read(await schema.Content.ReadAsByteArrayAsync()).Schema!.Fields.Select(field => field.Name));
    }

    private const string Damaged = "code_epci;nom_epci;allocataires_rsa\n200O46977;Métropole de Lyon;41204\n246900740;Mornant;812\n";

    [Theory]
    [InlineData("autre")]
    [InlineData("rsa-caf-rhone/fichiers/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("rsa-caf-rhone/fichiers/..%2F..%2Fplatform.json")]
    [InlineData("rsa-caf-rhone/rapports/aa")]
    public async Task Nothing_else_is_found_there(string address)
    {
        await using var host = await Collecting();

        using var answer = await host.Get($"{Room}/{address}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IHtmlFormElement Form(IHtmlDocument page, string act) => page.QuerySelector<IHtmlFormElement>($"form[action='{Room}/{Rsa}/{act}']")!;

    private static async Task<CockpitHost> Collecting()
    {
        var host = await CockpitHost.At(Day);
        Assert.Null(await host.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", host.Office.Now, "coordination")));
        await host.Settle();
        return host;
    }
}
