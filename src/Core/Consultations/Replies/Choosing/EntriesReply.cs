using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Library.Catalogue.Update;
using Phrases = Almanach.Core.Mail.Incoming.Phrases;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>« Tout est à jour », « rien à changer », « RAS »: confirms every entry. What is to be corrected is written on the page, or read by a person.</summary>
internal static class EntriesReply
{
    /// <param name="text">Bare words.</param>
    public static Heard Of(string text, Reply reply, AnswerValue.Entries? before)
    {
        var clauses = Sentences.Of(text).Where(sentence => !Courtesies.Is(sentence)).Select(Courtesies.AfterGreeting).SelectMany(Sentences.Clauses)
            .Where(clause => !Courtesies.Is(clause)).Select(clause => Plain.Narrow(Plain.Fold(clause))).ToList();
        if (clauses.Count == 0 || !clauses.All(Right.In) || clauses.All(clause => Assent.Contains(clause)))
            return new Heard.Unsure("Le message ne dit pas simplement que toutes les fiches sont à jour.");
        if (before is not null && (before.Added.Count > 0 || before.ByEntry.Values.Any(said => said.Word != EntryWord.Current)))
            return new Heard.Unsure("Une réponse déjà enregistrée corrige ou retire une fiche, et ce message dit que tout est à jour.");
        return reply.Entries.Count == 0
            ? new Heard.Unsure("Cet organisme n’a plus de fiche au catalogue.")
            : new Heard.Said(new AnswerValue.Entries(reply.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .ToDictionary(entry => entry.Key, entry => new EntrySaid(EntryWord.Current, Seen: entry.Value)), []));
    }

    /// <summary>Said alone, it may only mean that the message was read.</summary>
    private static readonly HashSet<string> Assent = ["oui", "ok", "d'accord", "c'est note", "tout a fait"];

    private const string Always = "( (bien|toujours|encore|tout a fait|parfaitement))*";

    private const string RightNow = "(a jour|exacte?s?|correcte?s?|juste|justes|bons?|bonnes?|valables?|valides?|conformes?|d'actualite|en ordre|ok|inchangee?s?)";

    private const string Which = "((sur|dans|pour|de|du|a) (le|la|les|l'|nos|notre|ces|cette|mes) ?(fiches?|catalogue|entrees?|informations?|sources?|etudes?))";

    private const string Ours = "(nos|ces|les|mes|toutes nos|toutes les|toutes ces|l'ensemble de nos|l'ensemble des|la totalite de nos|la totalite des) (fiches?|entrees?|informations?|donnees|sources?|etudes?)";

    private const string Tail = "( (de (ma|notre) part|de (mon|notre) cote|pour (moi|nous|ma part|notre part)|cette annee|pour (cette annee|20[0-9]{2})|en 20[0-9]{2}|au catalogue|du catalogue|" + Which + "))*";

    private static readonly Phrases Right = new(
        "^(oui|ok|d'accord|c'est note|tout a fait)$",
        "^(oui )?(c'est )?(r\\.?a\\.?s\\.?|neant)" + Tail + "$",
        "^(oui )?(je (vous )?confirme|nous (vous )?confirmons|j'atteste)( que)? (tout|(" + Ours + "))" + Tail + " (est|sont|reste|restent)" + Always + " " + RightNow + Tail + "$",
        "^(oui )?(tout|l'ensemble) (est|reste|me semble|nous semble|me parait|nous parait)" + Always + " " + RightNow + Tail + "$",
        "^(oui )?" + Ours + Tail + " (sont|restent|me semblent|nous semblent)" + Always + "( toutes)?" + Always + " " + RightNow + Tail + "$",
        "^(oui )?(tout )?(bien )?(a jour|inchange|conforme)" + Tail + "$",
        "^(je n'ai |nous n'avons |il n'y a )?(donc )?rien a (changer|modifier|corriger|signaler|redire|mettre a jour|actualiser|ajouter|reprendre)" + Tail + "$",
        "^(je n'ai |nous n'avons |il n'y a )?(pas de |pas d'|aucune? |sans )(changements?|modifications?|corrections?|mises? a jour|rectifications?|evolutions?)( particuliere?s?)?( a (faire|apporter|signaler|effectuer))?" + Tail + "$",
        "^(rien|tout) (n'a change|est inchange|ne change)" + Tail + "$");
}
