using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Meetings.Dates;
using Almanach.Web.Cockpit.Meetings.Sittings;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Meetings;

/// <summary>Meetings: who comes, who came, what was decided, and when they take place.</summary>
internal static class MeetingsEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/reunions", List);
        cockpit.MapPage("/reunions/{id}", (HttpContext context, string id, CancellationToken stop) => Show(context, id, null, null, stop));
        cockpit.MapPage("/reunions/{id}/emargement", Sheet);
        cockpit.MapForm("/reunions/{id}/emargement", Attend);
        cockpit.MapPage("/reunions/{id}/decisions", DecisionEndpoints.Choose);
        cockpit.MapForm("/reunions/{id}/decisions/details", DecisionEndpoints.Detail);
        cockpit.MapForm("/reunions/{id}/decisions/themes", DecisionEndpoints.Rethink);
        cockpit.MapForm("/reunions/{id}/decisions/apercu", DecisionEndpoints.Preview);
        cockpit.MapForm("/reunions/{id}/decisions/corriger", DecisionEndpoints.Correct);
        cockpit.MapForm("/reunions/{id}/decisions", DecisionEndpoints.Record);
        cockpit.MapPage("/reunions/{id}/modifier", ArrangementEndpoints.Ask);
        cockpit.MapForm("/reunions/{id}/modifier/apercu", ArrangementEndpoints.Preview);
        cockpit.MapForm("/reunions/{id}/modifier", ArrangementEndpoints.Confirm);
        cockpit.MapPage("/reunions/{id}/seconde", SecondEndpoints.Ask);
        cockpit.MapForm("/reunions/{id}/seconde/apercu", SecondEndpoints.Preview);
        cockpit.MapForm("/reunions/{id}/seconde", SecondEndpoints.Confirm);
        cockpit.MapPage("/reunions/{id}/dates", DateEndpoints.Ask);
        cockpit.MapForm("/reunions/{id}/dates/apercu", DateEndpoints.Preview);
        cockpit.MapForm("/reunions/{id}/dates", DateEndpoints.Open);
        cockpit.MapPage("/reunions/{id}/dates/fixer", (HttpContext context, string id, CancellationToken stop) => DateEndpoints.Choose(context, id, null, stop));
        cockpit.MapForm("/reunions/{id}/dates/fixer", DateEndpoints.Fix);
    }

    private static async Task<IResult> List(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        List<MeetingMatter> meetings = [];
        foreach (var year in await room.Office.Opening.Years(stop))
            foreach (var step in (await room.Office.Cycle.Find(year, stop))!.Steps.Where(step => step.Work is StepWork.Meet))
                if (await MeetingMatter.Load(room, $"{year}-{step.Id}", stop) is { } meeting)
                    meetings.Add(meeting);
        return await Answers.Page<MeetingsPage>(room, new MeetingsView([.. meetings.OrderBy(meeting => meeting.Meeting.Starts)]));
    }

    private static async Task<IResult> Show(HttpContext context, string id, SheetWords? sheet, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        return await Answers.Page<MeetingPage>(room, new MeetingView(matter, context.Request.Query["fait"].ToString(), refusal, sheet), refusal);
    }

    private static async Task<IResult> Sheet(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await MeetingMatter.Load(room, id, stop) is { } matter
            ? await Answers.Page<SheetPage>(room, new MeetingView(matter, "", null, Registered: await room.Office.Registrations.Find(id, stop)))
            : Results.NotFound();
    }

    private static async Task<IResult> Attend(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await MeetingMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(stop);
        var sheet = SheetWords.Of(form, matter);
        var refusal = await room.Office.Meetings.RecordAttendance(id, sheet.Modes, sheet.Proxies(matter), form.Text("vu"), stop);
        return refusal is null ? Back.SeeOther($"{matter.Address}?fait=emargement#emargement") : await Show(context, id, sheet, refusal, stop);
    }
}

public sealed record MeetingsView(IReadOnlyList<MeetingMatter> Meetings);

/// <param name="Sheet">What was typed and refused; null for the sheet as it stands.</param>
/// <param name="Registered">People who registered beside the members; null on pages that don't show them.</param>
public sealed record MeetingView(MeetingMatter Matter, string Done, Refusal? Refusal, SheetWords? Sheet = null, RegistrationMatter? Registered = null);
