namespace Almanach.Core.Mail.Incoming;

/// <summary>The signs that <see cref="AutomaticWords"/> weighs, each in one sentence.</summary>
internal static class AutomaticSigns
{
    private const string Message = @"(message|courriel|courrier|mail|e-?mail|mél|demande|sollicitation|requête|ticket|envoi|candidature|enquiry|request|query)s?( électronique)?";

    private const string Mail = @"(messages?|courriels?|mails?|e-?mails?|méls?|messagerie|boîte)";

    private const string State =
        @"(absente?s?|absent[(·.-]+e[).·-]*|en ((longue|grande|plein|pleine) )?(congés?|vacances|déplacement|formation|arrêt|mission|télétravail|séminaire|réunion|rtt|pause|grève|repos|voyage|stage|conférence|colloque|récupération|disponibilité|week-?end)|injoignables?|déconnect[ée(]+|hors (de |du |de mon |de nos )?(bureau|locaux|ligne)|fermée?s?|souffrante?|à temps partiel"
        + @"|closed|away|in (a )?meetings?|out of (the )?office|ooo|on (\p{L}+ )?(leave|holiday|vacation))\b";

    /// <summary>Somebody is not there, or the house is closed.</summary>
    public static readonly Phrases Absence = new(
        @"\b(suis|serai|sommes|serons|est|sont|sera|seront|étant|trouve|trouverai|reste|restera|am|i'm|is|are|be|we're)\b( \p{L}[\p{L}'()-]*){0,3} " + State,
        @"\b(répondr|prendr|traiter|recontacter)(ai|ais|ons)\b.{0,60}\b(mon|notre) retour\b|\b(mon|notre) retour\b.{0,60}\b(répondr|prendr|traiter|recontacter)(ai|ais|ons)\b|\b(mon|d')\s?absence du\b",
        "^((bonjour|hello|merci)[^.]{0,30}, ?)?(je )?(actuellement |étant |momentanément |currently )?" + State + @"|^((congés?|vacances|télétravail|rtt)( (maternité|paternité|parental|annuels?|d'été))?|(annual|maternity|paternity|parental|sick) leave)( ?[.!,]|$| jusqu| du [0-9]| le (lun|mar|mer|jeu|ven)| until)",
        @"\b(ne|n'|pas)\s?(suis|serai|sommes|serons|est|sera) (pas|plus|que|ni) (\p{L}+ )?(joignables?|au bureau|dans (mon|nos)|en (poste|service)|là)",
        @"\b(m'absente|nous absentons|prends? un congé|(pars?|pose) (en|quelques|mes) (congés?|vacances|mission)|récupère mes|(participe|assiste) à une? (séminaire|formation|colloque|congrès|conférence|salon|stage)|travaille (à (temps|mi-temps)|uniquement|seulement|(les?|du) (lun|mar|mer|jeu|ven))|ne travaille pas |ne travaillons pas )",
        @"\b(ferme(nt|ra|ront)? (ses portes|leurs portes|le|du|pour)|fermeture (annuelle|estivale|exceptionnelle|de (fin|noël|l'été|nos)|du (service|bureau|centre|secrétariat)|pour congés)|(pause|trêve) (estivale|hivernale|annuelle|de|des)|mouvement de grève|effectifs? réduits?|jour(s)? de présence)\b",
        @"\bi('m| am)? (work (part|only|mon|tue|wed|thu|fri)|travell?ing)|\bwill not be (reading|checking|in the office)|\b(closed for|office hours|away from)\b");

    public static readonly Phrases Departure = new(
        @"\b(ai|a|avons|aura|aurai) (définitivement )?quitté (mes|ses|son|sa|mon|ma|la|le|les|l'|notre|nos|leur)",
        @"\b(ne|n')\s?(travaille|occupe|exerce|m'occupe|gère|assure) plus\b|\b(ne|n')\s?(traite|suis|est|sommes) (désormais )?plus (en |dans |au |à |chargée?|responsable|salariée?|les|aux)|\bplus partie d",
        @"\b(suis|pars|partie?|départ|droits|heure|admise?) .{0,12}\bretraite\b|\b(mon|son) contrat\b.{0,40}\bfin\b|\bfin de (mon|son) (contrat|mandat|service|détachement)|\bexerce (désormais|maintenant|de nouvelles)|\bnouvelles fonctions\b|\bchangée? de (poste|fonctions?|service|direction)|\b(mon|ma|sa|son) (successeure?|successeur|remplaçante?)\b",
        @"\bno longer (work|with|at|part)|\b(have|has) left\b|\blast day\b");

    /// <summary>Nobody reads what comes to this address.</summary>
    public static readonly Phrases Unread = new(
        @"\b(cette|ma|notre|sa|la|this|my|our) (boîte|messagerie|adresse|mailbox|inbox)\b.{0,60}\b(n'est|ne sera|n'étant|is|not)\b.{0,30}\b(consult|relev|lue|suivi|surveill|utilis|activ|valid|access|monitor|unattend|in use)|\b(mailbox|inbox|address) is (unattended|unmonitored|no longer|not monitored)",
        @"\b(ne|n')\s?(\p{L}+ ){0,3}(consult|lis|lirai|lire|relèv|traite|accès|accéd)\p{L}*\b.{0,60}\b" + Mail + @"\b|\b(ne|n')\s?(aurai|ai|avons|ayant|aurons)\b.{0,40}\b(accès|" + Mail + @")\b|\b(not|n't) (be )?(reading|checking|monitoring|have access)\b",
        @"\baccès (très )?(limité|restreint|difficile|réduit|irrégulier|ponctuel)|\bconsult\p{L}+\b.{0,40}\b(irrégul|ponctuel|épisod|occasion|peu)|\brelevée (une|deux|seulement|que)\b|\blimited (access|e-?mail)|\bpatchy\b",
        @"\b((votre|vos|tout) " + Message + @"|les " + Mail + @")\b.{0,40}\b(ne|n')\s?(sera|seront|est|a|sont|ont) (pas|ni|plus) .{0,20}(lu|transf|transm|trait|redirig|consult|relev|suivi)");

    /// <summary>Another address is to be used.</summary>
    public static readonly Phrases Moved = new(
        @"\bnouvelle adresse\b.{0,40}(@|mail|électronique)|\b(adresse|messagerie|boîte)( \p{L}+){0,3} (change|a changé|ont changé|sera (supprimée|fermée|désactivée)|va être)|\bne fonctionner(a|ont) plus\b|\bcarnet d'adresses\b");

    /// <summary>What we sent was received, filed, handed on.</summary>
    public static readonly Phrases Receipt = new(
        @"\b(votre|vos|votre propre) " + Message + @"\b.{0,40}\b(a|est|ont|sont|sera|seront)\b.{0,30}\b(reçue?s?|parvenue?s?|arrivée?s?|réceptionnée?s?|enregistrée?s?|transmise?s?|prise?s? en (compte|charge)|transférée?s?|en cours)\b|\b(votre|vos) " + Message + @"\b.{0,40}\b(sera|seront|fera|feront)\b.{0,30}\b(traitée?s?|examinée?s?|étudiée?s?|lue?s?|l'objet)\b",
        @"\b(avons|a|ont) (bien )?(reçu|enregistré|réceptionné|pris en compte|pris en charge|pris connaissance)\b.{0,12}\bvotre " + Message,
        @"\b(accusons|accuser?) (bonne )?réception\b|\b(celui-ci|celle-ci|il|elle) (a|est|sera) (été )?(transmise?|traitée?|examinée?)\b",
        @"\b(received|logged|registered) (it\b|your " + Message + @")|\byour " + Message + @".{0,40} (has been|was|will be|is being) |\ba ticket has been\b|\bviens de recevoir votre " + Message + @"\b",
        @"\bun ticket\b.{0,20}\bcréé|\bticket #?[0-9]+|\bvous avez (écrit|contacté|adressé un)\b");

    public static readonly Phrases Thanks = new(
        @"\b(merci|remerci\p{L}+)\b.{0,20}\b(votre|vos) (" + Message + @"|intérêt)|\b(merci|remerci\p{L}+) (de|d') ?(nous|m')\s?avoir|\bvous en remerci|\bthank(s| you) for (your (e-?mail|message|enquiry)|contacting|e-?mailing|getting in touch|writing)");

    /// <summary>It will be read, and answered, some day.</summary>
    public static readonly Phrases Promise = new(
        @"\b(une réponse (vous|sera)|recevrez une réponse|répondr(ai|ais|a|ons|ont)|répond sous|examinera|enverra une réponse|traiter(ai|ais|a|ons|ont)|reviendr(ai|ais|a|ons|ont) vers|(re)?contacter(ai|a|ons|ont)|prendr(ai|ais|a|ons|ont) (donc )?(contact|connaissance)|donner(ai|a|ons|ont) suite|(sera|seront|soient) (lue?s?|traitée?s?|étudiée?s?|examinée?s?)|tenir informé|ne manquer(a|ont|ons|ai) pas|réponds? dès|suivre (son|sa|votre|l')|relancer)",
        @"\bdélais?\b|\bréponse (avant|dans|sous)\b|\b(grand|important) nombre (de|d')|\bplus brefs\b|\bdès que possible\b|\bdès (mon|notre|son) retour\b|\bsous .{1,20}\b(heures|jours|semaines?)\b|\bjours ouvr|\bretard\b|\bpar ordre d'arrivée\b",
        @"\b(will|aim to|shall) (reply|respond|get back|be in touch|pick up|answer|read|deal)|'ll (reply|respond|get back|be in touch|pick up|answer)|\bfollow up shortly\b|\bslow to (reply|respond)|\bexpect (a )?delays?\b|\bas soon as\b|\bwithin .{1,20}\b(hours|days)\b");

    public static readonly Phrases Return = new(
        @"\b(mon|son|notre|leur) retour\b|\bde retour\b|^retour( ?$| ?:| prévu| le| au bureau| [0-9])|\bretour (prévu|le|au bureau|lundi|mardi|mercredi|jeudi|vendredi|demain)|\breprise (le|lundi|demain|des activités)\b|\breprend(s|rai|ra|rons|ront)\b|\b(rouvr|réouvr)\p{L}+|\bréouverture\b|\b(je|et) (reviens|reviendrai)\b|\bnous (nous )?retrouv|\bback (on|soon|in|at)\b|\b(be|will) (back|return\p{L}*)\b|\bmy return\b|\breopen|\bprochain jour\b");

    /// <summary>Somebody else is to be asked, with how.</summary>
    public static readonly Phrases Elsewhere = new(
        @"\b(contact(er|ez)|joindre|joignable|(vous )?adress(er|ez)|écri(re|vez)|appel(er|ez)|rapproch(er|ez)|prendre contact|prenez contact|renvoy(er|ez)|voyez avec|compos(er|ez)|rendez-vous sur|consultez|solliciter|tourner vers|interlocut(eur|rice))\b",
        @"\b(please (contact|redirect|call|e-?mail|get in touch|write)|get in touch|contact(s)? )\b|[^\s@]+@[^\s@]+\.\p{L}|(^|[^0-9])0[1-9]([ .]?[0-9]{2}){4}|\bhttps?:|\bposte [0-9]{2}");

    public static readonly Phrases Urgent = new(
        @"\burgen(t|te|ts|tes|ce|ces)\b|\bpour (toutes?|les|vos) (autres? )?(demandes?|questions?|situations?|dossiers?|informations?)\b|\bsi (votre|vous|celui-ci|besoin)\b.{0,40}|\bcan't wait\b|\b(une question|besoin d'aide|besoin d'une)\b");

    public static readonly Phrases Instead = new(
        @"\b(en|durant|pendant) (mon|son|notre|cette|ma|sa) (absence|période|fermeture)\b|\bd'ici là\b|\b(remplacement|intérim|me remplace|remplacera|(prend|prendra|prennent) le relais)\b|\b(mon|ma|mes|notre) (collègues?|assistante?|adjointe?|secrétariat|responsable)\b|\bgarde la boutique\b|\b(covering|cover for|in my absence|during this time|in the meantime)\b");

    /// <summary>What is said at dates that are asked for as often as by programs.</summary>
    public static readonly Phrases Unavailable = new(@"\bindisponibles?\b|\b(pas|plus|peu) (\p{L}+ )?(disponibles?|présente?s?)\b|\bunavailable\b|\bnot (be )?available\b");

    /// <summary>What says little alone.</summary>
    public static readonly Phrases[] Minor = [Unavailable, Thanks, Promise, Return, Elsewhere, Urgent, Instead];

    /// <summary>From when to when, or that it is so now.</summary>
    public static readonly Phrases Period = new(
        @"\bjusqu['e ]|\bdu (lun|mar|mer|jeu|ven|sam|dim|[0-9]).{1,40}\b(au|à)\b|\bentre le\b|\b(until|till?|through)\b|\bà (partir|compter) d|\b(cette semaine|this week|today|aujourd'hui)\b|\bce jour([^-]|$)|\b(pour (le moment|l'instant)|actuellement|momentanément|temporairement|currently)\b|\bdurée\b|\bdepuis le\b|\bavant le\b|\binclus\b|\b[0-9]{1,2}[/.][0-9]{1,2}\b|\bla journée\b|\bquelques jours\b");

    /// <summary>The message names itself a program's, or forbids to be answered.</summary>
    public static readonly Phrases Itself = new(
        @"(^|: )(bonjour, )?((ceci est|ce|cette|le présent|c'est|il s'agit d') ?(une? )?)?(message|réponse|courriel|mail|e-mail)\b.{0,40}\b(automatique(ment)?|automate|robot)\b",
        @"\b(ne répondez pas|merci de ne pas (y )?répondre|(ne pas|inutile de|ni de) répondre|n'appelle pas de réponse|(ceci est|simple|vaut|présent|tient lieu d\p{L}*|^) ?(un |cet )?accusé de (bonne )?réception|inutile de renouveler|numéro de ticket|enregistrée?s? sous|un agent vous|suivez votre demande|seule notification)\b",
        @"\b(this is an automat(ic|ed)|automatically generated|(do not|don't) reply to this|mailbox is unattended)\b|\b(mailinblack|authentifier)\b");

    public static readonly Phrases FirstPerson = new(@"\b(je|moi|mon|ma|mes|me|nous avons|avons|i|my|i'm|i've)\b|\b(j|m)'");

    /// <summary>What answers a question, or takes a matter in hand.</summary>
    public static readonly Phrases Answer = new(
        @"^les? [0-9]|(^|[:!,] ?|\b(c'est|dis|disons|réponse) )(oui|non|ok|yes|no)\b( |[.,!]|$)|\bd'accord\b|\b(je|nous) (vous )?(confirm(e|ons) ((ma|notre|la) (présence|participation|venue)|que)|participer(ai|ons)|ne participons|viendr(ai|ons)|ne viendr\p{L}+|accept(e|ons)|refus(e|ons)|maint(iens|enons)|valid(e|ons)|vot(e|ons)|propos(e|ons)|choisi(s|ssons)|préfér(e|ons))\b|\b(je|nous) souhait(e|ons)\b|\bsouhait(e|ent|ons|erait|erions) (que|qu'|voir|garder|participer)|\bserai (présente?|là|disponible)\b|\bserons (présente?s?|là)\b|\bproposons\b",
        @"\b(thèmes?|themes?|topics?|(les|le|un|notre|mon|vrai|de) sujets?|ateliers?|réunion du|à la réunion|mon choix|notre choix|mon vote|convien(t|nent)|ça marche|voici|ci-joint|en pièce jointe|en copie|pour (nous|moi),? (c'est|ce sera|ça|le|la|les|un|une|oui|non|:)|de (notre|mon) côté|rien|(ce|du) (dossier|sujet|projet|point)|cette (question|proposition|date|action)|a (voté|décidé|validé|accepté|refusé|choisi|retenu)|favorable|défavorable|aucune? (objection|remarque)|relecture|publi(er|ez)|annonce|corriger|modifier|retirer|à sa place|je (la|le|les) remplace|je m'en (occupe|charge)|prends la suite|lui transfère|taken over|here goes|we're happy|nothing from|going to be|je regarde)\b");

    public static readonly Phrases Contrast = new(@"\b(mais|donc|but|doit|doivent|devrai(t|ent)|faudrait|il faut|should)\b");

    /// <summary>Programs say « vous », and are never late.</summary>
    public static readonly Phrases Personal = new(@"\b(tu|ton|ta|tes|toi|te)\b|\bt'|\bon (se|en|peut|pourrait|fait|verra|vous|y|va|est)\b|\b(désolée?s?|excusez|pardon|j'étais|sorry|i was)\b");

    /// <summary>« Bonjour Camille »: programs do not know who writes.</summary>
    public static readonly SafePattern Named = new(@"^(Bonjour|Bonsoir|Salut|Hello|Hi|Dear|Cher|Chère|bonjour) ((Mme|M\.|Madame|Monsieur|Mr|Ms) )?(?<name>[A-ZÉÈ]\p{Ll}+)([ -][A-ZÉÈ][\p{L}'-]+){0,3} ?([,!.]|$)", asWritten: true);

    /// <summary>« Dr Anne Le Guen », or « Anne », alone on its line.</summary>
    public static readonly SafePattern Name = new(@"^(-- ?)?(Dr |Pr |M\. |Mme )?[A-ZÉÈ][\p{L}'.-]*(?<family>( [dD][eu]| [lL][ea])?( [A-ZÉÈ][\p{L}'.-]+){1,3})?$", asWritten: true);

    public static readonly Phrases Nobody = new("^(madame|monsieur|mesdames|messieurs|tous|toutes|all)$");

    /// <summary>Programs name what they answer by its subject, whose words are ours.</summary>
    public static readonly SafePattern Titles = new(@"\b(regarding|concerning|about|subject|concernant|intitulée?|objet|sujet|relatif à|à propos|votre message|your message)( de)?\s?:?\s{0,2}[""«“][^""»”]{0,200}[""»”]|\b(à propos de|regarding|concernant) '[^']{1,200}'");

    /// <summary>The lines of a ticket.</summary>
    public static readonly Phrases Filed = new(@"^(titre|objet|sujet|subject|title|statut|status|url|demandeurs?|ticket|référence|catégorie|priorité|date d'ouverture)\s?:");

    public static readonly Phrases Courtesy = new(
        @"^\[|^(bonjour|bonsoir|hello|hi|dear|madame|monsieur|chers?|chères?|mesdames)\b.{0,40}$|^(cordial|bien à|bien cordial|sincère|respectueu|amicalement|kind|best|warm|season)|^(et |très |une )?(bonne?s?|bel|belles?|excellente?|joyeuses?|heureuses?|agréable) (\p{L}+ ){0,3}(journée|soirée|semaine|été|fêtes?|fin|année|week-end|weekend|vacances|continuation|réception|congés?|noël)\b",
        @"\b(compréhension|patience|salutations|sentiments|considération)\b|\b(ouverte?s?|horaires)\b.{0,30}\b(du|de|le|tous)\b|\brépondez (simplement )?à c|^(à|au) (très |tout )?(bientôt|plaisir)|\b(vous|nous) souhait(e|ons)\b|^merci( à tous| d'avance| beaucoup)?[.!]?$|^(the|le|la|les|l'|toute l'|votre|notre)?\s?(services?|secrétariat|équipe|direct(ion|eur|rice)|mairie|préfecture|caf|mdph|cpam|ars|chef|accueil|standard|pôle|bureau|centre|maison|team)\b[^.!?]{0,60}$");
}
