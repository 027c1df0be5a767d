using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>One theme for the committee: what it is about, who is behind it, who can speak, and every proposal it gathers.</summary>
internal static class ThemeBlocks
{
    public static IEnumerable<Block> Of(DocumentMatter matter, Theme theme)
    {
        var proposals = theme.Proposals.Where(matter.Board.Proposals.ContainsKey).Select(id => matter.Board.Proposals[id]).Where(proposal => !proposal.Withdrawn).ToList();
        yield return new Block.Heading(1, theme.Title);
        if (theme.Description.Length > 0)
            yield return new Block.Paragraph(Phrases.Sentence(theme.Description));
        if (string.Join(" ", Facts(matter, theme, proposals)) is { Length: > 0 } facts)
            yield return new Block.Paragraph(facts);
        var originals = proposals.Where(proposal => proposals.Count > 1 || proposal.Title != theme.Title || proposal.Rationale != theme.Description).ToList();
        if (originals.Count > 0)
            yield return new Block.Bullets([.. originals.Select(proposal => Original(matter, proposal))]);
    }

    private static string Original(DocumentMatter matter, Proposal proposal) =>
        $"«\u00A0{proposal.Title}\u00A0», {matter.NameOf(proposal.Organisation)}{(proposal.Rationale.Length > 0 ? $"\u00A0: {Phrases.Lower(Phrases.Sentence(proposal.Rationale))}" : "")}";

    private static string Voters(DocumentMatter matter) =>
        matter.Vote is { Turnout: { IsPartial: true } turnout } ? $"Vote ({turnout.Words})" : "Vote du réseau";

    private static IEnumerable<string> Facts(DocumentMatter matter, Theme theme, IReadOnlyList<Proposal> proposals)
    {
        if (theme.CarriedFrom is { } origin)
            yield return $"Thème de {matter.Year - 1} ({origin}).";
        var authors = matter.SaidOf(proposals.Select(proposal => proposal.Organisation));
        if (authors.Count > 0)
            yield return $"Proposé par {Lists.Join(authors)}.";
        var others = matter.SaidOf(matter.Board.Backers(theme).Except(proposals.Select(proposal => proposal.Organisation)));
        if (others.Count > 0)
            yield return $"Soutenu par {Lists.Join(others)}.";
        var speakers = matter.NamesOf(proposals.Where(proposal => proposal.CanSpeak).Select(proposal => proposal.Organisation));
        if (speakers.Count > 0)
            yield return $"{(speakers.Count == 1 ? "Peut" : "Peuvent")} intervenir\u00A0: {Lists.Join(speakers)}.";
        var outside = proposals.Select(proposal => proposal.OutsideSpeaker).Where(speaker => speaker.Length > 0).Distinct().ToList();
        if (outside.Count > 0)
            yield return $"À inviter\u00A0: {Lists.Join(outside)}.";
        if (theme.Vote is { } vote)
            yield return $"{Voters(matter)}\u00A0: {vote.Said(matter.Board.RankOf(theme))}.";
    }
}
