using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>Cuts a reply to a poll into what it says of which dates. Every word of it must be accounted for.</summary>
internal static class DateSentences
{
    /// <summary>Longer clauses are no answers.</summary>
    private const int Most = 400;

    /// <summary>Null where some of it is not understood.</summary>
    /// <param name="signed">With signs in the place of dates.</param>
    public static IReadOnlyList<DateSaid>? Read(string signed)
    {
        List<DateSaid> said = [];
        List<string> bare = [];
        var lines = 0;
        foreach (var sentence in Sentences.Of(signed))
            if (Courtesies.Is(sentence))
                continue;
            else if (Sentence(Courtesies.AfterGreeting(sentence), said, bare) is not { } found)
                return null;
            else
            {
                lines += found.Count == 0 && bare.Count > 0 ? 1 : 0;
                said.AddRange(found);
            }
        if (bare.Count == 0)
            return said;
        // Dates and nothing else, to « quelle date vous convient ? »; « désolée, le 12 » is no yes, nor a list of dates that was copied.
        return said.Count == 0 && lines == 1 && !Sorry.In(Plain.Fold(signed)) ? [.. bare.Select(signs => new DateSaid(Availability.Yes, signs))] : null;
    }

    private static List<DateSaid>? Sentence(string sentence, List<DateSaid> before, List<string> bare)
    {
        var plain = DateWords.WithoutLead(Plain.Narrow(Plain.Fold(sentence)));
        if (DateWords.Whole(plain) is { } whole)
            return [.. whole];
        if (DateWords.Pairs(plain) is { } pairs)
            return [.. pairs];
        List<DatePiece> pieces = [];
        foreach (var segment in Against.Replace(plain, ",!").Replace(" / ", ",").Replace(" - ", ",").Replace(" – ", ",")
            .Replace("(", ",").Replace(")", ",").Split(',').Select(segment => segment.Trim(' ', ':', '-', '|', '\t')).Where(segment => segment.Length > 0))
            if (Pieces(segment.TrimStart('!', ' '), pieces) is { } read)
                pieces.AddRange(read.Select((piece, index) => index == 0 && segment[0] == '!' ? piece with { Against = true } : piece));
            else if (!Courtesies.Is(segment) || segment.Any(DateWords.IsSign))
                return null;
        return DateJoin.Of(pieces, before, bare);
    }

    /// <summary>« le 12 me convient et le 14 aussi » is two.</summary>
    private static IReadOnlyList<DatePiece>? Pieces(string segment, IReadOnlyList<DatePiece> before)
    {
        if (segment.Length > Most)
            return null;
        var plain = DateWords.WithoutLead(segment);
        if (DateWords.Piece(plain) is { } piece)
            return [piece];
        for (var at = plain.IndexOf(" et ", StringComparison.Ordinal); at > 0; at = plain.IndexOf(" et ", at + 1, StringComparison.Ordinal))
            if (DateWords.Piece(plain[..at]) is { Word: not null, Signs.Length: > 0 } first && DateWords.Piece(DateWords.WithoutLead(plain[(at + 4)..])) is { } second
                && (second.Word is not null || second.Likewise) && second.Signs.Length > 0)
                return [first, second];
        return before.Any(one => one.Word == Availability.No) && Reason.In(plain) && !plain.Any(DateWords.IsSign) ? [] : null;
    }

    private static readonly SafePattern Against = new(",? (?:mais|par contre|en revanche) ");

    private static readonly Phrases Sorry = new("desole|malheureus|helas|excus|navre|regret|domm?age");

    /// <summary>Why one cannot come, after saying so.</summary>
    private static readonly Phrases Reason = new(
        @"^(car |en effet |puisque |parce que )?(je suis|je serai|nous sommes|nous serons|j'ai|j'aurai|nous avons|nous aurons) (deja )?(en|au|prise?|retenue?|une|un|absente?) ?[a-z' -]{0,60}$",
        @"^(conges?|vacances|formation|deplacement|autre reunion|conseil d'administration)$");
}
