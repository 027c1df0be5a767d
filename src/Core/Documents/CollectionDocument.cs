using Almanach.Core.French;
using Almanach.Core.Themes;

namespace Almanach.Core.Documents;

/// <summary>« Bilan N-1 – Collecte des thèmes N »: last year's actions and all proposals, for the committee before it meets.</summary>
public static class CollectionDocument
{
    public static Document Of(DocumentMatter matter) => new(
        $"bilan-collecte-{matter.Year}", $"Bilan {matter.Year - 1} – Collecte des thèmes {matter.Year}",
        $"Document soumis aux membres du comité de pilotage{Before(matter)}. Il présente le bilan des actions de {matter.Year - 1} et les propositions des partenaires pour {matter.Year}.",
        matter.Platform.Brand, matter.Now, [Past(matter), Participation(matter), .. Vote(matter), .. Themes(matter)]);

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
            new Block.Paragraph(Participated(matter, asked)),
            new Block.Table("Réponses par collège", ["Collège", "Réponses", "Organismes"],
                [.. matter.Platform.Colleges.Where(college => asked.Consultation.Units.ContainsKey(college.Id)).Select(college => (IReadOnlyList<string>)
                    [college.Name, $"{answered.GetValueOrDefault(college.Id)}", $"{asked.Consultation.Units[college.Id]}"])]),
        ]);
    }

    private static string Participated(DocumentMatter matter, Asked asked)
    {
        var proposals = matter.Board.Proposals.Values.Where(matter.Board.Shows).ToList();
        var declined = asked.Answers.Count(answer => answer.Declined);
        var spontaneous = proposals.Count(proposal => proposal.Origin != ProposalOrigin.Collection);
        return Numbers.Count(asked.Consultation.Answered, "organisme", "organismes") + $" sur {asked.Consultation.Asked} "
            + (asked.Consultation.Answered < 2 ? "a répondu" : "ont répondu")
            + (declined > 0 ? $", dont {Numbers.Words(declined)} sans proposition cette année. " : ". ")
            + Phrases.Capital(Numbers.Count(proposals.Count, "proposition a été recueillie", "propositions ont été recueillies"))
            + (spontaneous == proposals.Count && spontaneous > 0 ? ", en dehors de la collecte."
                : spontaneous > 0 ? $", dont {Numbers.Words(spontaneous, feminine: true)} en dehors de la collecte." : ".");
    }

    /// <summary>The result of the vote, best first; no chapter as long as it is not counted.</summary>
    private static IEnumerable<Chapter> Vote(DocumentMatter matter)
    {
        if (matter.Vote is { } vote && VoteBlocks.Of(matter).ToList() is { Count: > 0 } blocks)
            yield return new Chapter("vote", vote.Turnout.IsPartial ? "Le vote" : "Le vote du réseau", "L’avis des organismes sur les thèmes regroupés", true,
                [.. blocks, new Block.Paragraph("Ce résultat est un avis\u00A0: le comité de pilotage choisit.")]);
    }

    private static IEnumerable<Chapter> Themes(DocumentMatter matter)
    {
        var shown = matter.Board.Shown;
        foreach (var kind in matter.Platform.ActionKinds.Where(kind => kind.Proposable).OrderBy(kind => kind.Priority))
            if (shown.Where(theme => theme.Kind == kind.Kind).ToList() is { Count: > 0 } themes)
                yield return Chapter(matter, $"themes-{Typography.Slug(kind.Plural, 30)}", Phrases.Lower(kind.Plural), themes);
        if (shown.Where(theme => theme.Kind is null).ToList() is { Count: > 0 } free)
            yield return Chapter(matter, "themes-libres", "sans préférence de format", free);
    }

    private static Chapter Chapter(DocumentMatter matter, string anchor, string title, IReadOnlyList<Theme> themes) => new(
        anchor, $"Thèmes proposés\u00A0: {title}", Numbers.Count(themes.Count, "thème", "thèmes"), true,
        [.. themes.SelectMany(theme => ThemeBlocks.Of(matter, theme))]);
}
