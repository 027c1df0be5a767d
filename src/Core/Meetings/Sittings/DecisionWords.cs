using Almanach.Core.French;
using Almanach.Core.Programme;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>A decision in one sentence, when nobody wrote another: the minutes say it so.</summary>
public static class DecisionWords
{
    /// <param name="titles">Titles of the themes it is about.</param>
    /// <param name="kind">Name of the kind of action, for an adoption.</param>
    public static string Of(DecisionOutcome outcome, IReadOnlyList<string> titles, AdoptedAction? action, string kind, int year)
    {
        var about = Lists.Join(titles.Select(title => $"«\u00A0{title}\u00A0»"));
        var several = titles.Count > 1;
        return outcome switch
        {
            DecisionOutcome.Adopt when titles is [var only] && only == action!.Title =>
                $"{about} est inscrit au programme de travail {year}\u00A0: {Held(action, kind)}.",
            DecisionOutcome.Adopt when titles.Count > 0 =>
                $"{about} {(several ? "sont inscrits" : "est inscrit")} au programme de travail {year} sous le titre «\u00A0{action!.Title}\u00A0»\u00A0: {Held(action, kind)}.",
            DecisionOutcome.Adopt => $"«\u00A0{action!.Title}\u00A0» est inscrit au programme de travail {year}\u00A0: {Held(action, kind)}.",
            DecisionOutcome.CarryOver => $"{about} {(several ? "sont reportés" : "est reporté")} à l’année suivante.",
            DecisionOutcome.Reject => $"{about} {(several ? "ne sont pas retenus" : "n’est pas retenu")} cette année.",
            DecisionOutcome.Record => about,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Held(AdoptedAction action, string kind)
    {
        var dates = action.Occurrences.Select(occurrence =>
            (occurrence.Place.Length > 0 ? $"{ProgrammeWords.When(occurrence)}, {occurrence.Place}" : ProgrammeWords.When(occurrence))
            + (occurrence.Provisional ? " (sous réserve)" : ""));
        return action.Occurrences.Count == 0 ? kind.ToLowerInvariant() : $"{kind.ToLowerInvariant()}, {Lists.Join(dates)}";
    }
}
