namespace Almanach.Core.Consultations;

/// <summary>
/// Gives each new contribution of an answer an id of its own, which it keeps when the answer is changed: the newsletter follows
/// an article by it. One that bears an id is the unit's own from the answer before; any other id is not believed.
/// </summary>
internal static class ContributionNames
{
    public static AnswerCommand Give(string consultation, AnswerCommand command, Answer? before)
    {
        if (!command.Values.Values.OfType<AnswerValue.Contributions>().Any())
            return command;
        var own = before?.Contributed.ToDictionary(item => item.Id) ?? [];
        var prefix = $"{command.Unit}-{consultation}-{(before?.Revision ?? 0) + 1}";
        return command with
        {
            Values = command.Values.ToDictionary(pair => pair.Key, pair => pair.Value is AnswerValue.Contributions contributions
                ? new AnswerValue.Contributions(Named(contributions.Items, prefix, command, own)) : pair.Value),
        };
    }

    private static IReadOnlyList<Contribution> Named(IReadOnlyList<Contribution> items, string prefix, AnswerCommand command, Dictionary<string, Contribution> own) =>
        [.. items.Select((item, index) => own.Remove(item.Id, out var known)
            ? item with { By = known.By, At = known.At }
            : item with { Id = $"{prefix}-{index + 1}", By = command.By, At = command.Now })];
}
