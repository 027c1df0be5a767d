using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>Joins dates that stand alone between commas to the word they belong to: « ok pour le 12, le 13 », « le 12, le 13 me conviennent ».</summary>
internal static class DateJoin
{
    /// <param name="before">What the sentences before said.</param>
    /// <param name="alone">Takes the dates of a sentence that has no word at all.</param>
    /// <returns>Null where a date could belong to two words, or to none.</returns>
    public static List<DateSaid>? Of(IReadOnlyList<DatePiece> pieces, IReadOnlyList<DateSaid> before, List<string> alone)
    {
        if (pieces.Count > 0 && pieces.All(piece => piece is { Word: null, Likewise: false, Against: false }))
        {
            alone.AddRange(pieces.Select(piece => piece.Signs));
            return [];
        }
        List<DateSaid> said = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Likewise)
            {
                if (Last(said, before) is not { } last || last.Word != (piece.Negative ? Availability.No : Availability.Yes))
                    return null;
                said.Add(new DateSaid(last.Word, piece.Signs));
            }
            else if (piece is { Word: { } word, Signs.Length: > 0 })
                said.Add(new DateSaid(word, piece.Signs));
            else if (piece.Word is { } alike)
            {
                // « Oui, le 13 me convient »: repeats what follows. « Le 13, non » was taken with its date.
                if (i > 0 || alike != Availability.Yes || pieces.Count == 1)
                    return null;
            }
            else if (Run(pieces, i) is { } run)
            {
                said.AddRange(pieces.Skip(i).Take(run.Length).Select(one => new DateSaid(run.Word, one.Signs)));
                i += run.Length - 1 + (run.Consumes ? 1 : 0);
            }
            else
                return null;
        }
        return pieces is [{ Word: Availability.Yes, Signs.Length: 0 }, ..] && said.Any(one => one.Word == Availability.No) && said[0].Word == Availability.No ? null : said;
    }

    /// <summary>A run of dates without a word, and the one word that is theirs.</summary>
    private static (Availability Word, int Length, bool Consumes)? Run(IReadOnlyList<DatePiece> pieces, int at)
    {
        var end = at;
        while (end < pieces.Count && pieces[end] is { Word: null, Likewise: false })
            end++;
        if (pieces.Skip(at).Take(end - at).Any(piece => piece.Against))
            return null;
        // « pas le 12, le 14 » may mean that the 14th suits.
        var giver = at > 0 && (pieces[at - 1] is { First: true, Word: Availability.Yes or Availability.IfNeedBe, Signs.Length: > 0 } || at == 1 && pieces[0] is { Word: Availability.Yes, Signs.Length: 0 }) ? pieces[at - 1].Word : null;
        var next = end < pieces.Count && pieces[end] is { Word: not null, First: false } following ? following : null;
        var taker = next is { Plural: true } or { Signs.Length: 0 } && (end - at == 1 || next.Word == Availability.Yes) && !next.Signs.Contains(Words.Signs.Rest) ? next.Word : null;
        if (next is not null && taker is null)
            return null;
        return (giver, taker) switch
        {
            ({ } word, null) => (word, end - at, false),
            (null, { } word) => (word, end - at, pieces[end].Signs.Length == 0),
            _ => null,
        };
    }

    private static DateSaid? Last(IReadOnlyList<DateSaid> said, IReadOnlyList<DateSaid> before) => said.Count > 0 ? said[^1] : before.Count > 0 ? before[^1] : null;
}
