namespace Almanach.Core.Mail.Incoming.Quotes;

/// <summary>The formulas people close a letter with, standing alone or before a name: « Bien cordialement, ».</summary>
internal static class Closings
{
    public static bool Is(Line line) => line.Plain.Length is > 2 and <= 90 && Short.In(line.Plain) || line.Plain.Length <= 400 && Long.In(line.Plain);

    /// <summary>« Je vous prie d'agréer … mes salutations distinguées. », which runs over lines.</summary>
    public static bool Opens(Line line) => Long.In(line.Plain);

    private const string Formulas =
        @"(et\s)?((très |bien |tres |le plus )?cordialement( à (vous|toi|tous|toutes)( tous| toutes)?)?|(bien )?à (vous|toi)( tous)?|cdlt|cdlmt|cdt|bien cdt|cordlt|(mes |nos )?(sincères|cordiales|meilleures|respectueuses) salutations|salutations( distinguées| cordiales| respectueuses)?"
        + @"|(très )?respectueusement|sincèrement|(bien |très )?solidairement|associativement|fraternellement|chaleureusement|(avec )?(mes |nos |tous mes )?(vifs )?remerciements|votre (bien |tout )?dévouée?|(mille )?(bises|bisous)( à tous)?|à très (vite|bientôt)|à vous lire|a\+|amicalement|amitiés|(bien )?confraternellement|bien amicalement|à bientôt|au plaisir( de vous lire)?|a bientot|bien sincèrement|avec mes (sincères |cordiales |meilleures )?salutations"
        + @"|(excellente |belle |bonne |très bonne |très belle )(fin de )?(journée|soirée|matinée|semaine|après-midi|week-end|réception|continuation|fin de journée|fin de semaine)( à (vous|toi|tous|toutes))?"
        + @"|(kind |best |warm )?regards|best( wishes)?|sincerely|yours( sincerely| truly)?|cheers|mit freundlichen grüßen|saludos|cordiali saluti)";

    private static readonly Phrases Short = new(
        @"^(merci (beaucoup |d'avance |par avance )?(et |, )?)?" + Formulas + @"\s*([,.!;]?\s*(et |, )?" + Formulas + @")?\s*([,.!;:-]|\.{3}|…)*\s*((la |le )?[\p{Lu}][\p{L}'.-]*(\s+[\p{Lu}d][\p{L}'.-]*){0,5})?\s*[.,]?$");

    private static readonly Phrases Long = new(
        @"^(dans l'attente[^.]{0,120},\s*)?(je |nous )?(vous )?(prie|prions|veuillez|vous prie|vous prions)\b.{0,160}\b(agréer|recevoir|croire|accepter)\b",
        @"^(veuillez )?(agréer|agréez|recevoir|recevez|croire|croyez|accepter|acceptez)\b.{0,80}\b(salutations|sentiments|considération|respect|expression|assurance)|^veuillez (agréer|recevoir|croire|accepter)\b");
}
