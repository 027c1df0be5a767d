using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Core.Consultations.Replies.Attending;

/// <summary>« Mme Picaud me représentera », « je donne pouvoir à Claire Martin ».</summary>
internal static class StandIns
{
    /// <summary>The name; empty where somebody is announced without one; null where nobody is.</summary>
    /// <param name="words">As written: a name is told by its capitals.</param>
    public static string? Read(string words)
    {
        var text = Plain.Narrow(words);
        foreach (var pattern in Named)
            if (pattern.Match(text) is { Success: true } match)
                return Pronouns.Contains(match.Groups["name"].Value.Split(' ', '\'')[0]) ? "" : match.Groups["name"].Value.Trim();
        return Unnamed.IsMatch(Plain.Fold(text)) && !text.Contains(" mais ", StringComparison.OrdinalIgnoreCase) ? "" : null;
    }

    private static readonly string[] Pronouns = ["Qui", "Personne", "Quelqu", "Cela", "Ceci", "Elle", "Il", "On", "Nul", "Ce", "Celui", "Celle", "Aucun", "Aucune", "Un", "Une", "Mon", "Ma", "Notre", "Mais", "Oui", "Non", "Donc", "Lequel", "Ça", "OK", "Ok", "Bonjour", "Bonsoir", "Salut", "Absent", "Absente", "Excusé", "Excusée", "Désolé", "Désolée", "Présent", "Présente", "Malheureusement", "Finalement", "Alors", "Hélas"];

    private const string Name = @"(?<name>(?:(?:M\.|M|Mr|Mme|Mlle|Madame|Monsieur|madame|monsieur|Dr) )?\p{Lu}[\p{L}'-]+(?: (?:(?:de |du |des |le |la |d')?\p{Lu}[\p{L}'.-]*)){0,3})";

    private const string Role = @"(?:[Mm]on|[Mm]a|[Nn]otre) (?:collègue|adjointe?|directrice|directeur|suppléante?|président|présidente|vice-présidente?|collaboratrice|collaborateur|responsable) (?:adjointe? )?";

    private const string Lead = @"^(?:[Mm]ais |[Cc]'est |[Ee]n mon absence,? |[Vv]euillez noter que |[Jj]e vous informe que |[Nn]otez que |[Pp]ar contre |[Oo]ui,? )?";

    private const string Meeting = @"(?: (?:à|au|aux|lors de|lors du|pour) ?(?:la |le |cette |ce |l')?(?:réunion|rencontre|comité(?: de pilotage)?|copil|COPIL|Copil|séance)(?: du ¤)?| le ¤| en visio(?:conférence)?)*";

    private static readonly SafePattern[] Named =
    [
        new(Lead + "(?:" + Role + ")?" + Name + @" (?:qui )?(?:me |nous )(?:représentera|représente|remplacera|remplace|suppléera)" + Meeting + "$", asWritten: true),
        new(Lead + "(?:" + Role + ")?" + Name + @" (?:qui )?(?:assistera|participera|viendra|sera présente?|sera là)" + Meeting + @" (?:à ma place|pour me (?:représenter|remplacer))" + Meeting + "$", asWritten: true),
        new(Lead + @"(?:[Jj]e serai|[Nn]ous serons|[Jj]e suis)? ?(?:donc )?(?:[Rr]eprésentée?s?|[Rr]emplacée?s?) par (?:" + Role + ")?" + Name + Meeting + "$", asWritten: true),
        new(Lead + @"(?:(?:[Jj]e )?(?:donne|laisse|confie) )?(?:mon |ma |[Mm]on |[Mm]a )?(?:[Pp]ouvoir|[Pp]rocuration|[Mm]andat) (?:est donnée? )?à (?:" + Role + ")?" + Name + Meeting + "$", asWritten: true),
        new(Lead + @"[Jj]e me (?:fais|ferai) (?:représenter|remplacer)" + Meeting + " par (?:" + Role + ")?" + Name + Meeting + "$", asWritten: true),
    ];

    private static readonly SafePattern Unnamed = new(
        @"^[^,]{0,60}\b(?:me representera|nous representera|me remplacera|me remplace|me represente|a ma place|pour me representer)\b.{0,40}$|^(?:je serai )?(?:represente|remplace)e?s? par .{0,60}$");
}
