using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>vote</c> of a consultation must mean.</summary>
internal sealed class VoteChecks(ConsultationTemplate consultation, string place, Findings found)
{
    public void Check()
    {
        var counted = consultation.Questions.Where(question => VoteRules.Counts(question.Kind)).ToList();
        if (consultation.Vote is not { } rules)
        {
            if (consultation.Questions.FirstOrDefault(question => question.Kind is QuestionKind.Ranking or QuestionKind.Consent) is { } question)
                found.Error($"{place}/questions", $"La question « {question.Id} » se compte comme un vote, et la consultation n’en est pas un.", "Ajouter « vote », au besoin vide : {}.");
            return;
        }
        if (counted.Count != 1)
            found.Error($"{place}/vote", "Un vote porte sur une question et une seule : mentions, rangs, choix, choix multiples ou consentement.",
                counted.Count == 0 ? "Donner à une question une de ces sortes, ou retirer « vote »." : "Mettre les autres dans une consultation à part.");
        CheckShares(rules);
        if (counted is [var ballot])
            CheckKind(rules, ballot.Kind);
        CheckSecret(rules, counted);
    }

    private void CheckShares(VoteRules rules)
    {
        if (rules.Winners is < 0 or > VoteRules.MostWinners)
            found.Error($"{place}/vote/winners", $"Un vote retient de 0 à {VoteRules.MostWinners} choix.", "Mettre 0 pour un simple classement.");
        if (rules.Threshold is < 0 or >= 1)
            found.Error($"{place}/vote/threshold", "Le seuil est une part des voix exprimées, de 0 à moins de 1.", "Écrire par exemple 0.5 pour plus de la moitié.");
        if (rules.Quorum is < 0 or > 1)
            found.Error($"{place}/vote/quorum", "Le quorum est une part de ceux qui peuvent voter, de 0 à 1.", "Écrire par exemple 0.5 pour la moitié au moins.");
    }

    private void CheckKind(VoteRules rules, QuestionKind kind)
    {
        if (rules.Threshold > 0 && !VoteRules.HasThreshold(kind))
            found.Error($"{place}/vote/threshold", "Un seuil de voix ne vaut que pour un choix, unique ou multiple.", "Le retirer.");
        if (rules.ByReply && (kind is QuestionKind.Grades or QuestionKind.Ranking))
            found.Error($"{place}/vote/byReply", "Des mentions ou des rangs ne se lisent pas dans une réponse au courriel : seul un choix simple le peut.", "Retirer « byReply ».");
        if (kind == QuestionKind.Consent && (rules.Winners != 1 || rules.Ties != TieRule.Stated || rules.EqualColleges))
            found.Error($"{place}/vote", "Un consentement adopte tout ce qui ne reçoit pas d’objection : ni nombre de retenus, ni départage, ni poids des collèges.", "Retirer « winners », « ties » et « equalColleges ».");
    }

    private void CheckSecret(VoteRules rules, List<QuestionTemplate> counted)
    {
        if (!rules.Secret)
            return;
        if (consultation.Questions.Count != 1)
            found.Error($"{place}/questions", "Un vote secret n’a qu’une question : toute autre réponse dirait qui l’a donnée.", "Mettre les autres dans une consultation à part.");
        if (rules.EqualColleges)
            found.Error($"{place}/vote/equalColleges", "Dans un vote secret, un bulletin ne porte pas de collège : un poids par collège désignerait les votants.", "Retirer « equalColleges » ou « secret ».");
        if (consultation.Late == LateAnswers.Accept)
            found.Error($"{place}/late", "Un vote secret ne prend plus de bulletin après la clôture : le résultat, comparé, dirait ce qu’il contient.", "Mettre « refuse ».");
        if (rules.ByReply)
            found.Error($"{place}/vote/byReply", "Un vote secret ne se fait pas par courriel : une boîte aux lettres garderait le nom et le vote.", "Retirer « byReply » ou « secret ».");
        if (counted is [{ Kind: QuestionKind.Consent }])
            found.Error($"{place}/vote/secret", "Une objection se motive, et ses mots désignent souvent leur auteur.", "Retirer « secret », ou choisir une autre sorte de question.");
    }
}
