using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>The ways of saying yes, if need be and no to dates. Patterns are whole: what they do not hold is not understood.</summary>
internal static class DateWords
{
    public static bool IsSign(char c) => c is Signs.Day or Signs.All or Signs.None or Signs.Rest;

    public static string SignsIn(string text) => string.Concat(text.Where(IsSign));

    public static string WithoutLead(string plain)
    {
        for (var match = Lead.Match(plain); match.Success && match.Length > 0; match = Lead.Match(plain))
            plain = plain[match.Length..];
        return plain;
    }

    /// <summary>A sentence that is said of all dates: « toutes sauf le 15 », « aucune », « indisponible ».</summary>
    public static IReadOnlyList<DateSaid>? Whole(string plain)
    {
        var signs = SignsIn(plain);
        if (AllBut.IsMatch(plain))
            return [new DateSaid(Availability.Yes, signs[..1], true), new DateSaid(Availability.No, signs[1..])];
        if (NoneBut.IsMatch(plain))
            return [new DateSaid(Availability.No, signs[..1], true), new DateSaid(Availability.Yes, signs[1..])];
        return NoneOf.IsMatch(plain) ? [new DateSaid(Availability.No, signs)] : null;
    }

    /// <summary>« 12 oui 14 non », « oui 12 non 14 », without commas.</summary>
    public static IReadOnlyList<DateSaid>? Pairs(string plain) =>
        PairsAfter.IsMatch(plain) || PairsBefore.IsMatch(plain)
            ? [.. Word.Matches(plain).Zip(SignsIn(plain), (word, sign) => new DateSaid(word.Value[0] == 'n' || word.Value[0] == 'p' ? Availability.No : Availability.Yes, sign.ToString()))]
            : null;

    public static DatePiece? Piece(string plain) => plain switch
    {
        _ when Bare.IsMatch(plain) && !plain.StartsWith("a ", StringComparison.Ordinal) => new DatePiece(null, SignsIn(plain), false),
        _ when Also.IsMatch(plain) => new DatePiece(null, SignsIn(plain), false, Likewise: true),
        _ when Neither.IsMatch(plain) => new DatePiece(null, SignsIn(plain), false, Likewise: true, Negative: true),
        _ when YesOnly.IsMatch(plain) => new DatePiece(Availability.Yes, "", false),
        _ when NoOnly.IsMatch(plain) => new DatePiece(Availability.No, "", false),
        _ when NeedOnly.IsMatch(plain) => new DatePiece(Availability.IfNeedBe, "", false),
        _ when NoneOf.IsMatch(plain) => new DatePiece(Availability.No, SignsIn(plain), false),
        _ when Need.IsMatch(plain) => new DatePiece(Availability.IfNeedBe, SignsIn(plain), false),
        _ when NeedFirst.IsMatch(plain) => new DatePiece(Availability.IfNeedBe, SignsIn(plain), true),
        _ when Yes.IsMatch(plain) => new DatePiece(Availability.Yes, SignsIn(plain), false, Plural: Several.In(plain)),
        _ when YesFirst.IsMatch(plain) => new DatePiece(Availability.Yes, SignsIn(plain), true),
        _ when No.IsMatch(plain) => new DatePiece(Availability.No, SignsIn(plain), false),
        _ when NoFirst.IsMatch(plain) && !NotBoth.In(plain) => new DatePiece(Availability.No, SignsIn(plain), true),
        _ => null,
    };

    private const string At = "(?:(?:pour |le |la |les |du |au |aux |des |de |a |sur |celui du |celle du |avec le )*)";

    private const string Many = At + "[¤∀∁](?:(?: (?:et|ou|ainsi que|comme|et aussi) " + At + "| (?:pour )?(?:le |la )?)[¤∁])*";

    private const string Some = At + "[¤∁](?:(?: (?:et|ou|ni|ainsi que|comme) " + At + "| (?:pour )?(?:le |la )?)[¤∁])*";

    private const string Us = "(?: pour (?:moi|nous|ma part|notre part))?";

    private const string Free = "(?:disponibles?|dispos?|libres?|la|presente?s?|d'accord|partante?s?)";

    private const string Going = "(?: (?:venir|participer|y assister|assister|etre (?:la|presente?s?|disponibles?)))?";

    private const string If = "(?:si (?:besoin|necessaire|vraiment (?:besoin|necessaire)|il le faut)|a la rigueur|au besoin|eventuellement|au pire|en dernier recours|en second choix)";

    private const string YesAlone = "(?:ok|oui|yes|possible|parfait|bon|d'accord|tres bien|je peux|nous pouvons|(?:c'est|ce sera|est|sont) (?:ok|oui|bon|parfait|possibles?|tres bien|d'accord)|je (?:suis|serai|serais) " + Free + "|nous (?:sommes|serons|serions) " + Free + "|" + Free + ")";

    private const string NoVerb = "(?:je (?:ne |n')?(?:suis|serai|peux|pourrai) (?:malheureusement )?pas(?: " + Free + ")?|nous (?:ne |n')?(?:sommes|serons|pouvons|pourrons) (?:malheureusement )?pas(?: " + Free + ")?)" + Going;

    private const string NoAlone = "(?:non|ko|impossible|pas (?:possible|libre|dispo|disponible|la|ok)|indispo(?:nible)?s?|absente?s?|(?:c'est|ce sera|est|sont) (?:non|impossible|pas possible)|ce n'est pas possible|(?:je|nous) (?:suis|serai|sommes|serons) (?:absente?s?|indisponibles?|prise?s?|occupee?s?|retenue?s?)|" + NoVerb + ")";

    private static readonly SafePattern Lead = new(
        "^(?:(?:bonjour|alors|donc|finalement|et|enfin|puis) *[,:]? +|(?:volontiers|avec plaisir|merci) *[,:] +|(?:pour|de) (?:moi|nous|ma part|notre part|mon cote|notre cote) *[,:]? +|en ce qui (?:me|nous) concerne *[,:]? +|(?:ma|mes|nos|notre) (?:reponses?|disponibilites?) *: *)");

    private static readonly SafePattern Bare = new("^" + Many + "$");

    private static readonly SafePattern YesOnly = new("^" + YesAlone + Us + "$");

    private static readonly SafePattern NoOnly = new("^" + NoAlone + Us + "$");

    private static readonly SafePattern NeedOnly = new("^" + If + "$");

    private static readonly SafePattern Also = new("^" + Some + " (?:(?:me |nous )?(?:convient|va|conviennent|vont) )?(?:aussi|egalement)(?: (?:possible|me convient|ok))?$");

    private static readonly SafePattern Neither = new("^" + Some + " non plus$");

    private static readonly SafePattern Need = new("^" + Some + " ?[:=]? ?(?:(?:ok|oui|possible|serait possible|dispo|disponible|mais) )?" + If + "$");

    private static readonly SafePattern NeedFirst = new("^" + If + " " + Some + "$");

    private static readonly SafePattern Yes = new(
        "^" + Many + " ?[:=-]* ?(?:(?:me|nous) (?:conviennent|convient|va|vont|conviendrait|conviendraient|irait|iraient)(?: (?:tout a fait|tres bien|parfaitement|bien|mieux|toutes|tous))*|" + YesAlone + "|x|plutot|de preference|en priorite)" + Us + "$");

    private static readonly SafePattern YesFirst = new(
        "^(?:oui )?(?:" + YesAlone + "|plutot|volontiers|je (?:peux|pourrai|pourrais)" + Going + "|nous (?:pouvons|pourrons)" + Going + "|(?:ca|cela) (?:me |nous )?(?:va|convient)|j'accepte|nous acceptons|je (?:retiens|choisis|prends|coche|vote)|nous (?:retenons|choisissons)"
        + "|pas de (?:souci|probleme)s?|sans probleme|je (?:prefere|privilegie|prefererais)|nous (?:preferons|privilegions)|(?:avec )?(?:une |ma |notre )?preference|pour (?:l'|la |le )[a-z-]+ ce sera|ce sera)" + Us + " ?:? " + Many + "$");

    private static readonly Phrases Several = new(@"\b(conviennent|conviendraient|vont|iraient|sont)\b");

    /// <summary>« pas le 12 et le 14 » may refuse one of them or both.</summary>
    private static readonly Phrases NotBoth = new("^(non |desolee? )?(pas|non)( pour)? [^a-z]*(le )?[¤∁] (et|ou|ainsi|comme|le|pour|¤)");

    private static readonly SafePattern No = new(
        "^(?:(?:desolee?|malheureusement|helas) )?" + Some + " ?[:=-]* ?(?:" + NoAlone + "|(?:ne )?(?:me |nous )?(?:convient|conviennent|va|vont) pas(?: du tout)?)" + Us + "$");

    private static readonly SafePattern NoFirst = new("^(?:non |(?:desolee?|malheureusement|helas),? )?(?:" + NoAlone + "|pas|(?:ca|cela) ne (?:me |nous )?(?:va|convient) pas)" + Us + " ?:? " + Some + "$");

    private static readonly SafePattern AllBut = new("^(?:(?:ok|oui|disponible|dispo|je (?:suis|serai) (?:disponible|dispo|libre)) )?(?:pour |a |sur )?∀(?: (?:me |nous )?(?:conviennent|vont|sont possibles))?,? (?:sauf|hormis|excepte|a part|a l'exception du?) " + Some + "$");

    private static readonly SafePattern NoneBut = new("^∅(?: ne (?:me |nous )?convient)?,? (?:sauf|hormis|excepte|a part) " + Some + "$");

    private static readonly SafePattern NoneOf = new(
        "^(?:non,? )?(?:(?:je (?:ne )?suis |je (?:ne )?serai |nous ne sommes )?(?:disponible|libre|dispo)s? (?:a |pour |sur )?)?∅(?: (?:ne )?(?:me |nous )?(?:convient|conviennent|va|vont|est possible|possible))?" + Us + "(?: malheureusement)?$"
        + "|^(?:(?:je suis|je serai|nous sommes|nous serons) )?(?:malheureusement )?(?:indisponibles?|absente?s?) (?:a |pour |sur |lors de )?∀$"
        + "|^(?:je (?:ne )?suis|je (?:ne )?serai|nous ne sommes|nous ne serons) (?:malheureusement )?pas (?:disponibles?|libres?) (?:a |pour |sur |lors de )?∀$");

    /// <summary>Said of no date, it is said of all.</summary>
    public static readonly Phrases Unavailable = new("^(?:(?:je suis|je serai|nous sommes|nous serons) )?(?:malheureusement )?indisponibles?(?: ces jours-la| aux dates proposees)?" + Us + "$");

    private const string Mark = "(?:oui|non|ok|pas)";

    private static readonly SafePattern PairsAfter = new("^(?:(?:le )?¤ ?[:=-]? ?(?:oui|non|ok)[ /|\t-]*){2,}$");

    private static readonly SafePattern PairsBefore = new("^(?:" + Mark + " (?:pour )?(?:le )?¤[ /|\t-]*){2,}$");

    private static readonly SafePattern Word = new(@"\b" + Mark + @"\b");
}
