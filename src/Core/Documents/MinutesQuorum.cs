using Almanach.Core.French;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Sittings;

namespace Almanach.Core.Documents;

/// <summary>What minutes say of the quorum: required, reached or not, and of a second convocation.</summary>
internal static class MinutesQuorum
{
    public static IEnumerable<Block> Of(DocumentMatter matter, Sitting sitting, Meeting meeting)
    {
        if (meeting.First is { } first)
            yield return new Block.Paragraph(
                $"Seconde convocation\u00A0: le {FrenchDates.Day(matter.DayOf(first.Starts))}, {Numbers.Count(first.Counted, "membre était présent ou représenté", "membres étaient présents ou représentés")} sur {Numbers.Digits(first.Members)}, et il en fallait {Numbers.Digits(first.Needed)}. L’instance a été convoquée de nouveau sur le même ordre du jour\u00A0: aucun quorum n’était requis.");
        var quorum = sitting.Quorum;
        if (!quorum.Applies)
            yield break;
        var source = sitting.Sheet.FromAnswers ? " d’après les réponses reçues" : "";
        yield return new Block.Paragraph($"{QuorumWords.Needed(quorum)} {QuorumWords.Counted(quorum)}{source}. {QuorumWords.Result(quorum, matter.Platform.Colleges)}");
    }
}
