using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Consultations;

/// <summary>What was asked, who answered what, and answers taken by telephone.</summary>
internal static class ConsultationsEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/consultations", List);
        cockpit.MapPage("/consultations/{id}", Show);
        cockpit.MapPage("/consultations/{id}/reponses.csv", Csv);
        cockpit.MapPage("/consultations/{id}/reponses.xlsx", Workbook);
        cockpit.MapPage("/consultations/{id}/telephone", PhoneEndpoints.Choose);
        cockpit.MapPage("/consultations/{id}/telephone/{unit}", PhoneEndpoints.Form);
        cockpit.MapForm("/consultations/{id}/telephone/{unit}", PhoneEndpoints.Take);
    }

    private static async Task<IResult> List(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var documents = await room.Office.Documents.All(stop);
        List<(int, IReadOnlyList<ConsultationLine>)> years = [];
        foreach (var year in (await room.Office.Opening.Years(stop)).Reverse())
        {
            List<ConsultationLine> lines = [];
            var plan = (await room.Office.Cycle.Find(year, stop))!;
            foreach (var (id, step) in ConsultationMatter.Ids(plan).Concat(ConsultationMatter.Approvals(plan, documents)))
                if (await room.Office.Consultations.Find(id, stop) is { } consultation)
                    lines.Add(new ConsultationLine(consultation, step));
                else if (step.Work is Core.Platforms.StepWork.Consult)
                    lines.Add(new ConsultationLine(null, step));
            years.Add((year, [.. lines.OrderBy(line => line.Consultation?.Opened ?? line.Step.Starts)]));
        }
        return await Answers.Page<ConsultationsPage>(room, new ConsultationsView(years));
    }

    private static async Task<IResult> Show(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        if (await ConsultationMatter.Load(room, id, stop) is not { } matter)
            return Results.NotFound();
        Dictionary<string, IReadOnlyList<Answer>> past = [];
        foreach (var answer in matter.Answers.Where(answer => answer.Revision > 1))
            past[answer.Unit] = await room.Office.Consultations.History(id, answer.Unit, stop);
        return await Answers.Page<ConsultationPage>(room, new ConsultationView(matter, past, context.Request.Query["fait"].ToString(), await HeldBack(room, matter, stop)));
    }

    /// <summary>Who was not reminded of it on the last morning, for having been solicited enough, and still is waited for.</summary>
    private static async Task<IReadOnlyList<string>> HeldBack(Room room, ConsultationMatter matter, CancellationToken stop)
    {
        if (!matter.Consultation.IsOpenAt(room.Now) || await room.Office.Asks.Latest(room.Today, stop) is not { } morning)
            return [];
        var waited = matter.Units.Where(unit => !matter.Answered.Contains(unit.Id)).SelectMany(unit => unit.Contacts).ToHashSet();
        return [.. morning.HeldBack.Where(once => once.Subject == matter.Consultation.Id && waited.Contains(once.Contact)).Select(once => once.Contact)];
    }

    private static async Task<IResult> Csv(HttpContext context, string id, CancellationToken stop) =>
        await Table(context, id, stop) is { } table ? Downloads.Csv(table) : Results.NotFound();

    private static async Task<IResult> Workbook(HttpContext context, string id, [FromServices] ITables tables, CancellationToken stop) =>
        await Table(context, id, stop) is { } table ? Downloads.Workbook(table, tables) : Results.NotFound();

    private static async Task<ExportTable?> Table(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        return await ConsultationMatter.Load(room, id, stop) is { } matter
            ? AnswerTable.Of(matter.Consultation, matter.Answers, matter.Asked, matter.Roster, room.Setting.Platform, room.Zone, matter.IsSecret ? matter.Answered : null)
            : null;
    }
}

/// <param name="Consultation">Null while it has not opened.</param>
public sealed record ConsultationLine(Consultation? Consultation, Step Step);

public sealed record ConsultationsView(IReadOnlyList<(int Year, IReadOnlyList<ConsultationLine> Lines)> Years);

/// <param name="Past">Former answers by unit, oldest first.</param>
/// <param name="Held">Ids of those whose reminder the budget held back on the last morning.</param>
public sealed record ConsultationView(ConsultationMatter Matter, IReadOnlyDictionary<string, IReadOnlyList<Answer>> Past, string Done, IReadOnlyList<string> Held);
