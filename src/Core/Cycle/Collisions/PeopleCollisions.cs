using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Cycle.Collisions;

/// <summary>
/// The same people wanted twice. Who they are is told from the platform alone: the members of a body, the roles a consultation
/// asks; without a body it is the whole network.
/// </summary>
internal static class PeopleCollisions
{
    public static IEnumerable<Collision> Of(Setting setting, YearPlan plan, Step step)
    {
        var day = setting.Zone.DayOf(step.Starts);
        var others = plan.Steps.Where(other => other.Id != step.Id && !other.IsBehind).ToList();
        var clashing = others.Where(other => Clash(step, other)).ToList();
        if (clashing.Count > 0)
            yield return Collision.Of(step, CollisionKind.SameDay, Weight.Careful,
                $"Les mêmes personnes sont attendues à la même heure à {Named(clashing)}. Changez l’heure ou le jour.");
        var sameDay = others.Where(other => setting.Zone.DayOf(other.Starts) == day).Except(clashing).ToList();
        if (sameDay.Count > 0)
            yield return Collision.Of(step, CollisionKind.SameDay, Weight.Note, $"Le même jour : {Named(sameDay)}. Rien ne l’empêche ; vérifiez que cela vous convient.");
        var asking = others.Where(other => AskedTogether(setting, step, other)).ToList();
        if (asking.Count > 0)
            yield return Collision.Of(step, CollisionKind.AskedAtOnce, asking.Count > 1 ? Weight.Careful : Weight.Note,
                $"Les mêmes personnes répondent aussi, en même temps, à {Named(asking)}. Espacez-les si l’une demande du travail.");
    }

    /// <summary>Two meetings that last into one another and share people: the network's has everybody.</summary>
    private static bool Clash(Step one, Step other) => one.Work is StepWork.Meet meet && other.Work is StepWork.Meet second
        && (meet.Body == second.Body || meet.Body is null || second.Body is null)
        && one.Starts < Ends(other, second) && other.Starts < Ends(one, meet);

    private static DateTimeOffset Ends(Step step, StepWork.Meet meet) => step.Ends ?? step.Starts.AddMinutes(meet.Minutes);

    private static bool AskedTogether(Setting setting, Step one, Step other) =>
        one.Work is StepWork.Consult first && other.Work is StepWork.Consult second && one.Starts < other.Ends && other.Starts < one.Ends
        && Asked(setting, first) is { } left && Asked(setting, second) is { } right
        && (left.Body == right.Body || left.Body is null || right.Body is null) && left.Roles.Intersect(right.Roles).Any();

    private static ConsultationTemplate? Asked(Setting setting, StepWork.Consult consult) =>
        setting.Platform.Consultations.FirstOrDefault(template => template.Id == consult.Consultation);

    private static string Named(IEnumerable<Step> steps) => Lists.Join(steps.Select(step => $"« {step.Title} »"));
}
