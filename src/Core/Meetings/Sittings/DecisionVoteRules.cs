using Almanach.Core.Engine;

namespace Almanach.Core.Meetings.Sittings;

/// <summary>Whether the votes of a meeting can be right. Pure.</summary>
public static class DecisionVoteRules
{
    /// <param name="field">Names the field where each decision's vote is typed.</param>
    public static IEnumerable<FieldError> Check(IReadOnlyList<MeetingDecision> decisions, Sitting sitting, Func<MeetingDecision, string> field) =>
        decisions.Select(decision => (decision, problem: Problem(decision, sitting))).Where(pair => pair.problem is not null)
            .Select(pair => new FieldError(field(pair.decision), pair.problem!));

    private static string? Problem(MeetingDecision decision, Sitting sitting)
    {
        if ((decision.Vote is not null || decision.Recused is { Count: > 0 }) && !sitting.Saved)
            return "Enregistrez d’abord la feuille d’émargement\u00A0: les voix se comparent aux membres présents.";
        if (decision.Recused?.FirstOrDefault(contact => !sitting.Present.Contains(contact)) is not null)
            return "Une personne qui se déporte n’est ni présente ni représentée. Retirez-la, ou corrigez la feuille d’émargement.";
        if (decision.Vote is not { } vote)
            return null;
        var voters = sitting.Voters(decision);
        if (vote.For < 0 || vote.Against < 0 || vote.Abstained < 0)
            return "Un nombre de voix ne peut pas être négatif.";
        if (vote.For > voters || vote.Against > voters || vote.Abstained > voters || vote.Cast > voters)
            return $"Il y a plus de voix que de votants\u00A0: {voters} au plus (présents ou représentés, sans les déports). Vérifiez les nombres.";
        if (vote.Cast == 0)
            return "Ce vote n’a aucune voix\u00A0: laissez les nombres vides s’il n’y a pas eu de vote.";
        if (vote.Chair is not null && !vote.Tied)
            return "La voix prépondérante ne sert qu’à égalité. Retirez-la, ou corrigez les nombres.";
        if (vote.Chair is not null && sitting.Body is not { CastingVote: true })
            return "Dans cette instance, la présidence n’a pas de voix prépondérante. Retirez-la.";
        if (decision.Outcome == DecisionOutcome.Adopt && !vote.Carried)
            return vote.Tied && sitting.Body is { CastingVote: true }
                ? "Les voix sont à égalité\u00A0: dites comment la présidence a voté, ou changez ce que devient ce thème."
                : "Cette action n’a pas la majorité\u00A0: elle ne peut pas être inscrite au programme. Vérifiez les nombres, ou changez ce que devient ce thème.";
        return null;
    }
}
