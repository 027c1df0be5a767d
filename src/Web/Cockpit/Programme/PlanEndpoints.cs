using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Cockpit.Year;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The meeting of an action: typed, shown with what its date meets, then planned into the year. Nothing is sent before the invitation's day.</summary>
internal static class PlanEndpoints
{
    public static async Task<IResult> Ask(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await room.Office.Holdings.Load(year, id, stop) is { } holding && holding.Action.Kind.Meets()
            ? await Form(room, holding, PlanWords.Before(holding), null)
            : Results.NotFound();
    }

    public static Task<IResult> Preview(HttpContext context, int year, string id, CancellationToken stop) => Take(context, year, id, confirmed: false, stop);

    public static Task<IResult> Confirm(HttpContext context, int year, string id, CancellationToken stop) => Take(context, year, id, confirmed: true, stop);

    private static async Task<IResult> Take(HttpContext context, int year, string id, bool confirmed, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await room.Office.Holdings.Load(year, id, stop) is not { } holding || !holding.Action.Kind.Meets())
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var words = PlanWords.Of(form);
        if (form.Corrects())
            return await Form(room, holding, words, null);
        var (planned, unread) = words.Read(room);
        if (planned is null)
            return await Form(room, holding, words, unread);
        var (command, refusal) = room.Office.Holdings.Command(holding, planned, Room.Actor, room.Now);
        if (command is null)
            return await Form(room, holding, words, refusal);
        var foreseen = await room.Office.Foresight.Of(holding.Plan, command, stop);
        if (foreseen.Refusal is { } impossible)
            return await Form(room, holding, words, impossible);
        if (confirmed)
        {
            if (await room.Office.Cycle.Apply(year, command, stop) is { } problem)
                return await Form(room, holding, words, problem);
            await Onward.Perform(room.Office, year, stop);
            return Back.SeeOther($"/cockpit/programme/{year}/{id}?fait=rencontre");
        }
        var meeting = foreseen.Plan.Find(command.Step)!;
        var invitation = foreseen.Plan.Steps.First(step => StepEffects.MeetingOf(step) == meeting.Id);
        return await Answers.Page<PlanPreviewPage>(room, new PlanPreview(holding, words, meeting, invitation,
            YearCollisions.OfMeeting(room.Setting, foreseen.Plan, meeting)));
    }

    private static Task<IResult> Form(Room room, Holding holding, PlanWords words, Refusal? refusal) =>
        Answers.Page<PlanPage>(room, new PlanView(holding, words, refusal), refusal);
}

public sealed record PlanView(Holding Holding, PlanWords Words, Refusal? Refusal)
{
    public string Address => $"/cockpit/programme/{Holding.Action.Year}/{Holding.Action.Id}";
}

/// <param name="Meeting">Its step, as it would be.</param>
/// <param name="Flags">What its date and that of the invitation meet.</param>
public sealed record PlanPreview(Holding Holding, PlanWords Words, Step Meeting, Step Invitation, IReadOnlyList<string> Flags)
{
    public string Address => $"/cockpit/programme/{Holding.Action.Year}/{Holding.Action.Id}";
}
