using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.French;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>« Le logement des jeunes (nous pouvons intervenir) »: who can speak or contribute, in brackets after a theme, is no part of its title.</summary>
internal static class OfferBeside
{
    /// <summary>The title without it, and what stood in the brackets; empty where nothing of the sort does.</summary>
    public static (string Title, string Offer) Of(string title)
    {
        var text = title.TrimEnd(' ', '.', ';', ',');
        var open = text.LastIndexOf('(');
        if (open <= 0 || text.IndexOf(')', open) != text.Length - 1)
            return (title, "");
        var (theme, offer) = (text[..open].TrimEnd(' ', ',', ';', ':', '-', '–'), text[(open + 1)..^1].Trim());
        return theme.Length > 0 && !offer.Contains('?', StringComparison.Ordinal) && (SpeakWords.In($"({offer})") || Others.In(Plain.Fold(offer))) ? (theme, offer) : (title, "");
    }

    /// <summary>As a sentence of the explanation; empty where « mon organisme peut intervenir » says the same.</summary>
    public static string Explained(string offer) => offer.Length == 0 || Plainly.In(Plain.Fold(offer)) ? "" : $"{Capitals.First(offer).TrimEnd('.')}.";

    private static readonly Phrases Plainly = new(
        "^(?:(?:nous|on|je|(?:mon|notre) (?:organisme|service|equipe|structure|association)) )?(?:pouvons|peut|peux|pourrons|pourrai|pourra|sommes prets? a|suis prete? a) (?:y )?intervenir$");

    private static readonly Phrases Others = new(
        "^[a-z0-9'., -]{2,60} (?:peut|peux|peuvent|pouvons|pourrai|pourra|pourrons|pourront|pourrait|pourrions|pourraient) (?:y |en |le |la |l'|les )?(?:intervenir|presenter|temoigner|contribuer|participer|apporter|fournir|partager|animer)\\b");
}
