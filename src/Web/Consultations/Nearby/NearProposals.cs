using Almanach.Core.French;
using Almanach.Core.Themes;
using Almanach.Web.Layout;

namespace Almanach.Web.Consultations.Nearby;

/// <summary>« Trois propositions proches »: what others propose that resembles a title.</summary>
internal static class NearProposals
{
    private const int Most = 3;

    public static IReadOnlyList<Proposal> To(Visit visit, string title) =>
        Similarity.Nearest(title, visit.Others, proposal => proposal.Title, Most);

    /// <summary>As a box to tick: the title, who proposes it, how many support it.</summary>
    public static ChoiceOption Option(Visit visit, Proposal proposal) => new(proposal.Id, proposal.Title, By(visit, proposal));

    /// <summary>« Une proposition proche », « Trois propositions proches ».</summary>
    public static string Count(int count) => count == 1
        ? "Une proposition proche" : $"{Capitals.First(Numbers.Words(count, feminine: true))} propositions proches";

    private static string By(Visit visit, Proposal proposal)
    {
        var author = proposal.Origin == ProposalOrigin.PublicForm
            ? $"{proposal.Organisation} (hors réseau)"
            : visit.Roster.Organisations.GetValueOrDefault(proposal.Organisation)?.For ?? "un organisme qui a quitté le réseau";
        var support = proposal.Support.Count switch
        {
            0 => "",
            1 => ", soutenue par un organisme",
            var several => $", soutenue par {Numbers.Words(several)} organismes",
        };
        return $"Proposée par {author}{support}";
    }
}
