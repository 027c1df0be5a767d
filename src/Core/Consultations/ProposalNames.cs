namespace Almanach.Core.Consultations;

/// <summary>
/// Gives each new proposal of an answer an id that no other proposal of any year has or had: themes go from one year to the next. One that bears an id is the
/// unit's own from the answer before; any other id is not believed.
/// </summary>
internal static class ProposalNames
{
    public static AnswerCommand Give(string consultation, AnswerCommand command, Answer? before)
    {
        if (!command.Values.Values.OfType<AnswerValue.Proposals>().Any())
            return command;
        var own = before?.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items).ToDictionary(item => item.Id) ?? [];
        var prefix = $"{command.Unit}-{consultation}-{(before?.Revision ?? 0) + 1}";
        return command with
        {
            Values = command.Values.ToDictionary(pair => pair.Key, pair => pair.Value is AnswerValue.Proposals proposals
                ? proposals with { Items = Named(proposals.Items, prefix, command, own) } : pair.Value),
        };
    }

    private static IReadOnlyList<ProposalDraft> Named(
        IReadOnlyList<ProposalDraft> items, string prefix, AnswerCommand command, Dictionary<string, ProposalDraft> own) =>
        [.. items.Select((item, index) => own.Remove(item.Id, out var known)
            ? item with { By = known.By, At = known.At }
            : item with { Id = $"{prefix}-{index + 1}", By = command.By, At = command.Now })];
}
