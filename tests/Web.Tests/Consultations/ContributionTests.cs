using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Network;
using Almanach.Core.Pictures;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Pictures;
using Almanach.Web.Tests.Hosting;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Consultations;

/// <summary>A call for contributions to the newsletter, from the link in the mail to what is recorded.</summary>
public sealed class ContributionTests
{
    private const string Call = "2022-lettre-1-appel";

    private static readonly (string, string)[] Article = [("_revision", "0"), ("genre", "Article"), ("titre", "Un bus France services"), ("texte", "Il passe le mardi.\r\n\r\nDeux agents sont à bord.")];

    [Fact]
    public async Task Nothing_is_ticked_and_each_kind_says_what_it_needs()
    {
        await using var platform = await Open();
        var page = await platform.Client().Open(await platform.Answer(Call, await platform.Referent("drome")));

        Assert.Empty(page.QuerySelectorAll("input[checked]"));
        Assert.Equal(["Article", "Link", "Event", "Publication", "Picture"], page.QuerySelectorAll("input[name=genre]").Select(box => box.GetAttribute("value")));
        Assert.Equal("multipart/form-data", page.QuerySelector("form")!.GetAttribute("enctype"));
        Assert.Equal("image/jpeg,image/png", page.QuerySelector("input[type=file]")!.GetAttribute("accept"));
        Assert.Contains("Votre organisme n’a encore rien envoyé.", page.Text());
    }

    [Fact]
    public async Task A_contribution_with_its_picture_is_recorded_shown_and_receipted()
    {
        await using var platform = await Open();
        var author = await platform.Referent("drome");
        var path = await platform.Answer(Call, author);
        var client = platform.Client();

        var end = await SendOn(client, path, Drawn.With(Drawn.Jpeg, (0xE1, Drawn.Exif(6))), [.. Article, ("lien", "www.drome.example.fr/bus"), ("description", "Un bus rouge.")]);
        await platform.Settle();
        var received = await client.Open(end);

        var item = Assert.Single(await Items(platform));
        Assert.Equal((ContributionKind.Article, "Un bus France services", "Il passe le mardi.\n\nDeux agents sont à bord.", "https://www.drome.example.fr/bus", author.Id), (item.Kind, item.Title, item.Text, item.Link, item.By));
        Assert.Equal(("Un bus rouge.", 160, 240), (item.Picture!.Alt, item.Picture.Width, item.Picture.Height));
        Assert.Equal($"{path}/recu", end);
        Assert.Equal("Votre réponse est enregistrée", received.Heading());
        var image = received.QuerySelector("main img")!;
        Assert.Equal(($"/{item.Picture.File}", "Un bus rouge."), (image.GetAttribute("src"), image.GetAttribute("alt")));
        Assert.Contains(platform.Mailer.Sent, sent => sent.Letter.Key == $"receipt-{Call}-drome-1" && sent.To.Id == author.Id);
    }

    [Fact]
    public async Task A_picture_is_given_to_anybody_for_a_year_and_nothing_else_is()
    {
        await using var platform = await Open();
        var (kept, _) = await platform.Office.Pictures.Keep(Drawn.Png, platform.Office.Now);
        var client = platform.Client();

        using var given = await client.GetAsync(new Uri($"/{kept!.File}", UriKind.Relative));

        Assert.Equal(Drawn.Png, await given.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", given.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", given.Headers.CacheControl!.ToString().Replace("immutable, public, max-age=31536000", "public, max-age=31536000, immutable", StringComparison.Ordinal));
        Assert.Equal("nosniff", given.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var name in new[] { "abc.jpg", "..%2fplatform.json", kept.File[7..].Replace(".png", ".jpg", StringComparison.Ordinal), new string('a', 64) + ".png" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/images/{name}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_mistake_keeps_all_that_was_typed_and_the_picture_which_is_not_sent_again()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));
        var client = platform.Client();

        var page = await Refused(client, path, Drawn.Jpeg, [.. Article.Where(field => field.Item1 != "genre")]);
        var kept = page.Value("_image");
        await SendOn(client, path, null, [.. Article.Where(field => field.Item1 != "genre"), ("genre", "Picture"), ("description", "Un bus rouge."), ("_image", kept)]);

        Assert.Equal(["#genre", "#description"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Un bus France services", page.Value("titre"));
        Assert.NotNull(page.QuerySelector($"img[src='/{kept}']"));
        Assert.Equal(kept, Assert.Single(await Items(platform)).Picture!.File);
    }

    public static TheoryData<byte[], string> Files => new()
    {
        { [.. "<svg onload='alert(1)'/>"u8], "n’est pas une image JPEG ou PNG" },
        { Drawn.Jpeg[..900], "abîmé" },
        { Drawn.Sized(Drawn.Jpeg, 20_000, 20_000), "trop de points" },
        { new byte[PictureReader.MostBytes + 1], "pèse 6" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_cannot_be_kept_is_told_beside_its_field(byte[] file, string because)
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));

        var page = await Refused(platform.Client(), path, file, [.. Article, ("description", "Un bus")]);

        Assert.Equal(["#image"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Contains(because, page.QuerySelector("#image-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un bus", page.Value("description"));
        Assert.Null(await platform.Office.Consultations.AnswerOf(Call, "drome"));
    }

    [Theory]
    [InlineData("_image", "images/0000000000000000000000000000000000000000000000000000000000000000.jpg", "image")] // a picture that is not kept
    [InlineData("_image", "platform.json", "image")]
    [InlineData("_image.taille", "90000x90000", "image")] // a size without a picture
    [InlineData("genre", "Nothing", "genre")]
    [InlineData("genre", "1", "genre")]
    [InlineData("jour", "demain", "jour")]
    [InlineData("jour", "2022-04-12", "jour")] // of an article
    [InlineData("lien", "javascript:alert(1)", "lien")]
    [InlineData("titre", "", "titre")]
    public async Task What_is_wrong_is_said_beside_its_field(string name, string value, string field)
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));

        var page = await Refused(platform.Client(), path, null, [.. Article.Where(typed => typed.Item1 != name), (name, value), ("description", name.StartsWith('_') ? "Un bus" : "")]);

        Assert.Equal([$"#{field}"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.GetElementById(field));
    }

    [Theory]
    [InlineData("2022-04-12", "2022-04-12")]
    [InlineData("12/04/2022", "2022-04-12")]
    [InlineData("12/4", "2022-04-12")] // the next one
    [InlineData("10/10", "2021-10-10")]
    [InlineData("mardi 12 avril 2022", "2022-04-12")]
    [InlineData("1er mai", "2022-05-01")]
    [InlineData("Le 3 août", "2022-08-03")]
    public async Task The_day_of_an_event_is_read_as_people_write_it(string typed, string day)
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));

        await SendOn(platform.Client(), path, null, [("_revision", "0"), ("genre", "Event"), ("titre", "Journée des aidants"), ("jour", typed), ("lieu", "Valence")]);

        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await Items(platform)).Day);
    }

    [Fact]
    public async Task Several_are_sent_one_after_the_other_and_one_sent_twice_is_one()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));
        var client = platform.Client();

        var next = await SendOn(client, path, null, [.. Article, ("_etape", "autre")]);
        var page = await client.Open(next);
        await SendOn(client, path, null, [.. Article]);
        await SendOn(client, path, null, [("_revision", "1"), ("genre", "Link"), ("titre", "Les chiffres du logement"), ("lien", "https://drome.example.fr/")]);

        Assert.Equal($"{path}?fait=oui", next);
        Assert.Contains("Votre organisme a maintenant une contribution.", page.Text());
        Assert.Equal("", page.Value("titre"));
        Assert.Equal(["Un bus France services", "Les chiffres du logement"], (await Items(platform)).Select(item => item.Title));
    }

    [Fact]
    public async Task A_colleague_changes_one_and_takes_one_out_whose_author_is_told()
    {
        await using var platform = await Open();
        var (author, colleague) = (await platform.Referent("drome"), await platform.Colleague("drome"));
        var (mine, hers) = (await platform.Answer(Call, author), await platform.Answer(Call, colleague));
        var client = platform.Client();
        await SendOn(client, mine, Drawn.Png, [.. Article, ("description", "Un bus")]);
        var id = (await Items(platform))[0].Id;

        var form = await client.Open($"{hers}?modifier={id}");
        await SendOn(client, hers, null, [.. form.Hidden(), ("genre", "Article"), ("titre", "Un grand bus"), ("description", form.Value("description"))]);
        var changed = await Items(platform);
        var page = await client.Open($"{hers}/retirer/{id}");
        var end = await client.SendOn($"{hers}/retirer/{id}", ("_revision", "2"), ("retrait", "retirer"));
        await platform.Settle();

        Assert.Equal(("Un grand bus", author.Id, id), (changed[0].Title, changed[0].By, changed[0].Id));
        Assert.Equal("Un bus", changed[0].Picture!.Alt);
        Assert.Equal("Retirer cette contribution\u202F?", page.Heading());
        Assert.Equal("La contribution est retirée", (await client.Open(end)).Heading());
        Assert.Empty(await Items(platform));
        Assert.Contains(platform.Mailer.Sent, sent => sent.Letter.Key == $"uncontributed-{Call}-drome-3" && sent.To.Id == author.Id);
    }

    [Fact]
    public async Task A_picture_is_taken_out_of_a_contribution()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));
        var client = platform.Client();
        await SendOn(client, path, Drawn.Png, [.. Article, ("description", "Un bus")]);

        var form = await client.Open($"{path}?modifier={(await Items(platform))[0].Id}");
        await SendOn(client, path, null, [.. form.Hidden(), ("genre", "Article"), ("titre", "Un bus"), ("_image.retirer", "oui")]);

        Assert.Null(Assert.Single(await Items(platform)).Picture);
    }

    [Fact]
    public async Task The_api_takes_and_gives_contributions_whose_picture_is_a_stored_file()
    {
        await using var platform = await Open();
        var (kept, _) = await platform.Office.Pictures.Keep(Drawn.Png, platform.Office.Now);
        var client = platform.Client();
        client.DefaultRequestHeaders.Add("X-Api-Key", TestPlatform.ApiKey);

        var taken = await Put(client, kept!.File);
        var unknown = await Put(client, $"images/{new string('a', 64)}.png");
        var given = await client.GetStringAsync(new Uri($"/api/consultations/{Call}/answers", UriKind.Relative));

        Assert.True(taken.Status == HttpStatusCode.OK, taken.Body);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (taken.Status, unknown.Status));
        Assert.Equal((240, 160), Assert.Single(await Items(platform)).Picture is { } picture ? (picture.Width, picture.Height) : default);
        Assert.Contains("Joignez-la de nouveau", unknown.Body, StringComparison.Ordinal);
        Assert.Contains(kept.File, given, StringComparison.Ordinal);
        Assert.Contains("Un bus France services", given, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Put(HttpClient client, string file)
    {
        using var body = new StringContent(
            $$$"""{ "values": { "contributions": { "kind": "Contributions", "items": [{ "kind": "article", "title": "Un bus France services", "picture": { "file": "{{{file}}}", "alt": "Un bus", "width": 9, "height": 9 } }] } } }""",
            System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri($"/api/consultations/{Call}/answers/drome", UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Opening_a_page_keeps_nothing()
    {
        await using var platform = await Open();
        var path = await platform.Answer(Call, await platform.Referent("drome"));

        await platform.Client().Open($"{path}?fait=oui&modifier=x&_image=x");
        await platform.Client().Open($"{path}/recu");

        Assert.Null(await platform.Office.Consultations.AnswerOf(Call, "drome"));
    }

    private static async Task<TestPlatform> Open()
    {
        var platform = await TestPlatform.Collecting();
        var template = new ConsultationTemplate(
            "lettre-1-appel", "Lettre d’informations", "Que voulez-vous faire savoir\u202F?", "Répondez jusqu’au [clôture].", AnswerUnit.Organisation, [RoleKind.Referent, RoleKind.Suppleant], null, LateAnswers.Accept, [],
            "invitation-themes", "Répondez jusqu’au [clôture].", true, "Nous n’avons rien à faire savoir cette fois",
            [new QuestionTemplate("contributions", QuestionKind.Contributions, "Vos contributions", "Seul le titre est nécessaire.", false, [], OptionSource.Listed)]);
        var now = platform.Office.Now;
        Assert.Null(await platform.Office.Consultations.Open(new AdHoc(Call, 2022, "2022/collecte", template, now.AddDays(20)), [], now, now));
        await platform.Settle();
        return platform;
    }

    private static async Task<IReadOnlyList<Contribution>> Items(TestPlatform platform) => (await platform.Office.Consultations.AnswerOf(Call, "drome"))!.Contributed;

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, byte[]? picture, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        if (picture is not null)
            form.Add(new ByteArrayContent(picture), "image", "photo.png");
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static async Task<string> SendOn(HttpClient client, string path, byte[]? picture, IEnumerable<(string Name, string Value)> fields)
    {
        using var response = await Post(client, path, picture, fields);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    private static async Task<IHtmlDocument> Refused(HttpClient client, string path, byte[]? picture, IEnumerable<(string Name, string Value)> fields)
    {
        using var response = await Post(client, path, picture, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return Forms.Parse(await response.Content.ReadAsStringAsync());
    }
}
