using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;

namespace Almanach.Web.Consultations.Answers;

/// <summary>The value of one question, a line a thing, under the question's own title.</summary>
internal static class AnsweredLines
{
    public static IReadOnlyList<string> Of(Consultation consultation, QuestionTemplate question, AnswerValue value)
    {
        string Label(string id) => consultation.OptionsOf(question).FirstOrDefault(option => option.Id == id)?.Label ?? id;
        return value switch
        {
            AnswerValue.Choice { Option.Length: 0 } or AnswerValue.Grades { ByOption.Count: 0 } or AnswerValue.Ranking { ByOption.Count: 0 } or AnswerValue.Consent { ByOption.Count: 0 } => [Capitals.First(AnswerWords.Blank)],
            AnswerValue.Approval { Options.Count: 0 } when consultation.Template.Vote is not null => [Capitals.First(AnswerWords.Blank)],
            AnswerValue.Ranking ranking => [.. consultation.OptionsOf(question).OrderBy(option => ranking.ByOption.GetValueOrDefault(option.Id, int.MaxValue))
                .Select(option => ranking.ByOption.TryGetValue(option.Id, out var rank) ? $"{rank}. {option.Label}" : $"{option.Label}\u00A0: sans rang")],
            AnswerValue.Consent consent => [.. consultation.OptionsOf(question)
                .Select(option => $"{option.Label}\u00A0: {(consent.ByOption.TryGetValue(option.Id, out var position) ? AnswerWords.Said(position) : AnswerWords.Unanswered)}")],
            AnswerValue.Choice choice => [Label(choice.Option)],
            AnswerValue.Approval { Options.Count: 0 } => ["Aucun choix"],
            AnswerValue.Approval approval => [.. approval.Options.Select(Label)],
            AnswerValue.Dates dates => [.. consultation.OptionsOf(question).Select(option =>
                $"{option.Label}\u00A0: {(dates.ByOption.TryGetValue(option.Id, out var word) ? AnswerWords.Name(word) : AnswerWords.Unanswered)}")],
            AnswerValue.Engagement engagement => Noted($"{Capitals.First(AnswerWords.Name(engagement.Interest))}, {AnswerWords.Name(engagement.Effort)}", engagement.Note),
            AnswerValue.Attendance attendance => Noted(Capitals.First(AnswerWords.Said(attendance)), attendance.Note),
            AnswerValue.Text { Value.Length: 0 } => [Capitals.First(AnswerWords.Unanswered)],
            AnswerValue.Text text => [.. text.Value.Split('\n')],
            AnswerValue.Deliveries deliveries => DeliveryWords.Lines(deliveries),
            AnswerValue.Entries entries => EntrySaidWords.Lines(entries),
            AnswerValue.Grades or AnswerValue.Proposals or AnswerValue.Contributions => [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string[] Noted(string line, string note) => note.Length > 0 ? [line, .. note.Split('\n')] : [line];
}
