using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;

namespace Almanach.Core.Meetings.Dates;

/// <summary>Fixes the date of a meeting: its step moves, and the consultation that asked closes.</summary>
public sealed class DateDesk(CycleDesk cycle, ConsultationDesk consultations)
{
    /// <summary>The move that one of the dates asked about stands for; null for what was not asked.</summary>
    public static CycleCommand.Move? Move(Step step, Consultation poll, string option, PlatformZone zone, string actor, DateTimeOffset now) =>
        poll.Template.Questions[0].Options.Any(other => other.Id == option) && DateChoice.Instant(option, step, zone) is { } starts
            ? new CycleCommand.Move(step.Id, [new NewDate(step.Id, starts, step.Ends is { } ends ? starts + (ends - step.Starts) : null)], now, actor)
            : null;

    public async Task<Refusal?> Fix(Consultation poll, CycleCommand.Move move, CancellationToken stop = default)
    {
        if (await cycle.Apply(poll.Year, move, stop) is { } refusal)
            return refusal;
        return poll.State == ConsultationState.Open
            ? await consultations.Close(new Effect.CloseConsultation(poll.Id, $"close-{poll.Id}", move.Now, poll.Step), stop) : null;
    }
}
