using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Web.Network;

/// <summary>
/// « Ce qu'est devenue votre proposition », step by step: its own beginning, then what became of the theme it went into, in
/// its year and in those that took it up again.
/// </summary>
public static class ProposalStory
{
    /// <param name="boards">Of the proposal's year and of those that follow, in order.</param>
    public static IReadOnlyList<StoryStep> Of(IReadOnlyList<Board> boards, Proposal proposal)
    {
        var board = boards[0];
        var received = new StoryStep("Recueillie", proposal.At, "");
        if (proposal.Withdrawn)
            return [received, new StoryStep("Retirée", board.Themes.GetValueOrDefault(proposal.Id)?.Steps[^1].At, "")];
        if (board.ThemeOf(proposal.Id) is not { } theme)
            return [received];

        List<StoryStep> story = [received];
        if (theme.Id != proposal.Id)
            story.Add(new StoryStep("Regroupée", board.Themes.GetValueOrDefault(proposal.Id)?.Steps.LastOrDefault(step => step.Fate == Fate.Merged)?.At,
                $"dans le thème «\u00A0{Typography.Text(theme.Title)}\u00A0»"));
        story.AddRange(Steps(theme, proposal.At));
        foreach (var later in boards.Skip(1))
        {
            if (!later.Themes.TryGetValue(theme.Id, out var carried))
                break;
            theme = later.Root(carried);
            story.Add(new StoryStep($"De nouveau proposée pour {later.Year}", carried.Steps[0].At, ""));
            story.AddRange(Steps(theme, carried.Steps[0].At.AddTicks(1)));
        }
        return story;
    }

    private static IEnumerable<StoryStep> Steps(Theme theme, DateTimeOffset since) =>
        theme.Steps.Where(step => step.Fate is not (Fate.Received or Fate.Merged) && step.At >= since)
            .Select(step => new StoryStep(Capitals.First(AuthorNews.Name(step.Fate)), step.At, step.Fate == Fate.CarriedOver ? "" : Typography.Text(step.Detail)));
}

/// <param name="At">Null when it is not known.</param>
public sealed record StoryStep(string What, DateTimeOffset? At, string Detail);
