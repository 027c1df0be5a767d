using System.Net;
using System.Text;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Library;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Library;
using Almanach.Web.Cockpit;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Library;

/// <summary>The coordinator deposits documents and says who may read them.</summary>
public sealed class DocumentRoomTests
{
    private static readonly DateTime _day = new(2021, 12, 20, 10, 0, 0);

    [Fact]
    public async Task A_file_is_deposited_once_however_often_the_button_is_pressed()
    {
        await using var host = await CockpitHost.At(_day);

        using var first = await Deposit(host, SampleFiles.Pdf);
        using var second = await Deposit(host, SampleFiles.Pdf);
        var page = await host.Page(first.Headers.Location!.OriginalString);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var deposit = Assert.Single(await host.Office.Deposits.All());
        Assert.Equal((LibraryKind.Diapositives, "copil", "2022-copil", Diffusion.Circle), (deposit.Sheet.Kind, deposit.Sheet.Body, deposit.Sheet.Meeting, deposit.Sheet.Diffusion));
        Assert.Equal(["Logement", "Santé"], deposit.Sheet.Themes);
        Assert.Contains("Le document est déposé", page.Body!.TextContent);
        Assert.Contains("Diapositives du comité", (await host.Page("/cockpit/documents?mots=comite")).QuerySelector("main")!.TextContent);
        Assert.Contains("Document déposé", (await Journal(host)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_leaves_what_was_typed()
    {
        await using var host = await CockpitHost.At(_day);

        foreach (var (bytes, says) in new (byte[], string)[] { ([], "vide"), ([.. SampleFiles.Pdf, .. new byte[FileRecognition.MostBytes]], "20"), (Encoding.UTF8.GetBytes("<html>"), "format accepté") })
        {
            using var response = await Deposit(host, bytes);
            var page = await CockpitHost.Read(response, HttpStatusCode.UnprocessableEntity);

            Assert.Equal("#fichier", page.QuerySelector(".errors a")!.GetAttribute("href"));
            Assert.Contains(says, page.QuerySelector("#fichier-erreur")!.TextContent);
            Assert.Equal("Diapositives du comité", ((IHtmlInputElement)page.QuerySelector("#titre")!).Value);
            Assert.Equal("Circle", ((IHtmlInputElement)page.QuerySelector("input[name=diffusion][checked]")!).Value);
        }
        Assert.Empty(await host.Office.Deposits.All());
    }

    [Fact]
    public async Task Nothing_is_deposited_without_saying_who_may_read_it()
    {
        await using var host = await CockpitHost.At(_day);

        using var response = await Deposit(host, SampleFiles.Pdf, ("diffusion", ""));
        using var none = await host.Send("/cockpit/documents/deposer", new MultipartFormDataContent { { new StringContent(host.Token), Session.FormField } });

        Assert.Equal("#diffusion", (await CockpitHost.Read(response, HttpStatusCode.UnprocessableEntity)).QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Contains("Choisissez le fichier", (await CockpitHost.Read(none, HttpStatusCode.UnprocessableEntity)).QuerySelector(".errors")!.TextContent);
        Assert.Empty(await host.Office.Deposits.All());
    }

    [Fact]
    public async Task It_is_replaced_withdrawn_and_put_back()
    {
        await using var host = await CockpitHost.At(_day);
        using var deposited = await Deposit(host, SampleFiles.Pdf, ("diffusion", "Public"));
        var id = Assert.Single(await host.Office.Deposits.All()).Id;

        using var replaced = await host.Upload($"/cockpit/documents/{id}/version", "v2.pdf", SampleFiles.OtherPdf);
        using var former = await host.Get($"/cockpit/documents/{id}/version/1");
        using var read = await host.Get($"/documents/fichiers/{id}");
        await host.Post($"/cockpit/documents/{id}/retrait", ("geste", "retirer"));
        var gone = await host.Page($"/documents/fichiers/{id}", HttpStatusCode.Gone);
        await host.Post($"/cockpit/documents/{id}/retrait", ("geste", "remettre"));
        using var back = await host.Get($"/documents/fichiers/{id}");

        Assert.Equal(HttpStatusCode.SeeOther, replaced.StatusCode);
        Assert.Equal(SampleFiles.Pdf, await former.Content.ReadAsByteArrayAsync());
        Assert.Equal(SampleFiles.OtherPdf, await read.Content.ReadAsByteArrayAsync());
        Assert.Contains("retiré", gone.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_public_file_is_kept_under_a_name_that_people_read_and_opens_nothing()
    {
        await using var host = await CockpitHost.At(_day);
        using var deposited = await Deposit(host, SampleFiles.Pdf, ("diffusion", "Public"), ("titre", "Bilan de l’année : « 2021 »"));
        var id = Assert.Single(await host.Office.Deposits.All()).Id;

        using var read = await host.Get($"/documents/fichiers/{id}");

        Assert.Equal("application/pdf", read.Content.Headers.ContentType!.ToString());
        var disposition = read.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal("Bilan de l’année « 2021 ».pdf", disposition.FileNameStar);
        Assert.Equal("bilan-de-l-annee-2021.pdf", disposition.FileName?.Trim('"'));
        Assert.Equal("nosniff", read.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", read.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task What_is_not_public_is_nowhere_for_a_stranger()
    {
        await using var host = await CockpitHost.At(_day);
        using var deposited = await Deposit(host, SampleFiles.Pdf);
        var id = Assert.Single(await host.Office.Deposits.All()).Id;

        using var read = await host.Get($"/documents/fichiers/{id}");
        var list = (await host.Page("/documents")).Body!.TextContent;

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.DoesNotContain("Diapositives du comité", list);
    }

    [Fact]
    public async Task Who_may_read_a_document_of_the_year_is_decided_and_stays_so()
    {
        await using var host = await CockpitHost.At(_day);
        Assert.Null(await host.Office.Documents.DrawUp(new Effect.DrawUp(2022, DocumentKind.Programme, null, "draw-test", host.Office.Now, "")));
        var form = (IHtmlFormElement)(await host.Page("/cockpit/documents/etablis/programme-2022")).QuerySelector("main form.panel")!;

        using var decided = await host.Submit(form, ("diffusion", "Network"));
        using var hidden = await host.Get("/documents/programme-2022");
        using var circle = await host.Post("/cockpit/documents/etablis/programme-2022", ("diffusion", "Circle"));

        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, circle.StatusCode);
        Assert.Equal(Diffusion.Network, (await host.Office.Documents.Find("programme-2022"))!.Diffusion);
    }

    internal static Task<HttpResponseMessage> Deposit(CockpitHost host, byte[] bytes, params (string Name, string Value)[] changed)
    {
        Dictionary<string, string> fields = new()
        {
            [Session.FormField] = host.Token,
            ["titre"] = "Diapositives du comité",
            ["jour"] = "2021-12-14",
            ["type"] = "Diapositives",
            ["place"] = "rencontre:2022-copil",
            ["themes"] = "logement, Santé, LOGEMENT",
            ["diffusion"] = "Circle",
        };
        foreach (var (name, value) in changed)
            fields[name] = value;
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "fichier", "diapositives.pdf" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return host.Send("/cockpit/documents/deposer", content);
    }

    private static async Task<string> Journal(CockpitHost host)
    {
        await host.Settle();
        return (await host.Page("/cockpit/journal")).Body!.TextContent;
    }
}
