using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Web.Cockpit.Rooms;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>Minutes sent for approval: what members say of them, and publishing them as approved.</summary>
internal static class ApprovalEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, int year, string step, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await View(room, year, step, refusal, stop) is { } view ? await Answers.Page<ApprovalPage>(room, view, refusal) : Results.NotFound();
    }

    public static async Task<IResult> Approve(HttpContext context, int year, string step, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await View(room, year, step, null, stop) is not { } view)
            return Results.NotFound();
        var seen = (await context.Request.ReadFormAsync(stop)).Text("vu");
        return await room.Office.Approvals.Order(view.Published.Id, seen, Room.Actor, room.Now, stop) is { } refusal
            ? await Ask(context, year, step, refusal, stop)
            : Back.SeeOther($"{view.Matter.Address}?fait=approuve#documents");
    }

    private static async Task<ApprovalView?> View(Room room, int year, string step, Refusal? refusal, CancellationToken stop)
    {
        if (await DocumentEndpoints.Find(room, year, step, stop) is not { } found || found.Published is not { Approval: { } approval } published)
            return null;
        var answers = await room.Office.Consultations.Answers(approval.Consultation, stop);
        var mailing = await room.Office.Approvals.Foresee(published, room.Now, stop);
        var asked = (await room.Office.Consultations.Find(approval.Consultation, stop))?.Asked ?? 0;
        return new ApprovalView(found, published, approval, asked, answers.Count, MinutesApproval.Corrections(answers),
            await room.Office.Network.Load(stop), await MailPreview.Of(room, mailing, stop), mailing.Audience.Hash, refusal);
    }
}

/// <param name="Asked">How many are asked, and how many have answered.</param>
/// <param name="Seen">Hash of those shown.</param>
public sealed record ApprovalView(
    FoundDocument Found, PublishedDocument Published, DocumentApproval Approval, int Asked, int Answered,
    IReadOnlyList<AskedCorrection> Corrections, Core.Network.Roster Roster, MailPreview Mail, string Seen, Refusal? Refusal)
{
    public ProgrammeMatter Matter => Found.Matter;

    public bool MayPublish(DateTimeOffset now) => Approval.At is null && MinutesApproval.MayPublish(Approval, Asked == 0 ? 1 : Asked, Answered, now);
}
