using Almanach.Core.Consultations;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;

namespace Almanach.Core.Tests.Library.Catalogue.Update;

/// <summary>What a producer says of its entries, held against the catalogue.</summary>
public sealed class EntryAnswersTests
{
    const string Question = "fiches";

    static readonly CatalogueEntry _census = Cards.Entry("recensement", Cards.Card("Recensement", themes: "emploi", territories: "ara"));
    static readonly CatalogueEntry _other = Cards.Entry("allocataires", Cards.Card("Allocataires", producer: "caf"));
    static readonly CatalogueShelf _shelf = Shelf(_census, _other);

    [Fact]
    public void What_is_said_bears_the_title_the_version_and_the_day()
    {
        var said = Said(Give(Entries(("recensement", new EntrySaid(EntryWord.Current)))), "recensement");

        Assert.Equal(("Recensement", EntryRules.Print(_census), Cards.Now), (said.Title, said.Seen, said.At));
    }

    [Fact]
    public void A_correction_names_the_fields_it_changes()
    {
        var card = _census.Card with { Title = "Recensement de la population", Address = "https://www.insee.fr/" };

        Assert.Equal(["titre", "adresse"], Said(Give(Entries(("recensement", new EntrySaid(EntryWord.ToCorrect, Card: card)))), "recensement").Fields);
    }

    [Fact]
    public void What_was_said_before_keeps_its_day()
    {
        var first = Answer(Give(Entries(("recensement", new EntrySaid(EntryWord.Current)))));

        var again = Give(Entries(("recensement", new EntrySaid(EntryWord.Current))), first, Cards.Now.AddDays(3));

        Assert.Equal(Cards.Now, Said(again, "recensement").At);
    }

    [Fact]
    public void An_entry_that_changed_is_confirmed_anew()
    {
        var first = Answer(Give(Entries(("recensement", new EntrySaid(EntryWord.Current)))));
        var changed = Shelf(_census with { Card = _census.Card with { Area = "Par EPCI" } });

        var again = EntryAnswers.Give("2022-catalogue", Command(Entries(("recensement", new EntrySaid(EntryWord.Current))), Cards.Now.AddDays(3)), first, changed);

        Assert.Equal(Cards.Now.AddDays(3), Said(again, "recensement").At);
    }

    [Fact]
    public void A_new_entry_gets_an_id_of_its_own_which_it_keeps()
    {
        var first = Give(new AnswerValue.Entries(new Dictionary<string, EntrySaid>(), [new EntryDraft("", Cards.Card("Une")), new EntryDraft("de quelqu’un", Cards.Card("Deux"))]));
        var added = Value(first).Added;

        var again = Value(Give(new AnswerValue.Entries(new Dictionary<string, EntrySaid>(), [added[1] with { Card = Cards.Card("Deux bis") }, new EntryDraft("", Cards.Card("Trois"))]), Answer(first))).Added;

        Assert.Equal(["insee-2022-catalogue-1-1", "insee-2022-catalogue-1-2"], added.Select(draft => draft.Id));
        Assert.Equal(["insee-2022-catalogue-1-2", "insee-2022-catalogue-2-2"], again.Select(draft => draft.Id));
    }

    [Fact]
    public void Only_ones_own_current_entries_are_spoken_of_as_they_stand()
    {
        var shelf = Shelf(_census, _other, EntryRules.Withdraw(Cards.Entry("ancienne", Cards.Card("Ancienne")), "", Cards.Now));

        Assert.Equal(["fiches.allocataires"], Wrong(shelf, ("allocataires", new EntrySaid(EntryWord.Current))));
        Assert.Equal(["fiches.inconnue"], Wrong(shelf, ("inconnue", new EntrySaid(EntryWord.Current))));
        Assert.Equal(["fiches.ancienne"], Wrong(shelf, ("ancienne", new EntrySaid(EntryWord.Current))));
        Assert.Equal(["fiches.recensement"], Wrong(shelf, ("recensement", new EntrySaid(EntryWord.Current, Seen: "autre"))));
        Assert.Empty(Wrong(shelf, ("recensement", new EntrySaid(EntryWord.Current))));
    }

    [Fact]
    public void A_withdrawal_has_a_reason_that_names_nobody()
    {
        Assert.Equal(["fiches.recensement.raison"], Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.Outdated))));
        Assert.Equal(["fiches.recensement.raison"], Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.Outdated, new string('a', EntryRules.MaxLine + 1)))));
        Assert.Equal(["fiches.recensement.raison"], Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.Outdated, "Voir Claire Martin."))));
        Assert.Empty(Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.Outdated, "Remplacée."))));
    }

    [Fact]
    public void A_correction_changes_something_and_is_a_card_that_may_be_written()
    {
        Assert.Equal(["titre"], Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.ToCorrect, Card: _census.Card))));
        Assert.Equal(["service"], Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.ToCorrect, Card: _census.Card with { Service = "Claire Martin" }))));
        Assert.Empty(Wrong(_shelf, ("recensement", new EntrySaid(EntryWord.ToCorrect))));
    }

    [Fact]
    public void A_new_entry_is_one_of_the_producers_own()
    {
        IReadOnlyList<string> Adding(params EntryCard[] cards) => Wrong(_shelf, new AnswerValue.Entries(new Dictionary<string, EntrySaid>(), [.. cards.Select(card => new EntryDraft("", card))]));

        Assert.Equal(["producteurs"], Adding(Cards.Card("Une", producer: "caf")));
        Assert.Equal(["titre"], Adding(Cards.Card("")));
        Assert.Equal(["fiches"], Adding([.. Enumerable.Range(0, EntryAnswers.MostAdded + 1).Select(number => Cards.Card($"Fiche {number}"))]));
        Assert.Equal(["fiches"], Adding());
    }

    [Fact]
    public void An_answer_fits_its_record()
    {
        var many = Enumerable.Range(0, 90).Select(number => Cards.Entry($"f-{number}", Cards.Card($"F {number}"))).ToArray();
        var value = Entries([.. many.Select(entry => (entry.Id, new EntrySaid(EntryWord.ToCorrect, Card: entry.Card with { Summary = new string('é', EntryRules.MaxSummary) })))]);

        Assert.Equal(["fiches"], Wrong(Shelf(many), value));
        Assert.True(EntryAnswers.MostCharacters * 2 < Core.Ports.StoreLimits.ValueBytes);
    }

    [Fact]
    public void What_was_accepted_meanwhile_is_not_held_against_the_next_answer()
    {
        var before = Answer(Give(Entries(("recensement", new EntrySaid(EntryWord.Outdated, "Remplacée.")))));
        var shelf = Shelf(EntryRules.Withdraw(_census, "Remplacée.", Cards.Now), Cards.Entry("autre", Cards.Card("Autre")));

        var command = EntryAnswers.Give("2022-catalogue", Command(Entries(("recensement", new EntrySaid(EntryWord.Outdated, "Remplacée.")), ("autre", new EntrySaid(EntryWord.Current))), Cards.Now), before, shelf);

        Assert.Empty(EntryAnswers.Check(command, before, shelf, Cards.Setting));
    }

    [Fact]
    public void The_receipt_says_all_that_was_written()
    {
        var card = _census.Card with { Title = "Recensement de la population", Territories = ["ara", "rhone"], Address = "" };
        var value = Value(Give(new AnswerValue.Entries(
            new Dictionary<string, EntrySaid> { ["recensement"] = new(EntryWord.ToCorrect, Card: card) }, [new EntryDraft("", Cards.Card("Mobilités", from: 2021, summary: "Qui part, qui vient."))])));

        Assert.Equal(
            [
                "«\u00A0Recensement\u00A0»\u00A0: à corriger (titre et territoires)\nTitre\u00A0: Recensement de la population\nTerritoires\u00A0: Auvergne-Rhône-Alpes et Rhône",
                "«\u00A0Mobilités\u00A0»\u00A0: nouvelle fiche\nSorte\u00A0: étude\nProducteurs\u00A0: Insee\nAnnées\u00A0: 2021\nRésumé\u00A0: Qui part, qui vient.\nAccès\u00A0: accès libre\nDiffusion\u00A0: publique",
            ],
            EntrySaidWords.Whole(value, new CardNames(Cards.Setting, Cards.NameOf)));
    }

    static CatalogueShelf Shelf(params IReadOnlyList<CatalogueEntry> entries) => new(entries, Cards.Setting, Cards.Roster);

    static AnswerValue.Entries Entries(params IReadOnlyList<(string Id, EntrySaid Said)> said) => new(said.ToDictionary(one => one.Id, one => one.Said), []);

    static AnswerCommand Command(AnswerValue.Entries value, DateTimeOffset now) =>
        new("insee", "insee", "c1", Channel.Page, false, new Dictionary<string, AnswerValue> { [Question] = value }, now);

    static AnswerCommand Give(AnswerValue.Entries value, Answer? before = null, DateTimeOffset? now = null) =>
        EntryAnswers.Give("2022-catalogue", Command(value, now ?? Cards.Now), before, _shelf);

    static AnswerValue.Entries Value(AnswerCommand command) => (AnswerValue.Entries)command.Values[Question];

    static EntrySaid Said(AnswerCommand command, string id) => Value(command).ByEntry[id];

    static Answer Answer(AnswerCommand command) => new("insee", 1, "c1", Channel.Page, command.Now, false, false, command.Values);

    static IReadOnlyList<string> Wrong(CatalogueShelf shelf, params (string Id, EntrySaid Said)[] said) => Wrong(shelf, Entries(said));

    static IReadOnlyList<string> Wrong(CatalogueShelf shelf, AnswerValue.Entries value) =>
        [.. EntryAnswers.Check(EntryAnswers.Give("2022-catalogue", Command(value, Cards.Now), null, shelf), null, shelf, Cards.Setting).Select(error => error.Field)];
}
