using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Replies;

namespace Almanach.Core.Tests.Consultations.Replies;

/// <summary>« title [rationale] ! »: the last says that the author can speak.</summary>
public sealed class ProposalReplyTests
{
    [Theory]
    [InlineData("- Le logement des jeunes", "Le logement des jeunes")]
    [InlineData("- le logement des jeunes\n- la mobilité", "Le logement des jeunes | La mobilité")]
    [InlineData("Bonjour Claire,\n\nVoici nos propositions :\n\n• Le logement des jeunes ;\n• La mobilité ;\n• L'illectronisme.\n\nMerci beaucoup", "Le logement des jeunes | La mobilité | L'illectronisme")]
    [InlineData("Nos trois thèmes :\n1) emploi des jeunes\n2) santé mentale\n3) logement", "Emploi des jeunes | Santé mentale | Logement")]
    [InlineData("1. emploi des jeunes\n2. santé mentale", "Emploi des jeunes | Santé mentale")]
    [InlineData("1/ emploi des jeunes\n2/ santé mentale", "Emploi des jeunes | Santé mentale")]
    [InlineData("Thèmes proposés par la ville :\n* le coût de la restauration scolaire\n* la vie associative", "Le coût de la restauration scolaire | La vie associative")]
    [InlineData("Nos propositions :\n-- logement des jeunes\n-- permis de conduire", "Logement des jeunes | Permis de conduire")]
    [InlineData("- Logement des jeunes\n  - manque de petits logements\n  - loyers trop élevés\n- Mobilité", "Logement des jeunes [manque de petits logements/loyers trop élevés] | Mobilité")]
    [InlineData("- Logement des jeunes\n  Les foyers sont pleins.\n- Mobilité\n  Les bus sont rares.", "Logement des jeunes [Les foyers sont pleins.] | Mobilité [Les bus sont rares.]")]
    [InlineData("- Logement des jeunes\nLes foyers sont pleins.\n- Mobilité\nLes bus sont rares.", "Logement des jeunes [Les foyers sont pleins.] | Mobilité [Les bus sont rares.]")]
    [InlineData("- le non-recours aux droits des personnes qui vivent loin de\n  tout service public\n- la mobilité", "Le non-recours aux droits des personnes qui vivent loin de tout service public | La mobilité")]
    [InlineData("- le non-recours aux droits des personnes qui vivent loin de\ntout service public\n- la mobilité", "Le non-recours aux droits des personnes qui vivent loin de tout service public | La mobilité")]
    [InlineData("- Logement des jeunes. Les foyers sont pleins depuis 2019.\n- Mobilité", "Logement des jeunes [Les foyers sont pleins depuis 2019.] | Mobilité")]
    [InlineData("- Logement des jeunes (nous pouvons intervenir)\n- Mobilité", "Logement des jeunes ! | Mobilité")]
    [InlineData("- Logement des jeunes (notre service peut présenter une étude).\n- Mobilité", "Logement des jeunes [Notre service peut présenter une étude.] ! | Mobilité")]
    [InlineData("- Logement des jeunes (nous pouvons apporter des données)\n- Mobilité", "Logement des jeunes [Nous pouvons apporter des données.] | Mobilité")]
    [InlineData("- Logement des jeunes (l'Insee pourrait intervenir). Les foyers sont pleins.\n- Mobilité", "Logement des jeunes [L'Insee pourrait intervenir./Les foyers sont pleins.] | Mobilité")]
    [InlineData("- Les ménages qui n'ont pas de logement (nous pouvons intervenir)\n- Mobilité", "Les ménages qui n'ont pas de logement ! | Mobilité")]
    [InlineData("- Logement des jeunes (nous pourrions intervenir si la CAF vient)\n- Mobilité", "Logement des jeunes [Nous pourrions intervenir si la CAF vient.] | Mobilité")]
    [InlineData("- Logement des jeunes (peut intervenir)\n- Mobilité", "Logement des jeunes ! | Mobilité")]
    [InlineData("- Retraites agricoles (petites pensions)\n- Mobilité", "Retraites agricoles (petites pensions) | Mobilité")]
    [InlineData("Bonjour,\nLe logement des jeunes ruraux (nous pouvons intervenir)\nCordialement", "Le logement des jeunes ruraux !")]
    [InlineData("- Logement des jeunes\n  Notre service peut présenter une étude.\n- Mobilité", "Logement des jeunes [Notre service peut présenter une étude.] ! | Mobilité")]
    [InlineData("- Logement des jeunes\n  Nous ne pouvons pas intervenir.", "Logement des jeunes [Nous ne pouvons pas intervenir.]")]
    [InlineData("- Logement des jeunes\n  Un chercheur peut intervenir.", "Logement des jeunes [Un chercheur peut intervenir.]")]
    [InlineData("Nos deux propositions :\n- Logement\n- Mobilité\n\nNous pouvons les présenter en réunion.", "Logement ! | Mobilité !")]
    [InlineData("Voici nos propositions :\n- Logement\n- Mobilité\n\nRestant à votre disposition,", "Logement | Mobilité")]
    [InlineData("Nos questions de fond, deux thèmes :\n- Comment mieux accompagner les jeunes ?\n- La mobilité", "?")]
    [InlineData("Nos deux thèmes :\n- Comment mieux accompagner les jeunes ?\n- La mobilité", "Comment mieux accompagner les jeunes ? | La mobilité")]
    [InlineData("- **Le logement**\n- La mobilité", "Le logement | La mobilité")]
    [InlineData("- Logement\n- logement\n- LOGEMENT !", "Logement")]
    [InlineData("Thème 1 : le logement\nPourquoi : les foyers sont pleins\n\nThème 2 : la mobilité\nPourquoi : les bus sont rares", "Le logement [les foyers sont pleins] | La mobilité [les bus sont rares]")]
    [InlineData("Thème 1\nLe logement\n-----\nThème 2\nLa mobilité", "Le logement | La mobilité")]
    [InlineData("Thème proposé : l'accès aux soins dentaires des enfants.", "L'accès aux soins dentaires des enfants")]
    [InlineData("Bonjour,\n\nProposition de l'université : un observatoire des mobilités. Nous disposons de données.", "Un observatoire des mobilités [Nous disposons de données.]")]
    [InlineData("Pour moi un seul theme : le logement des travailleurs saisonniers.", "Le logement des travailleurs saisonniers")]
    [InlineData("Sujet : « le reste pour vivre »", "Le reste pour vivre")]
    [InlineData("Thème\tPourquoi\nLe logement\tles foyers sont pleins\nLa mobilité\tles bus sont rares", "Le logement [les foyers sont pleins] | La mobilité [les bus sont rares]")]
    [InlineData("Nos propositions :\nLe logement des jeunes\nLa mobilité des apprentis", "Le logement des jeunes | La mobilité des apprentis")]
    [InlineData("Nos propositions :\n\nLe logement des jeunes\n\nLa mobilité des apprentis", "Le logement des jeunes | La mobilité des apprentis")]
    [InlineData("Nous proposons d'étudier le surendettement.", "Le surendettement")]
    [InlineData("Bonjour, nous proposons de travailler sur le non-recours aux droits.\n\nBonne journée", "Le non-recours aux droits")]
    [InlineData("La CAF propose de travailler sur la prime d’activité.\n\nNous pouvons fournir des données.", "La prime d'activité [Nous pouvons fournir des données.]")]
    [InlineData("Je propose : « l'eau, un bien de plus en plus cher ».", "L'eau, un bien de plus en plus cher")]
    [InlineData("Je propose que l'on parle des foyers monoparentaux.", "Je propose que l'on parle des foyers monoparentaux")]
    [InlineData("L'habitat inclusif", "L'habitat inclusif")]
    [InlineData("La mobilité des jeunes ruraux", "La mobilité des jeunes ruraux")]
    [InlineData("Bonjour,\nLe vieillissement de la population immigrée\nCordialement", "Le vieillissement de la population immigrée")]
    [InlineData("Bonjour, la santé mentale des 16-25 ans.\n\nBien cordialement", "La santé mentale des 16-25 ans")]
    [InlineData("Bonjour Claire,\n\nLe logement des étudiants\nL'accès à la santé des gens du voyage\nLe reste à vivre des ménages\n\nMerci, bonne journée", "Le logement des étudiants | L'accès à la santé des gens du voyage | Le reste à vivre des ménages")]
    [InlineData("Bonjour,\nNous aimerions travailler sur la santé mentale des jeunes.", "La santé mentale des jeunes")]
    public void Proposes(string text, string said) => Assert.Equal(said, Read(text));

    [Theory]
    [InlineData("RAS")]
    [InlineData("R.A.S.")]
    [InlineData("ras de notre côté")]
    [InlineData("Néant")]
    [InlineData("Rien à signaler.")]
    [InlineData("Rien à proposer cette année")]
    [InlineData("Bonjour, rien à proposer cette année.\n\nMerci de votre travail.")]
    [InlineData("Pas de proposition cette année, merci.")]
    [InlineData("Aucune proposition")]
    [InlineData("Aucune proposition de notre part pour 2027.")]
    [InlineData("Nous n'avons pas de proposition cette année")]
    [InlineData("Nous n’avons pas de thème à proposer.")]
    [InlineData("Je n'ai pas de thème à proposer pour 2027.")]
    [InlineData("Le Département n'a pas de proposition.")]
    [InlineData("La Ville ne propose pas de thème.")]
    [InlineData("Pas de sujet particulier à proposer cette année")]
    public void Declines(string text) => Assert.Equal("rien", Read(text));

    [Theory]
    // No answer yet, or not of this person.
    [InlineData("Merci")]
    [InlineData("Bien reçu, merci.")]
    [InlineData("Bonjour Claire,\n\nMerci beaucoup !")]
    [InlineData("Je vous réponds la semaine prochaine.")]
    [InlineData("Nous y réfléchissons.")]
    [InlineData("Pas de proposition pour l'instant")]
    [InlineData("Je transmets à ma collègue.")]
    [InlineData("Merci de ne plus m'écrire.")]
    [InlineData("Je ne suis plus en poste depuis septembre.")]
    [InlineData("Pouvez-vous me rappeler la date limite ?")]
    [InlineData("Pourriez-vous me renvoyer le lien ?\n- le logement")]
    [InlineData("Vous vous trompez de personne.")]
    [InlineData("Vous trouverez nos propositions dans le document joint.")]
    [InlineData("Ci-joint nos propositions :\n- le logement")]
    // Nothing, and something.
    [InlineData("Rien à ajouter.")]
    [InlineData("Rien de plus pour ma part.")]
    [InlineData("Pas d'autre proposition.")]
    [InlineData("Pas de proposition à part le logement")]
    [InlineData("Pas de proposition pour 2026")]
    [InlineData("RAS, sauf le logement")]
    [InlineData("RAS\n- le logement")]
    [InlineData("Nous n'avons pas de proposition, mais la CAF en a une.")]
    [InlineData("Pour la CAF, RAS")]
    [InlineData("Oui")]
    // Themes of others, or not wanted.
    [InlineData("Oui pour le thème du logement.")]
    [InlineData("Nous soutenons la proposition de la CAF.")]
    [InlineData("Je suis d'accord avec vos propositions. Thème à ajouter : la santé.")]
    [InlineData("Thèmes que nous ne souhaitons pas :\n- le logement\n- la mobilité")]
    [InlineData("Parmi vos propositions, nous retenons :\n- le logement")]
    [InlineData("Les thèmes déjà traités :\n- le logement\n- la mobilité")]
    [InlineData("Les thèmes à abandonner :\n- le logement")]
    [InlineData("Nos thèmes :\n- le logement\nNos réserves :\n- la mobilité")]
    [InlineData("- Les aidants")]
    [InlineData("- Reprendre le thème de l'an dernier")]
    [InlineData("Annule et remplace :\n- le logement")]
    [InlineData("Nous retirons notre proposition.")]
    // How many, and where one ends.
    [InlineData("Nos trois thèmes :\n- le logement\n- la mobilité")]
    [InlineData("Trois mots : emploi, logement, santé.")]
    [InlineData("Nos propositions : emploi, logement, santé.")]
    [InlineData("Nos propositions :\nEmploi, logement, santé.")]
    [InlineData("Nous proposons le logement, la santé et l'emploi.")]
    [InlineData("Nous proposons le logement et la santé.")]
    [InlineData("Nous proposons le logement. Nous avons aussi un second thème : la santé.")]
    [InlineData("Propositions de la mission locale\n\n-- logement\n-- mobilité\n\nLe deuxième point est le plus urgent.")]
    [InlineData("- le logement\n- la mobilité\n\nLa direction tranchera.")]
    [InlineData("Thème 1 :\nThème 2 :")]
    // Something else than themes.
    [InlineData("Nous proposons de reporter la réunion.")]
    [InlineData("Je propose le mardi 15.")]
    [InlineData("Je propose le 15 avril")]
    [InlineData("Nous proposons une salle à la mairie.")]
    [InlineData("Je vous propose un échange par téléphone")]
    [InlineData("Proposition de date : le 15 avril")]
    [InlineData("Sujet : Re: Titre 2027")]
    [InlineData("Objet : demande de report")]
    [InlineData("La secrétaire prend le relais.")]
    [InlineData("Le 15 avril convient au directeur.")]
    [InlineData("Publics concernés par notre proposition :\n\nDe : 18 à 25 ans\nÀ : partir de 60 ans")]
    [InlineData("- Quel est le budget ?")]
    [InlineData("- Mon adresse a changé")]
    [InlineData("- Désolée pour le retard")]
    [InlineData("Thème : sans objet")]
    [InlineData("Thème : à définir")]
    [InlineData("Thème : le même")]
    [InlineData("Proposition : aucune")]
    [InlineData("Nous proposons le logement. Nous ne pourrons pas venir le 12.")]
    [InlineData("La Ville souhaite être retirée des destinataires.")]
    [InlineData("Nous souhaitons participer à la réunion.")]
    [InlineData("Les besoins sont grands.\n- beaucoup de jeunes")]
    [InlineData("- Thème 1\n- Thème 3")]
    [InlineData("- Logement : oui\n- Santé : non")]
    [InlineData("- Logement : 1\n- Santé : 2")]
    [InlineData("- Logement (très utile)\n- Santé (inutile)")]
    [InlineData("- Logement : pas prioritaire\n- Santé : prioritaire")]
    [InlineData("Nos priorités :\n- Logement : à abandonner")]
    [InlineData("- La mobilité\n- c'est tout")]
    [InlineData("Nos propositions :\n\nLogement des jeunes\n\nOdile Ferrand\nDirectrice")]
    [InlineData("Notre proposition : le logement\n\nOdile Ferrand\nDirectrice")]
    [InlineData("Nous proposons la CAF comme pilote")]
    [InlineData("Nous proposons l'abandon du thème logement")]
    [InlineData("Nous proposons un vote")]
    [InlineData("La mairie propose un local")]
    [InlineData("Sujet : absence")]
    [InlineData("Proposition : que Claire anime")]
    [InlineData("Aucune idée")]
    [InlineData("Aucun thème ne nous convient")]
    [InlineData("- ❌ Logement\n- ✅ Santé")]
    [InlineData("- [x] Logement\n- [ ] Santé")]
    [InlineData("- ~~Logement~~")]
    [InlineData("- Logement +++\n- Santé -")]
    [InlineData("- Logement (3 voix)")]
    [InlineData("- Logement des jeunes (nous ne pouvons pas intervenir)")]
    [InlineData("Les thèmes du programme :\n- Logement")]
    [InlineData("Nous avons besoin :\n- de données")]
    [InlineData("Nous souhaiterions aborder le thème 2.")]
    [InlineData("- oui\n- non")]
    [InlineData("- je serai présente\n- merci")]
    [InlineData("- Marc Aubry\n- Odile Ferrand")]
    [InlineData("- 12/04 : oui\n- 14/04 : non")]
    [InlineData("- contact : camion@exemple.fr")]
    [InlineData("Bonjour, voici notre article pour la lettre.\n\n1. Qui vient\n2. Et ensuite")]
    [InlineData("Voici les adresses à mettre à jour :\n- Udaf de Morlande")]
    [InlineData("Nos attentes pour la réunion :\n- un parking\n- un café")]
    [InlineData("La semaine prochaine")]
    [InlineData("L'année prochaine peut-être")]
    [InlineData("La liste des thèmes")]
    [InlineData("Le questionnaire rempli")]
    [InlineData("La pièce jointe")]
    [InlineData("La mission régionale d'information")]
    [InlineData("Le service habitat")]
    [InlineData("Le pôle observation\nLa direction générale")]
    [InlineData("La directrice adjointe")]
    [InlineData("La CAF de l'Ain")]
    [InlineData("Le logement")]
    [InlineData("L'ensemble des thèmes")]
    [InlineData("Le même thème")]
    [InlineData("Les deux premiers")]
    [InlineData("Le choix du comité")]
    [InlineData("La balle est dans votre camp")]
    [InlineData("La réunion de lundi")]
    [InlineData("Le reste")]
    [InlineData("La date limite")]
    [InlineData("Le plus simple serait un appel")]
    [InlineData("La santé mentale des jeunes, qui nous inquiète")]
    [InlineData("Le logement des jeunes\nOdile Ferrand")]
    [InlineData("Le logement des jeunes\nResponsable des études")]
    [InlineData("Le logement des étudiants ?")]
    [InlineData("La mobilité des jeunes a déjà")]
    [InlineData("L'accès à")]
    [InlineData("Les vacances de la Toussaint")]
    [InlineData("La fin du mois")]
    [InlineData("Le thème du logement social")]
    [InlineData("Le logement social, pas la mobilité")]
    [InlineData("La prochaine fois")]
    [InlineData("Les élections municipales ne sont")]
    [InlineData("Le lien envoyé")]
    [InlineData("La personne en charge")]
    [InlineData("Le métro parisien arrive")]
    public void Must_be_looked_at(string text) => Assert.Equal("?", Read(text));

    [Fact]
    public void A_second_mail_adds_and_proposes_nothing_twice()
    {
        var before = Given.Before(("proposals", new AnswerValue.Proposals([new ProposalDraft("caf-1", "L’accès aux droits", "Pourquoi", null, true, "", "c-9", default)], ["p-7"])));

        var answered = Assert.IsType<Understanding.Answered>(Given.Read(Given.Themes, "- L'ACCES AUX DROITS\n- La mobilité", before: before));

        var proposals = Assert.IsType<AnswerValue.Proposals>(answered.Values["proposals"]);
        Assert.Equal(["caf-1", ""], proposals.Items.Select(item => item.Id));
        Assert.Equal(["L’accès aux droits", "La mobilité"], proposals.Items.Select(item => item.Title));
        Assert.Equal("Pourquoi", proposals.Items[0].Rationale);
        Assert.Equal(["p-7"], proposals.Supports);
        Assert.Equal("c-1", proposals.Items[1].By);
    }

    [Fact]
    public void Proposals_after_a_no_are_an_answer_and_a_no_after_proposals_is_looked_at()
    {
        var none = Given.Before() with { Declined = true };
        var some = Given.Before(("proposals", Questions.Proposes("Le logement")));

        Assert.Equal("La mobilité", Given.Said(Given.Read(Given.Themes, "- La mobilité", before: none)));
        Assert.Equal("rien", Given.Said(Given.Read(Given.Themes, "RAS", before: none)));
        Assert.Equal("?", Given.Said(Given.Read(Given.Themes, "RAS", before: some)));
    }

    [Fact]
    public void A_colleagues_proposals_are_added_to()
    {
        var before = Given.Before(("proposals", Questions.Proposes("Le logement"))) with { By = "c-2" };

        Assert.Equal("Le logement | La mobilité", Given.Said(Given.Read(Given.Themes, "- La mobilité", before: before)));
    }

    [Fact]
    public void Of_a_long_title_no_word_is_lost()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"mot{number}"));

        var answered = Assert.IsType<Understanding.Answered>(Given.Read(Given.Themes, $"- Logement {words}"));

        var item = Assert.Single(Assert.IsType<AnswerValue.Proposals>(answered.Values["proposals"]).Items);
        Assert.InRange(item.Title.Length, 140, AnswerChecks.MaxTitle);
        Assert.EndsWith("…", item.Title, StringComparison.Ordinal);
        Assert.Equal($"Logement {words}", $"{item.Title} {item.Rationale}".Replace("… … ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void More_themes_than_an_organisation_may_propose_are_looked_at()
    {
        Assert.Contains("trop", Given.Why(Given.Read(Given.Themes, string.Join('\n', Enumerable.Range(1, 21).Select(number => $"- Logement numéro {number}")))), StringComparison.Ordinal);
        Assert.Equal("?", Given.Said(Given.Read(Given.Themes, $"- Logement\n  {new string('x', AnswerChecks.MaxRationale + 1)}")));
    }

    private static string Read(string text) => Given.Said(Given.Read(Given.Themes, text));
}
