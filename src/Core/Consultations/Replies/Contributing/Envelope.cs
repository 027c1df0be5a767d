using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Contributing;

/// <summary>
/// A contribution taken out of the mail around it: greeting and announcement before, thanks after. What speaks to the reader is
/// looked at for doubts as any reply is; the article itself may speak of anything.
/// </summary>
/// <param name="Body">Without what stands around it; empty lines part paragraphs.</param>
/// <param name="Announced">« Voici notre article pour la lettre : ».</param>
/// <param name="Doubt">Why a person must read it; null where there is no reason.</param>
internal sealed record Envelope(IReadOnlyList<string> Body, bool Announced, ContributionKind Kind, string? Doubt)
{
    /// <param name="pictures">Pictures came along and nothing else: « photo en pièce jointe » speaks of them.</param>
    public static Envelope Of(IReadOnlyList<string> lines, bool pictures)
    {
        var body = lines.Select(line => pictures ? Attached.Replace(line, "") : line).ToList();
        var (announced, several, kind) = (false, false, ContributionKind.Article);
        List<string> around = [];
        while (body.Count > 0 && Opens(body[0]) is { } opening)
        {
            around.Add(body[0]);
            announced |= opening.Announces;
            var plain = Plain.Fold(opening.Words);
            several |= Several.In(plain);
            kind = Publication.In(plain) ? ContributionKind.Publication : kind;
            if (Event.In(plain))
                return Unsure("Le message annonce un événement\u00A0: son jour et son lieu sont à vérifier.");
            body.RemoveAt(0);
        }
        while (body.Count > 0 && (body[^1].Length == 0 || Sentences.Of(body[^1]).All(sentence => Courtesies.Is(sentence) || Received.In(Plain.Fold(sentence)))))
            body.RemoveAt(body.Count - 1);
        if (several)
            return Unsure("Le message annonce plusieurs contributions\u00A0: où l’une finit et l’autre commence ne se lit pas sûrement.");
        var spoken = around.Concat(body.SelectMany(line => Sentences.Of(Quoted.Replace(line, " "))).Where(sentence => Speaks.In(Plain.Fold(sentence)))).ToList();
        var folded = Plain.Fold(Plain.Bare(string.Join('\n', spoken))).Replace('\n', ' ');
        var doubt = Doubts.In(folded) ?? Doubts.OfChoosing(folded);
        return new Envelope(body, announced, kind, body.Sum(line => line.Length) < Short && doubt is null ? Doubts.In(Plain.Fold(string.Join(' ', body))) : doubt);

        static Envelope Unsure(string because) => new([], false, ContributionKind.Article, because);
    }

    /// <summary>A body as short as this is as likely a word to the coordinator.</summary>
    private const int Short = 300;

    private static (bool Announces, string Words)? Opens(string line)
    {
        if (line.Length == 0 || Courtesies.IsGreeting(line.Trim(',', '.', '!', ' ')) || Sentences.Of(line).All(Courtesies.Is))
            return (false, line);
        var rest = Courtesies.AfterGreeting(line);
        return rest.Length <= 200 && Announces.In(Plain.Fold(rest)) ? (true, rest) : null;
    }

    private const string What = @"(articles?|contributions?|textes?|breves?|actualites?|informations?|infos?|liens?|publications?|evenements?|dates?|rapports?|etudes?)";

    private static readonly Phrases Announces = new(
        $@"^(voici|voila|ci-dessous|ci-apres|vous trouverez|je vous (envoie|adresse|propose|transmets)|nous vous (envoyons|adressons|proposons|transmettons)|je propose|nous proposons|notre|un|une|pour la lettre)\b[^.?!:]{{0,60}}\b{What}\b[^.?!:]{{0,120}}[ .:]*$",
        $@"^(notre |un |une |nos )?{What} (pour|a (paraitre|publier|inserer|mettre) dans) (la|votre|cette|le) (prochaine? )?(lettre|newsletter|numero)[^.?!:]{{0,60}}[ .:]*$");

    private static readonly Phrases Several = new(@"\b(articles|contributions|textes|breves|actualites|publications|evenements|rapports|etudes|deux|trois|quatre|plusieurs|quelques)\b");

    private static readonly Phrases Publication = new(@"\b(publication|rapport|etude)\b");

    private static readonly Phrases Event = new(@"\b(evenements?|dates?|agenda)\b");

    /// <summary>The receipt does it.</summary>
    private static readonly Phrases Received = new(@"^(merci|pouvez-vous|pourriez-vous|je vous remercie) (de |d')?(bien vouloir )?(me |nous |m'en |nous en )?(confirmer|accuser) (la )?(bonne )?reception[^?]{0,40}\??$");

    /// <summary>Said to somebody, or by somebody of herself.</summary>
    private static readonly Phrases Speaks = new(@"\b(vous|votre|vos|tu|toi|merci|svp|stp|je|me|moi|mon|ma|mes)\b|\b[jm]'|\bnous (y |en )?(re|confirm|enverr|transmet|verr|reflech|attend)");

    private static readonly SafePattern Attached = new(@"\s*\((une |la |avec )?(photo|photographie|image|illustration)s? (est |sont )?(jointe?s?|en pi[eè]ce jointe|ci-jointe?s?)\)");

    private static readonly SafePattern Quoted = new("«[^»]*»|“[^”]*”");
}
