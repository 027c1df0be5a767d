using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Attending;

/// <summary>The ways of saying that one comes, or not. Patterns are whole: « je ne serai présente qu’à midi » is none of them.</summary>
internal static class PresenceWords
{
    /// <summary>Longer clauses are none of these.</summary>
    private const int Most = 300;

    /// <summary>Null where the words are not understood.</summary>
    /// <param name="words">A sentence or a clause, as written.</param>
    public static IReadOnlyList<Presence>? Read(string words)
    {
        words = Courtesies.AfterGreeting(words);
        if (words.Length > Most)
            return null;
        if (StandIns.Read(words) is { } name)
            return [new Presence.StandsIn(name)];
        var plain = Plain.Narrow(Plain.Fold(words));
        if (Comes(plain) is { } comes)
            return comes;
        if (No.IsMatch(Between(plain, Sorry, NoTail, out _)))
            return [new Presence.Away()];
        if (Why.IsMatch(plain))
            return [new Presence.Why(words.Replace(Signs.Day.ToString(), "", StringComparison.Ordinal).Trim())];
        return Nothing.IsMatch(plain) || Nothing.IsMatch(Between(plain, Easy, Tail, out _)) ? [new Presence.Said()] : null;
    }

    private static IReadOnlyList<Presence>? Comes(string plain)
    {
        if (HowAlone.IsMatch(plain))
            return Coming(plain);
        var core = Between(plain, Easy, Tail, out var tail);
        return core is "ok" or "d'accord" ? tail.Replace(" merci", "", StringComparison.Ordinal).Length > 0 ? Coming(tail) : core == "ok" ? [new Presence.Comes(null, Weak: true)] : null
            : Yes.IsMatch(core) ? Coming(tail) : null;
    }

    /// <summary>Null where it is both on site and by video.</summary>
    private static IReadOnlyList<Presence>? Coming(string how) => (Remotely.IsMatch(how), OnSite.IsMatch(how)) switch
    {
        (true, true) => null,
        (true, false) => [new Presence.Comes(AttendanceMode.Remote)],
        (false, true) => [new Presence.Comes(AttendanceMode.OnSite)],
        (false, false) => [new Presence.Comes(null)],
    };

    /// <summary>What stands between the words that may come before and those that may follow.</summary>
    private static string Between(string plain, SafePattern before, SafePattern after, out string tail)
    {
        var whole = plain;
        for (var match = after.Match(plain); match.Success; match = after.Match(plain))
            plain = plain[..match.Index];
        tail = whole[plain.Length..];
        for (var match = before.Match(plain); match.Success; match = before.Match(plain))
            plain = plain[match.Length..];
        return plain;
    }

    private const string Far = "(?:en |par |via |a )?(?:visio(?:-?conference)?|distanciel|distance|teams|zoom)";

    private const string Here = "(?:sur place|en presentiel|en presence|en personne|physiquement)";

    private const string Meeting = "(?:a|au|aux|pour|lors de|lors du|de|du) ?(?:la |le |cette |ce |votre |l')?(?:prochaine? )?(?:reunion|rencontre|comite(?: de pilotage)?(?: extraordinaire)?|copil|seance|rendez-vous)";

    private const string Present = "(?:presente?s?|la|des votres|parmi vous|avec vous|au rendez-vous|disponible)";

    private static readonly SafePattern Easy = new(
        "^(?:oui|bien sur|parfait|volontiers|avec plaisir|finalement|alors|donc|bonjour|c'est (?:bien )?note|bien note|note|(?:pas de|aucun|sans) (?:souci|probleme)s?|pour ma part|pour (?:moi|nous)|de mon cote|(?:ma|notre) reponse(?: pour le ¤)? :|(?:ma |notre )?presence :) ");

    private static readonly SafePattern Tail = new(
        " (?:bien|donc|egalement|volontiers|avec plaisir|sans faute|sans probleme|plutot|merci|pour (?:moi|nous|ma presence|notre presence)|" + Far + "|" + Here + "|" + Meeting + "|(?:le |du |de |a |au |pour le |ce )?¤)$");

    private static readonly SafePattern Yes = new(
        "^(?:ok |d'accord )?(?:oui|yes|oui bien sur|oui tout a fait|present|presente|presents|presentes|compte[rz] (?:sur moi|sur nous|moi)|(?:ma |notre )?(?:presence|participation) (?:est )?confirmee"
        + "|(?:je (?:serai|serais)|nous serons) (?:bien |donc |bien sur |evidemment |egalement |volontiers )?" + Present
        + "|(?:je|j'|nous|on) ?(?:viendrai|viendrons|viens|venons|vient|participerai|participerons|participe|participons|assisterai|assisterons|assiste|y serai|y serons)"
        + "|(?:je (?:peux|pourrai)|nous (?:pouvons|pourrons)) (?:bien )?(?:venir|participer|etre presente?s?|etre la|assister)"
        + "|(?:je |nous )?(?:vous )?(?:confirme|confirmons) (?:bien )?(?:ma|notre) (?:presence|venue|participation))$");

    private static readonly SafePattern HowAlone = new("^(?:plutot )?(?:" + Far + "|" + Here + ")(?: pour (?:moi|nous|ma part))?$");

    private static readonly SafePattern Remotely = new(@"\b(?:visio|distanciel|distance|teams|zoom)");

    private static readonly SafePattern OnSite = new(@"\b" + Here + @"\b");

    private static readonly SafePattern Sorry = new("^(?:desolee?|malheureusement|helas|finalement|bonjour|non|a mon grand regret|a regret|pour ma part|(?:ma|notre) reponse(?: pour le ¤)? :) ");

    private static readonly SafePattern NoTail = new(
        " (?:malheureusement|helas|merci|" + Meeting + "|(?:le |du |de |a |au |pour le |ce )?¤|ce jour-la|a cette date|desolee?|cette fois(?:-ci)?|pour (?:moi|nous))$");

    private const string Attend = "(?:presente?s?|la|disponibles?|libres?|des votres|venir|participer|assister|y assister|y etre|y participer|etre (?:presente?s?|la|des votres|disponibles?|parmi vous)|me joindre a vous|me liberer|me rendre disponible)";

    private static readonly SafePattern No = new(
        "^(?:non"
        + "|(?:je|nous|on) (?:ne |n')?(?:y )?(?:serai|serais|serons|suis|pourrai|pourrons|peux|pouvons|viendrai|viendrons|viens|participerai|participerons|assisterai|assisterons) (?:malheureusement |helas |donc |finalement )?pas(?: " + Attend + ")?"
        + "|(?:(?:je |nous )(?:suis|serai|serais|sommes|serons) (?:malheureusement |helas )?)?(?:absente?s?|excusee?s?|indisponibles?|empechee?s?|pas (?:disponible|dispo|libre|la)|dans l'impossibilite (?:de venir|d'etre presente?|de participer|d'y assister|d'assister))"
        + "|(?:merci|je vous prie|je vous remercie|veuillez) (?:de |d')?(?:bien vouloir )?(?:m'|nous )?excuser (?:mon|notre) absence"
        + "|(?:c'est |cela m'est |ca m'est )?impossible(?: (?:d'y etre|de venir|de participer|d'etre presente?))?|pas possible)$");

    private const string Reason = "(?:en (?:conges?|vacances|deplacement|formation|arret|reunion|clientele|seance|conge [a-z]{3,12})|une? (?:autre )?(?:reunion|engagement|rendez-vous|conseil|formation|assemblee|deplacement|obligation|empechement|imperatif)|retenue?s?|prise?s?|pour (?:des )?raisons? (?:de sante|personnelles?|familiales?))";

    private static readonly SafePattern Why = new(
        "^(?:car |en effet |puisque |parce que |etant )?(?:(?:je suis|je serai|j'ai|j'aurai|nous sommes|nous avons) (?:deja |malheureusement )?)?" + Reason
        + "(?: (?:ce jour-la|cette semaine-la|a cette date|au meme moment|par ailleurs|par une autre reunion|ailleurs|imprevue?|(?:le |ce )¤))*$");

    private static readonly SafePattern Nothing = new(
        "^(?:(?:c'est |j'ai |bien |nous avons )*note(?: la date)?|malheureusement|helas|finalement|(?:pas de|aucun|sans) (?:souci|probleme)s?|avec plaisir|parfait|tres bien|(?:ma |notre )?(?:reponse|presence|participation)|en mon absence|(?:a|au) (?:¤|revoir)|a bientot)$");
}
