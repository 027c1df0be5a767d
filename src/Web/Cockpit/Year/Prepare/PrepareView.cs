using Almanach.Core.Cycle;
using Almanach.Core.Cycle.Collisions;
using Almanach.Core.Cycle.Preparation;
using Almanach.Core.Engine;

namespace Almanach.Web.Cockpit.Year.Prepare;

/// <summary>A year's dates in one form.</summary>
/// <param name="Opens">When it opens by itself; empty when it is open.</param>
/// <param name="Changes">What is not kept yet, in sentences; empty when all is as it is stored.</param>
/// <param name="HolidaysKnown">Until when school holidays are known, where the year goes beyond; empty otherwise.</param>
public sealed record PrepareView(
    int Year, string Href, bool IsOpen, string Opens, string Stamp, IReadOnlyList<PrepareLine> Lines, IReadOnlyList<string> Changes, string Collisions, string HolidaysKnown)
{
    /// <param name="plan">The year as it is shown.</param>
    /// <param name="typed">What stands in the fields where it cannot be read, by step.</param>
    internal static PrepareView Of(PrepareMatter matter, YearPlan plan, Func<Step, Typed>? typed = null)
    {
        var (setting, precedents) = (matter.Setting, Precedents.Of(matter.Setting, plan, matter.Past));
        var lines = plan.Steps.Select(step => PrepareLine.Of(matter, plan, step, precedents.GetValueOrDefault(step.Id), typed?.Invoke(step))).ToList();
        return new PrepareView(
            matter.Year, matter.Href, matter.IsOpen, matter.Opening is { IsAhead: true } opening ? setting.At(opening.Starts) : "", matter.Stamp, lines,
            [.. YearDraft.Differences(matter.Plan, plan).Select(date => Change(setting, matter.Plan.Find(date.Step)!, plan.Find(date.Step)!))],
            Counted(lines), YearCollisions.KnownUntil(setting, plan) is { } last ? Core.French.FrenchDates.Day(last) : "");
    }

    private static string Change(Setting setting, Step before, Step after) =>
        $"«\u00A0{after.Title}\u00A0»\u00A0: {setting.When(after)}, au lieu de\u00A0: {setting.When(before)}.";

    private static string Counted(IReadOnlyList<PrepareLine> lines)
    {
        var weights = lines.SelectMany(line => line.Collisions).CountBy(collision => collision.Weight).ToDictionary();
        return Core.French.Lists.Join(new[] { (Weight.Serious, "à corriger"), (Weight.Careful, "à revoir"), (Weight.Note, "à savoir") }
            .Where(pair => weights.ContainsKey(pair.Item1)).Select(pair => $"{Core.French.Numbers.Count(weights[pair.Item1], "point", "points")} {pair.Item2}"));
    }
}

/// <summary>One step and its fields.</summary>
/// <param name="Fixed">Why its dates are not chosen here; null when they are.</param>
/// <param name="Shown">What the fields hold when the page is shown, in one text.</param>
/// <param name="Before">What the year before did, in a sentence; empty when no year is known to have had it.</param>
/// <param name="Why">How the alternative was found; empty without one.</param>
/// <param name="Alike">The alternative.</param>
public sealed record PrepareLine(
    string Id, string Title, string Href, string When, string? Fixed, Typed Fields, string Shown, bool Ends, bool Changed, string Before, string Why, string Alike,
    IReadOnlyList<Collision> Collisions)
{
    internal static PrepareLine Of(PrepareMatter matter, YearPlan plan, Step step, Precedent? precedent, Typed? typed)
    {
        var setting = matter.Setting;
        var stored = matter.Plan.Find(step.Id)!;
        var free = matter.MayChange(stored);
        var fields = PrepareInput.Of(setting, step);
        return new PrepareLine(
            step.Id, step.Title, matter.IsOpen ? Addresses.Step(plan.Year, step.Id) : "", Words.Capital(setting.When(step)),
            free ? null : Reason(step), typed ?? fields, fields.ToString(), step.Ends is not null, (stored.Starts, stored.Ends) != (step.Starts, step.Ends),
            precedent is null ? "" : $"En {precedent.Year}\u00A0: {(precedent.Was.State == StepState.Skipped ? Words.State(precedent.Was) : setting.When(precedent.Was))}.",
            free && precedent?.Alike is not null ? precedent.Why : "",
            free && precedent?.Alike is { } alike ? setting.When(step with { Starts = alike.Starts, Ends = alike.Ends }) : "",
            YearCollisions.Of(setting, plan, step));
    }

    private static string Reason(Step step) => step switch
    {
        { IsBehind: true } => "Elle est passée.",
        { State: StepState.Open } => "Elle est en cours\u00A0: elle se déplace depuis sa page.",
        _ => "Des personnes la connaissent déjà\u00A0: elle se déplace depuis sa page, où vous lisez le message qui part.",
    };
}
