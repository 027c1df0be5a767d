using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Web.Consultations.Answers;

/// <summary>What follows a consultation in the year: the steps that wait for it, and the committee that decides.</summary>
internal static class NextSteps
{
    private const int Most = 3;

    public static IReadOnlyList<string> Of(Visit visit, YearPlan? plan)
    {
        if (plan is null)
            return [];
        if (visit.Has(QuestionKind.Dates))
            return ["La date retenue\u00A0: un message vous la donnera"];
        var step = visit.Consultation.Step.Split('/')[^1];
        return [.. plan.Steps
            .Where(other => other.IsAhead && other.Starts > visit.Now && (other.Needs.Contains(step) || other.Work is StepWork.Meet { Decides: true }))
            .OrderBy(other => other.Starts).Take(Most)
            .Select(other => $"{other.Title}\u00A0: {FrenchDates.Day(visit.Setting.Zone.DayOf(other.Starts))}")];
    }
}
