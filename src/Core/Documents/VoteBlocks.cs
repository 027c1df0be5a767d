using Almanach.Core.Consultations.Votes;
using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>The vote on the themes of the year, for the committee and its minutes: method, quorum, rule for ties, result.</summary>
internal static class VoteBlocks
{
    /// <summary>Nothing as long as it is not counted.</summary>
    public static IEnumerable<Block> Of(DocumentMatter matter)
    {
        var voted = matter.Board.Standing.Where(theme => theme.Vote is not null).ToList();
        if (matter.Vote is not { Outcome: { } outcome } vote || voted.Count == 0)
            yield break;
        yield return new Block.Paragraph(string.Join(' ', new[]
        {
            vote.Turnout.Sentence, Cast(outcome.Figures), VoteWords.Quorum(outcome.Figures, "organisme", "organismes"),
            vote.Consultation.Template.IsSecret() ? "Le vote était secret." : "",
        }.Where(words => words.Length > 0)));
        yield return new Block.Paragraph(VoteWords.Rules(outcome));
        yield return new Block.Table("Résultat du vote", ["Rang", "Thème", "Résultat"],
            [.. voted.Select(theme => (IReadOnlyList<string>)[matter.Board.RankOf(theme), theme.Title, Phrases.OrDash(theme.Vote!.Short())])]);
    }

    private static string Cast(VoteFigures figures) => VoteWords.Cast(figures) is { Length: > 0 } words ? $"{Capitals.First(words)}." : "";
}
