using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.ICalendar;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Calendars;

/// <summary>The meetings of the platform as calendars to subscribe to. Writes nothing.</summary>
/// <param name="root">Public address without a final slash.</param>
public sealed class MeetingFeed(Setting setting, Opening opening, CycleDesk cycle, MeetingDesk meetings, RegistrationDesk registrations, string root)
{
    /// <summary>What is older is in no calendar any more.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(400);

    private readonly CalendarWriter writer = new(new CalendarZone(setting.Platform.TimeZone, setting.Zone));

    /// <summary>For everybody: all meetings, without links; where one can register, the page to do so.</summary>
    public async Task<string> ForAll(DateTimeOffset now, CancellationToken stop = default)
    {
        List<CalendarEvent> events = [];
        foreach (var meeting in await Known(_ => true, now, stop))
            events.Add(MeetingEvents.ForAll(meeting, setting.Platform.Brand, now) with
            {
                Description = await registrations.TakesMore(meeting.Id, now, stop) ? Typography.Text($"S’inscrire : {root}{RegistrationDesk.PageOf(meeting.Id)}", Flavour.Mail) : "",
            });
        return writer.Feed(Name, events);
    }

    /// <summary>For one member: those of her bodies and of the whole network, with links and agendas.</summary>
    public async Task<string> ForMember(Contact person, DateTimeOffset now, CancellationToken stop = default) => writer.Feed(
        Name, [.. (await Known(body => body is null || person.SitsIn(body), now, stop)).Select(meeting => MeetingEvents.InFeed(meeting, setting.Platform.Brand, now))]);

    private string Name => setting.Platform.Brand.Short;

    /// <summary>Those planned, and those called off after people were told of them, in the order of their dates.</summary>
    private async Task<IReadOnlyList<Meeting>> Known(Func<string?, bool> sees, DateTimeOffset now, CancellationToken stop)
    {
        List<Meeting> known = [];
        foreach (var year in await opening.Years(stop))
            foreach (var step in (await cycle.Find(year, stop))?.Steps ?? [])
                if (step.Work is StepWork.Meet meet && sees(meet.Body) && step.Starts > now - Past
                    && await meetings.Find($"{year}-{step.Id}", stop) is { } meeting && (step.State != StepState.Skipped || meeting.Told is not null))
                    known.Add(step.State == StepState.Skipped ? meeting with { State = MeetingState.Cancelled } : meeting);
        return [.. known.OrderBy(meeting => meeting.Starts).ThenBy(meeting => meeting.Id, StringComparer.Ordinal)];
    }
}
