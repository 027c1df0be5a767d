using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>« Nous pouvons intervenir »: said plainly, of oneself, in the theme itself.</summary>
internal static class SpeakWords
{
    public static bool In(string text) => Plain.Fold(text) is var plain && Plainly.IsMatch(plain) && !Conditional.In(plain);

    /// <summary>The words without them, to see what else is said.</summary>
    public static string Without(string text) => Plainly.Replace(Plain.Fold(text), " ");

    private static readonly SafePattern Plainly = new(
        @"\b(?:nous|on) (?:pouvons|peut|pourrons|sommes prets? a|sommes en mesure d['e]|sommes disponibles pour) ?(?:y |en |le |la |l'|les )?(?:intervenir|presenter|temoigner)\b"
        + @"|\bje (?:peux|pourrai|suis prete? a) (?:y |en |le |la |l'|les )?(?:intervenir|presenter|temoigner)\b"
        + @"|\b(?:mon|notre) (?:organisme|service|equipe|structure|association) (?:peut|pourra) (?:y |en |le |la |l')?(?:intervenir|presenter|temoigner)\b"
        + @"|\(peut intervenir\)");

    private static readonly Phrases Conditional = new(@"\b(ne|n'|si|sauf|peut-etre|pas)\b|\?");
}
