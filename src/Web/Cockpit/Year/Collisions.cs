using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Year;

/// <summary>What a new date falls on.</summary>
internal static class Collisions
{
    public static IReadOnlyList<string> Of(Setting setting, YearPlan plan, IReadOnlyList<NewDate> dates, NewDate date)
    {
        var step = plan.Find(date.Step)!;
        var start = setting.Zone.DayOf(date.Starts);
        List<string> flags = [];
        if (step.State != StepState.Open)
        {
            flags.AddRange(Off(setting, start));
            flags.AddRange(SameDay(setting, plan, dates, date, start));
            flags.AddRange(Notice(setting, plan, dates, step, start));
        }
        if (date.Ends is { } ends)
            flags.AddRange(EndsOff(ConsultationDesk.LastDay(ends, setting.Zone)));
        flags.AddRange(Order(plan, dates, step, date));
        return flags;
    }

    private static IEnumerable<string> Off(Setting setting, DateOnly day)
    {
        if (Holidays.NameOf(day) is { } holiday)
            yield return $"C’est un jour férié\u00A0: {Called(holiday)}.";
        else if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            yield return "C’est un jour de fin de semaine.";
        var academies = setting.Platform.Academies.Where(academy => setting.SchoolHolidays.Covers(academy, day)).ToList();
        if (academies.Count > 0)
            yield return $"C’est pendant les vacances scolaires ({Lists.Join(academies)}).";
    }

    /// <summary>A last day on which nobody is at work.</summary>
    internal static IEnumerable<string> EndsOff(DateOnly day)
    {
        if (Holidays.NameOf(day) is { } holiday)
            yield return $"Elle se terminerait un jour férié\u00A0: {Called(holiday)}.";
        else if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            yield return $"Elle se terminerait un {(day.DayOfWeek == DayOfWeek.Saturday ? "samedi" : "dimanche")}. Le premier jour ouvré qui suit est le {FrenchDates.ShortDay(Holidays.NextWorkingDay(day))}.";
    }

    /// <summary>In a sentence: « lundi de Pâques », but « Noël », whose one word is its name.</summary>
    private static string Called(string holiday) => holiday.Contains(' ', StringComparison.Ordinal) ? Words.Lower(holiday) : holiday;

    private static IEnumerable<string> SameDay(Setting setting, YearPlan plan, IReadOnlyList<NewDate> dates, NewDate date, DateOnly day)
    {
        var others = plan.Steps.Where(other => other.Id != date.Step && !other.IsBehind && setting.Zone.DayOf(Starts(dates, other)) == day)
            .Select(other => $"«\u00A0{other.Title}\u00A0»").ToList();
        if (others.Count > 0)
            yield return $"Le même jour\u00A0: {Lists.Join(others)}.";
    }

    /// <summary>A convocation leaves at least the body's notice before the meeting.</summary>
    private static IEnumerable<string> Notice(Setting setting, YearPlan plan, IReadOnlyList<NewDate> dates, Step step, DateOnly day)
    {
        if (StepEffects.MeetingOf(step) is { } id && plan.Find(id) is { Work: StepWork.Meet { Body: { } body } } meeting
            && setting.Platform.Bodies.FirstOrDefault(other => other.Id == body) is { NoticeDays: > 0 and var notice }
            && setting.Zone.DayOf(Starts(dates, meeting)).DayNumber - day.DayNumber < notice)
            yield return $"La convocation partirait moins de {Words.Counted(notice, "jour", "jours")} avant la réunion.";
    }

    private static IEnumerable<string> Order(YearPlan plan, IReadOnlyList<NewDate> dates, Step step, NewDate date)
    {
        foreach (var need in step.Needs.Select(plan.Find).OfType<Step>().Where(need => !need.IsBehind && (Ends(dates, need) ?? Starts(dates, need)) > date.Starts))
            yield return $"Elle commencerait avant la fin de «\u00A0{need.Title}\u00A0», qu’elle attend.";
        foreach (var other in plan.Steps.Where(other => other.IsAhead && other.Needs.Contains(step.Id) && Starts(dates, other) < (date.Ends ?? date.Starts)))
            yield return $"«\u00A0{other.Title}\u00A0» l’attend, et devait commencer avant.";
    }

    private static DateTimeOffset Starts(IReadOnlyList<NewDate> dates, Step step) => dates.FirstOrDefault(date => date.Step == step.Id)?.Starts ?? step.Starts;

    private static DateTimeOffset? Ends(IReadOnlyList<NewDate> dates, Step step) => dates.FirstOrDefault(date => date.Step == step.Id) is { } moved ? moved.Ends : step.Ends;
}
