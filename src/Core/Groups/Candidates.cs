using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Core.Groups;

/// <summary>The candidates of a year, read from the answers to its consultation.</summary>
public static class Candidates
{
    /// <param name="organisationOf">The organisation an answer stands for: its unit, or that of the person who is the unit.</param>
    public static IReadOnlyList<Candidate> Of(GroupRules rules, Consultation consultation, IReadOnlyList<Answer> answers, Func<string, string> organisationOf) =>
        [.. Options(rules, consultation).Select(option => new Candidate(option.Id, option.Label, [.. answers
            .OrderBy(answer => answer.Unit, StringComparer.Ordinal)
            .Select(answer => Backer(rules, answer, option.Id, organisationOf)).OfType<Backer>()]))];

    private static IEnumerable<OptionTemplate> Options(GroupRules rules, Consultation consultation) =>
        consultation.Template.Questions.Where(question => question.Id == rules.Useful || question.Id == rules.Pilot)
            .SelectMany(consultation.OptionsOf).DistinctBy(option => option.Id);

    private static Backer? Backer(GroupRules rules, Answer answer, string option, Func<string, string> organisationOf)
    {
        var (useful, pilots) = (Ticks(answer, rules.Useful, option), Ticks(answer, rules.Pilot, option));
        var effort = answer.Values.GetValueOrDefault(rules.Effort) is AnswerValue.Engagement engagement ? engagement.Effort : Effort.None;
        return useful || pilots
            ? new Backer(organisationOf(answer.Unit), answer.By == Coordination.Id ? null : answer.By, useful, pilots, effort)
            : null;
    }

    private static bool Ticks(Answer answer, string question, string option) =>
        answer.Values.GetValueOrDefault(question) is AnswerValue.Approval approval && approval.Options.Contains(option);
}
