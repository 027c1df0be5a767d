using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>
/// The days on which contributions to an edition are due and its review ends, where nobody is at work. They are counted back
/// from its departure, so only another day of departure changes them; a weekend among them is common, and a note.
/// </summary>
internal static class EditionCollisions
{
    public static IEnumerable<Collision> Of(Setting setting, Step step)
    {
        if (step is not { IsAhead: true, Work: StepWork.SendEdition work })
            yield break;
        var off = Dues(setting, step, work).Where(due => !Holidays.IsWorkingDay(due.Day)).ToList();
        if (off.Count == 0)
            yield break;
        var (kind, weight) = off.Any(due => Holidays.IsHoliday(due.Day)) ? (CollisionKind.Holiday, Weight.Careful) : (CollisionKind.Weekend, Weight.Note);
        yield return Collision.Of(step, kind, weight, $"{Capitals.First(Lists.Join(off.Select(due => $"{due.What} {Named(due.Day)}")))}. {Instead(setting, step, work)}");
    }

    private static IEnumerable<(string What, DateOnly Day)> Dues(Setting setting, Step step, StepWork.SendEdition work)
    {
        var (zone, letter) = (setting.Zone, setting.Newsletter(work.Newsletter));
        if (letter.Contributors.Count > 0 && EditionTimes.CallLeaves(step, work, zone) is not null)
            yield return ("les contributions seraient attendues jusqu’au", ConsultationDesk.LastDay(EditionTimes.CallCloses(step, work, zone), zone));
        if (letter.Editors is not null && EditionTimes.ReviewLeaves(step, work, zone) is { } asked
            && ConsultationDesk.LastDay(EditionTimes.SilenceApproves(asked, step, work, zone), zone) is var last && last < zone.DayOf(step.Starts))
            yield return ("la relecture se terminerait le", last);
    }

    private static string Named(DateOnly day) => FrenchDates.ShortDay(day) + (Holidays.NameOf(day) is { } holiday ? $", jour férié ({DayCollisions.Called(holiday)})" : "");

    /// <summary>The first working day of departure that puts both on working days.</summary>
    private static string Instead(Setting setting, Step step, StepWork.SendEdition work)
    {
        var day = setting.Zone.DayOf(step.Starts);
        var next = Enumerable.Range(1, 21).Select(day.AddDays).FirstOrDefault(other => Holidays.IsWorkingDay(other)
            && Dues(setting, step with { Starts = setting.Zone.StartLike(step.Starts, other) }, work).All(due => Holidays.IsWorkingDay(due.Day)));
        return next == default ? "Choisissez un autre jour d’envoi si ces jours comptent." : $"En l’envoyant le {FrenchDates.ShortDay(next)}, vous l’éviteriez.";
    }
}
