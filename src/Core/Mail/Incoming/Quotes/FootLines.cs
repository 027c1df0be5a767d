namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>What programs and institutions put under every mail: « Envoyé de mon iPhone », confidentiality, the feet of lists.</summary>
internal static class FootLines
{
    /// <summary>The line of a telephone or program, alone on its line.</summary>
    public static bool IsDevice(Line line) => line.Plain.Length is > 5 and <= 300 && Device.In(WithoutLinks(line.Plain));

    /// <summary>A link alone, as programs leave of their pictures.</summary>
    public static bool IsLink(Line line) => line.Plain.StartsWith("<http", StringComparison.OrdinalIgnoreCase) && line.Plain.EndsWith('>');

    /// <summary>« Sent from … », whatever it is: only as the last words.</summary>
    public static bool IsSentFrom(Line line) => WithoutLinks(line.Plain) is { Length: > 8 and <= 60 } words && SentFrom.In(words);

    /// <summary>Where a foot of the institution, of a list or of a virus scanner begins.</summary>
    public static bool IsFoot(Line line) => Foot.In(line.Plain);

    /// <summary>A line of somebody's coordinates: telephone, address, site.</summary>
    public static bool IsContact(Line line) => line.Plain.Length <= 160 && Contact.In(line.Plain);

    private static string WithoutLinks(string line) => Links.Replace(line, "").Trim();

    private static readonly SafePattern Links = new(@"\s?[<(]\s?https?:[^>)]*[>)]");

    private const string Devices =
        @"iphone|ipad|ipod|mac|android|blackberry|smartphone|(téléphone|telephone)( (mobile|portable|intelligent))?|portable|mobile|tablette|samsung|galaxy|huawei|xiaomi|redmi|honor|oppo|pixel|nokia|lumia|sony|xperia|htc|windows( phone)?( [0-9]+)?|outlook|courrier|mail|yahoo|gmail|proton|protonmail|orange|sfr|free|bouygues|la poste|laposte|k-9|fairemail|bluemail|typeapp|nine|spark|thunderbird|webmail|messagerie|workspace one|boxer|secure ?hub|touchdown|verizon|zimbra|bluemind|ovh|aquamail|spike|newton|myemail|e-?mail|edison|hubspot|mailbird";

    private static readonly Phrases Device = new(
        @"^[<\[(""_-]{0,3}\s*(cet e-?mail a été |ce message a été |message |e-?mail )?(envoyée?|émise?|expédiée?|ecrit|écrit)\s(de|depuis|à partir de|à partir d'|par|avec|via|à l'aide de|du|d'un|sur)\s?(ma |mon |mes |l'|la |le |les |un |une |notre )?(appli(cation)?( mobile)?( de)? |messagerie |compte |adresse |appareil )?('|l'|la |le )?(mobile |messagerie |téléphone |smartphone |tablette |appareil |mon |ma )?(" + Devices + @")(\.(net|fr|com))?\b[^.!?]{0,70}[.]?(\s?<?https?:[^ ]+>?)?(\s(veuillez|merci de|merci d'|désolée? (pour|de)|pardonnez|excusez|please excuse)\b[^!?]{3,90})?\s*$",
        @"^sent (from|via|with|using|by) (my |the |a )?([\p{L}0-9-]+ ){0,3}(" + Devices + @")\b[^,!?]{0,60}$",
        @"^(téléchargez|telechargez|télécharger|obtenez|obtenir|get|download) (outlook|bluemail|typeapp|l'application|spark|proton)\b.{0,140}$",
        @"^(provenance|envoyé avec|gesendet von|inviato da|enviado desde) ?:? ?(courrier|mail|outlook|mon|mein|my|meinem|mio|mi)\b.{0,60}$",
        @"^garanti$|^garanti sans virus\b.{0,80}$|^sans virus\.? ?www.{0,60}$|^yahoo mail ?: [^.!?]{3,80}$|^\[?(image|cid|logo)[:\s].{0,100}\]?$");

    private static readonly Phrases SentFrom = new(
        @"^(sent (from|via|with|by)|envoyé (de|depuis|avec|via))\s[^.!?,]{2,50}$|^.{2,60} a réagi via gmail$");

    private static readonly Phrases Foot = new(
        @"^(ce (message|courriel|mail|courrier|mél|document)|cet? e-?mail|cette transmission|le présent (message|courriel)|le contenu de ce|les informations (contenues|transmises)|l'information contenue|this (e-?mail|message|communication|electronic)|the information (contained|in this)|toute? (utilisation|diffusion|reproduction))\b.{0,200}\b(confidenti|destin|pièces|exclusi|intend|privileg|viru|antivirus|électronique|envoyé|strict|usage|avast|avg|addressee|recipient|responsab|imprim|attach)",
        @"^(avertissement|avis|clause|mention|message)s? (de |légale?s? ?(de )?)?confidentialité|^confidentialité\s*:|^disclaimer\b|^confidentiality( notice)?\b",
        @"^p\s+(pensez|avant|n'imprimez|please)",
        @"^(.{0,3}\s)?(pensez à l'environnement|pensez environnement|avant d'imprimer|n'imprimez (ce|cet)|merci de (penser à l'environnement|n'imprimer|ne pas imprimer)|please (consider|think)|devez-vous vraiment imprimer|adoptez l'éco|éco-?geste|préservons l'environnement|soyez éco|devenez éco|(merci de (nous )?aider|aidez-nous) à (préserver|protéger) (l'environnement|la planète|nos forêts))",
        @"^l'intégrité de ce (message|courriel|mail)\b|^droit à la déconnexion\s*[:.-]|^(si vous recevez ce (message|courriel|mail) )?(en )?dehors de (vos|mes) (heures|horaires)|^si vous recevez ce (message|courriel|mail) (en )?dehors\b|^mes (heures|horaires) de travail\b.{0,60}\b(vôtres|pas (forcément |nécessairement )?les mêmes)",
        @"^(les|vos) (données|informations) (à caractère personnel|personnelles|nominatives)? ?(recueillies|collectées)\b.{0,300}\b(rgpd|règlement général|règlement \(ue\)|dpo|dpd|délégué|exercer vos droits|droits? d'accès|traitements? (conforme|informatisé)|traitées par)",
        @"^(vous recevez ce (message|courriel|mail)\b.{0,60}(abonn|inscri|liste|groupe)|you received this (message|email)|you are receiving this|pour (vous désabonner|vous désinscrire|ne plus recevoir|annuler votre abonnement)|to unsubscribe|se désinscrire|se désabonner|unsubscribe|liste de diffusion|mailing list)\b",
        @"^(l'absence de virus|cet e-mail a été vérifié|aucun virus|no virus found|virus-free|email scanned|cet email a fait l'objet|avast )",
        @"^[\p{L}0-9 _.-]{0,60}mailing list\b.{0,120}$");

    private static readonly Phrases Contact = new(
        @"(^|\s|:|\()(\+33\s?\(?0?\)?|0)\s?[1-9]([ .\u2013-]?[0-9]{2}){4}\b",
        @"^(tél|tel|téléphone|fax|mob|mobile|port|portable|standard|ligne directe|std|gsm|t|m|p|f)\s?\.?\s?:?\s?\+?[0-9(]",
        @"^(mél|mel|mail|e-?mail|courriel|site|web|internet|bureau|adresse)\s?\.?\s?:\s?|^(https?://|www\.)[^ ]+$|^[^ ]+@[^ ]+\.[a-z]{2,}$|^<?mailto:",
        @"\b[0-9]{5}\s+[\p{Lu}][\p{L}'-]{2,}|\bcedex\b|\bcs [0-9]{5}\b|\bbp [0-9]{2,5}\b");
}
