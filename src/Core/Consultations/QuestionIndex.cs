using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>Every question the network may be asked around a year: those of the calendar, about the date of a meeting, about minutes.</summary>
public sealed class QuestionIndex(CycleDesk cycle, ConsultationDesk consultations, DocumentDesk documents)
{
    /// <summary>Their ids, whether they were opened or not.</summary>
    public async Task<IReadOnlyList<string>> Ids(int year, CancellationToken stop = default)
    {
        List<string> ids = [];
        foreach (var plan in await Plans(year, stop))
            foreach (var step in plan.Steps)
                if (step.Work is StepWork.Consult consult)
                    ids.Add($"{plan.Year}-{consult.Consultation}");
                else if (step.Work is StepWork.Meet)
                    ids.Add(DateChoice.Id(plan.Year, step.Id));
                else if (step.Work is StepWork.SendEdition)
                    ids.AddRange(EditionQuestions(plan.Year, step));
        ids.AddRange((await documents.All(stop)).Select(document => document.Approval?.Consultation).OfType<string>());
        return [.. ids.Distinct()];
    }

    /// <summary>What an edition asks: contributions, and the editors' approval.</summary>
    public static IReadOnlyList<string> EditionQuestions(int year, Step step) => Edition.IdOf(year, step.Id) is var edition ? [EditionCall.Id(edition), EditionReview.Id(edition)] : [];

    /// <summary>Those that take an answer at an instant and ask a person, or her organisation.</summary>
    public async Task<IReadOnlyList<Consultation>> Asking(string contact, string organisation, int year, DateTimeOffset now, CancellationToken stop = default)
    {
        List<Consultation> asking = [];
        foreach (var id in await Ids(year, stop))
            if (await consultations.Find(id, stop) is { } one && one.IsOpenAt(now) && await Asks(one, contact, organisation, stop))
                asking.Add(one);
        return asking;
    }

    public async Task<bool> Asks(Consultation consultation, string contact, string organisation, CancellationToken stop = default) =>
        (await consultations.Asked(consultation, stop)).Any(member => consultation.Template.Unit == AnswerUnit.Organisation ? member.Organisation == organisation : member.Contact == contact);

    private async Task<IReadOnlyList<YearPlan>> Plans(int year, CancellationToken stop)
    {
        List<YearPlan> plans = [];
        foreach (var one in new[] { year - 1, year, year + 1 })
            if (await cycle.Find(one, stop) is { } plan)
                plans.Add(plan);
        return plans;
    }
}
