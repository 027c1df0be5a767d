using Almanach.Core.Consultations;
using Almanach.Core.Platforms.Reading;
using Almanach.Core.Programme.Studies;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the conditions and the stages of a kind of action must mean.</summary>
internal static class HeldWhenChecks
{
    public static void Check(Platform platform, PlatformIds ids, Findings found)
    {
        foreach (var (index, kind) in platform.ActionKinds.Index())
        {
            CheckStages(kind.Stages, $"/actionKinds/{index}/stages", found);
            if (kind.HeldWhen is { } rules)
                Check(platform, ids, kind.Kind, rules, $"/actionKinds/{index}/heldWhen", found);
        }
    }

    private static void Check(Platform platform, PlatformIds ids, ActionKind kind, HeldWhen rules, string place, Findings found)
    {
        if (!kind.Meets())
            found.Error(place, "Ce type d’action n’est pas une rencontre.", "Retirer « heldWhen ».");
        if (rules is { Speaker: false, Committed: 0 })
            found.Error(place, "Cette condition ne demande rien.", "Écrire « speaker » ou « committed », ou retirer « heldWhen ».");
        if (rules.Committed is < 0 or > HeldWhen.Most)
            found.Error($"{place}/committed", $"{rules.Committed} est hors des limites.", $"Donner de 1 à {HeldWhen.Most} organismes.");
        if (rules.Committed > 0 && rules.Level == Effort.None)
            found.Error($"{place}/level", "Un organisme qui ne donne pas de temps ne s’engage pas.", "Écrire « attend », « contribute » ou « lead ».");
        if (rules.Consultation is not { } id)
        {
            if (rules.Committed > 0)
                found.Error($"{place}/consultation", "Rien ne dit quelle consultation compte les organismes engagés.", "Citer celle qui a une question sur l’engagement.");
            return;
        }
        ids.Consultations.Check(id, $"{place}/consultation", found);
        if (!found.IsWhole("/consultations") || platform.Consultations.FirstOrDefault(one => one.Id == id) is not { } consultation)
            return;
        if (rules.Committed > 0 && consultation.Questions.All(question => question.Kind != QuestionKind.Engagement))
            found.Error($"{place}/consultation", $"La consultation « {id} » n’a pas de question sur l’engagement.", "En citer une autre, ou l’y ajouter.");
        if (consultation.IsSecret())
            found.Error($"{place}/consultation", $"La consultation « {id} » est secrète : ses réponses ne se lisent pas.", "En citer une autre.");
    }

    private static void CheckStages(IReadOnlyList<string> stages, string place, Findings found)
    {
        foreach (var (index, stage) in stages.Index())
            if (stage.Length is 0 or > StudyRules.MostStage)
                found.Error($"{place}/{index}", "Une étape a un nom court.", $"Écrire de 1 à {StudyRules.MostStage} caractères.");
        if (stages.Count == 1 || stages.Count > StudyRules.MostStages)
            found.Error(place, $"Il y a {stages.Count} étape{(stages.Count > 1 ? "s" : "")}.", $"En donner de 2 à {StudyRules.MostStages}, ou aucune.");
        if (stages.Distinct().Count() != stages.Count)
            found.Error(place, "Deux étapes portent le même nom.", "Les nommer autrement.");
    }
}
