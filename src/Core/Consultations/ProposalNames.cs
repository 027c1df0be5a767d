namespace Almanach.Core.Consultations;

/// <summary>Gives each new proposal of an answer an id that no other proposal of the year has or had.</summary>
internal static class ProposalNames
{
    public static AnswerCommand Give(AnswerCommand command, Answer? before)
    {
        if (!command.Values.Values.OfType<AnswerValue.Proposals>().Any())
            return command;
        var revision = (before?.Revision ?? 0) + 1;
        return command with
        {
            Values = command.Values.ToDictionary(pair => pair.Key, pair => pair.Value is AnswerValue.Proposals proposals
                ? Named(proposals, command, revision) : pair.Value),
        };
    }

    private static AnswerValue.Proposals Named(AnswerValue.Proposals proposals, AnswerCommand command, int revision) => proposals with
    {
        Items = [.. proposals.Items.Select((item, index) => item.Id.Length > 0 ? item : item with
        {
            Id = $"{command.Unit}-{revision}-{index + 1}", By = command.By, At = command.Now,
        })],
    };
}
