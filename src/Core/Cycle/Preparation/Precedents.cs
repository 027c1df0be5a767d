using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Core.Cycle.Preparation;

/// <summary>
/// What earlier years teach of a year's dates. The calendar proposes; where the coordinator had set a day by hand, its like is an
/// alternative: the same distance from the step it is counted from, else the same weekday of the month (« troisième mardi de décembre »).
/// </summary>
public static class Precedents
{
    /// <param name="plan">The year as it is proposed now: distances are counted from its days.</param>
    /// <param name="past">Earlier years, in any order.</param>
    public static IReadOnlyDictionary<string, Precedent> Of(Setting setting, YearPlan plan, IReadOnlyList<YearPlan> past)
    {
        var years = past.Where(other => other.Year < plan.Year).OrderByDescending(other => other.Year).Select(other => new PastYear(setting, other)).ToList();
        return plan.Steps
            .Select(step => (step.Id, Found: years.Select(year => year.Plan.Find(step.Id) is { } was ? Of(setting, plan, step, year, was) : null).FirstOrDefault(one => one is not null)))
            .Where(pair => pair.Found is not null).ToDictionary(pair => pair.Id, pair => pair.Found!);
    }

    private static Precedent Of(Setting setting, YearPlan plan, Step step, PastYear year, Step was)
    {
        var zone = setting.Zone;
        var hour = year.HourSet(was) ? was.Starts : step.Starts;
        var (starts, ends) = (year.StartSet(was), year.EndSet(was));
        if (was.State == StepState.Skipped || (!starts && !ends && !year.HourSet(was)))
            return new Precedent(year.Plan.Year, was, null, "");
        var (day, how) = starts ? Like(setting, plan, step, year.Plan, was) : (zone.DayOf(step.Starts), "");
        var alike = new NewDate(step.Id, zone.StartLike(hour, day), step.Ends is not { } end ? null
            : ends && was.Ends is { } then
                ? zone.EndLike(end, Holidays.NextWorkingDay(day.AddDays(ConsultationDesk.LastDay(then, zone).DayNumber - zone.DayOf(was.Starts).DayNumber)))
                : setting.Plan(plan.Year, Days(zone, plan, step, day), null).Find(step.Id)?.Ends ?? end);
        return alike == new NewDate(step.Id, step.Starts, step.Ends) || alike.Ends <= alike.Starts
            ? new Precedent(year.Plan.Year, was, null, "")
            : new Precedent(year.Plan.Year, was, alike, Typography.Text(Why(setting, year.Plan.Year, was, starts, ends, how)));
    }

    /// <summary>The days the plan has now, with this one: what its end is counted from stays where it is shown.</summary>
    private static Dictionary<string, DateOnly> Days(PlatformZone zone, YearPlan plan, Step step, DateOnly day)
    {
        var days = plan.Steps.Where(other => other.Id == other.Template).ToDictionary(other => other.Id, other => zone.DayOf(other.Starts));
        days[step.Id] = day;
        return days;
    }

    /// <summary>The like of a day in another year, and how it was found.</summary>
    private static (DateOnly Day, string How) Like(Setting setting, YearPlan plan, Step step, YearPlan past, Step was)
    {
        var (zone, day) = (setting.Zone, setting.Zone.DayOf(was.Starts));
        if (Anchor(setting, step) is { } anchor && plan.Find(anchor.Id) is { } now && past.Find(anchor.Id) is { } then)
        {
            var distance = day.DayNumber - Of(zone, then, anchor.End).DayNumber;
            return (Holidays.NextWorkingDay(Of(zone, now, anchor.End).AddDays(distance)), $"à la même distance de « {now.Title} »");
        }
        return (SameRank(day, day.Year + plan.Year - past.Year), "au même rang dans le mois");
    }

    private static DateBase.Step? Anchor(Setting setting, Step step) =>
        setting.Platform.Calendar.FirstOrDefault(template => template.Id == step.Template) is { } template && step.Id == step.Template
            && DateExpression.TryParse(template.Starts, out var expression, out _) ? expression.Base as DateBase.Step : null;

    private static DateOnly Of(PlatformZone zone, Step step, bool end) =>
        end && step.Ends is { } ends ? ConsultationDesk.LastDay(ends, zone) : zone.DayOf(step.Starts);

    /// <summary>The second Tuesday for a second Tuesday; the last one where there is no fifth.</summary>
    public static DateOnly SameRank(DateOnly day, int year)
    {
        var first = new DateOnly(year, day.Month, 1);
        var like = first.AddDays((day.DayOfWeek - first.DayOfWeek + 7) % 7 + 7 * ((day.Day - 1) / 7));
        return like.Month == day.Month ? like : like.AddDays(-7);
    }

    private static string Why(Setting setting, int year, Step was, bool starts, bool ends, string how)
    {
        var local = setting.Zone.LocalOf(was.Starts);
        return (starts, ends) switch
        {
            (true, _) => $"En {year}, vous aviez {(was.Was is null ? "fixé" : "déplacé")} cette étape au {FrenchDates.DayAt(local)} : {how}",
            (false, true) => $"En {year}, vous l’aviez fait durer jusqu’au {FrenchDates.Day(ConsultationDesk.LastDay(was.Ends!.Value, setting.Zone))} : à la même durée",
            (false, false) => $"En {year}, vous aviez choisi une autre heure, {FrenchDates.Hour(TimeOnly.FromDateTime(local))}",
        };
    }
}
