using Almanach.Core;
using Almanach.Core.Documents;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Documents;

/// <summary>The documents of the year: by personal link, or for everybody when they are public.</summary>
internal static class DocumentEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/d/{token}", (string token, Office office, HttpContext context) =>
            Personal(office, token, context, document => Html(office, document, $"/d/{token}/docx", context)));
        endpoints.MapPage("/d/{token}/docx", (string token, Office office, HttpContext context) =>
            Personal(office, token, context, document => Docx(office, document, context)));
        endpoints.MapPage("/documents/{id}.docx", async (string id, Office office, HttpContext context) =>
            await Shared(office, id, context) is { } document ? await Docx(office, document, context) : Results.NotFound());
        endpoints.MapPage("/documents/{id}", async (string id, Office office, HttpContext context) =>
            await Shared(office, id, context) is { } document ? await Html(office, document, $"/documents/{document.Id}.docx", context) : Results.NotFound());
        endpoints.MapPage("/programme/{year:int}", Programme);
    }

    private static async Task<IResult> Programme(int year, Office office, HttpContext context)
    {
        var programme = (await office.Documents.All(context.RequestAborted))
            .FirstOrDefault(document => document is { Public: true, Kind: DocumentKind.Programme } && document.Year == year);
        return programme is not null
            ? await Html(office, programme, $"/documents/{programme.Id}.docx", context)
            : await PageResult.Of<NoProgrammePage>(
                new Dictionary<string, object?> { [nameof(NoProgrammePage.Brand)] = office.Setting.Platform.Brand, [nameof(NoProgrammePage.Year)] = year },
                StatusCodes.Status404NotFound);
    }

    private static async Task<PublishedDocument?> Shared(Office office, string id, HttpContext context) =>
        (await office.Documents.All(context.RequestAborted)).FirstOrDefault(document => document.Public && document.Id == id);

    private static async Task<IResult> Personal(Office office, string token, HttpContext context, Func<PublishedDocument, Task<IResult>> read)
    {
        switch (await PersonDoor.Open(office, token, LinkPurpose.Document, context.RequestAborted))
        {
            case PersonArrival.Welcome { Link: var link } welcome:
                var document = (await office.Documents.All(context.RequestAborted)).FirstOrDefault(document => document.Id == link.Subject);
                return document is not null && document.IsFor(welcome.Person)
                    ? await read(document)
                    : await PageResult.Of<NoDocumentPage>(
                        new Dictionary<string, object?> { [nameof(NoDocumentPage.Brand)] = office.Setting.Platform.Brand }, StatusCodes.Status410Gone);
            case PersonArrival.Stale stale:
                return await PersonDoor.Page(office, token, stale);
            default:
                return Results.NotFound();
        }
    }

    /// <summary>The stored page of a document.</summary>
    /// <param name="word">Where its Word version is.</param>
    internal static async Task<IResult> Html(Office office, PublishedDocument document, string word, HttpContext context)
    {
        if (await office.Around.Files.Read(document.HtmlPath, context.RequestAborted) is not { } page)
            throw new InvalidDataException($"The file of {document.Id} is missing.");
        context.Response.Headers.ContentSecurityPolicy = DocumentRender.Policy(page);
        return Results.Bytes(StoredPage.WithDownload(page, word), Layout.HtmlPages.ContentType);
    }

    internal static async Task<IResult> Docx(Office office, PublishedDocument document, HttpContext context) =>
        await office.Around.Files.Read(document.WordPath, context.RequestAborted) is { } file
            ? Results.File(file, Word, $"{document.Id}.docx")
            : throw new InvalidDataException($"The file of {document.Id} is missing.");
}
