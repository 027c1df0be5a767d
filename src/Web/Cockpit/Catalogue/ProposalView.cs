using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;

namespace Almanach.Web.Cockpit.Catalogue;

/// <summary>What a producer proposes, beside what the catalogue says now.</summary>
/// <param name="Producer">Its name.</param>
/// <param name="Entry">As it stands; null for a new one.</param>
/// <param name="Differences">Of a correction, what would change; of a new entry, what it says.</param>
/// <param name="HasChanged">The entry is not any more what its producer read.</param>
/// <param name="Seen">What is shown, sent back with the decision.</param>
public sealed record ProposalView(EntryProposal Proposal, string Producer, CatalogueEntry? Entry, IReadOnlyList<Difference> Differences, bool HasChanged, string Seen)
{
    public static ProposalView Of(EntryProposal proposal, CatalogueShelf shelf, CatalogueSetting setting)
    {
        var entry = shelf.Entries.GetValueOrDefault(proposal.Entry);
        return new ProposalView(proposal, shelf.NameOf(new Producer(proposal.Organisation)), entry, [.. Differing(proposal, entry, new CardNames(setting, shelf.NameOf))],
            entry is not null && EntryRules.Print(entry) != proposal.Seen, UpdateRules.Print(proposal, entry));
    }

    private static IEnumerable<Difference> Differing(EntryProposal proposal, CatalogueEntry? entry, CardNames names) => proposal switch
    {
        { Card: not { } } => [],
        { Matter: ProposalMatter.Correction } when entry is not null => proposal.Fields.Select(field => new Difference(field, CardChanges.Say(field, entry.Card, names), CardChanges.Say(field, proposal.Card!, names))),
        _ => CardChanges.Names.Select(field => new Difference(field, "", CardChanges.Say(field, proposal.Card!, names))).Where(difference => difference.After.Length > 0),
    };
}

/// <param name="Before">In words; empty for nothing.</param>
public sealed record Difference(string Field, string Before, string After);
