using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Documents;
using Almanach.Web.Layout;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The documents of a year: as they would read now, as they were published, and published anew.</summary>
internal static class DocumentEndpoints
{
    public static async Task<IResult> Preview(HttpContext context, int year, string kind, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, kind, stop) is not { } found)
            return Results.NotFound();
        var document = await room.Office.Documents.Compose(found.Kind, year, room.Now, stop);
        return Results.Bytes(await DocumentRender.WebPage(document), HtmlPages.ContentType);
    }

    public static async Task<IResult> Word(HttpContext context, int year, string kind, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Find(room, year, kind, stop) is { } found && found.Matter.Published(found.Kind) is { } published
            && await room.Office.Around.Files.Read(published.WordPath, stop) is { } bytes
                ? Results.File(bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{published.Id}-v{published.Version}.docx")
                : Results.NotFound();
    }

    public static async Task<IResult> Announce(HttpContext context, int year, string kind, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, kind, stop) is not { } found || found.Matter.Published(found.Kind) is not { } published)
            return Results.NotFound();
        var mailing = await room.Office.Documents.Foresee(Effect(room, found), stop);
        return await Answers.Page<PublishPage>(room, new PublishView(
            found.Matter, found.Kind, published, mailing is null ? null : await MailPreview.Of(room, mailing, stop), mailing?.Audience.Hash ?? "", refusal), refusal);
    }

    public static async Task<IResult> Publish(HttpContext context, int year, string kind, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, kind, stop) is not { } found || found.Matter.Published(found.Kind) is null)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var effect = Effect(room, found);
        if ((await room.Office.Documents.Foresee(effect, stop))?.Audience.Hash is { } hash && hash != form.Text("vu"))
            return await Announce(context, year, kind, Refusal.Because(Why.Changed,
                "Les destinataires ont changé depuis que cette page est ouverte. Relisez la liste, puis confirmez de nouveau."), stop);
        await room.Office.Documents.Redraw(effect, Room.Actor, stop);
        return Back.SeeOther($"{found.Matter.Address}?fait=publie#documents");
    }

    /// <summary>Null for a kind the year does not publish, and for minutes without a committee.</summary>
    internal static async Task<FoundDocument?> Find(Room room, int year, string kind, CancellationToken stop)
    {
        if (Posted.Named<DocumentKind>(kind) is not { } known || await ProgrammeMatter.Load(room, year, stop) is not { } matter
            || matter.Publications.FirstOrDefault(publication => publication.Work.Document == known) is not { Step: { } step } publication
            || (known == DocumentKind.CompteRendu && matter.Plan.Steps.All(other => other is not { Work: StepWork.Meet { Decides: true }, State: not Core.Cycle.StepState.Skipped })))
            return null;
        return new FoundDocument(matter, known, publication.Work.Body, $"{year}/{step.Id}");
    }

    private static Effect.DrawUp Effect(Room room, FoundDocument found) => new(
        found.Matter.Year, found.Kind, found.Body, $"redraw-{found.Kind.ToString().ToLowerInvariant()}-{found.Matter.Year}-{Todo.Stamp(room.Now)}", room.Now, found.Step);

    internal sealed record FoundDocument(ProgrammeMatter Matter, DocumentKind Kind, string? Body, string Step);
}

/// <param name="Seen">Hash of those shown.</param>
public sealed record PublishView(
    ProgrammeMatter Matter, DocumentKind Kind, Core.Documents.PublishedDocument Published, MailPreview? Mail, string Seen, Refusal? Refusal);
