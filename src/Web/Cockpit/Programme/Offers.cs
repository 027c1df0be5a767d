using Almanach.Core.Consultations;
using Almanach.Core.Network;
using Almanach.Core.Programme.Holding;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Programme;

/// <summary>What partners said of who could speak: in the proposals of an action's themes, then in the consultation its kind names.</summary>
internal static class Offers
{
    public static IReadOnlyList<(string Who, string What)> Of(Holding holding, Roster roster) => [.. Proposed(holding, roster), .. Answered(holding, roster)];

    private static IEnumerable<(string, string)> Proposed(Holding holding, Roster roster) =>
        holding.Action.Themes.Where(holding.Board.Themes.ContainsKey).SelectMany(theme => holding.Board.Themes[theme].Proposals)
            .Where(holding.Board.Proposals.ContainsKey).Select(id => holding.Board.Proposals[id])
            .Where(proposal => !proposal.Withdrawn && (proposal.CanSpeak || proposal.OutsideSpeaker.Length > 0))
            .Select(proposal => (Room.NameOf(roster, proposal.Organisation),
                string.Join(", ", new[] { proposal.CanSpeak ? "peut intervenir" : "", proposal.OutsideSpeaker.Length > 0 ? $"propose d’inviter {proposal.OutsideSpeaker}" : "" }.Where(text => text.Length > 0))));

    private static IEnumerable<(string, string)> Answered(Holding holding, Roster roster) => holding.Rules is { Speaker: true }
        ? holding.Answers.OrderBy(answer => answer.Unit, StringComparer.Ordinal)
            .SelectMany(answer => answer.Values.Values.OfType<AnswerValue.Text>().Where(text => text.Value.Trim().Length > 0)
                .Select(text => (Room.NameOf(roster, roster.OrganisationOf(answer.Unit)?.Id ?? answer.Unit), text.Value)))
        : [];
}
