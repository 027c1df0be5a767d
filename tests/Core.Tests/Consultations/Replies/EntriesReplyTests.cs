using Almanach.Core.Consultations;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;
using static Almanach.Core.Tests.Consultations.Replies.Given;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>Replies of a producer: « tout est à jour » confirms every entry; all else, a person reads.</summary>
public sealed class EntriesReplyTests
{
    static readonly Consultation _asked = Asking(Question(QuestionKind.Entries, false));
    static readonly Dictionary<string, string> _entries = new() { ["b"] = "print-b", ["a"] = "print-a" };

    [Theory]
    [InlineData("Tout est à jour")]
    [InlineData("Bonjour,\n\nTout est à jour.\n\nBien cordialement")]
    [InlineData("Bonjour Madame, tout est bien à jour de notre côté. Bonne journée,")]
    [InlineData("tout est toujours exact et à jour, merci")]
    [InlineData("Rien à changer")]
    [InlineData("Bonjour, rien à modifier sur nos fiches. Cordialement")]
    [InlineData("Je n’ai rien à signaler.")]
    [InlineData("RAS")]
    [InlineData("RAS pour cette année")]
    [InlineData("Pas de changement cette année.")]
    [InlineData("Aucune modification à apporter de notre part.")]
    [InlineData("Nos fiches sont à jour")]
    [InlineData("Toutes nos fiches sont toujours exactes.")]
    [InlineData("Je vous confirme que tout est à jour.")]
    [InlineData("Nous confirmons que nos fiches sont à jour")]
    [InlineData("Oui, tout est à jour")]
    [InlineData("Inchangé")]
    public void Confirms_all(string text) => Assert.Equal("a:Current b:Current", Said(Read(_asked, text, entries: _entries)));

    [Theory]
    [InlineData("Oui")] // read, or right?
    [InlineData("OK")]
    [InlineData("Bien reçu, merci")]
    [InlineData("Tout est à jour sauf le recensement")]
    [InlineData("Tout est à jour. Le lien du recensement a changé.")]
    [InlineData("Presque tout est à jour")]
    [InlineData("Rien n’est à jour")]
    [InlineData("La fiche du recensement est à jour")] // and the others?
    [InlineData("Tout n’est pas à jour")]
    [InlineData("Ce n’est plus à jour")]
    [InlineData("À mettre à jour")]
    [InlineData("Nos fiches ne sont pas à jour")]
    [InlineData("Tout sera à jour la semaine prochaine")]
    [InlineData("Tout est à jour, je pense")]
    [InlineData("Rien à changer pour l’instant, je vous redis")]
    [InlineData("Est-ce que tout est à jour ?")]
    [InlineData("RAS sur la première fiche, voir pièce jointe pour la seconde")]
    [InlineData("L’adresse de la première fiche est à corriger : https://exemple.fr/")]
    [InlineData("Je ne suis plus en poste, tout est à jour")]
    public void Waits_for_a_person(string text) => Assert.Equal("?", Said(Read(_asked, text, entries: _entries)));

    [Fact]
    public void What_is_confirmed_is_what_stands_when_it_is_read()
    {
        var answered = Assert.IsType<Almanach.Core.Consultations.Replies.Understanding.Answered>(Read(_asked, "RAS", entries: _entries));

        Assert.Equal("print-a", Assert.IsType<AnswerValue.Entries>(answered.Values["entries"]).ByEntry["a"].Seen);
    }

    [Fact]
    public void Nothing_is_confirmed_over_a_correction_a_withdrawal_or_an_addition()
    {
        foreach (var word in new[] { EntryWord.ToCorrect, EntryWord.Outdated })
            Assert.Equal("?", Said(Read(_asked, "Tout est à jour", before: Before(("entries", new AnswerValue.Entries(new Dictionary<string, EntrySaid> { ["a"] = new(word) }, []))), entries: _entries)));
        Assert.Equal("?", Said(Read(_asked, "Tout est à jour",
            before: Before(("entries", new AnswerValue.Entries(new Dictionary<string, EntrySaid>(), [new EntryDraft("n", EntryCard.Blank)]))), entries: _entries)));
        Assert.Equal("a:Current b:Current", Said(Read(_asked, "Tout est à jour", before: Before(("entries", new AnswerValue.Entries(new Dictionary<string, EntrySaid> { ["a"] = new(EntryWord.Current) }, []))), entries: _entries)));
    }

    [Fact]
    public void An_organisation_without_entries_confirms_nothing() => Assert.Equal("?", Said(Read(_asked, "Tout est à jour")));

    /// <summary>None of the mails that were written about other things confirms a catalogue, but those that plainly say « rien à signaler ».</summary>
    [Fact]
    public void Other_mails_confirm_nothing_by_chance()
    {
        var taken = Samples().Where(sample => Said(Read(_asked, sample.Text, entries: _entries)) != "?").Select(sample => sample.Text.Trim()).ToList();

        Assert.All(taken, text => Assert.Matches("(?i)ras|r\\.a\\.s|rien|pas d|aucun|néant", text));
    }
}
