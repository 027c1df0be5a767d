using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Proposing;

/// <summary>A theme on a line by itself, with no bullet: « La mobilité des jeunes ruraux », not « La semaine prochaine », « Le service habitat ».</summary>
internal static class BareTheme
{
    /// <summary>Whether a line by itself can only be a theme.</summary>
    public static bool Is(string line)
    {
        var plain = Plain.Fold(line).TrimEnd(' ', '.', ';', ',');
        return plain.Length is >= 8 and <= 120 && line.IndexOfAny(['?', '!', ':', '@', '/', '(']) < 0 && !line.Contains(" a ", StringComparison.Ordinal)
            && Named.In(plain) && !Heads.In(plain) && !Told.In(plain) && !SaysOrSigns(line, plain)
            && Prose.NotATheme(line) is null && Prose.NotAnItem(line, introduced: false) is null && Prose.Problem(line) is null && !Prose.IsOfOrganising(plain);
    }

    /// <summary>An article and two words; not broken off in the middle.</summary>
    private static readonly Phrases Named = new("^(?:le |la |les |l')[a-z-]{3,}(?: [a-z0-9'’,-]+)+ (?:[a-z'’-]{3,}[a-z0-9-]*|[0-9]+ ans)$", "^(?:le |la |les |l')[a-z-]{3,} [a-z'’-]{4,}$");

    /// <summary>What a line may begin with that is no theme: a time, a thing that was sent, a service in a signature, what was said before.</summary>
    private static readonly Phrases Heads = new(
        @"^(?:le |la |les |l')(?:an|annees?|mois|semaines?|jours?|journees?|matin|matinee|apres-midi|soir|soiree|fin|debut|suite|prochaine?|rentree|vacances|conges?|ete|hiver|printemps|automne|lendemain|veille|moment|temps (?:de|qu)|delais?|cloture|echeance)\b",
        @"^(?:le |la |les |l')(?:questionnaires?|documents?|listes?|fiches?|pieces?|elements?|adresses?|messages?|mails?|liens?|formulaires?|tableaux?|fichiers?|comptes?[ -]rendus?|bilans?|rapports?|programmes?|ordre|invitations?|lettres?|newsletter|convocations?|enquetes?|relances?|demandes?|dates?|sites?|pages?|numeros?|telephone|texte|titre|lignes?|cases?|annexes?|pouvoir|procuration|signature|charte)\b",
        @"^(?:le |la |les |l')(?:plate-?formes?|observatoire|copil|comites?|groupes?|missions?|poles?|services?|directions?|agences?|caisses?|delegations?|equipes?|cellules?|unites?|bureaux?|bureau|secretariat|prefecture|mairie|ville|metropole|regions?|departements?|communes?|communaute|syndicat|union|federation|association|universite|centre|reseau|maison|fondation|assistante?|directrice|directeur|presidente?|responsables?|chargee?s?|referente?s?|collegues?|stagiaires?|personnes? (?:en|qui|que)|coordinatrice|coordinateur|coordination)\b",
        @"^(?:le |la |les |l')(?:restes?$|ensemble|totalite|plupart|tout|memes?|autres?|deux|trois|quatre|cinq|six|[0-9]|premiere?s?|derniere?s?|choix|avis|votes?|reponses?|plus simple|mieux|ideal|essentiel|question|probleme|solution|idee|priorite|chose|impression|occasion)\b");

    /// <summary>A verb that says something: the line is a sentence.</summary>
    private static readonly Phrases Told = new(
        @"\b(?:est|sont|etait|etaient|ont|avait|avaient|aura|auront|sera|seront|serait|seraient|peut|peuvent|pourrait|doit|doivent|devrait|va|vont|font|restent|arrive(?:nt)?|convient|conviennent|faut|semble(?:nt)?|parait|prend|prennent|suit|revient|repond|part|assure(?:nt)?|gere(?:nt)?|remplace(?:nt)?|souhaite(?:nt)?|propose(?:nt)?|demande(?:nt)?|pense(?:nt)?|confirme(?:nt)?|valide(?:nt)?|accepte(?:nt)?|refuse(?:nt)?|participe(?:nt)?|assiste(?:nt)?|quitte(?:nt)?|change(?:nt)?|commence(?:nt)?|continue(?:nt)?|existe(?:nt)?|concerne(?:nt)?|inquiete(?:nt)?|augmente(?:nt)?|progresse(?:nt)?|baisse(?:nt)?|devient|vient|viennent|suivra|merite(?:nt)?|interesse(?:nt)?|plait|partent|fonctionne(?:nt)?|marche(?:nt)?|manque(?:nt)?|attend|attendent|ira|y|pas|bien recue?s?|recue?s?|jointe?s?|ci-jointe?s?|ci-dessous|ci-dessus|d'accord|passee?s?|prochaine?s?|dernier|derniere|precedente?s?|actuelle?|deja|possible|impossible|tard|bientot|demain|hier)\b");

    /// <summary>« La secrétaire prend le relais », « La CAF de l’Ain »: an article after a word that leads to none; initials.</summary>
    private static bool SaysOrSigns(string line, string plain)
    {
        var words = plain.Replace("l'", "l' ", StringComparison.Ordinal).Replace("d'", "d' ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 2; i < words.Length; i++)
            if (words[i] is "le" or "la" or "les" or "l'" or "un" or "une" && !Leading.Contains(words[i - 1]) && !words[i - 1].EndsWith(','))
                return true;
        var head = line.Split([' ', '\'', '’'], 3, StringSplitOptions.RemoveEmptyEntries);
        return head.Length > 1 && head[1].Length > 1 && head[1].All(c => !char.IsLower(c));
    }

    private static readonly HashSet<string> Leading = ["a", "de", "et", "ou", "dans", "pour", "par", "sur", "chez", "face", "sans", "entre", "en", "avec", "vers", "sous", "contre", "apres", "avant", "selon", "malgre", "que", "comme"];
}
