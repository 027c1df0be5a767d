using Almanach.Core.Data.Territories.Names;

namespace Almanach.Core.Data.Territories.Repair;

/// <summary>A name in the column of codes.</summary>
internal static class NameProposals
{
    public static IEnumerable<CodeProposal> Of(string text, NameIndex names)
    {
        var match = names.Find(text);
        return match.Kind switch
        {
            NameMatchKind.Unique when names.OnceBore(text, match.Found[0]) is { Count: > 0 } others =>
                others.Prepend(match.Found[0]).Select(one => Proposal(one, "C’est un nom, qu’un autre territoire portait avant\u00A0: rien ne dit lequel.")),
            NameMatchKind.Unique => [Proposal(match.Found[0], "C’est un nom\u00A0: un seul territoire le porte.")],
            NameMatchKind.Ambiguous => match.Found.Select(one => Proposal(one, $"C’est un nom, que {match.Found.Count} territoires portent\u00A0: rien ne dit lequel.")),
            NameMatchKind.Unknown => names.Near(text).Select(one => Proposal(one, "Un nom s’écrit presque ainsi.") with { Flaw = CodeFlaw.NearName }),
        };
    }

    private static CodeProposal Proposal(ListedTerritory one, string reason) => new(one.Code, one.Name, CodeFlaw.Name, reason);
}
