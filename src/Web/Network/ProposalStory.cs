using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Web.Network;

/// <summary>« Ce qu'est devenue votre proposition », step by step: its own beginning, then what became of the theme it went into.</summary>
public static class ProposalStory
{
    public static IReadOnlyList<StoryStep> Of(Board board, Proposal proposal)
    {
        var received = new StoryStep("Recueillie", proposal.At, "");
        if (proposal.Withdrawn)
            return [received, new StoryStep("Retirée", board.Themes.GetValueOrDefault(proposal.Id)?.Steps[^1].At, "")];
        if (board.ThemeOf(proposal.Id) is not { } theme)
            return [received];

        List<StoryStep> story = [received];
        if (theme.Id != proposal.Id)
            story.Add(new StoryStep("Regroupée", board.Themes.GetValueOrDefault(proposal.Id)?.Steps.LastOrDefault(step => step.Fate == Fate.Merged)?.At,
                $"dans le thème «\u00A0{Typography.Text(theme.Title)}\u00A0»"));
        story.AddRange(theme.Steps.Where(step => step.Fate is not (Fate.Received or Fate.Merged) && step.At >= proposal.At)
            .Select(step => new StoryStep(Capitals.First(AuthorNews.Name(step.Fate)), step.At, step.Fate == Fate.CarriedOver ? "" : Typography.Text(step.Detail))));
        return story;
    }
}

/// <param name="At">Null when it is not known.</param>
public sealed record StoryStep(string What, DateTimeOffset? At, string Detail);
