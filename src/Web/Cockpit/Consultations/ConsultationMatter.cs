using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Consultations;

/// <summary>One consultation with its answers and those it asked.</summary>
/// <param name="Answered">Units known to have answered: of a secret vote, nobody before three have.</param>
/// <param name="Outcome">What a vote gave, as far as it may be told.</param>
public sealed record ConsultationMatter(
    Consultation Consultation, YearPlan Plan, IReadOnlyList<Answer> Answers, IReadOnlyList<AudienceMember> Asked, Roster Roster, Board Board, Setting Setting,
    IReadOnlySet<string> Answered, VoteOutcome? Outcome)
{
    /// <summary>Of a question about entries of the catalogue: the catalogue; null for any other.</summary>
    public CatalogueShelf? Shelf { get; init; }

    public string Address => $"/cockpit/consultations/{Consultation.Id}";

    public string Title => Consultation.Template.Title;

    public bool PerOrganisation => Consultation.Template.Unit == AnswerUnit.Organisation;

    /// <summary>Whether an answer is taken now: of a meeting that was called off, none is.</summary>
    public bool TakesAnswersAt(DateTimeOffset now) => Off is null && Consultation.TakesAnswersAt(now);

    /// <summary>The meeting it asks about, when that was called off; null otherwise.</summary>
    public Step? Off => Meeting is { } meeting && ConsultationRules.IsOff(Consultation, meeting) ? meeting : null;

    /// <summary>The meeting it asks about; null for a question about anything else.</summary>
    public Step? Meeting => Presence.MeetingOf(Plan, Consultation.Step.Split('/')[^1]);

    /// <summary>Who was asked, a line for each that answers: an organisation, or a person.</summary>
    public IReadOnlyList<AskedUnit> Units => [.. Asked
        .GroupBy(member => PerOrganisation ? member.Organisation : member.Contact)
        .Select(group => new AskedUnit(group.Key, group.First().Organisation, [.. group.Select(member => member.Contact)]))
        .OrderBy(unit => Typography.Fold(NameOf(unit)), StringComparer.Ordinal)];

    public bool IsSecret => Consultation.Template.IsSecret();

    /// <summary>Whether it may be told who has answered.</summary>
    public bool TellsWho => !IsSecret || Answered.Count > 0;

    public string NameOf(AskedUnit unit) => PerOrganisation
        ? Room.NameOf(Roster, unit.Organisation)
        : $"{Room.Person(Roster, unit.Id)}, {Room.NameOf(Roster, unit.Organisation)}";

    public string CollegeOf(string organisation) => Roster.Organisations.GetValueOrDefault(organisation)?.College ?? "";

    public Answer? AnswerOf(string unit) => Answers.FirstOrDefault(answer => answer.Unit == unit);

    public static async Task<ConsultationMatter?> Load(Room room, string id, CancellationToken stop)
    {
        if (await PlanOf(room, id, stop) is not { } plan || await room.Office.Consultations.Find(id, stop) is not { } consultation)
            return null;
        return new ConsultationMatter(
            consultation, plan, await room.Office.Consultations.Answers(id, stop), await room.Office.Consultations.Asked(consultation, stop),
            await room.Office.Network.Load(stop), await room.Office.Themes.Load(consultation.Year, stop), room.Setting,
            await room.Office.Consultations.Answered(consultation, stop), await room.Office.Consultations.Outcome(consultation, stop))
        {
            Shelf = consultation.Template.AsksProducers() ? await room.Office.Catalogue.Load(stop) : null,
        };
    }

    /// <summary>Every id a consultation of a year can have, with its step: its own, or the meeting whose date is asked.</summary>
    public static IEnumerable<(string Id, Step Step)> Ids(YearPlan plan) => plan.Steps.SelectMany(step => step.Work switch
    {
        StepWork.Consult consult => [($"{plan.Year}-{consult.Consultation}", step)],
        StepWork.Meet => [(DateChoice.Id(plan.Year, step.Id), step)],
        StepWork.SendEdition => QuestionIndex.EditionQuestions(plan.Year, step).Select(id => (id, step)),
        _ => Enumerable.Empty<(string, Step)>(),
    });

    /// <summary>Those that ask for the approval of minutes.</summary>
    public static IEnumerable<(string Id, Step Step)> Approvals(YearPlan plan, IReadOnlyList<PublishedDocument> documents) => documents
        .Where(document => document.Year == plan.Year && document.Approval is not null)
        .Select(document => (document.Approval!.Consultation, MinutesApproval.StepOf(plan, document.Approval.Consultation)!))
        .Where(found => found.Item2 is not null);

    private static async Task<YearPlan?> PlanOf(Room room, string id, CancellationToken stop) =>
        int.TryParse(id.Split('-', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && await room.Office.Cycle.Find(year, stop) is { } plan && (Ids(plan).Any(known => known.Id == id) || MinutesApproval.StepOf(plan, id) is not null) ? plan : null;
}

/// <param name="Id">Of the organisation or the person.</param>
/// <param name="Contacts">The people asked for it.</param>
public sealed record AskedUnit(string Id, string Organisation, IReadOnlyList<string> Contacts);
