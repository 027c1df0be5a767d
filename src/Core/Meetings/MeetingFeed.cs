using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.ICalendar;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings;

/// <summary>The meetings of the platform as calendars to subscribe to. Writes nothing.</summary>
public sealed class MeetingFeed(Setting setting, Opening opening, CycleDesk cycle, MeetingDesk meetings)
{
    /// <summary>What is older is in no calendar any more.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(400);

    private readonly CalendarWriter writer = new(new CalendarZone(setting.Platform.TimeZone, setting.Zone));

    /// <summary>For everybody: all meetings, without links.</summary>
    public async Task<string> ForAll(DateTimeOffset now, CancellationToken stop = default) => writer.Feed(
        Name, [.. (await Known(_ => true, now, stop)).Select(meeting => MeetingEvents.ForAll(meeting, setting.Platform.Brand, now))]);

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
