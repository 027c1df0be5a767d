using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>The question that a text invites to, as it stands in the calendar: that which is open, else that which comes next.</summary>
internal static class NearestAsk
{
    /// <summary>Its year, title, end and meeting; nothing for a text that invites to no question of the calendar.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Values(Office office, string text, CancellationToken stop)
    {
        var zone = office.Setting.Zone;
        var year = zone.DayOf(office.Now).Year;
        List<(YearPlan Plan, Step Step, string Consultation)> asked = [];
        foreach (var near in new[] { year, year + 1 })
            if (await office.Cycle.Find(near, stop) is { } plan)
                asked.AddRange(plan.Steps.Where(step => step is { Work: StepWork.Consult, IsBehind: false }).Select(step => (plan, step, ((StepWork.Consult)step.Work).Consultation))
                    .Where(one => office.Setting.Platform.Consultations.Any(template => template.Id == one.Consultation && template.Invitation == text)));
        if (asked.OrderBy(one => one.Step.State != StepState.Open).ThenBy(one => one.Step.Starts).FirstOrDefault() is not { Plan: not null } nearest)
            return new Dictionary<string, string>();
        if (await office.Consultations.Find($"{nearest.Plan.Year}-{nearest.Consultation}", stop) is { } open)
            return Said(ConsultationDesk.Values(open, zone, await office.Consultations.MeetingOf(open, stop)));
        return Said(new()
        {
            ["année"] = $"{nearest.Plan.Year}",
            ["titre"] = office.Setting.Consultation(nearest.Consultation, nearest.Plan.Year).Title,
            ["clôture"] = nearest.Step.Ends is { } ends ? FrenchDates.End(zone.LocalOf(ends)) : "",
            ["réunion"] = Presence.When(Presence.MeetingOf(nearest.Plan, nearest.Step.Id), zone),
        });
    }

    /// <summary>What has no day yet is left to the sample.</summary>
    private static Dictionary<string, string> Said(Dictionary<string, string> values) => values.Where(value => value.Value.Length > 0).ToDictionary();
}
