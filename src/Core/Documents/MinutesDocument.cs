using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Meetings;

namespace Almanach.Core.Documents;

/// <summary>« Compte-rendu »: who was there, what was on the agenda, what was decided.</summary>
public static class MinutesDocument
{
    public static Document Of(DocumentMatter matter, Meeting meeting)
    {
        var body = matter.Platform.Bodies.FirstOrDefault(body => body.Id == meeting.Body);
        return new Document(
            $"compte-rendu-{meeting.Id}", $"Compte-rendu – {meeting.Title} du {FrenchDates.Day(matter.DayOf(meeting.Starts))}",
            $"Réunion du {FrenchDates.DayAt(matter.Zone.LocalOf(meeting.Starts))}, {(meeting.Remote ? "en visioconférence" : meeting.Place)}.{(body is { Chair.Length: > 0 } ? $" Présidence\u00A0: {Phrases.Lower(body.Chair)}." : "")}",
            matter.Platform.Brand, matter.Now, [Present(matter, meeting, body), Agenda(meeting), .. Vote(matter, meeting), Decisions(matter, meeting)]);
    }

    private static Chapter Present(DocumentMatter matter, Meeting meeting, Platforms.Body? body)
    {
        var members = matter.Roster.Of(meeting.Body);
        var sheet = AttendanceSheet.Of(meeting, AttendanceSheet.Said(matter.Presence?.Answers ?? []));
        var present = sheet.FromAnswers ? members.Count(contact => sheet.Counts(contact.Id)) : sheet.Modes.Keys.Count(sheet.Counts);
        var source = sheet.FromAnswers ? " d’après les réponses reçues" : "";
        List<Block> blocks =
        [
            .. sheet.FromAnswers ? [new Block.Paragraph("La feuille d’émargement n’a pas été enregistrée\u00A0: les présences sont celles qu’annonçaient les réponses reçues.")] : Array.Empty<Block>(),
            new Block.Table("Feuille d’émargement", ["Organisme", "Personne", "Présence"],
                [.. members.Select(contact => (Organisation: matter.NameOf(contact.Organisation), Contact: contact))
                    .OrderBy(row => Typography.Fold(row.Organisation), StringComparer.Ordinal).ThenBy(row => row.Contact.Id, StringComparer.Ordinal)
                    .Select(row => (IReadOnlyList<string>)[row.Organisation, row.Contact.Name,
                        sheet.Modes.TryGetValue(row.Contact.Id, out var mode) ? AnswerWords.Name(mode) : "absence"])]),
        ];
        if (body is { Quorum: > 0 })
        {
            var needed = (int)Math.Ceiling(body.Quorum * members.Count);
            blocks.Add(new Block.Paragraph($"Quorum\u00A0: {needed} membres présents ou représentés sur {members.Count}. {present} l’étaient{source}\u00A0: le quorum est {(present >= needed ? "atteint" : "manqué")}."));
        }
        return new Chapter("presence", "Présence", $"{Numbers.Count(present, "membre présent ou représenté", "membres présents ou représentés")}{(source.Length > 0 ? $",{source}" : "")}", true, blocks);
    }

    private static Chapter Agenda(Meeting meeting) => new("ordre-du-jour", "Ordre du jour et échanges", "Ce qui a été dit", true,
    [
        .. meeting.Agenda.Count > 0 ? [new Block.Heading(1, "Ordre du jour"), new Block.Bullets(meeting.Agenda)] : Array.Empty<Block>(),
        new Block.Heading(1, "Échanges"),
        .. meeting.Notes.Count > 0 ? meeting.Notes.Select(note => (Block)new Block.Paragraph(note)) : [new Block.Paragraph("Les échanges n’ont pas été notés.")],
    ]);

    /// <summary>The vote of the network, before the committee that chooses after it.</summary>
    private static IEnumerable<Chapter> Vote(DocumentMatter matter, Meeting meeting) =>
        meeting.Id == matter.Committee?.Id && VoteBlocks.Of(matter).ToList() is { Count: > 0 } blocks
            ? [new Chapter("vote", "Le vote du réseau", "Méthode, participation, résultat", true, blocks)] : [];

    private static Chapter Decisions(DocumentMatter matter, Meeting meeting) => new("decisions", "Décisions", Numbers.Count(meeting.Decisions.Count, "décision", "décisions"), true,
        meeting.Decisions.Count == 0
            ? [new Block.Paragraph("Aucune décision n’a été enregistrée.")]
            : [new Block.Table("Décisions", ["Décision", "Suite"],
                [.. meeting.Decisions.Select(decision => (IReadOnlyList<string>)[decision.Text, Outcome(matter, decision)])])]);

    private static string Outcome(DocumentMatter matter, MeetingDecision decision) => decision.Outcome switch
    {
        DecisionOutcome.Adopt => $"Inscrit au programme {matter.Year} ({Phrases.Lower(matter.KindOf(decision.Action!.Kind).Name)})",
        DecisionOutcome.CarryOver => $"Reporté à {matter.Year + 1}{Themes(matter, decision)}",
        DecisionOutcome.Reject => $"Non retenu{Themes(matter, decision)}",
        DecisionOutcome.Record => "Acté",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Themes(DocumentMatter matter, MeetingDecision decision)
    {
        var titles = decision.Themes.Where(matter.Board.Themes.ContainsKey).Select(id => $"«\u00A0{matter.Board.Themes[id].Title}\u00A0»").ToList();
        return titles.Count > 0 ? $"\u00A0: {Lists.Join(titles)}" : "";
    }
}
