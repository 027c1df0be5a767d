using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;

namespace Almanach.Core.Documents;

/// <summary>What minutes say of the votes taken at a meeting, and of those who stepped back.</summary>
public static class MinutesVotes
{
    public static bool IsVoted(Meeting meeting) => meeting.Decisions.Any(decision => decision.Vote is not null);

    /// <summary>« 12 pour, 3 contre, 2 abstentions », and what decided a tie.</summary>
    public static string Counted(MeetingDecision decision, Sitting sitting)
    {
        if (decision.Vote is not { } vote)
            return "sans vote compté";
        List<string> parts = [$"{Numbers.Digits(vote.For)} pour", $"{Numbers.Digits(vote.Against)} contre"];
        if (vote.Abstained > 0)
            parts.Add(Numbers.Count(vote.Abstained, "abstention", "abstentions"));
        if (sitting.Voters(decision) - vote.Cast is > 0 and var silent)
            parts.Add($"{Numbers.Digits(silent)} sans prendre part au vote");
        var tie = (vote.Tied, vote.Chair) switch
        {
            (false, _) => vote.Carried ? "" : "\u00A0; la majorité est contre",
            (true, { } chair) => $"\u00A0; égalité, départagée par la voix prépondérante de la présidence ({(chair ? "pour" : "contre")})",
            (true, null) => "\u00A0; égalité, non départagée",
        };
        return $"{string.Join(", ", parts)}{tie}";
    }

    /// <summary>By what rule a decision is carried, and what breaks ties.</summary>
    public static IEnumerable<Block> Rules(Meeting meeting, Sitting sitting)
    {
        if (IsVoted(meeting))
            yield return new Block.Paragraph(
                $"Une décision est prise à la majorité des voix pour et contre des membres présents ou représentés\u00A0; les abstentions ne comptent pas. {(sitting.Body is { CastingVote: true } ? "À égalité, la voix de la présidence est prépondérante." : "À égalité, rien ne départage\u00A0: la décision n’est pas prise.")}");
    }

    public static IEnumerable<Block> Recused(DocumentMatter matter, Meeting meeting, Sitting sitting)
    {
        var recused = meeting.Decisions.Where(decision => decision.Recused is { Count: > 0 }).ToList();
        if (recused.Count == 0)
            yield break;
        yield return new Block.Heading(1, "Déports");
        yield return new Block.Paragraph(
            $"Ces membres ont déclaré un intérêt et n’ont pas pris part à la décision{(sitting.Body is { RecusedCount: false } ? "\u00A0; ils ne comptent pas pour son quorum" : "")}.");
        yield return new Block.Bullets([.. recused.Select(decision => $"{Lists.Join(decision.Recused!.Select(contact => Named(matter, contact)))}\u00A0: «\u00A0{decision.Text.TrimEnd('.')}\u00A0»")]);
    }

    private static string Named(DocumentMatter matter, string contact) => matter.Roster.OrganisationOf(contact) is { } organisation
        ? $"{matter.PersonOf(contact)} ({organisation.Name})" : matter.PersonOf(contact);
}
