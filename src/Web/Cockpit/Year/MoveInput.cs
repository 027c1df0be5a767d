using Almanach.Core.Cycle;
using Almanach.Core.Engine;

namespace Almanach.Web.Cockpit.Year;

/// <summary>What the form of a move says.</summary>
/// <param name="Starts">First day, as the field sends it; ignored for an open step.</param>
/// <param name="Ends">Last day; empty keeps the duration.</param>
/// <param name="Accepted">Ids of the other steps whose proposal is ticked; null before the list was shown.</param>
internal sealed record MoveInput(string Starts, string Ends, IReadOnlyList<string>? Accepted)
{
    /// <summary>The step's new dates and those proposed for the others, or what is wrong with the fields.</summary>
    public (IReadOnlyList<NewDate> Dates, IReadOnlyList<FieldError> Errors) Dates(StepMatter matter)
    {
        var (office, plan, step) = matter;
        var zone = office.Setting.Zone;
        var open = step.State == StepState.Open;
        var first = open ? zone.DayOf(step.Starts) : Days.Parse(Starts);
        if (first is not { } day)
            return ([], [new FieldError("debut", "Donnez le nouveau premier jour.")]);
        if ((Ends.Length > 0 || open) && step.Ends is not null && Days.Parse(Ends) is null)
            return ([], [new FieldError("fin", "Donnez le nouveau dernier jour.")]);

        var starts = open ? step.Starts : zone.StartLike(step.Starts, day);
        var shift = day.DayNumber - zone.DayOf(step.Starts).DayNumber;
        DateTimeOffset? ends = step.Ends is not { } end ? null
            : zone.EndLike(end, Days.Parse(Ends) ?? Core.Consultations.ConsultationDesk.LastDay(end, zone).AddDays(shift));
        return (Shift.Of(office.Setting, plan, step, starts, ends), []);
    }
}
