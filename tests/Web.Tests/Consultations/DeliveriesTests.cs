using System.Net;
using System.Text;
using System.Text.Json;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Repairs;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A producer drops a file from her personal link, reads what is wrong, and sends it again.</summary>
public sealed class DeliveriesTests
{
    private const string Id = "2022-donnees";
    private const string Rsa = "rsa-caf-rhone";
    private const string Valid = "code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Ouest Rhodanien;812\n";
    private const string Wrong = "code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Ouest Rhodanien;8O2\n";

    [Fact]
    public async Task The_page_says_which_files_are_expected_of_what_and_until_when()
    {
        await using var platform = await Open();

        var page = await platform.Client().Open(await Link(platform));

        Assert.Equal(["Allocataires du RSA par EPCI", "Bénéficiaires de la prime d’activité par EPCI"], page.QuerySelectorAll("ul.rows h2").Select(title => title.TextContent));
        Assert.Contains("Au 31 décembre 2021, par EPCI. Indicateur\u00A0: Foyers allocataires du RSA. Attendu jusqu’au mardi\u00A031\u00A0mai 2022 au soir.", page.Text());
        Assert.DoesNotContain("régime agricole", page.Text(), StringComparison.Ordinal);
        Assert.Null(await platform.Office.Consultations.AnswerOf(Id, "caf-rhone"));
    }

    [Fact]
    public async Task A_file_with_an_error_is_told_at_once_with_its_row_its_column_and_the_remedy()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();

        var end = await Deposit(client, path, Wrong);
        var page = await client.Open(end);

        Assert.Equal($"{path}?fait=oui", end);
        Assert.Contains("2 lignes lues. 1 valeur à corriger.", page.Text());
        Assert.Equal(["3", "allocataires_rsa", "8O2"], page.QuerySelectorAll("table tbody tr td").Take(3).Select(cell => cell.TextContent));
        Assert.Contains("8O2", page.QuerySelector("table tbody tr td:last-child")!.TextContent);
        Assert.Contains("Corriger et envoyer de nouveau", page.Text());
        Assert.NotNull(page.QuerySelector("form#deposer input[type=file]"));

        var corrected = await client.Open(await Deposit(client, path, Valid));

        Assert.Contains("2 lignes lues. Rien à corriger.", corrected.Text());
        Assert.Contains("1\u00A0fichier remplacé", corrected.Text());
    }

    [Fact]
    public async Task Counts_below_the_threshold_of_their_source_are_told_to_the_depositor_and_refuse_nothing()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();

        var page = await client.Open(await Deposit(client, path, Valid.Replace(";812", ";3", StringComparison.Ordinal)));
        using var report = await client.GetAsync($"{path}/rapport.json");
        var without = await client.Open(await Deposit(client, path, Valid.Replace(";812", ";0", StringComparison.Ordinal)));

        Assert.Contains("2 lignes lues. Rien à corriger.", page.Text());
        Assert.Contains("1\u00A0effectif est inférieur à 5, le seuil de secret de la source (CAF).", page.Text());
        Assert.Contains("Ligne\u00A03", page.QuerySelector("#petits ~ ul li")!.TextContent);
        Assert.Contains("below-threshold", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(without.QuerySelector("#petits"));
    }

    [Fact]
    public async Task On_a_phone_each_cell_of_the_report_and_of_the_repairs_says_what_it_is_and_empty_ones_are_left_out()
    {
        await using var platform = await Open();
        var client = platform.Client();

        var page = await client.Open(await Deposit(client, $"{await Link(platform)}/depots/{Rsa}", "code_epci;nom_epci;allocataires_rsa\n200O46977;Lyon;41204\n\n246900740;Ouest;812\n"));

        var blank = page.QuerySelectorAll("table.report tbody tr").Single(row => row.TextContent.Contains("vide", StringComparison.Ordinal));
        Assert.Equal(["num", "none", "none"], blank.QuerySelectorAll("td").Take(3).Select(cell => cell.ClassName));
        Assert.StartsWith("La ligne est vide", blank.LastElementChild!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Dans le fichier", "Lu comme", "Pourquoi", "Ligne"], page.QuerySelectorAll("#corrections table.report tbody td").Select(cell => cell.GetAttribute("data-l")));
    }

    [Fact]
    public async Task Without_a_file_or_the_attestation_nothing_is_taken()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();

        using var unattested = await client.PostAsync(path, Form(Valid, attests: false));
        using var empty = await client.PostAsync(path, Form(null));
        using var noForm = await client.PostAsync(path, new StringContent("x"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnsupportedMediaType), (unattested.StatusCode, empty.StatusCode, noForm.StatusCode));
        Assert.Contains("Cochez la case", await unattested.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Choisissez le fichier", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await platform.Office.Consultations.AnswerOf(Id, "caf-rhone"));
    }

    [Fact]
    public async Task A_program_puts_a_file_and_reads_the_report()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();

        using var wrong = await Put(client, path, Wrong);
        using var right = await Put(client, path, Valid);
        using var twice = await Put(client, $"{path}?attestation=oui", Valid, header: false);
        using var unattested = await Put(client, path, Wrong, header: false);
        using var report = await client.GetAsync($"{path}/rapport.json");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, right.StatusCode, twice.StatusCode, unattested.StatusCode));
        using var read = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());
        Assert.Equal((3, "8O2"), (read.RootElement.GetProperty("errors")[0].GetProperty("row").GetInt32(), read.RootElement.GetProperty("errors")[0].GetProperty("value").GetString()));
        Assert.Contains("Attestation: oui", await unattested.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(await right.Content.ReadAsStringAsync(), await report.Content.ReadAsStringAsync());
        Assert.Equal(2, (await platform.Office.Consultations.AnswerOf(Id, "caf-rhone"))!.Revision);
    }

    [Fact]
    public async Task A_body_said_to_be_too_large_is_refused_before_it_is_read()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent("x") };
        request.Content.Headers.ContentLength = 205_000_000;
        request.Headers.Add("Attestation", "oui");

        using var answer = await platform.Client().SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Ce fichier dépasse 200", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_or_gives_the_files_of_another_organisation()
    {
        await using var platform = await Open();
        var client = platform.Client();
        var path = await platform.Answer(Id, await platform.Referent("msa-ain-rhone"));

        await client.Open($"{path}/depots/{Rsa}", HttpStatusCode.NotFound);
        using var put = await Put(client, $"{path}/depots/{Rsa}", Valid);
        using var post = await client.PostAsync($"{path}/depots/{Rsa}", Form(Valid));
        using var unsigned = await Put(client, $"/r/v1.x.y.z/depots/{Rsa}", Valid);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (put.StatusCode, post.StatusCode, unsigned.StatusCode));
        Assert.Empty(await platform.Office.DeliveryFiles.All(Id));
    }

    [Fact]
    public async Task Once_nothing_more_is_taken_the_page_shows_what_came_and_has_no_form()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();
        await Deposit(client, path, Valid);
        await platform.Office.Consultations.Close(new Core.Engine.Effect.CloseConsultation(Id, "close", platform.Office.Now, "2022/collecte-donnees"));
        await platform.Office.Consultations.Settle(new Core.Engine.Effect.SettleConsultation(Id, "settle", platform.Office.Now, "2022/collecte-donnees"));

        var page = await client.Open(path);
        using var late = await Put(client, path, Wrong);

        Assert.Contains("2 lignes lues. Rien à corriger.", page.Text());
        Assert.Null(page.QuerySelector("input[type=file]"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task A_file_whose_day_is_past_is_said_to_be_late_until_it_has_come()
    {
        await using var platform = await Open();
        platform.Clock.Set(new DateTimeOffset(2022, 5, 31, 20, 0, 0, TimeSpan.Zero));
        var client = platform.Client();
        Assert.DoesNotContain("En retard", (await client.Open(await Link(platform))).Text(), StringComparison.Ordinal);
        platform.Clock.Set(new DateTimeOffset(2022, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var path = await Link(platform);

        var before = ((await client.Open(path)).Text(), (await client.Open($"{path}/depots/{Rsa}")).Text());
        await Deposit(client, $"{path}/depots/{Rsa}", Valid);
        var after = ((await client.Open(path)).Text(), (await client.Open($"{path}/depots/{Rsa}")).Text());

        Assert.Contains("En retard. Ce fichier est encore pris.", before.Item1, StringComparison.Ordinal);
        Assert.Contains("En retard. Ce fichier est encore pris.", before.Item2, StringComparison.Ordinal);
        Assert.DoesNotContain("En retard", after.Item1 + after.Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_came_by_mail_is_attested_in_one_click()
    {
        await using var platform = await Open();
        var person = await platform.Referent("caf-rhone");
        Assert.Null(await platform.Office.Deliveries.Give(new FileSent(Id, Rsa, "caf-rhone", person.Id, DeliveryWay.Mail, "rsa.csv", new MemoryStream(Encoding.UTF8.GetBytes(Valid)), false, platform.Office.Now)));
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();
        Assert.Contains("à attester", (await client.Open(path)).Text());

        var form = new MultipartFormDataContent { { new StringContent("oui"), "attestation" }, { new StringContent("attester"), "etape" } };
        using var answer = await client.PostAsync(path, form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Reçu, rien à corriger", (await client.Open(path)).Text());
    }

    [Fact]
    public async Task What_can_be_mended_is_shown_and_agreed_to_in_one_form_without_script()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();
        var page = await client.Open(await Deposit(client, path, Damaged));

        var panel = page.QuerySelector<IHtmlFormElement>($"form[action='{path}/corrections']")!;
        Assert.Equal(["200O46977", "200046977 Métropole de Lyon", "Une lettre tient la place d’un chiffre\u00A0: O pour zéro, I ou L pour un.", "2"], panel.QuerySelectorAll("tbody tr:nth-child(1) td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(2, panel.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Count(box => box.IsChecked));
        Assert.Equal("Accepter ces 2 corrections", panel.QuerySelector("button")!.TextContent);
        Assert.Empty(panel.QuerySelectorAll("script"));
        var end = await Agree(client, panel);
        var after = await client.Open(end);

        Assert.Equal($"{path}?fait=corrige", end);
        Assert.Contains("Vos corrections sont acceptées", after.Text(), StringComparison.Ordinal);
        Assert.Contains("2 lignes lues. Rien à corriger.", after.Text(), StringComparison.Ordinal);
        Assert.Contains("2\u00A0cellules sont lues corrigées.", after.Text(), StringComparison.Ordinal);
        Assert.Contains(RepairRules.Words, after.Text(), StringComparison.Ordinal);
        Assert.Null(after.QuerySelector($"form[action='{path}/corrections']"));
        using var report = JsonDocument.Parse(await client.GetStringAsync($"{path}/rapport.json"));
        Assert.Equal((true, 2), (report.RootElement.GetProperty("valid").GetBoolean(), report.RootElement.GetProperty("mended").GetArrayLength()));
    }

    [Fact]
    public async Task What_is_not_ticked_is_not_mended_and_nothing_ticked_is_refused()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();
        var panel = (await client.Open(await Deposit(client, path, Damaged))).QuerySelector<IHtmlFormElement>($"form[action='{path}/corrections']")!;

        using var none = await client.PostAsync(panel.GetAttribute("action"), Posted(panel, _ => false));
        await Agree(client, panel, box => box == "1");
        var page = await client.Open(path);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("Cochez au moins une correction", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("1 valeur à corriger", page.Text(), StringComparison.Ordinal);
        Assert.Equal("200O46977", page.QuerySelector($"form[action='{path}/corrections'] tbody td")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_form_of_before_another_file_came_is_refused_and_shows_what_is_proposed_now()
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        var client = platform.Client();
        var panel = (await client.Open(await Deposit(client, path, Damaged))).QuerySelector<IHtmlFormElement>($"form[action='{path}/corrections']")!;
        await Deposit(client, path, Damaged.Replace("812", "813", StringComparison.Ordinal));

        using var stale = await client.PostAsync(panel.GetAttribute("action"), Posted(panel));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = Forms.Parse(await stale.Content.ReadAsStringAsync());
        Assert.Contains("Ce qui est proposé a changé depuis que cette page est ouverte", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await Agree(client, page.QuerySelector<IHtmlFormElement>($"form[action='{path}/corrections']")!);
        Assert.Contains("Rien à corriger.", (await client.Open(path)).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Corrections", "")]
    [InlineData("", "?corrections=oui")]
    public async Task A_program_agrees_ahead_and_reads_what_was_mended(string header, string query)
    {
        await using var platform = await Open();
        var path = $"{await Link(platform)}/depots/{Rsa}";
        using var request = new HttpRequestMessage(HttpMethod.Put, path + query) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Damaged)) };
        request.Headers.Add("Attestation", "oui");
        if (header.Length > 0)
            request.Headers.Add(header, "oui");

        using var strict = await Put(platform.Client(), path, Damaged);
        using var mended = await platform.Client().SendAsync(request);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (strict.StatusCode, mended.StatusCode));
        using var offered = JsonDocument.Parse(await strict.Content.ReadAsStringAsync());
        var first = offered.RootElement.GetProperty("repairs")[0];
        Assert.Equal((2, 1, "code_epci", "200O46977", "200046977"), (first.GetProperty("row").GetInt32(), first.GetProperty("column").GetInt32(), first.GetProperty("field").GetString(), first.GetProperty("value").GetString(), first.GetProperty("proposed").GetString()));
        Assert.NotEqual("", first.GetProperty("reason").GetString());
        using var read = JsonDocument.Parse(await mended.Content.ReadAsStringAsync());
        Assert.Equal((true, 2, 0), (read.RootElement.GetProperty("valid").GetBoolean(), read.RootElement.GetProperty("mended").GetArrayLength(), read.RootElement.GetProperty("repairs").GetArrayLength()));
    }

    [Fact]
    public async Task The_columns_that_are_expected_are_read_before_and_an_empty_model_is_downloaded()
    {
        await using var platform = await Open();
        var path = await Link(platform);
        var client = platform.Client();

        var page = await client.Open($"{path}/depots/{Rsa}");
        using var model = await client.GetAsync($"{path}/depots/{Rsa}/modele.csv");
        using var none = await client.GetAsync($"{path}/depots/prime-caf-rhone/modele.csv");

        Assert.Equal("code_epci, Code de l’EPCI (SIREN), codes de territoires (EPCI)", page.QuerySelector("#deposer ol li")!.TextContent);
        Assert.Equal("\uFEFFcode_epci;nom_epci;allocataires_rsa\r\n", Encoding.UTF8.GetString(await model.Content.ReadAsByteArrayAsync()));
        Assert.Equal((HttpStatusCode.NotFound, "modele.csv"), (none.StatusCode, model.Content.Headers.ContentDisposition!.FileNameStar ?? model.Content.Headers.ContentDisposition.FileName));
    }

    private const string Damaged = "code_epci;nom_epci;allocataires_rsa\n200O46977;Métropole de Lyon;41204\nCC du Pays Mornantais (COPAMO);Mornant;812\n";

    private static async Task<string> Agree(HttpClient client, IHtmlFormElement panel, Func<string, bool>? ticked = null)
    {
        using var answer = await client.PostAsync(panel.GetAttribute("action"), Posted(panel, ticked));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>As a browser without script posts it.</summary>
    private static FormUrlEncodedContent Posted(IHtmlFormElement panel, Func<string, bool>? ticked = null) => new(panel.QuerySelectorAll<IHtmlInputElement>("input")
        .Where(input => input.Type != "checkbox" || (ticked?.Invoke(input.Value) ?? input.IsChecked)).Select(input => KeyValuePair.Create(input.Name!, input.Value)));

    private static async Task<string> Link(TestPlatform platform) => await platform.Answer(Id, await platform.Referent("caf-rhone"));

    private static async Task<string> Deposit(HttpClient client, string path, string text)
    {
        using var answer = await client.PostAsync(path, Form(text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static MultipartFormDataContent Form(string? text, bool attests = true)
    {
        var form = new MultipartFormDataContent();
        if (text is not null)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "fichier", "rsa.csv");
        if (attests)
            form.Add(new StringContent("oui"), "attestation");
        if (text is null && !attests)
            form.Add(new StringContent(""), "rien");
        return form;
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, string path, string text, bool header = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        if (header)
            request.Headers.Add("Attestation", "oui");
        return await client.SendAsync(request);
    }

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Collecting();
        Assert.Null(await platform.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", platform.Office.Now, "coordination")));
        await platform.Settle();
        return platform;
    }
}
