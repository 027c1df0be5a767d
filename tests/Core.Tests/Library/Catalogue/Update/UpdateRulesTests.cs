using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;

namespace Almanach.Core.Tests.Library.Catalogue.Update;

/// <summary>What an answer proposes, and what becomes of it.</summary>
public sealed class UpdateRulesTests
{
    static readonly CatalogueEntry _entry = Cards.Entry("recensement", Cards.Card("Recensement", summary: "La population."));
    static readonly DateTimeOffset _later = Cards.Now.AddDays(8);

    [Fact]
    public void Every_field_of_a_card_differs_by_a_name_and_can_be_taken()
    {
        var other = new EntryCard("Autre", EntryKind.Report, [new Producer("caf")], 2000, 2001, new DateOnly(2020, 1, 2), ["ara"], "Par EPCI", ["emploi"], "Autre chose",
            "https://a.example.org/", EntryAccess.OnRequest, "Sur demande", Rhythm.Yearly, "Le service", "service@a.example.org", "Méthode", "Libre", EntryDiffusion.Internal);

        Assert.Equal(CardChanges.Names, CardChanges.Of(EntryCard.Blank, other));
        Assert.True(CardChanges.Take(EntryCard.Blank, other, CardChanges.Names).Says(other));
        Assert.All(CardChanges.Names, name => Assert.Equal([name], CardChanges.Of(EntryCard.Blank, CardChanges.Take(EntryCard.Blank, other, [name]))));
        Assert.All(CardChanges.Names, name => Assert.NotEmpty(CardChanges.Say(name, other, new CardNames(Cards.Setting, Cards.NameOf))));
    }

    [Fact]
    public void Only_what_is_right_is_confirmed_once_for_each_day()
    {
        var answer = Answer(("recensement", new EntrySaid(EntryWord.Current, Seen: EntryRules.Print(_entry), At: Cards.Now)));

        var confirmed = Assert.Single(UpdateRules.Confirmed(Shelf(_entry), answer, Day));

        Assert.Equal(new Confirmation(new DateOnly(2022, 3, 1), "insee"), confirmed.Confirmed);
        Assert.Empty(UpdateRules.Confirmed(Shelf(confirmed), answer, Day));
        Assert.Empty(UpdateRules.Confirmed(Shelf(_entry with { Confirmed = new Confirmation(new DateOnly(2022, 4, 1), "coordination") }), answer, Day));
        Assert.Empty(UpdateRules.Confirmed(Shelf(_entry with { Card = _entry.Card with { Area = "Par EPCI" } }), answer, Day)); // not what was read
        Assert.Empty(UpdateRules.Confirmed(Shelf(_entry with { Card = _entry.Card with { Producers = [new Producer("caf")] } }), answer, Day));
        Assert.Empty(UpdateRules.Confirmed(Shelf(EntryRules.Withdraw(_entry, "", _later)), answer, Day));
    }

    [Fact]
    public void Corrections_withdrawals_and_additions_are_proposed_and_nothing_else()
    {
        var answer = Answer([new EntryDraft("n-1", Cards.Card("Mobilités"))], ("a", new EntrySaid(EntryWord.Current)), ("b", new EntrySaid(EntryWord.ToCorrect)),
            ("c", new EntrySaid(EntryWord.ToCorrect, Card: Cards.Card("C"), Fields: ["titre"])), ("d", new EntrySaid(EntryWord.Outdated, "Remplacée.")));

        Assert.Equal([("2022-catalogue-insee-c", ProposalMatter.Correction), ("2022-catalogue-insee-d", ProposalMatter.Withdrawal), ("n-1", ProposalMatter.Addition)],
            UpdateRules.Proposed("2022-catalogue", answer).Select(proposal => (proposal.Id, proposal.Matter)));
    }

    [Fact]
    public void What_is_brought_twice_changes_nothing_the_second_time()
    {
        var proposed = Correction();

        Assert.Single(UpdateRules.Bring([], [proposed]));
        Assert.Empty(UpdateRules.Bring([proposed], [proposed]));
        Assert.Empty(UpdateRules.Bring([proposed with { Fate = ProposalFate.Accepted, Settled = _later }], [proposed]));
        Assert.Empty(UpdateRules.Bring([proposed with { Fate = ProposalFate.Aside, Settled = _later }], [proposed]));
    }

    [Fact]
    public void Another_correction_waits_anew_and_one_taken_back_goes_unless_it_was_decided()
    {
        var proposed = Correction();
        var other = proposed with { Card = proposed.Card! with { Title = "Encore un" } };

        Assert.IsType<Core.Ports.Change.Put>(Assert.Single(UpdateRules.Bring([proposed with { Fate = ProposalFate.Aside, Settled = _later }], [other])));
        Assert.IsType<Core.Ports.Change.Delete>(Assert.Single(UpdateRules.Bring([proposed], [])));
        Assert.Empty(UpdateRules.Bring([proposed with { Fate = ProposalFate.Accepted, Settled = _later }], []));
    }

    [Fact]
    public void Accepting_a_correction_writes_what_changed_and_leaves_what_somebody_else_wrote()
    {
        var changed = _entry with { Card = _entry.Card with { Area = "Par EPCI" } };

        var accepted = Accepted(Accept(Correction(), changed));

        Assert.Equal(("Recensement de la population", "Par EPCI"), (accepted.Entry.Card.Title, accepted.Entry.Card.Area));
        Assert.Equal(new Confirmation(new DateOnly(2022, 3, 1), "insee"), accepted.Entry.Confirmed);
        Assert.Equal((ProposalFate.Accepted, _later), (accepted.Proposal.Fate, accepted.Proposal.Settled!.Value));
    }

    [Fact]
    public void Accepting_a_withdrawal_says_why_and_an_addition_gets_an_address()
    {
        var withdrawal = Correction() with { Matter = ProposalMatter.Withdrawal, Card = null, Fields = [], Reason = "Remplacée." };
        var addition = Correction() with { Matter = ProposalMatter.Addition, Entry = "", Card = Cards.Card("Recensement") };

        Assert.Equal("Remplacée.", Accepted(Accept(withdrawal, _entry)).Entry.Withdrawn);
        var added = Accepted(Accept(addition, _entry));
        Assert.Equal(("recensement-2", "recensement-2"), (added.Entry.Id, added.Proposal.Entry));
        Assert.Equal(_later, added.Entry.Added);
    }

    [Fact]
    public void Nothing_is_decided_twice_or_over_what_changed()
    {
        var proposal = Correction();
        var seen = UpdateRules.Print(proposal, _entry);
        var changed = _entry with { Card = _entry.Card with { Area = "Par EPCI" } };

        Assert.IsType<Decision<Acceptance>.AlreadyDone>(Accept(proposal with { Fate = ProposalFate.Accepted }, _entry, seen));
        Assert.Equal(Why.NotNow, Refused(Accept(proposal with { Fate = ProposalFate.Aside }, _entry, seen)));
        Assert.Equal(Why.Changed, Refused(Accept(proposal, changed, seen)));
        Assert.Equal(Why.Changed, Refused(Accept(proposal with { Reason = "autre" }, _entry, seen)));
        Assert.Equal(Why.NotNow, Refused(Accept(proposal, null)));
        Assert.Equal(Why.Invalid, Refused(Accept(proposal with { Card = proposal.Card! with { Title = "" } }, _entry)));
        Assert.IsType<Decision<Acceptance>.Accepted>(Accept(proposal, _entry with { Confirmed = new Confirmation(new DateOnly(2022, 2, 1), "caf") }, seen)); // another producer’s word changes nothing that was shown
    }

    [Fact]
    public void Setting_aside_is_done_once_and_says_why()
    {
        var proposal = Correction();
        var shelf = Shelf(_entry);

        var aside = Assert.IsType<Decision<EntryProposal>.Accepted>(UpdateRules.SetAside(proposal, "Déjà écrit.", UpdateRules.Print(proposal, _entry), shelf, _later)).State;

        Assert.Equal((ProposalFate.Aside, "Déjà écrit.", _later), (aside.Fate, aside.Why, aside.Settled!.Value));
        Assert.IsType<Decision<EntryProposal>.AlreadyDone>(UpdateRules.SetAside(aside, "", null, shelf, _later));
        Assert.IsType<Decision<EntryProposal>.Refused>(UpdateRules.SetAside(proposal with { Fate = ProposalFate.Accepted }, "", null, shelf, _later));
        Assert.IsType<Decision<EntryProposal>.Refused>(UpdateRules.SetAside(proposal, "", "autre", shelf, _later));
        Assert.IsType<Decision<EntryProposal>.Refused>(UpdateRules.SetAside(proposal, new string('a', EntryRules.MaxLine + 1), null, shelf, _later));
    }

    static EntryProposal Correction() => new("2022-catalogue-insee-recensement", "2022-catalogue", "insee", ProposalMatter.Correction, "recensement", "Recensement",
        _entry.Card with { Title = "Recensement de la population" }, ["titre"], EntryRules.Print(_entry), "", Cards.Now);

    static Decision<Acceptance> Accept(EntryProposal proposal, CatalogueEntry? entry, string? seen = null) =>
        UpdateRules.Accept(proposal, seen, Shelf(entry is null ? [] : [entry]), Cards.Setting, _later, Day);

    static Acceptance Accepted(Decision<Acceptance> decision) => Assert.IsType<Decision<Acceptance>.Accepted>(decision).State;

    static Why Refused(Decision<Acceptance> decision) => Assert.IsType<Decision<Acceptance>.Refused>(decision).Refusal.Why;

    static CatalogueShelf Shelf(params IReadOnlyList<CatalogueEntry> entries) => new(entries, Cards.Setting, Cards.Roster);

    static Answer Answer(params (string Id, EntrySaid Said)[] said) => Answer([], said);

    static Answer Answer(IReadOnlyList<EntryDraft> added, params (string Id, EntrySaid Said)[] said) => new("insee", 1, "c1", Channel.Page, Cards.Now, false, false,
        new Dictionary<string, AnswerValue> { ["fiches"] = new AnswerValue.Entries(said.ToDictionary(one => one.Id, one => one.Said), added) });

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.Date);
}
