using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>What says that a reply is no answer yet, or not an answer alone. Found anywhere in it, a person reads.</summary>
internal static class Doubts
{
    /// <summary>The reason, in a sentence; null where there is none.</summary>
    public static string? In(string folded) => Always.FirstOrDefault(doubt => doubt.Words.In(folded)).Reason;

    /// <summary>Hesitation, where an answer is one word or another; in free words it may be the matter itself.</summary>
    public static string? OfChoosing(string folded) =>
        Hesitation.In(folded) ? "La réponse est hésitante ou sous condition." : folded.Contains('?', StringComparison.Ordinal) ? Question : null;

    public const string Question = "Le message pose une question.";

    /// <summary>Whether whoever wrote it expects to be answered.</summary>
    /// <param name="text">What somebody wrote, without what is quoted.</param>
    public static bool Asks(string text) => Plain.Fold(Plain.Bare(Plain.Tidy(text))).Replace('\n', ' ') is var folded && (folded.Contains('?', StringComparison.Ordinal) || Asking.In(folded));

    private static readonly Phrases Asking = new(
        @"\b(pouvez|pourriez|pourrais|pourrait|auriez|avez|etes|serait|sauriez|savez|voulez|souhaitez|faut|peut|peux|pouvons|devons|dois|aurez|sera)-(vous|tu|on|il|elle|nous|je)\b|\b(pouvez|pourriez|auriez) vous\b|\best-ce qu|\bqu'est-ce|\bcomment (fait-on|faire|dois|puis|on fait)\b|\by a-t-il\b|\bqu'en (pensez|dites)|\b(je|nous|j') ?(voulais|voudrais|voudrions|souhaite|souhaiterais|souhaitons|aimerais|aimerions) (savoir|comprendre|vous demander|vous parler|en (savoir|parler|discuter|echanger)|echanger|une precision|des precisions)|\bmerci de (me|nous|m'|bien vouloir (me|nous))\b|\bmerci de (prevoir|preciser|confirmer|rappeler|renvoyer|transmettre|verifier|patienter|ne pas|contacter|noter|prendre|tenir)|\b(appelez|rappelez|rappeler|telephonez|ecrivez|dites|envoyez|renvoyez|confirmez|precisez)-(moi|nous)|\b(me|nous|m') ?(rappeler|joindre|appeler|renvoyer|recontacter)\b|\bpar telephone\b|\b(je|nous|j')? ?(n'ai|n'avons|ne) (pas|plus|trouve|retrouve|arrive|comprend)[a-z]* ?(pas |plus )?(recu|le lien|retrouve|compris|le formulaire|acces|a (ouvrir|acceder|repondre))|\b(le )?lien ne\b|\bimpossible (d'ouvrir|de se connecter|d'acceder|de repondre)|\b(bien vouloir|veuillez) (me|nous|m')\b ?(dire|rappeler|preciser|indiquer|renvoyer|envoyer|communiquer|contacter)");

    private static readonly (Phrases Words, string Reason)[] Always =
    [
        (new(@"\bje ne (suis|travaille|fais|m'occupe) plus\b|\bplus en (poste|fonction|charge)\b|\bn'est plus (en poste|dans|membre)\b|\b(j'ai|avoir|a) quitte (mes|ses|la|le|l'|notre)|\bsuis (desormais |maintenant |a la |en )?retraitee?\b|\bne fait plus partie\b|\b(mon|ma) success(eur|rice)\b|\bchange de poste\b|\bnouveau poste\b|\bnouvelles fonctions\b"),
            "La personne dit qu’elle n’occupe plus ses fonctions, ou qu’une autre la remplace."),
        (Objection.Words, Objection.Said),
        (new(@"\bliste de diffusion\b"), "Le message parle d’une liste de diffusion."),
        (new(@"\btrompez de (personne|destinataire|adresse)|\berreur de destinataire|\b(message|mail|courriel) (ne m'est pas|n'est pas pour)|\bn'est pas pour (moi|nous)\b|\bpas (la bonne personne|le bon interlocuteur|la bonne interlocutrice)"),
            "La personne dit que le message ne lui était pas destiné."),
        (new(@"\b(je|nous) (l'|le |la |les |vous )?(transmet|transfer|relai|communique|fais suivre|faisons suivre|fais passer|mets en copie|laisse)|\bfait suivre\b|\b(voir|a voir|vois|voyez) (avec|aupres)|\b(contacter|contactez|adressez-vous|interroger|solliciter) (m\.|mme|madame|monsieur|mon|ma|le service|la direction)|\bvous (pouvez|devez) (contacter|vous adresser)|\b(repondra|reviendra vers vous|vous repondra|vous recontactera)\b"),
            "Le message est transmis à quelqu’un d’autre, ou renvoie à quelqu’un d’autre."),
        (new(@"\b(je|nous) (vous |te |y )?(repondrai|repondrons|reviens|revenons|reviendrai|reviendrons|recontacte|recontacterai|reflechis|reflechissons|tiens au courant|tiendrai|confirmerai|confirmerons|dirai|dirons|enverrai|enverrons|transmettrai|verrai|verrons)\b|\brepon(ds|dons|se) (la semaine|le mois|plus tard|avant|des que|demain|bientot|d'ici|lundi|mardi|mercredi|jeudi|vendredi|suivra|a venir|dans)|\b(en|de) reflexion\b|\breflechir\b|\b(je|nous) (dois|devons|vais|allons|attends|attendons) (d'abord |encore )?(verifier|voir|consulter|en parler|en discuter|demander|regarder|une reponse|la reponse|l'accord|le retour)|\bdes que possible\b|\bpas encore\b|\bulterieurement\b|\ba confirmer\b|\bpour (l'instant|le moment)\b|\ba ce (stade|jour)\b|\bdelai (supplementaire|de reponse)|\b(plus|un peu de) temps\b|\breporter\b|\b(demande|date) de report\b|\bd'ici (la|le|a|demain|quelques|peu|fin)\b|\bhesit(e|ons|ent)\b"),
            "La réponse viendra plus tard."),
        (new(@"\bci[- ]?(joint|annexe)|\bpieces?[- ]jointe|\bp\.?j\.?\b|\b(document|fichier|tableau|note|liste|fiche|pdf|formulaire|courrier) (ci-)?jointe?s?\b|\bjoint(e|es|s)? (a|au) (ce|present)|\bfichiers? attache|\ben (annexe|attache|copie jointe)\b|\bjoins\b|\bjoignons\b"),
            "La réponse est dans une pièce jointe."),
        (new(@"\b(en|ecrites? en|reponses? en) (rouge|bleu|vert|gras|couleur|surligne|jaune)\b|\bdans (votre|ton|le corps (du|de votre)) (message|mail|courriel|texte)\b|\b(reponses?|commentaires?|remarques?|annotations?) (plus bas|dans le texte|au fil)|\bvoir (plus bas|ci-dessous)\b|\bplus bas\b"),
            "La réponse est dans le message cité."),
        (Asking, "Le message pose une question ou demande quelque chose."),
        (new(@"\bannule et remplace\b|\berratum\b|\b(retire|retirer|retirons|remplacer|remplace|remplacons|annuler|annule|annulons|supprimer|supprimez|supprimons|modifier|modifiez|corriger|corrigez|rectifier) (notre|nos|ma|mes|mon|votre|la|le|les|cette|ce) (precedente? |derniere? |premiere? )?(propositions?|themes?|sujets?|reponses?|mail|message)|\b(ma|notre|mon) (precedente?|derniere?|premiere?) (reponse|proposition|mail|message|theme)|\bdeja (repondu|propose|transmis|envoye|donne|dit|indique|fait)\b"),
            "Le message revient sur une réponse déjà donnée."),
    ];

    private static readonly Phrases Hesitation = new(
        @"\bpeut[- ]?etre\b|\bsous reserve|\bsauf (si|imprevu|changement|empechement|contrordre|contre-ordre|urgence|erreur)|\ben principe\b|\ba priori\b|\bnormalement\b|\bprobable|\bsans doute\b|\b(je|nous) (pense|pensons|crois|croyons|espere|esperons)\b|\bj'espere (pouvoir|etre|venir)|\b(j'|je |nous )(vais |allons )?(essai|essay|tenter|tacher)|\bsi (je|j'|nous|on|mon|ma|mes|notre|la|le|les|vous|tout|possible|elle|il)\b|\bpas (sure?|certaine?|certain que)\b|\bincertain|\bau (mieux|maximum) de\b|\bmon possible\b|\bca depend|\bselon\b|\bdepend(ra)? (de|du)\b|\ba condition\b|\bne sais pas\b|\bne sait pas\b");
}
