using Almanach.Core;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Network;

/// <summary>All that one's own page shows.</summary>
/// <param name="Asked">Consultations that are open for this person, and those closed that she has not answered and still may.</param>
/// <param name="Meetings">Those ahead that the person is expected at, soonest first.</param>
/// <param name="Answered">Others that the person or the organisation was asked, latest first.</param>
/// <param name="Proposals">Of the organisation, latest first.</param>
/// <param name="Documents">Those the person may read, latest first, with their address.</param>
/// <param name="Successors">Whom she said takes over, as long as the coordinator has not dealt with it.</param>
public sealed record OwnView(
    Contact Person, Organisation Organisation, Setting Setting, DateTimeOffset Now,
    IReadOnlyList<OwnConsultation> Asked, IReadOnlyList<OwnMeeting> Meetings, IReadOnlyList<OwnConsultation> Answered,
    IReadOnlyList<OwnProposal> Proposals, IReadOnlyList<OwnDocument> Documents, IReadOnlyList<SuccessionRequest> Successors)
{
    /// <summary>Groups that live, in which the organisation takes part.</summary>
    public IReadOnlyList<OwnGroup> Groups { get; init; } = [];

    /// <summary>A collection of subjects that is open for this person.</summary>
    public OwnConsultation? Collection => Asked.FirstOrDefault(own => own.Consultation.IsOpenAt(Now) && own.Consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Proposals));

    public static async Task<OwnView> Of(Office office, Contact person, CancellationToken stop = default)
    {
        var roster = await office.Network.Load(stop);
        var years = await office.Opening.Years(stop);
        var published = await office.Documents.All(stop);
        List<OwnConsultation> consultations = [];
        List<OwnProposal> proposals = [];
        List<Board> boards = [];
        List<YearPlan> plans = [];
        Dictionary<int, DateTimeOffset> met = [];
        // What comes once a year's themes are settled waits on the board of the year after, open or not.
        foreach (var year in years is [.., var latest] ? years.Append(latest + 1).Reverse() : [])
        {
            consultations.AddRange(await Consultations(office, roster, person, year, published, stop));
            boards.Insert(0, await office.Themes.Load(year, stop));
            if (await office.Cycle.Find(year, stop) is { } plan)
            {
                plans.Add(plan);
                if (ProposalStory.Met(plan) is { } day)
                    met[year] = day;
            }
            proposals.AddRange(boards[0].Proposals.Values
                .Where(proposal => proposal.Organisation == person.Organisation && proposal.Origin != ProposalOrigin.PublicForm)
                .OrderByDescending(proposal => proposal.At).Select(proposal => new OwnProposal(proposal, ProposalStory.Of(boards, proposal, met))));
        }
        IReadOnlyList<OwnDocument> documents = [.. published.Where(document => document.IsFor(person))
            .Select(document => new OwnDocument(document, DocumentPath(office, person, document)))];
        return new OwnView(person, roster.Organisations[person.Organisation], office.Setting, office.Now,
            [.. consultations.Where(own => IsAsked(own, office.Now))], await OwnMeetings.Of(office, person, plans, consultations, documents, stop),
            [.. consultations.Where(own => !IsAsked(own, office.Now))],
            proposals, documents, await office.Requests.OpenOf(person, stop))
        {
            Groups = OwnGroup.Of(office, await office.Groups.All(stop), roster, person),
        };
    }

    /// <summary>Late answers may be taken for years where no step uses them: nobody is asked any more once the link has expired, nor for an edition whose call is over.</summary>
    private static bool IsAsked(OwnConsultation own, DateTimeOffset now) => !own.Off && (own.Consultation.IsOpenAt(now)
        || (own is { Answer: null, Voted: false } && EditionCall.EditionOf(own.Consultation) is null && own.Consultation.TakesAnswersAt(now) && now < ConsultationDesk.Link(own.Consultation).Expires));

    private static async Task<List<OwnConsultation>> Consultations(Office office, Roster roster, Contact person, int year, IReadOnlyList<PublishedDocument> published, CancellationToken stop)
    {
        List<OwnConsultation> own = [];
        var plan = await office.Cycle.Find(year, stop);
        var dates = plan?.Steps.SelectMany(step => step.Work switch
        {
            StepWork.Meet => [DateChoice.Id(year, step.Id)],
            StepWork.SendEdition => QuestionIndex.EditionQuestions(year, step),
            _ => Array.Empty<string>(),
        }) ?? [];
        foreach (var id in office.Setting.Platform.Consultations.Select(template => $"{year}-{template.Id}").Concat(dates)
            .Concat(published.Where(document => document.Year == year).Select(document => document.Approval?.Consultation).OfType<string>()))
            if (await office.Consultations.Find(id, stop) is { } consultation && consultation.Opened <= office.Now
                && (await office.Consultations.Asked(consultation, stop)).Any(member => member.Contact == person.Id))
            {
                var unit = consultation.Template.Unit == AnswerUnit.Organisation ? person.Organisation : person.Id;
                var answer = await office.Consultations.AnswerOf(consultation.Id, unit, stop);
                own.Add(new OwnConsultation(consultation, answer, By(roster, person, answer), $"/r/{office.Links.Token(ConsultationDesk.Link(consultation), person)}",
                    ConsultationRules.IsOff(consultation, Presence.MeetingOf(plan, consultation.Step.Split('/')[^1])),
                    consultation.Template.IsSecret() && (await office.Secrets.Find(consultation.Id, stop)).Roll.Units.Contains(unit)));
            }
        return [.. own.OrderByDescending(item => item.Consultation.Opened)];
    }

    private static string By(Roster roster, Contact person, Answer? answer) => answer switch
    {
        null => "",
        { Channel: Channel.Phone } => "la coordination, par téléphone",
        { Channel: Channel.Mail } when answer.By == person.Id => "la coordination, d’après votre courriel",
        { Channel: Channel.Mail } => "la coordination, d’après un courriel",
        _ when answer.By == person.Id => "vous",
        _ => roster.Contacts.GetValueOrDefault(answer.By) switch
        {
            null => "votre organisme",
            { IsErased: true } => "une personne de votre organisme",
            var colleague => colleague.Name,
        },
    };

    private static string DocumentPath(Office office, Contact person, PublishedDocument document) => document.Public
        ? $"/documents/{document.Id}"
        : $"/d/{office.Links.Token(new LinkTo(LinkPurpose.Document, document.Id, office.Now.AddDays(30)), person)}";
}

/// <param name="By">Who answered: « vous », a colleague's name as long as it is kept, « la coordination, par téléphone »; empty without an answer.</param>
/// <param name="Off">It asks who comes to a meeting that was called off.</param>
/// <param name="Voted">The unit has cast a secret ballot.</param>
public sealed record OwnConsultation(Consultation Consultation, Answer? Answer, string By, string Path, bool Off = false, bool Voted = false)
{
    /// <summary>« Répondu par Claire Martin, le mardi 12 avril 2022. »</summary>
    /// <param name="none">Where nothing was recorded.</param>
    public string Said(Func<DateTimeOffset, string> at, string none) => Voted ? "Un bulletin secret est enregistré." : Answer is { } answer ? $"Répondu par {By}, le {at(answer.At)}." : none;
}

public sealed record OwnProposal(Proposal Proposal, IReadOnlyList<StoryStep> Story);

public sealed record OwnDocument(PublishedDocument Document, string Path);
