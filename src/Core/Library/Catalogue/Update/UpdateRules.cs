using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue.Update;

/// <summary>What an answer of a producer changes in the catalogue, and what becomes of its proposals. Pure.</summary>
public static class UpdateRules
{
    /// <summary>What an answer proposes: corrections that are written, withdrawals, additions.</summary>
    public static IReadOnlyList<EntryProposal> Proposed(string consultation, Answer answer) =>
    [
        .. Said(answer).Where(pair => pair.Value is { Word: EntryWord.Outdated } or { Word: EntryWord.ToCorrect, Card: not null }).Select(pair => new EntryProposal(
            $"{consultation}-{answer.Unit}-{pair.Key}", consultation, answer.Unit, pair.Value.Word == EntryWord.Outdated ? ProposalMatter.Withdrawal : ProposalMatter.Correction,
            pair.Key, pair.Value.Title, pair.Value.Card, pair.Value.Fields ?? [], pair.Value.Seen, pair.Value.Reason, pair.Value.At)),
        .. answer.Values.Values.OfType<AnswerValue.Entries>().SelectMany(value => value.Added).Select(draft => new EntryProposal(
            draft.Id, consultation, answer.Unit, ProposalMatter.Addition, "", draft.Card.Title, draft.Card, [], "", "", answer.At)),
    ];

    /// <summary>
    /// The rows that must change so that what waits is what the answer proposes now. What was decided stays decided as long as
    /// the same is proposed; what is proposed no more, and still waits, goes.
    /// </summary>
    /// <param name="known">Of this consultation and organisation.</param>
    public static IReadOnlyList<Ports.Change> Bring(IReadOnlyList<EntryProposal> known, IReadOnlyList<EntryProposal> proposed)
    {
        var before = known.ToDictionary(proposal => proposal.Id);
        var now = proposed.Select(proposal => proposal.Id).ToHashSet();
        return
        [
            .. proposed.Where(proposal => before.GetValueOrDefault(proposal.Id) is not { } row || !row.Says(proposal)).Select(Put),
            .. known.Where(proposal => proposal.Waits && !now.Contains(proposal.Id)).Select(proposal => new Ports.Change.Delete(EntryProposal.Prefix + proposal.Id)),
        ];
    }

    /// <summary>Entries that bear the producer's word from now on: those it read as they stand, unless somebody confirmed them later.</summary>
    public static IReadOnlyList<CatalogueEntry> Confirmed(CatalogueShelf shelf, Answer answer, Func<DateTimeOffset, DateOnly> dayOf) =>
    [
        .. Said(answer).Where(pair => pair.Value.Word == EntryWord.Current)
            .Select(pair => (Entry: shelf.Entries.GetValueOrDefault(pair.Key), Said: pair.Value))
            .Where(pair => pair.Entry is { IsCurrent: true } && pair.Entry.IsOf(answer.Unit) && EntryRules.Print(pair.Entry) == pair.Said.Seen
                && (pair.Entry.Confirmed is not { } known || known.Day < dayOf(pair.Said.At)))
            .Select(pair => pair.Entry! with { Confirmed = new Confirmation(dayOf(pair.Said.At), answer.Unit) }),
    ];

    /// <summary>Writes what is proposed into the catalogue, confirmed by whoever proposed it.</summary>
    /// <param name="seen">What the coordinator was shown (<see cref="Print"/>); null where it does not matter.</param>
    public static Decision<Acceptance> Accept(
        EntryProposal proposal, string? seen, CatalogueShelf shelf, CatalogueSetting setting, DateTimeOffset now, Func<DateTimeOffset, DateOnly> dayOf)
    {
        if (proposal.Fate == ProposalFate.Accepted)
            return Decision.Done<Acceptance>();
        if (!proposal.Waits)
            return Decided(proposal);
        var entry = shelf.Entries.GetValueOrDefault(proposal.Entry);
        if (seen is not null && seen != Print(proposal, entry))
            return Changed;
        if (proposal.Matter != ProposalMatter.Addition && entry is null)
            return Refusal.Because(Why.NotNow, "La fiche n’est plus dans le catalogue. Écartez cette proposition.");
        if (proposal.Matter == ProposalMatter.Addition && shelf.Entries.Count >= EntryRules.MostEntries)
            return Refusal.Because(Why.NotNow, "Le catalogue est plein. Retirez d’abord des fiches qui ne sont plus à jour.");
        var card = Becomes(proposal, entry);
        if (card is not null && EntryRules.Check(card, setting, shelf.Roster) is { Count: > 0 } errors)
            return Refusal.Because(Why.Invalid, $"Cette fiche ne peut plus s’écrire telle quelle\u00A0: {errors[0].Message} Corrigez la fiche vous-même, puis écartez la proposition.");
        var confirmed = new Confirmation(dayOf(proposal.At), proposal.Organisation);
        var written = proposal.Matter switch
        {
            ProposalMatter.Addition => EntryRules.New(EntryRules.Id(card!.Title, shelf.Entries.ContainsKey), card, now, confirmed),
            ProposalMatter.Withdrawal => entry!.IsCurrent ? EntryRules.Withdraw(entry, proposal.Reason, now) : entry,
            ProposalMatter.Correction => EntryRules.Edit(entry!, card!, now, Later(entry!.Confirmed, confirmed)) ?? entry,
        };
        return Decision.Accept(new Acceptance(written, proposal with { Fate = ProposalFate.Accepted, Settled = now, Entry = written.Id }));
    }

    /// <summary>The entry stays as it is.</summary>
    /// <param name="why">For the producer to read; may be empty.</param>
    /// <inheritdoc cref="Accept" path="/param[@name='seen']"/>
    public static Decision<EntryProposal> SetAside(EntryProposal proposal, string why, string? seen, CatalogueShelf shelf, DateTimeOffset now)
    {
        if (proposal.Fate == ProposalFate.Aside)
            return Decision.Done<EntryProposal>();
        if (!proposal.Waits)
            return Decided(proposal);
        if (why.Length > EntryRules.MaxLine)
            return Refusal.Invalid(new FieldError("raison", $"Gardez {EntryRules.MaxLine} caractères au plus."));
        return seen is not null && seen != Print(proposal, shelf.Entries.GetValueOrDefault(proposal.Entry)) ? Changed
            : Decision.Accept(proposal with { Fate = ProposalFate.Aside, Why = why, Settled = now });
    }

    /// <summary>The card as it would be: of a correction only what its producer changed, the rest as it stands now. Null for a withdrawal.</summary>
    public static EntryCard? Becomes(EntryProposal proposal, CatalogueEntry? entry) =>
        proposal.Matter == ProposalMatter.Correction && entry is not null ? CardChanges.Take(entry.Card, proposal.Card!, proposal.Fields) : proposal.Card;

    /// <summary>What the coordinator is shown: the proposal, and the entry it is about.</summary>
    public static string Print(EntryProposal proposal, CatalogueEntry? entry) => $"{Engine.Print.Of(proposal)}{(entry is null ? "" : EntryRules.Print(entry))}";

    /// <summary>The proposal without what names somebody; null where nothing does.</summary>
    public static EntryProposal? Without(EntryProposal proposal, Func<string, bool> isHer)
    {
        string Kept(string text) => isHer(text) ? "" : text;
        var without = proposal with
        {
            Card = proposal.Card is { } card ? EntryRules.Without(card, isHer) : null,
            Reason = Kept(proposal.Reason),
            Why = Kept(proposal.Why),
        };
        return without == proposal ? null : without;
    }

    private static IEnumerable<KeyValuePair<string, EntrySaid>> Said(Answer answer) => answer.Values.Values.OfType<AnswerValue.Entries>().SelectMany(value => value.ByEntry);

    private static Ports.Change Put(EntryProposal proposal) => new Ports.Change.Put(EntryProposal.Prefix + proposal.Id, Stored.Write(proposal));

    private static Confirmation Later(Confirmation? known, Confirmation said) => known is not null && known.Day > said.Day ? known : said;

    private static Refusal Decided(EntryProposal proposal) => Refusal.Because(Why.NotNow,
        proposal.Fate == ProposalFate.Accepted ? "Cette proposition est déjà acceptée, peut-être dans un autre onglet." : "Cette proposition est déjà écartée, peut-être dans un autre onglet.");

    private static Refusal Changed => Refusal.Because(Why.Changed, "La fiche ou la proposition a changé depuis que cette page est ouverte. Rien n’est écrit\u00A0: relisez les différences, puis décidez de nouveau.");
}

/// <summary>What accepting writes: both rows in one commit.</summary>
public sealed record Acceptance(CatalogueEntry Entry, EntryProposal Proposal);
