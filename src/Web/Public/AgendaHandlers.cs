using System.Globalization;
using Almanach.Core;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Library;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;
using Almanach.Web.Meetings;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Public;

/// <summary>The meetings of the platform, to come and past, with what they left for everybody to read.</summary>
internal static class AgendaHandlers
{
    public static string Address(string meeting) => $"/agenda/{meeting}";

    public static async Task<IResult> Show(Office office, HttpContext context) => await PageResult.Of<AgendaPage>(new Dictionary<string, object?>
    {
        [nameof(AgendaPage.Setting)] = office.Setting,
        [nameof(AgendaPage.Meetings)] = await All(office, context.RequestAborted),
        [nameof(AgendaPage.Now)] = office.Now,
    });

    public static async Task<IResult> Meeting(string meeting, Office office, HttpContext context) =>
        (await All(office, context.RequestAborted)).FirstOrDefault(one => one.Id == meeting && one.For is null) is { } found
            ? await PageResult.Of<AgendaMeetingPage>(new Dictionary<string, object?>
            {
                [nameof(AgendaMeetingPage.Setting)] = office.Setting,
                [nameof(AgendaMeetingPage.Meeting)] = found,
                [nameof(AgendaMeetingPage.Agenda)] = (await office.Meetings.Find(meeting, context.RequestAborted))?.Agenda ?? [],
                [nameof(AgendaMeetingPage.Now)] = office.Now,
            })
            : Results.NotFound();

    /// <summary>Soonest first. What was called off stays until its day, so that nobody comes.</summary>
    private static async Task<IReadOnlyList<AgendaMeeting>> All(Office office, CancellationToken stop)
    {
        var library = await office.Library.Public(stop);
        List<AgendaMeeting> meetings = [];
        foreach (var year in await office.Opening.Years(stop))
            foreach (var step in (await office.Cycle.Find(year, stop))?.Steps ?? [])
                if (step.Work is StepWork.Meet meet && (step.State != StepState.Skipped || (meet.Body is null && step.Starts > office.Now)))
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{year}-{step.Id}");
                    meetings.Add(new AgendaMeeting(
                        id, step.Title, step.Starts, FrenchDates.Span(office.Setting.Zone.LocalOf(step.Starts), office.Setting.Zone.LocalOf(Presence.Ends(step))), Presence.Where(meet),
                        office.Setting.Platform.BodyOf(meet.Body)?.Name, step.State == StepState.Skipped,
                        meet.Body is null && await office.Registrations.TakesMore(id, office.Now, stop) ? RegistrationHandlers.Address(id) : null,
                        [.. library.Where(item => item.Meeting == id)]));
                }
        return [.. meetings.OrderBy(meeting => meeting.Starts)];
    }
}

/// <param name="When">« mardi 12 avril 2022, de 9 h 30 à 11 h 30 ».</param>
/// <param name="For">Name of the body it is for; null when it is for everybody.</param>
/// <param name="Registration">Address of the page on which one registers; null where that is not open.</param>
/// <param name="Documents">What it left for everybody to read.</param>
public sealed record AgendaMeeting(
    string Id, string Title, DateTimeOffset Starts, string When, string Where, string? For, bool CalledOff, string? Registration, IReadOnlyList<LibraryItem> Documents);
