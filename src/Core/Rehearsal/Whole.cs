using Almanach.Core.Consultations;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Meetings;
using Almanach.Core.Programme;

namespace Almanach.Core.Rehearsal;

/// <summary>A script says only what somebody said: this gives back, as empty, what it left out.</summary>
internal static class Whole
{
    /// <summary>The value as a page would send it: a proposal named again by its title is the one sent before.</summary>
    /// <param name="before">What the same unit had answered, if anything.</param>
    public static AnswerValue Of(AnswerValue value, AnswerValue? before) => value switch
    {
        AnswerValue.Proposals proposals => new AnswerValue.Proposals(
            [.. (proposals.Items ?? []).Select(item => Of(item, (before as AnswerValue.Proposals)?.Items ?? []))], proposals.Supports ?? []),
        AnswerValue.Contributions contributions => new AnswerValue.Contributions(
            [.. (contributions.Items ?? []).Select(item => Of(item, (before as AnswerValue.Contributions)?.Items ?? []))]),
        AnswerValue.Entries entries => new AnswerValue.Entries((entries.ByEntry ?? new Dictionary<string, EntrySaid>()).ToDictionary(pair => pair.Key, pair => pair.Value with
        {
            Reason = pair.Value.Reason ?? "",
            Seen = pair.Value.Seen ?? "",
            Title = pair.Value.Title ?? "",
        }), entries.Added ?? []),
        AnswerValue.Approval approval => approval with { Options = approval.Options ?? [] },
        AnswerValue.Engagement engagement => engagement with { Note = engagement.Note ?? "" },
        AnswerValue.Attendance attendance => attendance with { Note = attendance.Note ?? "", Representative = attendance.Representative ?? "" },
        AnswerValue.Consent consent => consent with { ByOption = consent.ByOption.ToDictionary(pair => pair.Key, pair => pair.Value with { Reason = pair.Value.Reason ?? "" }) },
        AnswerValue.Choice or AnswerValue.Grades or AnswerValue.Ranking or AnswerValue.Dates or AnswerValue.Text or AnswerValue.Deliveries => value,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static MeetingDecision Of(MeetingDecision decision) =>
        decision with { Themes = decision.Themes ?? [], Action = decision.Action is { } action ? Of(action) : null };

    private static AdoptedAction Of(AdoptedAction action) => action with
    {
        Occurrences = [.. (action.Occurrences ?? []).Select(Of)],
        Conditions = action.Conditions ?? [],
        Note = action.Note ?? "",
    };

    private static Occurrence Of(Occurrence occurrence) => occurrence with { Period = occurrence.Period ?? "", Place = occurrence.Place ?? "" };

    private static ProposalDraft Of(ProposalDraft item, IReadOnlyList<ProposalDraft> before)
    {
        var title = Names.Bare(item.Title);
        var known = before.FirstOrDefault(other => other.Id == item.Id) ?? before.FirstOrDefault(other => Names.Bare(other.Title) == title);
        return item with
        {
            Id = known?.Id ?? "",
            By = known?.By ?? "",
            At = known?.At ?? default,
            Rationale = item.Rationale ?? "",
            OutsideSpeaker = item.OutsideSpeaker ?? "",
        };
    }

    private static Contribution Of(Contribution item, IReadOnlyList<Contribution> before)
    {
        var title = Names.Bare(item.Title);
        var known = before.FirstOrDefault(other => other.Id == item.Id) ?? before.FirstOrDefault(other => Names.Bare(other.Title) == title);
        return item with
        {
            Id = known?.Id ?? "",
            By = known?.By ?? "",
            At = known?.At ?? default,
            Text = item.Text ?? "",
            Link = item.Link ?? "",
            Place = item.Place ?? "",
            Author = item.Author ?? "",
        };
    }
}
