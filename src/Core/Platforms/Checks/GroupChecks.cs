using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>groups</c> of a platform must mean.</summary>
internal static class GroupChecks
{
    public static void Check(Platform platform, PlatformIds ids, Findings found)
    {
        if (platform.Groups is not { } rules)
            return;
        ids.Consultations.Check(rules.Consultation, "/groups/consultation", found);
        CheckLeast(rules.Volunteers, "/groups/volunteers", "personnes volontaires", found);
        CheckLeast(rules.Organisations, "/groups/organisations", "organismes", found);
        if (found.IsWhole("/actionKinds") && platform.ActionKinds.All(kind => kind.Kind != ActionKind.GroupeDeTravail))
            found.Error("/groups", "Les groupes de travail ne sont pas décrits dans « actionKinds ».", "Y ajouter « groupeDeTravail », ou retirer « groups ».");
        if (!found.IsWhole("/consultations") || platform.Consultations.FirstOrDefault(one => one.Id == rules.Consultation) is not { } consultation)
            return;
        CheckQuestion(consultation, rules.Useful, "/groups/useful", IsOnCandidates, "un choix multiple parmi les groupes candidats", found);
        CheckQuestion(consultation, rules.Pilot, "/groups/pilot", IsOnCandidates, "un choix multiple parmi les groupes candidats", found);
        CheckQuestion(consultation, rules.Effort, "/groups/effort", question => question.Kind == QuestionKind.Engagement, "une question sur l’engagement", found);
        if (rules.Useful == rules.Pilot)
            found.Error("/groups/pilot", "La même question ne peut dire qui participe et qui pilote.", "En citer deux.");
    }

    private static bool IsOnCandidates(QuestionTemplate question) => question is { Kind: QuestionKind.Approval, Source: OptionSource.GroupCandidates };

    private static void CheckQuestion(ConsultationTemplate consultation, string id, string place, Func<QuestionTemplate, bool> fits, string what, Findings found)
    {
        if (consultation.Questions.FirstOrDefault(question => question.Id == id) is not { } known)
            found.Error(place, $"La consultation « {consultation.Id} » n’a pas de question « {id} ».", Wording.Suggest(id, [.. consultation.Questions.Select(question => question.Id)], $"Citer {what}."));
        else if (!fits(known))
            found.Error(place, $"La question « {id} » n’est pas {what}.", "En citer une autre, ou changer sa sorte.");
    }

    private static void CheckLeast(int value, string place, string what, Findings found)
    {
        if (value is < 1 or > GroupRules.Most)
            found.Error(place, $"{value} est hors des limites.", $"Donner de 1 à {GroupRules.Most} {what}.");
    }
}
