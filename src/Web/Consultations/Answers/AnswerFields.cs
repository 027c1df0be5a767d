using System.Globalization;
using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;
using Almanach.Web.Hosting;

namespace Almanach.Web.Consultations.Answers;

/// <summary>What was recorded, as the fields of the form.</summary>
public static class AnswerFields
{
    /// <param name="editing">Id of the proposal or contribution to change, or null for a new one.</param>
    /// <param name="again">Id of a proposal that was taken out, to propose once more.</param>
    public static Fields Of(Visit visit, string? editing, string? again = null)
    {
        Dictionary<string, IReadOnlyList<string>> fields = [];
        foreach (var question in visit.Questions)
            if (visit.Answer?.Values.GetValueOrDefault(question.Id) is { } value)
                foreach (var (name, texts) in question == visit.Ballot && VoteBallots.IsBlank(value) && visit.Consultation.Template.Vote is { Blank: true }
                    ? [(AnswerNames.Instead, [AnswerNames.Blank])] : Of(question, value))
                    fields[name] = texts;
        if (visit.EntriesQuestion is { } entries)
            foreach (var entry in visit.Entries)
                if (visit.SaidOf(entry) is { } said)
                {
                    fields[AnswerNames.Of(entries, entry.Id)] = [$"{said.Word}"];
                    fields[AnswerNames.Of(entries, $"{entry.Id}.{AnswerNames.Reason}")] = [said.Reason];
                }
        if (visit.IsVote && visit.Answer is { Declined: true })
            fields[AnswerNames.Instead] = [AnswerNames.Abstain];
        if (visit.Items.FirstOrDefault(item => item.Id == editing) is { } item)
            foreach (var (name, text) in Of(item))
                fields[name] = [text];
        else if (visit.Contributed.FirstOrDefault(item => item.Id == editing) is { } contributed)
            foreach (var (name, text) in Of(contributed))
                fields[name] = [text];
        else if (visit.Withdrawn.FirstOrDefault(proposal => proposal.Id == again) is { } withdrawn)
            foreach (var (name, text) in Of(withdrawn))
                fields[name] = [text];
        return new Fields(fields);
    }

    private static IEnumerable<(string Name, string Text)> Of(Proposal proposal) =>
    [
        (AnswerNames.Title, proposal.Title), (AnswerNames.Rationale, proposal.Rationale), (AnswerNames.Format, proposal.Format?.ToString() ?? ""),
        (AnswerNames.CanSpeak, proposal.CanSpeak ? "oui" : ""), (AnswerNames.OutsideSpeaker, proposal.OutsideSpeaker),
    ];

    private static IEnumerable<(string Name, IReadOnlyList<string> Texts)> Of(QuestionTemplate question, AnswerValue value) => value switch
    {
        AnswerValue.Proposals proposals => [(AnswerNames.Support, proposals.Supports)],
        AnswerValue.Choice choice => [(question.Id, [choice.Option])],
        AnswerValue.Approval approval => [(question.Id, approval.Options)],
        AnswerValue.Grades grades => grades.ByOption.Select(pair =>
            (AnswerNames.Of(question, pair.Key), (IReadOnlyList<string>)[pair.Value.ToString()])),
        AnswerValue.Ranking ranking => ranking.ByOption.Select(pair =>
            (AnswerNames.Of(question, pair.Key), (IReadOnlyList<string>)[pair.Value.ToString(CultureInfo.InvariantCulture)])),
        AnswerValue.Consent consent => consent.ByOption.SelectMany(pair => new (string, IReadOnlyList<string>)[]
        {
            (AnswerNames.Of(question, pair.Key), [pair.Value.Word.ToString()]),
            (AnswerNames.Of(question, $"{pair.Key}.{AnswerNames.Reason}"), [pair.Value.Reason]),
        }),
        AnswerValue.Dates dates => dates.ByOption.Select(pair =>
            (AnswerNames.Of(question, pair.Key), (IReadOnlyList<string>)[pair.Value.ToString()])),
        AnswerValue.Engagement engagement =>
        [
            (AnswerNames.Of(question, AnswerNames.Interest), [engagement.Interest.ToString()]),
            (AnswerNames.Of(question, AnswerNames.Effort), [engagement.Effort.ToString()]),
            (AnswerNames.Of(question, AnswerNames.Note), [engagement.Note]),
        ],
        AnswerValue.Attendance attendance =>
        [
            (question.Id, [attendance.Mode.ToString()]),
            (AnswerNames.Of(question, AnswerNames.Representative), [attendance.Representative]),
            (AnswerNames.Of(question, AnswerNames.Note), [attendance.Note]),
        ],
        AnswerValue.Text text => [(question.Id, [text.Value])],
        AnswerValue.Contributions or AnswerValue.Entries or AnswerValue.Deliveries => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<(string Name, string Text)> Of(Contribution item) =>
    [
        (AnswerNames.Editing, item.Id), (ContributionChecks.KindField, $"{item.Kind}"), (ContributionChecks.TitleField, item.Title), (ContributionChecks.TextField, item.Text),
        (ContributionChecks.LinkField, item.Link), (ContributionChecks.DayField, item.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""), (ContributionChecks.PlaceField, item.Place),
        (ContributionChecks.AuthorField, item.Author), (AnswerNames.PictureFile, item.Picture?.File ?? ""), (ContributionChecks.AltField, item.Picture?.Alt ?? ""),
    ];

    private static IEnumerable<(string Name, string Text)> Of(ProposalDraft item) =>
    [
        (AnswerNames.Editing, item.Id), (AnswerNames.Title, item.Title), (AnswerNames.Rationale, item.Rationale),
        (AnswerNames.Format, item.Format?.ToString() ?? ""), (AnswerNames.CanSpeak, item.CanSpeak ? "oui" : ""),
        (AnswerNames.OutsideSpeaker, item.OutsideSpeaker),
    ];
}
