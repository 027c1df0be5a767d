using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Rehearsal;

/// <summary>What the coordinator did herself of a grouping, in a demonstration: the script does not do it over.</summary>
/// <param name="acts">The whole script: what it did bears its instants and its words.</param>
/// <param name="carried">Themes of the year before, as they came.</param>
internal sealed class OwnGrouping(IReadOnlyList<Act> acts, IReadOnlyList<CarriedTheme> carried, PlatformZone zone)
{
    /// <summary>Why nothing is grouped any more; null as long as the script may.</summary>
    public Refusal? Of(YearPlan? plan, Board board) =>
        plan?.Steps.Any(step => step is { Work: StepWork.ConsolidateThemes, State: StepState.Closed }) == true
            ? Refusal.Because(Why.NotNow, "Le regroupement est terminé\u00A0: il reste tel qu’il est.")
            : IsHers(board) ? Refusal.Because(Why.NotNow, "La coordination regroupe elle-même\u00A0: ses thèmes restent tels qu’ils sont.") : null;

    /// <summary>Whether she gave a theme words that are neither its authors’ nor the script’s; of one carried over, only where it is known how it came.</summary>
    public bool Words(Board board, Theme theme) => (theme.CarriedFrom is null || carried.Any(known => known.Id == theme.Id)) && IsReworded(board, theme);

    private bool IsReworded(Board board, Theme theme) =>
        !Known(theme.Title, board.Proposals.Values.Select(proposal => proposal.Title), Scripted(merge => merge.Title, edit => edit.Title), carried.Select(known => known.Title))
        || !Known(theme.Description, board.Proposals.Values.Select(proposal => proposal.Rationale), Scripted(merge => merge.Description, edit => edit.Description), carried.Select(known => known.Description));

    /// <summary>Something was merged at an instant that is none of the script’s, or stands again after it was merged.</summary>
    private bool IsHers(Board board)
    {
        var scripted = acts.OfType<Act.Merge>().Select(merge => zone.At(DateOnly.FromDateTime(merge.At), TimeOnly.FromDateTime(merge.At))).ToHashSet();
        return board.Themes.Values.Any(theme => theme.Steps.Where(step => step.Fate == Fate.Merged).ToList() is { Count: > 0 } merged
            && (theme.MergedInto is null || merged.Exists(step => !scripted.Contains(step.At))));
    }

    private IEnumerable<string?> Scripted(Func<Act.Merge, string?> merged, Func<Act.Edit, string?> edited) =>
        acts.OfType<Act.Merge>().Select(merged).Concat(acts.OfType<Act.Edit>().Select(edited));

    private static bool Known(string words, params IEnumerable<string?>[] all) =>
        words.Length == 0 || all.SelectMany(some => some).Any(other => other is not null && Names.Bare(other) == Names.Bare(words));
}
