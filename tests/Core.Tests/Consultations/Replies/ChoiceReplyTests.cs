using Almanach.Core.Consultations;
using Almanach.Core.Documents;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Consultations.Replies;

public sealed class ChoiceReplyTests
{
    private static readonly (string, string)[] Studies = [("etude-1", "Le logement"), ("etude-2", "Le logement des jeunes"), ("etude-3", "L’accès aux droits")];

    [Theory]
    [InlineData("Le logement", "etude-1")]
    [InlineData("logement", "etude-1")]
    [InlineData("Le logement des jeunes, merci", "etude-2")]
    [InlineData("Bonjour,\n\nNous choisissons l'acces aux droits.\n\nBonne journée", "etude-3")]
    [InlineData("Notre choix : l'accès aux droits", "etude-3")]
    [InlineData("Je vote pour le logement des jeunes", "etude-2")]
    [InlineData("Pas le logement", "?")]
    [InlineData("Le logement ou l'accès aux droits", "?")]
    [InlineData("Le logement\nL'accès aux droits", "?")]
    [InlineData("Tout sauf le logement", "?")]
    [InlineData("Le logement, si c'est possible", "?")]
    [InlineData("Plutôt le logement que les droits", "?")]
    [InlineData("le logements", "?")]
    [InlineData("oui", "?")]
    [InlineData("Le premier", "?")]
    public void One_option_is_named(string text, string option) => Assert.Equal(option, Read(Given.Asking(Given.Question(QuestionKind.Choice, true, Studies)), text));

    [Theory]
    [InlineData("oui", "o")]
    [InlineData("Oui, merci", "o")]
    [InlineData("Non.", "n")]
    [InlineData("Non, désolée", "n")]
    [InlineData("Bonjour,\noui", "o")]
    [InlineData("oui et non", "?")]
    [InlineData("Oui mais pas cette année", "?")]
    [InlineData("Pas de souci", "?")]
    [InlineData("sans problème", "?")]
    [InlineData("ok", "?")]
    public void Yes_and_no_where_the_options_are_such(string text, string option) =>
        Assert.Equal(option, Read(Given.Asking(Given.Question(QuestionKind.Choice, true, ("o", "Oui, nous participons"), ("n", "Non"))), text));

    [Theory]
    [InlineData("- Le logement\n- L'accès aux droits", "etude-1,etude-3")]
    [InlineData("- Le logement\n- La santé", "?")]
    [InlineData("aucun", "?")]
    public void Several_options_are_named_one_a_line(string text, string options) =>
        Assert.Equal(options, Read(Given.Asking(Given.Question(QuestionKind.Approval, true, Studies)), text));

    [Theory]
    [InlineData("Très intéressés, nous pouvons participer.", "Strong Attend")]
    [InlineData("Nous sommes très intéressés et pouvons piloter", "?")]
    [InlineData("Nous sommes très intéressés et nous pouvons piloter le groupe.", "Strong Lead")]
    [InlineData("Intéressée. Je peux contribuer.", "Some Contribute")]
    [InlineData("Nous participerons.", "Some Attend")]
    [InlineData("Nous pouvons apporter des données", "Some Contribute")]
    [InlineData("Oui, nous participerons aux réunions", "Some Attend")]
    [InlineData("Pas intéressé", "None None")]
    [InlineData("Nous ne sommes pas intéressés cette année.", "None None")]
    [InlineData("Très intéressés", "?")]
    [InlineData("Nous ne sommes pas très intéressés", "?")]
    [InlineData("Nous ne pouvons pas piloter", "?")]
    [InlineData("Pas intéressés mais nous pouvons participer", "?")]
    [InlineData("Nous pouvons piloter ou contribuer", "?")]
    [InlineData("Nous pourrions peut-être participer", "?")]
    [InlineData("oui", "?")]
    [InlineData("Intéressés, si la CAF participe", "?")]
    public void Interest_and_effort(string text, string said) => Assert.Equal(said, Read(Given.Asking(Given.Question(QuestionKind.Engagement), Given.Question(QuestionKind.Text, false)), text));

    [Fact]
    public void Who_offers_to_lead_does_not_say_which_of_the_groups()
    {
        var groups = Given.Asking(Given.Question(QuestionKind.Approval, false, ("g-1", "Logement")), Given.Question(QuestionKind.Engagement));

        Assert.Equal("?", Read(groups, "Nous pouvons piloter"));
        Assert.Equal("None None", Read(groups, "Pas intéressés"));
    }

    [Fact]
    public void A_consultation_that_does_not_concern_somebody_is_declined()
    {
        var asked = Given.Asking(Given.Question(QuestionKind.Engagement));
        asked = asked with { Template = asked.Template with { DeclineLabel = "Cette rencontre ne nous concerne pas" } };

        Assert.Equal("rien", Read(asked, "Cette rencontre ne nous concerne pas."));
        Assert.Equal("rien", Read(asked, "Bonjour, nous ne sommes pas concernés. Merci"));
        Assert.Equal("?", Read(asked, "RAS"));
    }

    [Fact]
    public void Free_words_are_taken_whole_and_a_second_mail_adds()
    {
        var asked = Given.Asking(Given.Question(QuestionKind.Text));

        Assert.Equal("Une enquête sur les aidants.\nElle date de 2025.", Read(asked, "Bonjour Claire,\n\nUne enquête sur les aidants.\nElle date de 2025."));
        Assert.Equal("?", Read(asked, "oui"));
        Assert.Equal("?", Read(asked, "Merci beaucoup pour votre message"));
        Assert.Equal("?", Read(asked, "Une enquête sur les aidants, cela irait ?"));
        Assert.Equal("?", Read(asked, new string('x', AnswerChecks.MaxText + 1)));
        Assert.Equal("Une enquête sur les aidants\n\nEt une carte des services", Given.Said(Given.Read(asked, "Et une carte des services", before: Given.Before(("text", new AnswerValue.Text("Une enquête sur les aidants"))))));
    }

    [Theory]
    [InlineData("Approuvé", "approuver")]
    [InlineData("J'approuve ce compte-rendu.", "approuver")]
    [InlineData("Le compte-rendu me convient, merci.", "approuver")]
    [InlineData("Bonjour Claire, rien à signaler. Bonne journée", "approuver")]
    [InlineData("RAS pour moi", "approuver")]
    [InlineData("OK pour moi", "approuver")]
    [InlineData("ok pour moi, merci", "approuver")]
    [InlineData("Pas de remarque de ma part.", "approuver")]
    [InlineData("Aucune observation", "approuver")]
    [InlineData("Je n'ai pas de correction à apporter", "approuver")]
    [InlineData("Correction : page 2, lire « 14 communes ».", "corriger + Correction : page 2, lire « 14 communes ».")]
    [InlineData("Bonjour,\n\nPage 3, il faut lire Mme Oger.", "corriger + Page 3, il faut lire Mme Oger.")]
    [InlineData("Merci de remplacer « 12 » par « 14 » au point 2.", "corriger + Merci de remplacer « 12 » par « 14 » au point 2.")]
    [InlineData("Approuvé sous réserve de la correction page 2", "?")]
    [InlineData("OK sauf page 3", "?")]
    [InlineData("Je n'approuve pas", "?")]
    [InlineData("Je n'approuve pas ce compte-rendu.", "?")]
    [InlineData("Pas d'accord", "?")]
    [InlineData("Je n'ai pas vu la correction demandée", "?")]
    [InlineData("Merci", "?")]
    [InlineData("Bien reçu", "?")]
    [InlineData("Page 2, est-ce bien 14 communes ?", "?")]
    [InlineData("J'étais absent.", "?")]
    public void Minutes_are_approved_or_corrected(string text, string said) => Assert.Equal(said, Read(Minutes, text));

    [Fact]
    public void Who_asked_for_a_correction_does_not_approve_by_an_ok()
    {
        var before = Given.Before((MinutesApproval.Opinion, new AnswerValue.Choice(MinutesApproval.Correct)), (MinutesApproval.Correction, new AnswerValue.Text("Page 2.")));

        Assert.Equal("?", Given.Said(Given.Read(Minutes, "OK pour moi", before: before)));
        Assert.Equal("corriger + Page 2.\n\nPage 3, lire Mme Oger.", Given.Said(Given.Read(Minutes, "Page 3, lire Mme Oger.", before: before)));
    }

    private static Consultation Minutes
    {
        get
        {
            var asked = Given.Asking(
                new QuestionTemplate(MinutesApproval.Opinion, QuestionKind.Choice, "Votre avis", "", true, [new(MinutesApproval.Approve, "J’approuve ce compte-rendu", ""), new(MinutesApproval.Correct, "Je demande une correction", "")], OptionSource.Listed),
                new QuestionTemplate(MinutesApproval.Correction, QuestionKind.Text, "La correction demandée", "", false, [], OptionSource.Listed));
            return asked with { Template = asked.Template with { Invitation = "approbation", MayDecline = false } };
        }
    }

    private static string Read(Consultation asked, string text) => Given.Said(Given.Read(asked, text));
}
