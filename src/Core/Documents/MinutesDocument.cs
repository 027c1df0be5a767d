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
            $"compte-rendu-{meeting.Id}", $"Compte-rendu\u00A0: {meeting.Title}",
            $"Réunion du {FrenchDates.DayAt(matter.Zone.LocalOf(meeting.Starts))}, {(meeting.Remote ? "en visioconférence" : meeting.Place)}.{(body is { Chair.Length: > 0 } ? $" Présidence\u00A0: {body.Chair}." : "")}",
            matter.Platform.Brand, matter.Now, [Present(matter, meeting, body), Agenda(meeting), Decisions(meeting)]);
    }

    private static Chapter Present(DocumentMatter matter, Meeting meeting, Platforms.Body? body)
    {
        var members = matter.Roster.Of(meeting.Body);
        var present = meeting.Attendance.Count(pair => pair.Value is AttendanceMode.OnSite or AttendanceMode.Remote or AttendanceMode.Represented);
        List<Block> blocks =
        [
            new Block.Table("Feuille d’émargement", ["Organisme", "Personne", "Présence"],
                [.. members.OrderBy(contact => matter.NameOf(contact.Organisation), StringComparer.Ordinal).Select(contact => (IReadOnlyList<string>)
                    [matter.NameOf(contact.Organisation), contact.Name, meeting.Attendance.TryGetValue(contact.Id, out var mode) ? AnswerWords.Name(mode) : "absence"])]),
        ];
        if (body is { Quorum: > 0 })
        {
            var needed = (int)Math.Ceiling(body.Quorum * members.Count);
            blocks.Add(new Block.Paragraph($"Quorum\u00A0: {needed} membres présents ou représentés sur {members.Count}. {present} l’étaient\u00A0: le quorum est {(present >= needed ? "atteint" : "manqué")}."));
        }
        return new Chapter("presence", "Présence", Numbers.Count(present, "membre présent ou représenté", "membres présents ou représentés"), true, blocks);
    }

    private static Chapter Agenda(Meeting meeting) => new("ordre-du-jour", "Ordre du jour et échanges", "", true,
    [
        .. meeting.Agenda.Count > 0 ? [new Block.Bullets(meeting.Agenda)] : Array.Empty<Block>(),
        .. meeting.Notes.Select(note => (Block)new Block.Paragraph(note)),
    ]);

    private static Chapter Decisions(Meeting meeting) => new("decisions", "Décisions", Numbers.Count(meeting.Decisions.Count, "décision", "décisions"), true,
        meeting.Decisions.Count == 0
            ? [new Block.Paragraph("Aucune décision n’a été enregistrée.")]
            : [new Block.Table("Décisions", ["Décision", "Suite"],
                [.. meeting.Decisions.Select(decision => (IReadOnlyList<string>)[decision.Text, Outcome(decision)])])]);

    private static string Outcome(MeetingDecision decision) => decision.Outcome switch
    {
        DecisionOutcome.Adopt => $"inscrit au programme\u00A0: {decision.Action!.Title}",
        DecisionOutcome.CarryOver => "reporté à l’année suivante",
        DecisionOutcome.Reject => "non retenu",
        DecisionOutcome.Record => "acté",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
