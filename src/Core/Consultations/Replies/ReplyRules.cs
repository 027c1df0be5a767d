using Almanach.Core.Cycle;

namespace Almanach.Core.Consultations.Replies;

public static class ReplyRules
{
    public static Understanding Of(Consultation consultation, string text, int files, Answer? before, Step? meeting, string by, DateTimeOffset at) =>
        new Understanding.Unclear($"{consultation.Id}{text}{files}{before}{meeting}{by}{at}");
}

public abstract record Understanding
{
    public sealed record Answered(IReadOnlyDictionary<string, AnswerValue> Values, bool Declined) : Understanding;

    public sealed record Unclear(string Because) : Understanding;
}
