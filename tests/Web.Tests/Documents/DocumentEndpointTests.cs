using System.Net;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Tests.Hosting;

namespace Almanach.Web.Tests.Documents;

/// <summary>Documents by personal link and for everybody.</summary>
public sealed class DocumentEndpointTests
{
    [Fact]
    public async Task The_programme_is_public_as_a_page_and_for_word()
    {
        await using var platform = await TestPlatform.Open();
        await platform.Office.Documents.DrawUp(new Effect.DrawUp(2022, DocumentKind.Programme, null, "draw", platform.Office.Now, "2022/programme"));
        await platform.Settle();
        var client = platform.Client();

        var page = await client.Open("/programme/2022");
        var list = await client.Open("/documents");
        using var response = await client.GetAsync(new Uri("/documents/programme-2022", UriKind.Relative));
        using var word = await client.GetAsync(new Uri(page.QuerySelector(".cover-actions a")!.GetAttribute("href")!, UriKind.Relative));

        Assert.Contains("Programme de travail 2022", page.Heading());
        Assert.NotNull(list.QuerySelector("a[href='/documents/programme-2022']"));
        Assert.Contains("style-src 'sha256-", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("programme-2022.docx", word.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("PK"u8.ToArray(), (await word.Content.ReadAsByteArrayAsync())[..2]);
    }

    [Fact]
    public async Task A_document_of_the_committee_is_for_its_members_alone()
    {
        await using var platform = await TestPlatform.Open();
        var document = await Bilan(platform);
        var roster = await platform.Office.Network.Load();
        var member = roster.Active.First(contact => contact.SitsIn("copil"));
        var other = roster.Active.First(contact => !contact.SitsIn("copil"));
        var client = platform.Client();

        var page = await client.Open(platform.Document(document.Id, member));
        using var word = await client.GetAsync(new Uri($"{platform.Document(document.Id, member)}/docx", UriKind.Relative));
        var refused = await client.Open(platform.Document(document.Id, other), HttpStatusCode.Gone);

        Assert.Contains("Bilan", page.Heading());
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        Assert.Equal("Ce document n’est plus en ligne", refused.Heading());
        await client.Open($"/documents/{document.Id}", HttpStatusCode.NotFound);
        await client.Open($"/documents/{document.Id}.docx", HttpStatusCode.NotFound);
        Assert.DoesNotContain(document.Title, (await client.Open("/documents")).Text());
        Assert.Contains(document.Title, (await client.Open(platform.Own(member))).Text());
    }

    [Fact]
    public async Task A_programme_that_is_not_out_yet_says_so()
    {
        await using var platform = await TestPlatform.Open();

        var page = await platform.Client().Open("/programme/2031", HttpStatusCode.NotFound);

        Assert.Contains("2031", page.Heading());
        Assert.NotNull(page.QuerySelector("a[href='/documents']"));
    }

    private static async Task<PublishedDocument> Bilan(TestPlatform platform)
    {
        await platform.Office.Documents.DrawUp(new Effect.DrawUp(2022, DocumentKind.BilanEtCollecte, "copil", "draw", platform.Office.Now, "2022/bilan-collecte"));
        return (await platform.Office.Documents.All())[0];
    }
}
