using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>
/// « Très intéressés, nous pouvons participer ». Who offers to take part is at least interested; who is interested and
/// offers nothing has not answered yet, since « sans engagement » would be said for her.
/// </summary>
internal static class EngagementReply
{
    public static Heard Of(Consultation consultation, string text)
    {
        List<Interest> interests = [];
        List<Effort> efforts = [];
        foreach (var clause in Sentences.Of(text).Where(sentence => !Courtesies.Is(sentence)).SelectMany(Sentences.Clauses).Where(clause => !Courtesies.Is(clause)))
        {
            var plain = Lead.Replace(Plain.Narrow(Plain.Fold(clause)), "");
            if (InterestOf(plain) is { } interest)
                interests.Add(interest);
            else if (EffortOf(plain) is { } effort)
                efforts.Add(effort);
            else if (plain.Length > 0)
                return new Heard.Unsure("Le message ne dit pas clairement l’intérêt ni l’engagement.");
        }
        return (interests.Distinct().ToList(), efforts) switch
        {
            ([Interest.None], []) => new Heard.Said(new AnswerValue.Engagement(Interest.None, Effort.None, "")),
            ([not Interest.None] or [], { Count: > 0 }) when LeavesChoices(consultation) => new Heard.Unsure("Le message ne dit pas quels choix il concerne."),
            ([not Interest.None and var how], { Count: > 0 }) => new Heard.Said(new AnswerValue.Engagement(how, efforts.Max(), "")),
            ([], { Count: > 0 }) => new Heard.Said(new AnswerValue.Engagement(Interest.Some, efforts.Max(), "")),
            ([not Interest.None], []) => new Heard.Unsure("Le message dit un intérêt, mais pas ce que l’organisme peut y consacrer."),
            _ => Heard.Nothing,
        };
    }

    /// <summary>« Nous pouvons piloter » does not say which of the groups.</summary>
    private static bool LeavesChoices(Consultation consultation) =>
        consultation.Template.Questions.Any(question => question.Kind == QuestionKind.Approval && consultation.OptionsOf(question).Count > 0);

    private static Interest? InterestOf(string plain) => plain switch
    {
        _ when NotInterested.IsMatch(plain) => Interest.None,
        _ when VeryInterested.IsMatch(plain) => Interest.Strong,
        _ when Interested.IsMatch(plain) => Interest.Some,
        _ => null,
    };

    private static Effort? EffortOf(string plain) => plain switch
    {
        _ when Leads.IsMatch(plain) => Effort.Lead,
        _ when Contributes.IsMatch(plain) => Effort.Contribute,
        _ when Attends.IsMatch(plain) => Effort.Attend,
        _ => null,
    };

    private const string Can = "(?:(?:nous|je|on) (?:pouvons|pourrons|peux|peut|pourrai|sommes prete?s? a|suis prete? a|sommes volontaires? pour|suis volontaire pour|acceptons de|souhaitons|voulons|souhaite|veux) )";

    private const string Thing = "(?: (?:au |a |ce |le |la |les |aux |cette |un )?(?:groupes?(?: de travail)?|reunions?|rencontres?(?: technique)?|preparation))?";

    private const string Are = "(?:(?:nous sommes|nous serions|je suis|je serais|on est|c'est) )?";

    private static readonly SafePattern Lead = new("^(?:oui|ok|bonjour|pour ma part|de notre cote|pour nous)(?: |$)");

    private static readonly SafePattern NotInterested = new("^(?:(?:nous (?:ne )?sommes|je (?:ne )?suis|on n'est) )?(?:pas interessee?s?|non interessee?s?)(?: par (?:cette rencontre|ce groupe|ce sujet))?(?: cette annee)?$");

    private static readonly SafePattern VeryInterested = new("^" + Are + "(?:tres|vivement|fortement|particulierement) interessee?s?(?: par (?:cette rencontre|ce groupe|ce sujet))?$");

    private static readonly SafePattern Interested = new("^" + Are + "(?:assez |egalement |bien )?interessee?s?(?: par (?:cette rencontre|ce groupe|ce sujet))?$");

    private static readonly SafePattern Leads = new("^(?:" + Can + "(?:le |la |en assurer le )?(?:piloter|pilotage|animer)" + Thing + "|nous piloterons" + Thing + "|je piloterai" + Thing + ")$");

    private static readonly SafePattern Contributes = new(
        "^(?:" + Can + "(?:y )?(?:contribuer|temoigner|apporter (?:des donnees|un temoignage|notre temoignage|un lieu|une salle)|fournir des donnees|preter une salle)" + Thing + "|nous (?:contribuerons|apporterons des donnees)" + Thing + ")$");

    private static readonly SafePattern Attends = new("^(?:" + Can + "(?:y )?(?:participer|assister)" + Thing + "|(?:nous|je|on) (?:y )?(?:participerons|participerai|participera|participe|participons|assisterons|assisterai)" + Thing + ")$");
}
