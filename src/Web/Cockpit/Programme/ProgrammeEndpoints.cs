using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;
using Almanach.Core.Programme.Holding;
using Almanach.Core.Programme.Studies;
using Almanach.Web.Cockpit.Meetings.Sittings;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>The actions of a year: how they go, when and where they take place, and the documents made of them.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgramme(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/programme", Latest);
        cockpit.MapPage("/programme/{year:int}", Show);
        cockpit.MapPage("/programme/{year:int}/documents/{step}", DocumentEndpoints.Preview);
        cockpit.MapPage("/programme/{year:int}/documents/{step}/word", DocumentEndpoints.Word);
        cockpit.MapPage("/programme/{year:int}/documents/{step}/publier", (HttpContext context, int year, string step, CancellationToken stop) =>
            DocumentEndpoints.Announce(context, year, step, null, stop));
        cockpit.MapForm("/programme/{year:int}/documents/{step}/publier", DocumentEndpoints.Publish);
        cockpit.MapPage("/programme/{year:int}/documents/{step}/approuver", (HttpContext context, int year, string step, CancellationToken stop) =>
            ApprovalEndpoints.Ask(context, year, step, null, stop));
        cockpit.MapForm("/programme/{year:int}/documents/{step}/approuver", ApprovalEndpoints.Approve);
        cockpit.MapPage("/programme/{year:int}/{id}", (HttpContext context, int year, string id, CancellationToken stop) => One(context, year, id, null, null, stop));
        cockpit.MapForm("/programme/{year:int}/{id}/avancement", Report);
        cockpit.MapForm("/programme/{year:int}/{id}/dates", Reschedule);
        cockpit.MapForm("/programme/{year:int}/{id}/intervenants", FollowEndpoints.Speakers);
        cockpit.MapForm("/programme/{year:int}/{id}/etape", FollowEndpoints.Stage);
        cockpit.MapForm("/programme/{year:int}/{id}/etude", FollowEndpoints.Study);
        cockpit.MapPage("/programme/{year:int}/{id}/rencontre", PlanEndpoints.Ask);
        cockpit.MapForm("/programme/{year:int}/{id}/rencontre/apercu", PlanEndpoints.Preview);
        cockpit.MapForm("/programme/{year:int}/{id}/rencontre", PlanEndpoints.Confirm);
        cockpit.MapPage("/programme/{year:int}/{id}/report", DeclineEndpoints.Ask);
        cockpit.MapForm("/programme/{year:int}/{id}/report/apercu", DeclineEndpoints.Preview);
        cockpit.MapForm("/programme/{year:int}/{id}/report", DeclineEndpoints.Confirm);
    }

    /// <summary>The year in progress, else the last one with actions.</summary>
    private static async Task<IResult> Latest(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var years = await room.Office.Opening.Years(stop);
        if (years.Count == 0)
            return Results.NotFound();
        foreach (var year in years.Reverse().Where(year => year <= room.Today.Year + 1))
            if ((await room.Office.Programme.Load(year, stop)).Count > 0)
                return Back.SeeOther($"/cockpit/programme/{year}");
        return Back.SeeOther($"/cockpit/programme/{years[^1]}");
    }

    private static async Task<IResult> Show(HttpContext context, int year, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await ProgrammeMatter.Load(room, year, stop) is { } matter
            ? await Answers.Page<ProgrammePage>(room, new ProgrammeView(matter, context.Request.Query["fait"].ToString()))
            : Results.NotFound();
    }

    /// <param name="form">What was refused, to be shown again; null for what is known.</param>
    internal static async Task<IResult> One(HttpContext context, int year, string id, IFormCollection? form, Refusal? refusal, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ProgrammeMatter.Load(room, year, stop) is not { } matter || matter.Find(id) is not { } action)
            return Results.NotFound();
        var holding = action.Kind.Meets() ? await room.Office.Holdings.Load(year, id, stop) : null;
        var stages = StudyRules.Stages(room.Setting.Platform, action.Kind);
        return await Answers.Page<ActionPage>(room, new ActionView(
            matter, action,
            form is not null && form.ContainsKey("etat") ? form.Text("etat") : action.State.ToString(), form?.Text("texte") ?? "",
            form is not null && form.Keys.Any(key => key.StartsWith("jour-action-", StringComparison.Ordinal)) ? OccurrenceWords.All(form, "action") : [.. ActionDates.Free(action).Select(OccurrenceWords.Of)],
            context.Request.Query["fait"].ToString(), refusal)
        {
            Holding = holding,
            Offers = holding is null ? [] : Programme.Offers.Of(holding, await room.Office.Network.Load(stop)),
            Speakers = form?.ContainsKey("intervenants") == true ? form.Text("intervenants") : SpeakersPanel.SpeakerLines(action.Speakers ?? []),
            Stages = stages,
            Study = StudyTyped.Of(action, stages, room.Today, form),
        }, refusal);
    }

    private static async Task<IResult> Report(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await ProgrammeMatter.Load(room, year, stop) is not { } matter || matter.Find(id) is null)
            return Results.NotFound();
        var refusal = Posted.Named<ActionState>(form.Text("etat")) is not { } state
            ? Refusal.Invalid(new FieldError("etat", "Choisissez où en est l’action."))
            : await room.Office.Programme.Report(year, id, state, form.Text("texte"), Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{matter.Address}/{id}?fait=avancement") : await One(context, year, id, form, refusal, stop);
    }

    private static async Task<IResult> Reschedule(HttpContext context, int year, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        var form = await context.Request.ReadFormAsync(stop);
        if (await ProgrammeMatter.Load(room, year, stop) is not { } matter || matter.Find(id) is null)
            return Results.NotFound();
        var words = OccurrenceWords.All(form, "action");
        var seen = OccurrenceWords.All(form, "vu").Select(row => row.Occurrence).ToList();
        var refusal = words.Any(row => !row.IsSound)
            ? Refusal.Invalid(new FieldError("jour-action-1", "Une date ne se lit pas, ou est trop lointaine. Écrivez par exemple 14/06/2022, ou une période."))
            : await room.Office.Programme.Reschedule(year, id, [.. words.Select(row => row.Occurrence)], seen, Room.Actor, room.Now, stop);
        return refusal is null ? Back.SeeOther($"{matter.Address}/{id}?fait=dates") : await One(context, year, id, form, refusal, stop);
    }
}

public sealed record ProgrammeView(ProgrammeMatter Matter, string Done);

/// <param name="State">As the form has it.</param>
public sealed record ActionView(
    ProgrammeMatter Matter, ProgrammeAction Action, string State, string Text, IReadOnlyList<OccurrenceWords> Rows, string Done, Refusal? Refusal)
{
    /// <summary>What its meeting takes; null for an action that brings nobody together.</summary>
    public Holding? Holding { get; init; }

    /// <summary>What partners said of who could speak.</summary>
    public IReadOnlyList<(string Who, string What)> Offers { get; init; } = [];

    /// <summary>As the form has them.</summary>
    public string Speakers { get; init; } = "";

    /// <summary>What it goes through; empty for an action without stages.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    public required StudyTyped Study { get; init; }
}
