using Almanach.Core.Consultations;

namespace Almanach.Web.Consultations.Outcomes;

/// <summary>An objection or a reservation, without who made it.</summary>
public sealed record SaidReason(string Option, Position Position)
{
    /// <summary>In the order of the words, which is nobody's.</summary>
    public static IReadOnlyList<SaidReason> Of(IEnumerable<Answer> answers) => [.. answers
        .SelectMany(answer => answer.Values.Values.OfType<AnswerValue.Consent>()).SelectMany(consent => consent.ByOption)
        .Where(pair => pair.Value.Reason.Length > 0).Select(pair => new SaidReason(pair.Key, pair.Value))
        .OrderByDescending(reason => reason.Position.Word).ThenBy(reason => reason.Position.Reason, StringComparer.Ordinal)];
}
