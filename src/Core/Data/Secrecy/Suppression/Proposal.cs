using Almanach.Core.Data.Secrecy.Words;

namespace Almanach.Core.Data.Secrecy.Suppression;

/// <summary>
/// The smallest set of further cells to hide. Hiding more only widens what was hidden before, so only cells that leak are looked
/// at again, and every protecting set contains one figure that stands beside the component of a leak: that is what is branched on.
/// </summary>
static class Proposal
{
    // Beyond, sets are too many for a proof.
    const int LeaksForProof = 12;

    public static Suggestion Of(AuditTable table, SecrecyRules rules, AuditLimits limits, IReadOnlyList<int> leaks)
    {
        var state = new Trial(table, rules, limits, leaks);
        var (good, unprotected) = Greedy.Set(state);
        if (unprotected.Count > 0)
            return new Suggestion(good, false, unprotected, SuggestionWords.Of(table, good, false, unprotected));
        var (best, isSmallest) = leaks.Count <= LeaksForProof ? SmallestSet.AtMost(state, good, limits.Sets) : (good, false);
        return new Suggestion(best, isSmallest, [], SuggestionWords.Of(table, best, isSmallest, []));
    }
}
