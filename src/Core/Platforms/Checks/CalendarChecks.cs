using Almanach.Core.Calendar;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the steps of the calendar must mean: references, dates, and no circle among either.</summary>
internal sealed class CalendarChecks(Platform platform, PlatformIds ids, Findings found)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _needs = new(StringComparer.Ordinal);

    public void Check()
    {
        if (platform.Calendar.Count == 0)
            found.Error("/calendar", "Le calendrier est vide.", "Y mettre au moins une étape.");
        foreach (var (index, step) in platform.Calendar.Index())
        {
            var place = $"/calendar/{index}";
            PlatformChecks.Given(step.Title, $"{place}/title", found);
            Slotted.Check(step.Title, TextCatalogue.Year, $"{place}/title", found);
            CheckDate(step, step.Starts, $"{place}/starts", isEnd: false);
            if (step.Ends is { } ends)
                CheckDate(step, ends, $"{place}/ends", isEnd: true);
            foreach (var (position, need) in step.Needs.Index())
                ids.Steps.Check(need, $"{place}/needs/{position}", found);
            _needs.TryAdd(step.Id, step.Needs);
            if (found.IsWhole($"{place}/work"))
                CheckWork(step, place);
        }
        CheckCircles(_dates, "starts", "ends", "Les dates tournent en rond", "Donner à l’une de ces étapes une date qui ne dépend pas des autres.");
        CheckCircles(_needs, "needs", "needs", "Ces étapes s’attendent l’une l’autre", "Retirer l’une des attentes.");
    }

    private void CheckDate(StepTemplate step, string expression, string place, bool isEnd)
    {
        if (!DateExpression.TryParse(expression, out var date, out var problem))
            found.Error(place, $"« {expression} » n’est pas une date : {problem.FrenchMessage}",
                "Écrire par exemple « copil - 6 weeks », ou « second Tuesday of December of the year before at 09:30 ».");
        else if (date.Base is DateBase.Step anchor)
            CheckAnchor(step, anchor, place, isEnd);
    }

    private void CheckAnchor(StepTemplate step, DateBase.Step anchor, string place, bool isEnd)
    {
        ids.Steps.Check(anchor.Id, place, found);
        if (anchor.End && platform.Calendar.FirstOrDefault(other => other.Id == anchor.Id) is { Ends: null })
            found.Error(place, $"L’étape « {anchor.Id} » n’a pas de fin.", $"Compter depuis « {anchor.Id} », ou lui donner une fin (« ends »).");
        // A step without an end ends when it starts.
        var ends = platform.Calendar.Any(other => other.Id == anchor.Id && other.Ends is not null);
        _dates.TryAdd(Moment(step.Id, isEnd), [Moment(anchor.Id, anchor.End && ends)]);
    }

    private static string Moment(string step, bool end) => end ? $"{step}.end" : step;

    private void CheckWork(StepTemplate step, string place)
    {
        switch (step.Work)
        {
            case StepWork.Consult consult:
                ids.Consultations.Check(consult.Consultation, $"{place}/work/consultation", found);
                if (step.Ends is null)
                    found.Error($"{place}/ends", "Une consultation a besoin d’une date de clôture.", "Ajouter « ends ».");
                break;
            case StepWork.Meet meet:
                PlatformChecks.Given(meet.Kind, $"{place}/work/kind", found);
                CheckBody(meet.Body, $"{place}/work/body");
                if (meet.Place.Length == 0 && !meet.Remote)
                    found.Error($"{place}/work/place", "La réunion n’a ni lieu ni visioconférence.", "Donner « place », ou mettre « remote » à true.");
                if (meet.Minutes is < 15 or > 1_440)
                    found.Error($"{place}/work/minutes", "Une réunion dure de 15 minutes à une journée.", "Donner « minutes », de 15 à 1440.");
                break;
            case StepWork.Convene convene:
                CheckMeeting(convene.Meeting, $"{place}/work/meeting");
                break;
            case StepWork.Publish publish:
                CheckBody(publish.Body, $"{place}/work/body");
                CheckMinutes(publish, place);
                break;
            case StepWork.SendEdition edition:
                CheckEdition(step, edition, place);
                break;
            case StepWork.ConsolidateThemes or StepWork.Milestone or StepWork.OpenNextYear:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void CheckEdition(StepTemplate step, StepWork.SendEdition edition, string place)
    {
        ids.Newsletters.Check(edition.Newsletter, $"{place}/work/newsletter", found);
        if (step.Ends is not null)
            found.Error($"{place}/ends", "Un numéro part en une fois\u00A0: il n’a pas de fin.", "Retirer « ends ».");
        if (edition.ReviewDays is < 1 or > 60)
            found.Error($"{place}/work/reviewDays", "Les articles vont au comité éditorial de 1 à 60 jours avant le numéro.", "Donner « reviewDays », de 1 à 60.");
        if (edition.CallDays is not 0 and (< 2 or > 90) || (edition.CallDays > 0 && edition.CallDays <= edition.ReviewDays))
            found.Error($"{place}/work/callDays", "Les contributions sont demandées avant que les articles n’aillent au comité éditorial, 90 jours au plus avant le numéro.", "Donner « callDays », plus grand que « reviewDays », ou 0 pour ne pas en demander.");
        if (edition.SilenceDays < 1 || edition.SilenceDays > edition.ReviewDays)
            found.Error($"{place}/work/silenceDays", "Le comité éditorial répond avant que le numéro ne parte.", "Donner « silenceDays », de 1 au nombre de « reviewDays ».");
    }

    private void CheckMinutes(StepWork.Publish publish, string place)
    {
        if (publish.Meeting is { } meeting && publish.Document != DocumentKind.CompteRendu)
            found.Error($"{place}/work/meeting", "Seul un compte-rendu est celui d’une réunion.", "Retirer « meeting ».");
        else if (publish.Meeting is not null)
            CheckMeeting(publish.Meeting, $"{place}/work/meeting");
        else if (publish.Document == DocumentKind.CompteRendu && platform.Calendar.All(step => step.Work is not StepWork.Meet { Decides: true }))
            found.Error($"{place}/work", "Ce compte-rendu est celui de la réunion qui choisit les actions, et aucune ne les choisit.", "Donner « meeting », ou mettre « decides » à true sur une réunion.");
    }

    private void CheckMeeting(string meeting, string place)
    {
        ids.Steps.Check(meeting, place, found);
        if (platform.Calendar.FirstOrDefault(step => step.Id == meeting) is { Work: not StepWork.Meet })
            found.Error(place, $"L’étape « {meeting} » n’est pas une réunion.", "Citer une étape dont le travail est « meet ».");
    }

    private void CheckBody(string? body, string place)
    {
        if (body is not null)
            ids.Bodies.Check(body, place, found);
    }

    /// <summary>Reports each circle once, at its first step in the order of the calendar.</summary>
    private void CheckCircles(
        Dictionary<string, IReadOnlyList<string>> edges, string atStart, string atEnd, string message, string remedy)
    {
        var moments = platform.Calendar.Index().SelectMany(step => new[]
        {
            (Name: step.Item.Id, Place: $"/calendar/{step.Index}/{atStart}"), (Name: $"{step.Item.Id}.end", Place: $"/calendar/{step.Index}/{atEnd}"),
        }).ToList();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var moment in moments)
            if (Circles.From(moment.Name, edges, done) is { } circle)
                found.Error(moments.First(one => circle.Contains(one.Name)).Place, $"{message} : {string.Join(" → ", circle.Append(circle[0]))}.", remedy);
    }
}
