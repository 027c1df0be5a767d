using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle;

/// <summary>A meeting of the whole network may have people registered, convened or not: they are told when it changes.</summary>
internal static class ToRegistered
{
    /// <param name="was">The step before.</param>
    public static IEnumerable<Effect> Of(int year, Step was, MeetingChange change, DateTimeOffset now) => was.Work is StepWork.Meet { Body: null } meet
        ? [new Effect.TellRegistered($"{year}-{was.Id}", change, was.Starts, Presence.Where(meet), $"registered-{year}-{was.Id}-{Todo.Stamp(now)}", now, $"{year}/{was.Id}")]
        : [];
}
