using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>What people write around an answer and that answers nothing: greetings, thanks, good wishes.</summary>
internal static class Courtesies
{
    /// <param name="text">A sentence or a clause, as written.</param>
    public static bool Is(string text)
    {
        var words = Plain.Narrow(text).Trim(' ', '.', ',', '!', ';', ':');
        return words.All(c => !char.IsLetterOrDigit(c) && c is not ('?' or Signs.Day or Signs.All or Signs.None or Signs.Rest)) || IsGreeting(words) || Kind.In(Plain.Fold(words));
    }

    /// <summary>« Bonjour Claire », « Madame, Monsieur ».</summary>
    public static bool IsGreeting(string text) => text.Length <= 90 && Greeting.IsMatch(text) && !Answers.In(Plain.Fold(text));

    /// <summary>The sentence without the greeting before its first comma.</summary>
    public static string AfterGreeting(string text)
    {
        var comma = text.IndexOfAny([',', '!']);
        return comma > 0 && IsGreeting(text[..comma].Trim()) ? text[(comma + 1)..].TrimStart() : text;
    }

    // A name is a capital: read as written.
    private static readonly SafePattern Greeting = new(
        @"^([Rr]e-?[Bb]onjour|[Bb]onjour|BONJOUR|[Bb]jr|[Bb]onsoir|[Hh]ello|[Ss]alut|[Cc]oucou|[Cc]h[eè]re?s?|[Mm]adame|[Mm]onsieur|[Mm]esdames|[Mm]essieurs)"
        + @"([ ,]+(à|et|tous|toutes|toute|l'équipe|la|le|[Cc]h[eè]re?s?|collègues?|partenaires?|madame|monsieur|mesdames|messieurs|M\.|coordinatrice|coordinateur|\p{Lu}[\p{L}'.-]*))*$",
        asWritten: true);

    private static readonly Phrases Answers = new(@"\b(oui|non|ok|ras|neant|present|absent|excus|pas|aucun)");

    private static readonly Phrases Kind = new(
        @"^(un (tres )?grand |encore |mille |et |avec tous mes |avec mes )?(merci|mercis|remerciements)( a (vous|toi|tous|toutes))?( (beaucoup|bien|encore|infiniment|d'avance|par avance|a vous|a toi))*( (pour|de) (votre|vos|ce|cet|cette|ces|tout|le|la|les|l')\b[^?¤]{0,70})?$",
        @"^je vous (en )?remercie( (beaucoup|vivement|par avance|d'avance))?( (pour|de) (votre|vos|ce|cet|cette|ces)\b[^?¤]{0,70})?$",
        @"^(tres |bien )?(bonne|belle|excellente) (fin de )?(journee|soiree|matinee|semaine|apres-midi|reception|continuation|annee|lecture)( (a vous|a toi|a tous|a toutes))*$",
        @"^(tres |bien )?(cordialement|a vous|a toi|respectueusement|amicalement|cdlt|sinceres salutations)$|^(et )?(tres |de )?(bonnes|belles|joyeuses|heureuses) (fetes|vacances)( de (fin d'annee|noel|paques))?( (a vous|a toi|a tous|a toutes))*$|^(et )?(joyeux noel|bonne et heureuse annee|(tous )?(mes|nos|meilleurs) (meilleurs )?voeux)( (a vous|a toi|a tous|a toutes))*$|^bon (courage|week-end|travail)\b[^?¤]{0,60}$|^bonne (organisation|preparation|reunion|suite)$",
        @"^(a (tres )?bientot|a tres vite|au plaisir( de (vous|se) (voir|revoir|lire|retrouver))?|dans l'attente\b[^?¤]{0,80})$",
        @"^(je |nous )?rest(e|ons|ant|ent)( bien( sur| entendu)?)?( entierement| naturellement)? (a votre (entiere )?disposition|disponibles?)( (pour|si)\b[^?¤]{0,80})?$|^a votre (entiere )?disposition( (pour|si)\b[^?¤]{0,60})?$",
        @"^n'hesitez pas (a (me|nous) (contacter|solliciter|joindre)|si besoin)\b[^?¤]{0,40}$",
        @"^(avec (toutes )?(mes|nos) excuses|(toutes )?(mes|nos) excuses|je m'excuse|desolee?s?|excusez[- ](moi|nous)|navree?s?)( (pour|de) (ce|cette|le|ma|mon|notre|la) (retard|reponse tardive|delai|tardive)[^?¤]{0,30})?$",
        @"^(en reponse|suite|faisant suite) (a|au) (votre|ton|vos) (mail|message|courriel|demande|sollicitation|relance|invitation)s?( du ¤)?$|^(comme )?(convenu|demande)$|^comme suite\b[^?¤]{0,40}$",
        @"^j'espere que (vous allez|tu vas|tout va) bien$|^(je vous souhaite|en vous souhaitant)\b[^?¤]{0,60}$|^bien recu votre (mail|message|courriel|invitation|demande)$|^(j'ai|nous avons) bien recu votre (mail|message|courriel|invitation|demande)$",
        @"^(voici )?(ma|notre|mes|nos) reponses?( ci-dessous)?$|^(pour|de) (ma|notre) part$|^de (mon|notre) cote$|^(en ce qui (me|nous) concerne)$|^veuillez (trouver|noter) (ci-dessous )?(ma|notre) reponse$");
}
