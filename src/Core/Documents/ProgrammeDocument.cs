using Almanach.Core.French;
using Almanach.Core.Programme;

namespace Almanach.Core.Documents;

/// <summary>« Programme de travail N »: the actions a committee adopted and those that come back, part by part, in the order of priority.</summary>
public static class ProgrammeDocument
{
    public static Document Of(DocumentMatter matter) => new(
        $"programme-{matter.Year}", $"Programme de travail {matter.Year}", Adopted(matter), matter.Platform.Brand, matter.Now,
        [Introduction(matter), .. Parts(matter), Origins(matter)]);

    private static string Adopted(DocumentMatter matter) => matter.Committee is { } committee
        ? $"Adopté par le comité de pilotage, réuni {(committee.Remote ? "en visioconférence" : $"à {committee.Place}")} le {FrenchDates.Day(matter.DayOf(committee.Starts))}."
        : "Document de travail.";

    private static Chapter Introduction(DocumentMatter matter)
    {
        var answered = matter.Collection?.Consultation.Answered ?? 0;
        var proposals = matter.Board.Proposals.Values.Count(proposal => !proposal.Withdrawn);
        List<Block> blocks =
        [
            new Block.Paragraph($"Le programme de travail {matter.Year} a été élaboré collectivement par les membres de la plate-forme."),
            new Block.Paragraph($"Les membres du réseau ont d’abord été consultés\u00A0: c’est la collecte des thèmes. {Numbers.Count(answered, "organisme a répondu", "organismes ont répondu")}, et {Numbers.Count(proposals, "proposition a été recueillie", "propositions ont été recueillies")}. Que les partenaires soient ici remerciés de leurs contributions."),
        ];
        if (matter.Vote is { } vote)
            blocks.Add(new Block.Paragraph($"Les thèmes regroupés ont ensuite été soumis au vote du réseau, au jugement majoritaire\u00A0: {Numbers.Count(vote.Consultation.Answered, "organisme a voté", "organismes ont voté")}. Ce résultat est un avis."));
        if (matter.Committee is { } committee)
            blocks.Add(new Block.Paragraph($"Les membres du comité de pilotage, réunis le {FrenchDates.Day(matter.DayOf(committee.Starts))}{(committee.Remote ? " en visioconférence" : "")}, ont retenu certaines thématiques de travail parmi celles non traitées en {matter.Year - 1} et les propositions nouvelles. Elles traduisent des orientations prioritaires et transversales, d’un intérêt partagé par les partenaires du réseau, et seront abordées de façon prioritaire en {matter.Year}."));
        blocks.Add(new Block.Notice("Ordre de priorité", Priorities(matter)));
        return new Chapter("introduction", "Introduction", "Comment ce programme a été établi", false, blocks);
    }

    private static string Priorities(DocumentMatter matter)
    {
        var ranked = matter.Platform.ActionKinds.Where(kind => kind.Proposable)
            .GroupBy(kind => kind.Priority).OrderBy(group => group.Key)
            .Select(group => Lists.Join(group.Select(kind => kind.Plural.ToLowerInvariant())));
        return $"La priorité est donnée, dans cet ordre\u00A0: {string.Join("\u00A0; puis ", ranked)}.";
    }

    private static IEnumerable<Chapter> Parts(DocumentMatter matter) =>
        matter.Platform.ActionKinds.GroupBy(kind => kind.Part).OrderBy(part => part.Key).Select(part => new Chapter(
            Typography.Slug(part.First().PartTitle, 40), part.First().PartTitle, Lists.Join(part.Select(kind => kind.Plural)), true,
            [.. part.OrderBy(kind => kind.Priority).SelectMany(kind => ActionBlocks.Of(matter, kind)),
                new Block.Contact("Pour toute suggestion")]));

    /// <summary>The way back from each action to the vote and the replies it comes from.</summary>
    private static Chapter Origins(DocumentMatter matter) => new(
        "origine", "Des propositions au programme", "De quelles réponses vient chaque action", false,
        [
            new Block.Paragraph("Pour chaque action, les thèmes qu’elle traite, la mention obtenue au vote et les organismes qui les ont proposés ou soutenus."),
            new Block.Table("Origine des actions du programme", ["Action", "Thème", "Mention", "Proposé ou soutenu par"],
                [.. matter.Actions.SelectMany(action => action.Themes.Select(theme => Origin(matter, action, theme)))]),
        ]);

    private static IReadOnlyList<string> Origin(DocumentMatter matter, ProgrammeAction action, string id)
    {
        if (!matter.Board.Themes.TryGetValue(id, out var theme))
            return [action.Title, id, "–", "–"];
        var backers = matter.Board.Backers(theme).Select(matter.NameOf).ToList();
        return [action.Title, theme.Title, theme.Vote is { } vote ? Consultations.Tallies.Mentions.Name(vote.Mention) : "–",
            backers.Count == 0 ? theme.CarriedFrom ?? "–" : string.Join("\u00A0; ", backers)];
    }
}
