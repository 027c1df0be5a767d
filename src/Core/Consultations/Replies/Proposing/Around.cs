using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>What stands around a list of themes and is none: « Bonjour Claire, voici nos propositions : », « Nous pouvons les présenter ».</summary>
internal static class Around
{
    /// <summary>Whether all of it is greeting, thanks and announcement.</summary>
    public static bool Opens(IEnumerable<string> lines, out bool announces, out int? count, out bool plural)
    {
        (announces, count, plural) = (false, null, false);
        foreach (var sentence in Sentences.Of(string.Join('\n', lines)).Where(sentence => !Courtesies.Is(sentence)))
        {
            var rest = Courtesies.AfterGreeting(sentence);
            foreach (var part in IsIntroduction(rest) ? [rest] : rest.Split(',').Select(part => part.Trim()).Where(part => !Courtesies.Is(part)))
            {
                if (!IsIntroduction(part))
                    return false;
                announces = true;
                count ??= CountIn(Plain.Fold(part));
                plural |= Plural.In(Plain.Fold(part));
            }
        }
        return true;
    }

    public static bool IsIntroduction(string text) => text.Length <= 200 && Plain.Narrow(Plain.Fold(text)) is var plain && Introduces.In(plain) && !Turns.In(plain) && (plain.EndsWith(':') || text.Length <= 60 && !Verbs.In(plain));

    /// <summary>What closes a list; <paramref name="speaks"/> where it says that all of it can be presented.</summary>
    public static bool Closes(IEnumerable<string> lines, out bool speaks)
    {
        var said = Sentences.Of(string.Join('\n', lines)).Where(sentence => !IsCourteous(sentence)).Select(sentence => Plain.Narrow(Plain.Fold(sentence))).ToList();
        var closes = said.All(SpeaksOfAll.In);
        speaks = closes && said.Count > 0;
        return closes;
    }

    public static bool IsCourteous(string sentence) => Courtesies.Is(sentence) || sentence.Split(',').All(Courtesies.Is);

    private static int? CountIn(string plain)
    {
        foreach (var word in Plain.Words(plain).Split(' '))
            if (Array.IndexOf(Numbers, word) is >= 0 and var at)
                return at + 1;
            else if (word.Length == 1 && char.IsAsciiDigit(word[0]))
                return word[0] - '0';
        return null;
    }

    private static readonly string[] Numbers = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

    private const string Matter = "(?:propositions?|themes?|thematiques?|sujets?|pistes?|idees?|suggestions?|attentes?|besoins?|priorites?|souhaits?)";

    private const string Tail = @"(?:[ ,][^:.?]{0,100})? ?:?$";

    private static readonly Phrases Introduces = new(
        "^(?:(?:pour|cote|du cote de|au nom de|de la part de) [^:.?]{1,60}[ ,] ?)?(?:voici |voila |ci-dessous |ci-apres |vous trouverez (?:ci-dessous |ci-apres )?|je vous (?:envoie|adresse|propose) |nous vous (?:envoyons|adressons|proposons) |nous avons |nous (?:proposons|suggerons) |je propose |il y a )?"
            + "(?:donc )?(?:nos|notre|mes|ma|mon|les|le|la|l'|des|quelques|une|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[2-9])? ?(?:(?:premiere?s?|principa[a-z]+|seule?s?|grande?s?|petite?s?|deux|trois|quatre|cinq|six|autres|nouvelles|nouveaux|quelques) )*" + Matter + Tail,
        "^(?:nous (?:proposons|suggerons|souhaitons proposer|vous proposons)|je (?:propose|suggere|vous propose)|(?:la|le|les|l') ?[a-z' -]{2,40} proposent?)(?: (?:donc|pour 20[0-9]{2}|cette annee))* ?:$");

    /// <summary>Themes of others, or not wanted, or of before.</summary>
    private static readonly Phrases Turns = new(
        @"\b(ne|n|pas|plus a|aucune?|sans|eviter|abandonner|retirer|ecarter|exclu[a-z]*|vos|votre|parmi|retenu[a-z]*|retenons|reten[a-z]*|choisi[a-z]*|vot[a-z]+|souten[a-z]*|soutien[a-z]*|proposee?s? par (vous|le copil)|repris[a-z]*|reprendre|deja|moins|publics?|article|actualites?|dernier|derniere|passee?|traite[a-z]*|en cours|actuel[a-z]*|realise[a-z]*|termine[a-z]*|reunions?|rencontres?|seance|salle|repas|ordre du jour|programme|avons besoin|classement)\b");

    private static readonly Phrases Verbs = new(@"\b(sont|est|ont|seront|sera|doivent|peuvent|restent|reste|etaient|etait)\b");

    private static readonly Phrases Plural = new(@"\b(propositions|themes|thematiques|sujets|pistes|idees|suggestions|attentes|besoins|priorites|souhaits)\b");

    private static readonly Phrases SpeaksOfAll = new(
        "^(?:nous (?:pouvons|pourrons|sommes prets a|sommes en mesure de)|je (?:peux|pourrai|suis prete? a|suis en mesure de)|notre (?:service|organisme|equipe) peut) (?:les |tous les |toutes les )?(?:presenter|intervenir sur (?:ces|les|tous les|toutes les) (?:[a-z]+ )?(?:sujets|themes|points|propositions))(?: tous| toutes)?(?: en (?:reunion|seance)| lors (?:d'une|de la) (?:reunion|rencontre)| au comite)?$");
}
