using System.Globalization;
using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies;

/// <summary>« RAS », « pas de proposition cette année »: an answer too, where the consultation takes it and nothing else is said.</summary>
internal static class Declining
{
    public static bool Is(Consultation consultation, string text)
    {
        if (!consultation.Template.MayDecline)
            return false;
        var rest = Sentences.Of(Plain.Bare(text)).Where(sentence => !Courtesies.Is(sentence)).ToList();
        return rest.Count > 0 && rest.All(sentence => Says(consultation, sentence));
    }

    private static bool Says(Consultation consultation, string sentence)
    {
        if (Declines(consultation, sentence))
            return true;
        var clauses = sentence.Split([',', ':', '(', ')']).Select(clause => clause.Trim()).Where(clause => clause.Length > 0 && !Courtesies.Is(clause)).ToList();
        return clauses.Count > 0 && clauses.All(clause => Declines(consultation, clause));
    }

    private static bool Declines(Consultation consultation, string words)
    {
        var plain = Plain.Narrow(Plain.Fold(Courtesies.AfterGreeting(words)));
        if (Plain.Words(words) == Plain.Words(consultation.Template.DeclineLabel))
            return true;
        if (consultation.Template.Vote is not null)
            return Abstains.In(plain);
        var label = Plain.Fold(consultation.Template.DeclineLabel);
        if (label.Contains("concerne", StringComparison.Ordinal) && Unconcerned.In(plain))
            return true;
        if (consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Contributions))
            return NothingThisTime.In(plain);
        var proposes = consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Proposals);
        return proposes && (label.Contains("preference", StringComparison.Ordinal) ? Indifferent : Nothing).In(plain) && IsOfYear(consultation, plain);
    }

    /// <summary>« pas de thème pour 2027 » answers the consultation of 2027 only.</summary>
    private static bool IsOfYear(Consultation consultation, string plain) =>
        plain.IndexOf("20", StringComparison.Ordinal) is var at && (at < 0 || plain[at..].StartsWith(consultation.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private const string Who = @"(nous |je |on |pour (moi|nous) |(la|le|les|l') ?[a-z' -]{2,40} )?";

    private const string Tail = @"( particuliere?s?| specifiques?)?( a (vous )?(proposer|soumettre|formuler|faire|faire remonter))?( cette annee| pour (cette annee|20[0-9]{2}|l'annee 20[0-9]{2}|ma part|notre part|nous|moi)| en 20[0-9]{2}| de (ma|notre) part| de (mon|notre) cote| pour (la|le|l') ?[a-z'-]{2,30})*$";

    private static readonly Phrases Nothing = new(
        @"^(c'est )?(r\.?a\.?s\.?|neant)( pour (cette annee|20[0-9]{2}|moi|nous)| de (ma|notre) part| de (mon|notre) cote| cette annee)*$",
        "^" + Who + @"(n'avons |n'ai |n'a |n'ont |n'avons |n'aurons )?(rien)( a (vous )?(signaler|proposer|soumettre|faire remonter))( cette annee| pour (cette annee|20[0-9]{2}|ma part|notre part|nous|moi)| en 20[0-9]{2}| de (ma|notre) part| de (mon|notre) cote)*$",
        "^" + Who + @"(n'avons |n'ai |n'a |n'ont |n'aurons )?(malheureusement )?(pas (de |d')|aucune? )(propositions?|themes?|sujets?|suggestions?)" + Tail,
        "^" + Who + @"ne (propose|proposons|proposent|proposera|proposerons|soumettons|soumet|soumettrons) (pas (de |d')|aucune? )(propositions?|themes?|sujets?)" + Tail,
        "^" + Who + @"ne (propose|proposons|proposerons|proposera) rien( cette annee| pour 20[0-9]{2}| en 20[0-9]{2})?$");

    private const string ThisTime = @"( pour (ce numero|cette lettre|cette edition|la lettre|la prochaine lettre|ce trimestre|cette fois( ci)?|ma part|notre part|nous|moi|le prochain numero)| ce trimestre| cette fois(-ci)?| de (ma|notre) part| de (mon|notre) cote| dans (ce numero|cette lettre|la lettre)| a (proposer|publier|faire paraitre|signaler|transmettre|faire savoir|communiquer))*$";

    /// <summary>Of a newsletter: « rien à proposer ce trimestre ».</summary>
    private static readonly Phrases NothingThisTime = new(
        "^(c'est )?(r\\.?a\\.?s\\.?|neant)" + ThisTime,
        "^" + Who + "(n'avons |n'ai |n'a |n'ont |n'aurons )?(malheureusement )?rien" + ThisTime,
        "^" + Who + "(n'avons |n'ai |n'a |n'ont |n'aurons )?(malheureusement )?(pas (de |d')|aucune? )(articles?|contributions?|informations?|infos?|actualites?|propositions?|textes?|evenements?)" + ThisTime,
        "^" + Who + "ne (propose|proposons|proposera|proposerons|transmettrons|transmettons) rien" + ThisTime);

    private static readonly Phrases Indifferent = new(
        @"^(c'est )?(r\.?a\.?s\.?|neant)$|^(nous |je )?(n'avons |n'ai )?(pas de|aucune) preferences?( particuliere?s?)?( de (ma|notre) part)?$");

    private static readonly Phrases Unconcerned = new(
        @"^(nous (ne )?sommes pas|je (ne )?suis pas|(pas|non)) concernee?s?$|^(cette rencontre |cela |ca |aucun de ces groupes )?ne nous concerne( pas)?$");

    private static readonly Phrases Abstains = new(@"^(je m'abstiens|nous nous abstenons|abstention|on s'abstient)$");
}
