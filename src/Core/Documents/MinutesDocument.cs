using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;

namespace Almanach.Core.Documents;

/// <summary>« Compte-rendu »: who was there, what was on the agenda, what was decided.</summary>
public static class MinutesDocument
{
    private const string Prefix = "compte-rendu-";

    /// <summary>« compte-rendu-2022-copil ».</summary>
    public static string IdOf(string meeting) => Prefix + meeting;

    /// <summary>The meeting whose minutes a document of that id is.</summary>
    public static string MeetingOf(string document) => document[Prefix.Length..];

    public static Document Of(DocumentMatter matter, Meeting meeting)
    {
        var body = matter.Platform.BodyOf(meeting.Body);
        var sitting = Sitting.Of(meeting, body, matter.Roster, AttendanceSheet.Said(matter.Presence?.Answers ?? []));
        return new Document(
            IdOf(meeting.Id), $"Compte-rendu – {meeting.Title} du {FrenchDates.Day(matter.DayOf(meeting.Starts))}",
            $"Réunion du {FrenchDates.Span(matter.Zone.LocalOf(meeting.Starts), matter.Zone.LocalOf(meeting.Ends))}, {(meeting.Remote ? "en visioconférence" : meeting.Place)}.{(body is { Chair.Length: > 0 } ? $" Présidence\u00A0: {Phrases.Lower(body.Chair)}." : "")}",
            matter.Platform.Brand, matter.Now, [Present(matter, sitting, meeting), Agenda(meeting), .. Vote(matter, meeting), Decisions(matter, sitting, meeting)]);
    }

    private static Chapter Present(DocumentMatter matter, Sitting sitting, Meeting meeting)
    {
        var source = sitting.Sheet.FromAnswers ? " d’après les réponses reçues" : "";
        var present = sitting.Quorum.Counted;
        return new Chapter("presence", "Présence", $"{Numbers.Count(present, "membre présent ou représenté", "membres présents ou représentés")}{(source.Length > 0 ? $",{source}" : "")}", true,
        [
            .. sitting.Sheet.FromAnswers ? [new Block.Paragraph("La feuille d’émargement n’a pas été enregistrée\u00A0: les présences sont celles qu’annonçaient les réponses reçues.")] : Array.Empty<Block>(),
            new Block.Table("Feuille d’émargement", ["Organisme", "Personne", "Présence"],
                [.. sitting.Seats.Select(seat => (Organisation: matter.NameOf(seat.Organisation), seat.Contact))
                    .OrderBy(row => Typography.Fold(row.Organisation), StringComparer.Ordinal).ThenBy(row => row.Contact, StringComparer.Ordinal)
                    .Select(row => (IReadOnlyList<string>)[row.Organisation, matter.PersonOf(row.Contact), Attended(matter, sitting, row.Contact)])]),
            .. MinutesQuorum.Of(matter, sitting, meeting),
        ]);
    }

    private static string Attended(DocumentMatter matter, Sitting sitting, string contact) =>
        !sitting.Sheet.Modes.TryGetValue(contact, out var mode) ? "absence"
        : mode == AttendanceMode.Represented && sitting.Sheet.Proxies.TryGetValue(contact, out var holder) ? $"représentation par {matter.PersonOf(holder)}"
        : AnswerWords.Name(mode);

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

    private static Chapter Decisions(DocumentMatter matter, Sitting sitting, Meeting meeting) => new("decisions", "Décisions", Numbers.Count(meeting.Decisions.Count, "décision", "décisions"), true,
        meeting.Decisions.Count == 0
            ? [new Block.Paragraph("Aucune décision n’a été enregistrée.")]
            :
            [
                .. meeting.Advisory ? [new Block.Notice("À titre d’avis", "Le quorum n’était pas atteint pour tout ce qui suit\u00A0: ces décisions sont enregistrées comme un avis.")] : Array.Empty<Block>(),
                MinutesVotes.IsVoted(meeting)
                    ? new Block.Table("Décisions", ["Décision", "Suite", "Vote"],
                        [.. meeting.Decisions.Select(decision => (IReadOnlyList<string>)[decision.Text, Outcome(matter, decision), MinutesVotes.Counted(decision, sitting)])])
                    : new Block.Table("Décisions", ["Décision", "Suite"],
                        [.. meeting.Decisions.Select(decision => (IReadOnlyList<string>)[decision.Text, Outcome(matter, decision)])]),
                .. MinutesVotes.Rules(meeting, sitting),
                .. MinutesVotes.Recused(matter, meeting, sitting),
            ]);

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
