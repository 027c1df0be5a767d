using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>Days on which nobody is at work, or few are.</summary>
internal static class DayCollisions
{
    public static IEnumerable<Collision> Of(Setting setting, Step step)
    {
        var day = setting.Zone.DayOf(step.Starts);
        return [.. step.IsAhead ? First(setting, step, day) : [], .. step.Ends is { } ends ? Last(step, ConsultationDesk.LastDay(ends, setting.Zone)) : []];
    }

    private static IEnumerable<Collision> First(Setting setting, Step step, DateOnly day)
    {
        var meets = step.Work is StepWork.Meet;
        if (Holidays.NameOf(day) is { } holiday)
            yield return Collision.Of(step, CollisionKind.Holiday, Weight.Careful, $"C’est un jour férié : {Called(holiday)}. {Next(day)}");
        else if (Holidays.IsWeekend(day))
            yield return Collision.Of(step, CollisionKind.Weekend, Weight.Careful, $"C’est un jour de fin de semaine. {Next(day)}");
        else if (Holidays.BridgeOf(day) is { } beside)
            yield return Collision.Of(step, CollisionKind.Bridge, meets ? Weight.Careful : Weight.Note,
                $"C’est un jour de pont ({Called(beside)}) : beaucoup seront absents. {Next(day.AddDays(1))}");

        var academies = setting.Platform.Academies.Where(academy => setting.SchoolHolidays.Covers(academy, day)).ToList();
        if (academies.Count > 0)
            yield return Collision.Of(step, CollisionKind.SchoolHolidays, meets ? Weight.Careful : Weight.Note,
                $"C’est pendant les vacances scolaires ({Lists.Join(academies)}). {(meets ? Outside(setting, day) : "Laissez le temps de répondre après la rentrée, ou choisissez une autre semaine.")}");
    }

    /// <summary>A last day on which nobody is at work.</summary>
    private static IEnumerable<Collision> Last(Step step, DateOnly day)
    {
        if (Holidays.NameOf(day) is { } holiday)
            yield return Collision.Of(step, CollisionKind.Holiday, Weight.Careful, $"Elle se terminerait un jour férié : {Called(holiday)}. {Next(day)}");
        else if (Holidays.IsWeekend(day))
            yield return Collision.Of(step, CollisionKind.Weekend, Weight.Careful,
                $"Elle se terminerait un {(day.DayOfWeek == DayOfWeek.Saturday ? "samedi" : "dimanche")}. {Next(day)}");
    }

    private static string Next(DateOnly day) => $"Le premier jour ouvré qui suit est le {FrenchDates.ShortDay(Holidays.NextWorkingDay(day))}.";

    /// <summary>The same weekday in the first week that is nobody's holidays.</summary>
    private static string Outside(Setting setting, DateOnly day)
    {
        var next = Enumerable.Range(1, 12).Select(week => day.AddDays(7 * week)).FirstOrDefault(other => Holidays.IsWorkingDay(other) && !setting.IsSchoolHoliday(other));
        return next == default ? "Choisissez une autre semaine si la présence compte." : $"Hors vacances, la première date au même jour de la semaine est le {FrenchDates.ShortDay(next)}.";
    }

    /// <summary>In a sentence: « lundi de Pâques », but « Noël », whose one word is its name.</summary>
    internal static string Called(string holiday) =>
        holiday.Contains(' ', StringComparison.Ordinal) ? char.ToLowerInvariant(holiday[0]) + holiday[1..] : holiday;
}
