using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Network;

/// <summary>
/// « Ce qu'est devenue votre proposition », step by step: its own beginning, then what became of the theme it went into, in
/// its year and in those that took it up again.
/// </summary>
public static class ProposalStory
{
    /// <param name="boards">Of the proposal's year and of those that follow, in order.</param>
    /// <param name="met">When the committee of each year had said its choices; a year without is still before that.</param>
    public static IReadOnlyList<StoryStep> Of(IReadOnlyList<Board> boards, Proposal proposal, IReadOnlyDictionary<int, DateTimeOffset> met)
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
        story.AddRange(Undecided(boards, 0, theme, met));
        foreach (var (index, later) in boards.Index().Skip(1))
        {
            if (!later.Themes.TryGetValue(theme.Id, out var carried))
                break;
            theme = later.Root(carried);
            story.Add(new StoryStep($"De nouveau proposée pour {later.Year}", carried.Steps[0].At, ""));
            story.AddRange(Steps(theme, carried.Steps[0].At.AddTicks(1)));
            story.AddRange(Undecided(boards, index, theme, met));
        }
        return story;
    }

    /// <summary>When the committee of a year had said its choices, and authors were told; null before.</summary>
    public static DateTimeOffset? Met(YearPlan plan) =>
        plan.Steps.Where(step => step is { State: StepState.Closed, Work: StepWork.Meet { Decides: true } }).Max(step => step.ClosedAt);

    /// <summary>A theme the committee said nothing of goes to the collection of the next year, which may have taken it up already.</summary>
    private static IEnumerable<StoryStep> Undecided(IReadOnlyList<Board> boards, int index, Theme theme, IReadOnlyDictionary<int, DateTimeOffset> met)
    {
        var board = boards[index];
        if (!met.TryGetValue(board.Year, out var day) || !AuthorNews.IsUndecided(theme) || theme.Steps[0].At > day)
            return [];
        var again = boards.Skip(index + 1).Any(later => later.Themes.ContainsKey(theme.Id));
        return [new StoryStep("Le comité ne s’est pas prononcé", day, again ? "" : $"elle sera de nouveau proposée pour {board.Year + 1}")];
    }

    private static IEnumerable<StoryStep> Steps(Theme theme, DateTimeOffset since) =>
        theme.Steps.Where(step => step.Fate is not (Fate.Received or Fate.Merged) && step.At >= since)
            .Select(step => new StoryStep(Capitals.First(AuthorNews.Name(step.Fate)), step.At, step.Fate == Fate.CarriedOver ? "" : Typography.Text(step.Detail)));
}

/// <param name="At">Null when it is not known.</param>
public sealed record StoryStep(string What, DateTimeOffset? At, string Detail);
