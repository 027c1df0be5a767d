using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Programme;

namespace Almanach.Core.Documents;

/// <summary>« Bilan N »: what became of the programme at the end of its year.</summary>
public static class YearDocument
{
    public static Document Of(DocumentMatter matter)
    {
        var done = matter.Actions.Count(action => action.State == ActionState.Done);
        var left = matter.Board.Shown.Where(theme => Left(matter, theme)).ToList();
        return new Document(
            $"bilan-{matter.Year}", $"Bilan {matter.Year}",
            $"Ce que sont devenues les actions du programme de travail {matter.Year}\u00A0: {Numbers.Count(done, "réalisée", "réalisées")} sur {matter.Actions.Count}.",
            matter.Platform.Brand, matter.Now,
            [
                new Chapter("actions", $"Les actions de {matter.Year}", "Rencontres, groupes, tableau de bord, communication", true,
                    BilanBlocks.Of(matter, [.. matter.Actions.Select(ProgrammeWords.Past)], matter.Year)),
                .. Groups(matter),
                .. Consultations(matter),
                new Chapter("suite", $"Ce qui reste pour {matter.Year + 1}", Numbers.Count(left.Count, "thème", "thèmes"), true, left.Count == 0
                    ? [new Block.Paragraph("Aucun thème ne reste à traiter.")]
                    : [new Block.Paragraph($"Ces thèmes n’ont pas été traités en {matter.Year} et restent au choix pour {matter.Year + 1}."),
                        new Block.Bullets([.. left.Select(theme => theme.Title)])]),
            ]);
    }

    /// <summary>What no committee refused and no action treats, this year or later.</summary>
    private static bool Left(DocumentMatter matter, Themes.Theme theme) => theme.Fate switch
    {
        Themes.Fate.CarriedOver or Themes.Fate.Received or Themes.Fate.Merged or Themes.Fate.PutToVote => true,
        Themes.Fate.Chosen or Themes.Fate.Programmed => matter.Actions.All(action => action.Id != theme.Action || action.State == ActionState.Adopted),
        Themes.Fate.Withdrawn or Themes.Fate.Done or Themes.Fate.NotChosen => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the working groups say of the year, each in its own words.</summary>
    private static IEnumerable<Chapter> Groups(DocumentMatter matter)
    {
        var said = matter.Groups.SelectMany(group => group.Reports.Where(report => report.Year == matter.Year).Select(report => (Group: group, Report: report))).ToList();
        if (said.Count > 0)
            yield return new Chapter("groupes", "Les groupes de travail", Numbers.Count(said.Count, "bilan", "bilans"), true,
            [
                .. said.SelectMany(pair => (IEnumerable<Block>)
                [
                    new Block.Heading(1, pair.Group.Title),
                    new Block.Paragraph(pair.Group.Pilot.Length > 0 ? $"Pilote\u00A0: {matter.NameOf(pair.Group.Pilot)}." : "Sans pilote."),
                    .. Paragraphs(pair.Report.Text),
                ]),
            ]);
    }

    private static IEnumerable<Block> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Block.Paragraph(line));

    private static IEnumerable<Chapter> Consultations(DocumentMatter matter)
    {
        if (matter.Asked.Count > 0)
            yield return new Chapter("consultations", "Les consultations", $"Ce qui a été demandé au réseau pour {matter.Year}", true,
            [
                new Block.Table($"Consultations pour {matter.Year}", ["Consultation", "Ouverte", "Réponses"],
                    [.. matter.Asked.Select(consultation => (IReadOnlyList<string>)
                    [
                        consultation.Template.Title,
                        consultation.Closes is { } closes
                            ? Phrases.Capital(FrenchDates.Range(matter.DayOf(consultation.Opened), ConsultationDesk.LastDay(closes, matter.Zone)))
                            : $"Depuis le {FrenchDates.Day(matter.DayOf(consultation.Opened))}",
                        $"{consultation.Answered} {(consultation.Template.Unit == AnswerUnit.Organisation ? "organismes" : "personnes")} sur {consultation.Asked}",
                    ])]),
            ]);
    }
}
