using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the consultations of <c>platform.json</c> must mean. Their invitations are checked with the texts.</summary>
internal sealed class ConsultationChecks(Platform platform, PlatformIds ids, Findings found)
{
    public void Check()
    {
        foreach (var (index, consultation) in platform.Consultations.Index())
        {
            var place = $"/consultations/{index}";
            CheckWords(consultation, place);
            CheckAudience(consultation, place);
            CheckReminders(consultation.Reminders, $"{place}/reminders");
            CheckQuestions(consultation.Questions, $"{place}/questions");
            CheckProducers(consultation, place);
            new VoteChecks(consultation, place, found).Check();
            if (found.IsWhole("/calendar") && !IsOpened(consultation.Id))
                found.Warn(place, $"Aucune étape du calendrier n’ouvre la consultation « {consultation.Id} ».", "Ajouter une étape qui l’ouvre, ou la retirer.");
        }
    }

    private bool IsOpened(string id) => platform.Calendar.Any(step => step.Work is StepWork.Consult work && work.Consultation == id);

    private void CheckWords(ConsultationTemplate consultation, string place)
    {
        foreach (var (name, text) in new[]
        {
            ("title", consultation.Title), ("heading", consultation.Heading), ("lede", consultation.Lede), ("reminder", consultation.Reminder),
        })
        {
            PlatformChecks.Given(text, $"{place}/{name}", found);
            Slotted.Check(text, name is "lede" or "reminder" ? TextCatalogue.Sentences : TextCatalogue.Words, $"{place}/{name}", found);
        }
        if (consultation.MayDecline)
            PlatformChecks.Given(consultation.DeclineLabel, $"{place}/declineLabel", found);
    }

    private void CheckAudience(ConsultationTemplate consultation, string place)
    {
        if (consultation.Roles.Count == 0)
            found.Error($"{place}/roles", "Personne n’est interrogé : la liste des rôles est vide.", "Y mettre au moins un rôle, par exemple « referent ».");
        if (consultation.Body is { } body)
            ids.Bodies.Check(body, $"{place}/body", found);
    }

    /// <summary>Entries belong to organisations, and one answer speaks of all of them.</summary>
    private void CheckProducers(ConsultationTemplate consultation, string place)
    {
        if (!consultation.AsksProducers())
            return;
        if (consultation.Unit != AnswerUnit.Organisation)
            found.Error($"{place}/unit", "Les fiches du catalogue sont celles d’organismes\u00A0: une personne ne répond pas seule de fiches.", "Écrire « organisation ».");
        foreach (var (index, question) in consultation.Questions.Index().Where(question => question.Item.Kind == QuestionKind.Entries).Skip(1))
            found.Error($"{place}/questions/{index}/kind", "Une consultation pose une seule question sur les fiches du catalogue.", "Retirer celle-ci.");
    }

    private void CheckReminders(IReadOnlyList<int> reminders, string place)
    {
        for (var i = 0; i < reminders.Count; i++)
            if (reminders[i] is < 0 or > 180)
                found.Error($"{place}/{i}", "Une relance part entre 0 et 180 jours avant la clôture.", "Donner un nombre de jours.");
            else if (i > 0 && reminders[i] >= reminders[i - 1])
                found.Error($"{place}/{i}", "Les relances vont de la plus éloignée de la clôture à la plus proche.", "Les ranger dans l’ordre décroissant, sans doublon.");
    }

    private void CheckQuestions(IReadOnlyList<QuestionTemplate> questions, string place)
    {
        if (questions.Count == 0)
            found.Error(place, "La consultation ne pose aucune question.", "En ajouter une.");
        _ = new Known("une question", place, questions.Select(question => question.Id), found);
        foreach (var (index, question) in questions.Index())
        {
            PlatformChecks.Given(question.Label, $"{place}/{index}/label", found);
            CheckOptions(question, $"{place}/{index}");
        }
    }

    private void CheckOptions(QuestionTemplate question, string place)
    {
        _ = new Known("un choix", $"{place}/options", question.Options.Select(option => option.Id), found);
        foreach (var (index, option) in question.Options.Index())
            PlatformChecks.Given(option.Label, $"{place}/options/{index}/label", found);

        var listed = question.Source == OptionSource.Listed;
        if (!TakesOptions(question.Kind))
        {
            if (question.Options.Count > 0 || !listed)
                found.Error($"{place}/{(listed ? "options" : "source")}", "Cette sorte de question n’a pas de choix.", "Retirer les choix, ou changer la sorte de question.");
        }
        else if (!listed && question.Options.Count > 0)
            found.Error($"{place}/options", "Les choix viennent d’ailleurs (« source ») et sont aussi donnés ici.", "Retirer l’un des deux.");
        else if (listed && question.Options.Count < 2)
            found.Error($"{place}/options", "Il faut au moins deux choix.", "En ajouter, ou dire d’où ils viennent avec « source ».");
    }

    private static bool TakesOptions(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice or QuestionKind.Approval or QuestionKind.Grades or QuestionKind.Ranking or QuestionKind.Consent or QuestionKind.Dates => true,
        QuestionKind.Proposals or QuestionKind.Engagement or QuestionKind.Attendance or QuestionKind.Text or QuestionKind.Contributions or QuestionKind.Entries or QuestionKind.Deliveries => false,
    };
}
