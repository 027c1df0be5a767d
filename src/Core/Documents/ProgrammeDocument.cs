using Almanach.Core.Consultations.Votes;
using Almanach.Core.French;
using Almanach.Core.Platforms;
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
            blocks.Add(new Block.Paragraph($"Les thèmes regroupés ont ensuite été soumis au vote du réseau ({Phrases.Lower(VoteWords.Name(vote.Method))})\u00A0: {Numbers.Count(vote.Consultation.Answered, "organisme a voté", "organismes ont voté")}. Ce résultat est un avis."));
        if (matter.Committee is { } committee)
            blocks.Add(new Block.Paragraph($"Les membres du comité de pilotage, réunis le {FrenchDates.Day(matter.DayOf(committee.Starts))}{(committee.Remote ? " en visioconférence" : "")}, ont retenu certaines thématiques de travail parmi celles non traitées en {matter.Year - 1} et les propositions nouvelles. Elles traduisent des orientations prioritaires et transversales, d’un intérêt partagé par les partenaires du réseau, et seront abordées de façon prioritaire en {matter.Year}."));
        if (Before(matter) is { Count: > 0 } documents)
        {
            blocks.Add(new Block.Paragraph("Pour plus d’informations, les documents suivants sont accessibles à l’ensemble des partenaires, dans l’espace des membres\u00A0:"));
            blocks.Add(new Block.Bullets(documents));
        }
        if (Priorities(matter) is { } order)
            blocks.Add(new Block.Notice("Ordre de priorité", order));
        return new Chapter("introduction", "Introduction", "Comment ce programme a été établi", false, blocks);
    }

    private static List<string> Before(DocumentMatter matter) =>
        [.. matter.Published.Where(document => document.Year == matter.Year).OrderBy(document => document.At).Select(document => document.Kind switch
        {
            DocumentKind.BilanEtCollecte => $"**{document.Title}**, soumis aux membres du comité de pilotage avant leur réunion\u00A0: le bilan de {matter.Year - 1} et les propositions de thèmes des partenaires",
            DocumentKind.CompteRendu => $"**{document.Title}**\u00A0: les échanges et les conclusions",
            DocumentKind.Programme or DocumentKind.Bilan => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        }).OfType<string>()];

    /// <summary>The order among what depends on the committee's choices: it stops where what comes back by itself begins.</summary>
    private static string? Priorities(DocumentMatter matter)
    {
        var kinds = matter.Platform.ActionKinds;
        var end = kinds.Where(kind => !kind.Proposable).Select(kind => kind.Priority).DefaultIfEmpty(int.MaxValue).Min();
        var ranked = kinds.Where(kind => kind.Proposable && kind.Priority < end)
            .GroupBy(kind => kind.Priority).OrderBy(group => group.Key)
            .Select(group => Lists.Join(group.Select(kind => $"les {Phrases.Lower(kind.Plural)}"))).ToList();
        return ranked.Count < 2 ? null : $"La priorité est donnée, dans cet ordre, à ce qui suit\u00A0: {string.Join(", puis ", ranked)}.";
    }

    private static IEnumerable<Chapter> Parts(DocumentMatter matter) => matter.Platform.ActionKinds
        .GroupBy(kind => kind.Part).OrderBy(part => part.Key)
        .Select(part => Part(matter, part.First().PartTitle, [.. part.OrderBy(kind => kind.Priority)]))
        .Where(chapter => chapter.Blocks.Count > 0);

    private static Chapter Part(DocumentMatter matter, string title, IReadOnlyList<ActionKindSetting> kinds)
    {
        var blocks = kinds.SelectMany(kind => ActionBlocks.Of(matter, kind, kind.Plural != title)).ToList();
        if (blocks.Count > 0 && blocks[^1] is not Block.Contact)
            blocks.Add(new Block.Contact("Pour toute suggestion"));
        return new Chapter(Typography.Slug(title, 40), title, Summary(matter, title, kinds), true, blocks);
    }

    /// <summary>« Journées d’échanges, ateliers et séminaires »: kinds by name, sheets by title.</summary>
    private static string Summary(DocumentMatter matter, string title, IReadOnlyList<ActionKindSetting> kinds)
    {
        var names = kinds.SelectMany(kind => matter.Actions.Where(action => action.Kind == kind.Kind).ToList() switch
        {
            [] => [],
            var actions when actions.All(action => action.Sheet.Count > 0) => actions.Select(action => action.Title),
            var actions => [kind.Plural == title ? Numbers.Count(actions.Count, "thème", "thèmes") : kind.Plural],
        }).ToList();
        return Phrases.Capital(Lists.Join(names.Select(Phrases.Lower)));
    }

    /// <summary>The way back from each action to the vote and the replies it comes from.</summary>
    private static Chapter Origins(DocumentMatter matter) => new(
        "origine", "Des propositions au programme", "De quelles réponses vient chaque action", false,
        [
            new Block.Paragraph("Pour chaque action, ce que son thème a obtenu au vote, les organismes qui l’ont proposé et ceux qui l’ont soutenu."),
            new Block.Table("Origine des actions du programme", ["Action et thème", "Vote", "Proposé par", "Soutenu par"],
                [.. matter.Actions.SelectMany(action => action.Themes.Select(theme => Origin(matter, action, theme)))]),
        ]);

    private static IReadOnlyList<string> Origin(DocumentMatter matter, ProgrammeAction action, string id)
    {
        if (!matter.Board.Themes.TryGetValue(id, out var theme))
            return [action.Title, "–", "–", "–"];
        var authors = theme.Proposals.Where(matter.Board.Proposals.ContainsKey).Select(proposal => matter.Board.Proposals[proposal])
            .Where(proposal => !proposal.Withdrawn).Select(proposal => proposal.Organisation).Distinct().ToList();
        return
        [
            Typography.Slug(theme.Title, int.MaxValue) == Typography.Slug(action.Title, int.MaxValue) ? theme.Title : $"{action.Title} («\u00A0{theme.Title}\u00A0»)",
            theme.Vote is { } vote ? vote.Short() : "–",
            Phrases.OrDash(string.Join("\u00A0; ", matter.NamesOf(authors).Concat(theme.CarriedFrom is { } from ? [$"thème de {matter.Year - 1} ({from})"] : Array.Empty<string>()))),
            Phrases.OrDash(string.Join("\u00A0; ", matter.NamesOf(matter.Board.Backers(theme).Except(authors)))),
        ];
    }
}
