using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.French;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>Free words that may be a theme, and those that are conversation.</summary>
internal static class Prose
{
    private const string Talks = "Le message contient autre chose que des propositions.";

    /// <summary>The theme in « nous proposons de travailler sur le non-recours »; the whole sentence where it is said otherwise; null where none is proposed.</summary>
    public static string? Proposed(string sentence)
    {
        var plain = Plain.Fold(sentence);
        if (Organises.In(plain) || Offers.In(plain))
            return null;
        if (Lead.Match(plain) is { Success: true } lead && plain[lead.Length..] is var rest && Article.In(rest))
            return Capitals.First(sentence[lead.Length..].Trim(' ', '«', '»', '"', ':'));
        return Proposes.In(plain) ? Capitals.First(sentence) : null;
    }

    /// <summary>Why words below a theme are not an explanation of it; null where they may be.</summary>
    public static string? Problem(string text) => IsName(text) || Addressed.In(Plain.Fold(text)) || More.In(Plain.Fold(text)) || text.Contains('?', StringComparison.Ordinal) ? Talks : null;

    /// <summary>Why a line without a bullet is no theme; null where it may be one.</summary>
    public static string? NotATheme(string text) =>
        Plain.Fold(text) is var plain && (IsName(text) || Speaking.In(plain) || Addressed.In(plain) || Organises.In(plain) || plain.Contains('?', StringComparison.Ordinal)) ? Talks : null;

    /// <summary>Why an item of a list is no theme; null where it may be one.</summary>
    public static string? NotAnItem(string title, bool introduced)
    {
        var plain = Plain.Fold(title);
        if (title.Count(char.IsLetter) < 4 || Verdict.In(plain) || Conversation.In(plain) && !Proposes.In(plain) || Addressed.In(plain) || Organises.In(plain))
            return "Une ligne de la liste n’est pas un thème.";
        if (!introduced && title.EndsWith('?'))
            return Doubts.Question;
        return !introduced && title.Contains(' ', StringComparison.Ordinal) && IsName(title) ? "La liste semble nommer des personnes." : null;
    }

    /// <summary>« Odile Ferrand », « Directrice »: what is left of a signature.</summary>
    private static bool IsName(string text) => text.Trim('.', ',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 4 } words
        && words.All(word => char.IsUpper(word[0]) && word.Any(char.IsLower));

    /// <summary>« Proposition de date : » announces no theme.</summary>
    public static bool IsOfOrganising(string folded) => Organises.In(folded) || Offers.In(folded);

    /// <summary>Several themes in one sentence, which nobody but their author can part.</summary>
    public static bool IsMany(string theme) => Enumeration.In(Plain.Fold(theme)) || theme.Count(c => c == ',') > 1 || theme.Contains(';', StringComparison.Ordinal);

    private const string We = "(?:nous (?:vous )?|je (?:vous )?|on |(?:la |le |les |l')[a-z'-]{2,30}(?: [a-z'-]{2,20}){0,3} )";

    private static readonly SafePattern Lead = new(
        "^" + We + "(?:propose|proposons|proposent|suggere|suggerons)(?: (?:donc|cette annee|pour 20[0-9]{2}))*(?: ?: ?«? ?| (?:d'etudier|de travailler sur|d'aborder|de traiter|d'approfondir|d'explorer|le theme suivant :|comme theme :?|le sujet suivant :) ?| )"
        + "|^" + We + "(?:souhaite|souhaitons|souhaiterait|souhaiterions|aimerions|aimerait|aimerais|voudrions|voudrait|voudrais) (?:travailler sur|aborder|etudier|traiter|approfondir) ");

    private static readonly Phrases Article = new("^[« \"]*(le |la |les |l'|un |une )");

    private static readonly Phrases Proposes = new(
        "^" + We + "(?:propose|proposons|proposent|suggere|suggerons) (?:d'etudier|de travailler|d'aborder|de traiter|d'approfondir|d'explorer|de mesurer|d'analyser|que l'on (?:parle|travaille|etudie|aborde|traite)|qu'on (?:parle|travaille|etudie|aborde)) .{5,}");

    /// <summary>About the work together, not about its matter.</summary>
    private static readonly Phrases Organises = new(
        @"\b(reunions?|rendez-vous|rdv|report|reporter|decaler|dates?|creneaux?|telephoner?|visio|calendrier|candidature|ordre du jour|inscri[a-z]*|demande de|reponse|contact(er|ez)?|recontacter|mail|courriel|mme|monsieur|madame|lundi|mardi|mercredi|jeudi|vendredi|vos propositions|votre proposition|meme (theme|proposition|chose)s?|l'an dernier|l'annee (derniere|passee)|deja|reprendre|reprise? du theme|comme (vous|la|le))\b|^(re|tr|fwd) ?:|^(.* )?(le|au|du) (1er|[0-9]{1,2})( (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))?\b");

    /// <summary>« Nous proposons une salle »: something else than a theme.</summary>
    private static readonly Phrases Offers = new(
        @"\b(salles?|lieux?|locaux|intervenante?s?|solutions?|candidate?s?|personnes? ressources?|stagiaires?|modifications?|amendements?|echanger|entretien|collegues?|remplacante?|aide|cafe|dejeuner|repas|ateliers?|tour de table|methode de travail|partenariat|maintien|annulation|abandon|suppression|vote|local|pilotes?|pilotage|changement|retrait|ajout|comme)\b");

    private static readonly Phrases Addressed = new(@"\b(vous|votre|vos|tu|te|merci|svp)\b|\bs'il (vous|te)\b");

    private static readonly Phrases Speaking = new(@"\b(je|nous|on|me|moi|mon|ma|mes)\b|\b(j|m)'|\bn'|\bne\b|^(oui|non|ok|pas|mais|et|ou|car|si|sinon|en attendant|a voir|pour info)\b");

    private static readonly Phrases More = new(@"\b(themes?|propositions?|sujets?|pistes?|idees?|second|seconde|deuxieme|troisieme|egalement|aussi|ajout[a-z]*|autres?|enfin|par ailleurs|sinon|finalement|proposons|propose|plutot|reunions?|telephone|rendez-vous|priorit[a-z]*|point|venir|viendr[a-z]*|absente?s?|presente?s?|conges?|participe[a-z]*|assister|etre la)\b");

    private static readonly Phrases Conversation = new(
        @"^(oui|non|ok|d'accord|merci|bonjour|bonsoir|ras|neant|aucun[a-z]*|rien|idem|voir|cf|pas|ne|desolee?|retard|mon|ma|mes|sans (objet|avis|opinion|proposition)|(le|la|les) memes?|c'est|voila|et|(tout )?le reste$|tout$|absence$|(envoyer|avancer|prevoir|organiser|changer|inviter|que|faire un point)|a (definir|preciser|voir|determiner|completer|discuter|venir)|presente?|absente?|excusee?|cordialement|tel|telephone|mobile|pour info|nb|ps)\b|^[0-9]|^(je|j'|nous|on|me|si|mais)\b|@|https?:|www\.|\b(me|nous) convien[a-z]*|\b(je|nous) (suis|sommes|serai|serons|soutiens|soutenons|vote|votons|peux|pouvons|ne|n'|viendrai|participerai|participerons|prefere|preferons)\b");

    /// <summary>A theme of a list that was sent, judged: « Logement : oui », « Thème 3 ».</summary>
    private static readonly Phrases Verdict = new(
        @"^(les? |la )?(themes?|sujets?|propositions?|pistes?|t|n°) ?(n° ?)?[0-9]{1,2}\b",
        @"[+]{2,}|[+]$|--|\bvoix\b|[:=–-] ?(oui|non|ok|bof|[0-9]{1,2}(/[0-9]+)?|[+x]+|a (abandonner|reprendre|garder|conserver|supprimer|traiter|eviter))[ .!)]*$|[:(] ?(pas|tres|peu|assez|plutot|moins|deja|trop|non)\b[^:]*$|[:(][^:(]*\b(prioritaires?|inutiles?|utiles?|urgente?s?|interessante?s?|favorables?|importante?s?)[ .)]*$");

    private static readonly Phrases Enumeration = new(@",? (et|ainsi que|puis) (sur |de |d')?(le |la |les |l'|un |une |celui|celle)");
}
