using Almanach.Core.Cycle;
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
    public static async Task<IResult> Preview(HttpContext context, int year, string step, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, step, stop) is not { } found)
            return Results.NotFound();
        var document = await room.Office.Documents.Compose(found.Work.Document, year, room.Now, found.Work.Meeting, stop);
        return Results.Bytes(await DocumentRender.WebPage(document), HtmlPages.ContentType);
    }

    public static async Task<IResult> Word(HttpContext context, int year, string step, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await Find(room, year, step, stop) is { } found && found.Published is { } published
            && await room.Office.Around.Files.Read(published.WordPath, stop) is { } bytes
                ? Results.File(bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{published.Id}-v{published.Version}.docx")
                : Results.NotFound();
    }

    public static async Task<IResult> Announce(HttpContext context, int year, string step, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, step, stop) is not { } found || found.Published is not { } published)
            return Results.NotFound();
        var mailing = await room.Office.Documents.Foresee(Effect(room, found), stop);
        return await Answers.Page<PublishPage>(room, new PublishView(
            found, published, mailing is null ? null : await MailPreview.Of(room, mailing, stop), mailing?.Audience.Hash ?? "", refusal), refusal);
    }

    public static async Task<IResult> Publish(HttpContext context, int year, string step, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await Find(room, year, step, stop) is not { } found || found.Published is not { } published)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        // Pressed twice: the version that was to replace the one shown is there.
        if (form.Text("version") is { Length: > 0 } seen && seen != $"{published.Version}")
            return Back.SeeOther($"{found.Matter.Address}?fait=publie#documents");
        var effect = Effect(room, found);
        if ((await room.Office.Documents.Foresee(effect, stop))?.Audience.Hash is { } hash && hash != form.Text("vu"))
            return await Announce(context, year, step, Refusal.Because(Why.Changed,
                "Les destinataires ont changé depuis que cette page est ouverte. Relisez la liste, puis confirmez de nouveau."), stop);
        await room.Office.Documents.Redraw(effect, Room.Actor, stop);
        return Back.SeeOther($"{found.Matter.Address}?fait=publie#documents");
    }

    /// <summary>Null for a step that draws no document up, and for minutes of a meeting that is not or was called off.</summary>
    internal static async Task<FoundDocument?> Find(Room room, int year, string step, CancellationToken stop)
    {
        if (await ProgrammeMatter.Load(room, year, stop) is not { } matter || matter.Plan.Find(step) is not { Work: StepWork.Publish work } found
            || (work.Document == DocumentKind.CompteRendu && StepEffects.MinutedBy(matter.Plan, work) is null or { State: StepState.Skipped }))
            return null;
        return new FoundDocument(matter, found, work);
    }

    /// <summary>Named after the version it makes: ordered twice, it is made once.</summary>
    private static Effect.DrawUp Effect(Room room, FoundDocument found) => new(
        found.Matter.Year, found.Work.Document, found.Work.Body, $"redraw-{found.Matter.Year}-{found.Step.Id}-v{found.Published!.Version + 1}", room.Now,
        $"{found.Matter.Year}/{found.Step.Id}", Meeting: found.Work.Meeting);
}

/// <summary>A document of the year, as its step draws it up.</summary>
public sealed record FoundDocument(ProgrammeMatter Matter, Step Step, StepWork.Publish Work)
{
    public string Address => $"{Matter.Address}/documents/{Step.Id}";

    public Core.Documents.PublishedDocument? Published => Matter.Published(Step);

    /// <summary>Id of the meeting whose minutes these are; null for another document.</summary>
    public string? Meeting => StepEffects.MinutedBy(Matter.Plan, Work) is { } meeting ? $"{Matter.Year}-{meeting.Id}" : null;
}

/// <param name="Seen">Hash of those shown.</param>
public sealed record PublishView(
    FoundDocument Found, Core.Documents.PublishedDocument Published, MailPreview? Mail, string Seen, Refusal? Refusal)
{
    public ProgrammeMatter Matter => Found.Matter;
}
