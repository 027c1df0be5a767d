using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>« Bilan N-1 – Collecte des thèmes N »: last year's actions and all proposals, for the committee before it meets.</summary>
public static class CollectionDocument
{
    public static Document Of(DocumentMatter matter) => new(
        $"bilan-collecte-{matter.Year}", $"Bilan {matter.Year - 1} – Collecte des thèmes {matter.Year}",
        $"Document soumis aux membres du comité de pilotage{Before(matter)}. Il présente le bilan des actions de {matter.Year - 1} et les propositions des partenaires pour {matter.Year}.",
        matter.Platform.Brand, matter.Now, [Past(matter), Participation(matter), .. Themes(matter)]);

    private static string Before(DocumentMatter matter) =>
        matter.Committee is { } committee ? $" avant leur réunion du {FrenchDates.Day(matter.DayOf(committee.Starts))}" : "";

    private static Chapter Past(DocumentMatter matter) => new(
        "bilan", $"Bilan {matter.Year - 1}", "Les actions de l’année écoulée", true, BilanBlocks.Of(matter, matter.Past, matter.Year - 1));

    private static Chapter Participation(DocumentMatter matter)
    {
        if (matter.Collection is not { } asked)
            return new Chapter("participation", "Participation", "", true, [new Block.Paragraph("La collecte n’a pas encore eu lieu.")]);
        var answered = asked.Answers.Select(answer => matter.Roster.Organisations.GetValueOrDefault(answer.Unit)?.College)
            .GroupBy(college => college ?? "").ToDictionary(group => group.Key, group => group.Count());
        return new Chapter("participation", $"La collecte des thèmes {matter.Year}", "Qui a répondu", true,
        [
            new Block.Paragraph($"{asked.Consultation.Answered} organismes sur {asked.Consultation.Asked} ont répondu, et {Numbers.Count(matter.Board.Proposals.Values.Count(proposal => !proposal.Withdrawn), "proposition a été recueillie", "propositions ont été recueillies")}."),
            new Block.Table("Réponses par collège", ["Collège", "Réponses", "Organismes"],
                [.. matter.Platform.Colleges.Where(college => asked.Consultation.Units.ContainsKey(college.Id)).Select(college => (IReadOnlyList<string>)
                    [college.Name, $"{answered.GetValueOrDefault(college.Id)}", $"{asked.Consultation.Units[college.Id]}"])]),
        ]);
    }

    private static IEnumerable<Chapter> Themes(DocumentMatter matter)
    {
        var standing = matter.Board.Standing;
        foreach (var kind in matter.Platform.ActionKinds.Where(kind => kind.Proposable).OrderBy(kind => kind.Priority))
            if (standing.Where(theme => theme.Kind == kind.Kind).ToList() is { Count: > 0 } themes)
                yield return Chapter(matter, $"themes-{Typography.Slug(kind.Plural, 30)}", kind.Plural, themes);
        if (standing.Where(theme => theme.Kind is null).ToList() is { Count: > 0 } free)
            yield return Chapter(matter, "themes-libres", "Sans préférence de format", free);
    }

    private static Chapter Chapter(DocumentMatter matter, string anchor, string title, IReadOnlyList<Theme> themes) => new(
        anchor, $"Thèmes proposés\u00A0: {title.ToLowerInvariant()}", Numbers.Count(themes.Count, "thème", "thèmes"), true,
        [.. themes.SelectMany(theme => Blocks(matter, theme))]);

    private static IEnumerable<Block> Blocks(DocumentMatter matter, Theme theme)
    {
        yield return new Block.Heading(1, theme.Title);
        if (theme.Description.Length > 0)
            yield return new Block.Paragraph(theme.Description);
        yield return new Block.Paragraph(string.Join(" ", Facts(matter, theme)));
        if (theme.Proposals.Count > 1 || theme.CarriedFrom is not null && theme.Proposals.Count > 0)
            yield return new Block.Bullets([.. theme.Proposals.Where(matter.Board.Proposals.ContainsKey).Select(id => matter.Board.Proposals[id])
                .Select(proposal => $"«\u00A0{proposal.Title}\u00A0», {matter.NameOf(proposal.Organisation)}")]);
    }

    private static IEnumerable<string> Facts(DocumentMatter matter, Theme theme)
    {
        if (theme.CarriedFrom is { } origin)
            yield return $"Thème de {matter.Year - 1} ({origin}).";
        var backers = matter.Board.Backers(theme);
        if (backers.Count > 0)
            yield return $"Proposé ou soutenu par {Numbers.Count(backers.Count, "organisme", "organismes")}\u00A0: {Lists.Join(backers.Select(matter.NameOf))}.";
        var speakers = theme.Proposals.Where(matter.Board.Proposals.ContainsKey).Select(id => matter.Board.Proposals[id]).Where(proposal => proposal.CanSpeak)
            .Select(proposal => matter.NameOf(proposal.Organisation)).Distinct().ToList();
        if (speakers.Count > 0)
            yield return $"Peut intervenir\u00A0: {Lists.Join(speakers)}.";
        var outside = theme.Proposals.Where(matter.Board.Proposals.ContainsKey).Select(id => matter.Board.Proposals[id].OutsideSpeaker).Where(speaker => speaker.Length > 0).Distinct().ToList();
        if (outside.Count > 0)
            yield return $"À inviter\u00A0: {Lists.Join(outside)}.";
        if (theme.Vote is { } vote)
            yield return $"Vote du réseau\u00A0: {vote.Mention.Name()}, rang {vote.Rank}.";
    }
}
