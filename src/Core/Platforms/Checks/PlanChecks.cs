using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>
/// Works out the first two years of a sound calendar, so that an even and an odd one are seen: no step ends before it
/// starts, and no convocation leaves later than the body's notice allows.
/// </summary>
internal static class PlanChecks
{
    public static void Check(Platform platform, Findings found)
    {
        var zone = new PlatformZone(platform.TimeZone);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var year in new[] { platform.FirstYear, platform.FirstYear + 1 })
        {
            var plan = YearPlanner.Plan(platform, zone, year, _ => false);
            foreach (var step in plan.Steps)
            {
                var place = $"/calendar/{platform.Calendar.Index().First(one => one.Item.Id == step.Template).Index}";
                if (step.Ends <= step.Starts && told.Add($"{place}/ends"))
                    found.Error($"{place}/ends", $"En {year}, l’étape « {step.Id} » se termine avant de commencer.", "Donner une fin plus tardive, ou un début plus tôt.");
                if (step.Work is StepWork.Convene convene && Late(platform, plan, step, convene, zone) is { } days && told.Add($"{place}/starts"))
                    found.Warn($"{place}/starts", $"En {year}, la convocation part moins de {days} jours avant la réunion : c’est le délai de l’instance.", "L’envoyer plus tôt, ou changer « noticeDays ».");
            }
        }
    }

    /// <summary>The notice, in days, that is not kept; null when it is, or when nothing asks for one.</summary>
    private static int? Late(Platform platform, YearPlan plan, Step step, StepWork.Convene convene, PlatformZone zone)
    {
        if (plan.Find(convene.Meeting) is not { Work: StepWork.Meet { Body: { } id } } meeting)
            return null;
        var notice = platform.Bodies.First(body => body.Id == id).NoticeDays;
        return zone.DayOf(meeting.Starts).DayNumber - zone.DayOf(step.Starts).DayNumber < notice ? notice : null;
    }
}
