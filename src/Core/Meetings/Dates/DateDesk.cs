using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;

namespace Almanach.Core.Meetings.Dates;

/// <summary>Fixes the date of a meeting: its step moves, those who come are told, and the consultation that asked closes.</summary>
public sealed class DateDesk(CycleDesk cycle, ConsultationDesk consultations)
{
    /// <summary>The move that one of the dates asked about stands for: the meeting alone; null for what was not asked.</summary>
    public static CycleCommand.Move? Move(Setting setting, YearPlan plan, Step step, Consultation poll, string option, string actor, DateTimeOffset now) =>
        MoveWithFollowers(setting, plan, step, poll, option, actor, now) is { } move ? move with { Dates = [move.Dates[0]] } : null;

    /// <summary>The same, the meeting first, then each step that would follow it.</summary>
    public static CycleCommand.Move? MoveWithFollowers(Setting setting, YearPlan plan, Step step, Consultation poll, string option, string actor, DateTimeOffset now) =>
        poll.Template.Questions[0].Options.Any(other => other.Id == option) && DateChoice.Instant(option, step, setting.Zone) is { } starts
            ? new CycleCommand.Move(step.Id, Cycle.Shift.Of(setting, plan, step, starts), now, actor, Announce: true)
            : null;

    public async Task<Refusal?> Fix(Consultation poll, CycleCommand.Move move, CancellationToken stop = default)
    {
        if (await cycle.Apply(poll.Year, move, stop) is { } refusal)
            return refusal;
        return poll.State == ConsultationState.Open
            ? await consultations.Close(new Effect.CloseConsultation(poll.Id, $"close-{poll.Id}", move.Now, poll.Step), stop) : null;
    }
}
