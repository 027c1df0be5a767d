using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Votes;

/// <summary>The rules and figures of a vote in French: its page, the documents and the minutes say them alike.</summary>
public static class VoteWords
{
    /// <summary>« Jugement majoritaire », to name it in a sentence: the first letter is a capital.</summary>
    public static string Name(TallyMethod method) => method switch
    {
        TallyMethod.MajorityJudgment => "Jugement majoritaire à sept mentions, médiane basse",
        TallyMethod.Schulze => "Méthode de Schulze, votes gagnants",
        TallyMethod.Approval => "Vote par approbation",
        TallyMethod.SingleChoice => "Choix unique",
        TallyMethod.Consent => "Décision par consentement",
    };

    /// <summary>The method with what a mark left out means, in sentences.</summary>
    public static string Method(TallyMethod method) => $"{Name(method)}. " + method switch
    {
        TallyMethod.MajorityJudgment => $"{AnswerWords.Ungraded} À mention égale, le plus grand des deux groupes, plus favorable ou moins favorable, départage.",
        TallyMethod.Schulze => "Chaque bulletin classe les choix\u00A0; un choix laissé sans rang vient après tous les autres. Un choix en devance un autre quand ses duels gagnés, directs ou de proche en proche, sont plus forts.",
        TallyMethod.Approval => "Chaque bulletin donne une voix à chacun des choix qu’il approuve.",
        TallyMethod.SingleChoice => "Chaque bulletin donne une voix à un choix.",
        TallyMethod.Consent => "Une proposition est adoptée quand personne ne lui fait d’objection\u00A0; les réserves sont notées.",
    };

    /// <summary>What it takes to be retained; empty where the result is an order alone.</summary>
    public static string Retention(VoteRules rules, QuestionKind kind) => (kind, rules) switch
    {
        (QuestionKind.Consent, _) or (_, { Winners: 0 }) => "",
        (_, { Winners: 1, Threshold: > 0 }) => $"Le premier est retenu s’il a plus {Share(rules.Threshold)} des voix exprimées.",
        (_, { Winners: 1 }) => "Le premier est retenu.",
        (_, { Threshold: > 0 }) => $"Les {Numbers.Words(rules.Winners)} premiers sont retenus, s’ils ont plus {Share(rules.Threshold)} des voix exprimées.",
        _ => $"Les {Numbers.Words(rules.Winners)} premiers sont retenus.",
    };

    public static string Ties(TieRule ties) => ties switch
    {
        TieRule.Stated => "Ce que la méthode ne départage pas reste ex æquo\u00A0: l’instance choisit.",
        TieRule.Chair => "Ce que la méthode ne départage pas reste ex æquo\u00A0: la voix de la présidence est prépondérante.",
        TieRule.BallotOrder => "Entre ex æquo, celui qui vient en premier sur le bulletin est retenu.",
    };

    /// <summary>Method, retention and ties together: what the minutes must state.</summary>
    public static string Rules(VoteOutcome outcome) => string.Join(' ', new[]
    {
        Method(outcome.Method), Retention(outcome.Rules, outcome.Question.Kind), outcome.Rules.EqualColleges ? EqualColleges : "", outcome.Method == TallyMethod.Consent ? "" : Ties(outcome.Rules.Ties),
    }.Where(words => words.Length > 0));

    public const string EqualColleges = "Chaque collège pèse autant que les autres, quel que soit le nombre de ses votants\u00A0: les chiffres sont des parts.";

    /// <summary>« Le quorum, fixé à 31 organismes, est atteint. »</summary>
    /// <param name="one">« organisme », « personne ».</param>
    public static string Quorum(VoteFigures figures, string one, string many) => figures switch
    {
        { Needed: 0 } => "Ce vote n’a pas de quorum.",
        { IsValid: true } => $"Le quorum, fixé à {Numbers.Count(figures.Needed, one, many)}, est atteint.",
        _ => $"Le quorum, fixé à {Numbers.Count(figures.Needed, one, many)}, n’est pas atteint\u00A0: il en manque {Numbers.Words(figures.Needed - figures.TookPart)}. Le résultat n’est qu’une indication.",
    };

    /// <summary>« 38 suffrages exprimés, 2 bulletins blancs, une abstention »; empty when all who took part chose something.</summary>
    public static string Cast(VoteFigures figures) => figures is { Abstained: 0, Blank: 0 } ? "" : string.Join(", ", new[]
    {
        Numbers.Count(figures.Cast, "suffrage exprimé", "suffrages exprimés"),
        figures.Blank > 0 ? Numbers.Count(figures.Blank, "bulletin blanc", "bulletins blancs") : "",
        figures.Abstained > 0 ? Numbers.Count(figures.Abstained, "abstention", "abstentions") : "",
    }.Where(words => words.Length > 0));

    /// <summary>What the count of an option is, in a few words: « 12 voix », « Très bien », « 2 objections, une réserve ».</summary>
    public static string Count(VoteOutcome outcome, string option) => outcome.Result switch
    {
        null => "",
        TallyResult.Judged judged => ((Mention)judged.Options.First(one => one.Grades.Option == option).Median).Name(),
        TallyResult.Ranked ranked => Duels(ranked.Result.Wins(outcome.PlaceOf(option)), outcome.List.Options.Count - 1),
        TallyResult.Approved approved => Voices(outcome, approved.Options, option),
        TallyResult.Chosen chosen => Voices(outcome, chosen.Result.Options, option),
        TallyResult.Consented consented => Positions(consented.Options.First(one => one.Option == option)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>« 4 duels gagnés sur 5 »: of two options, the one that more ballots put first wins.</summary>
    private static string Duels(int won, int of) => of == 0 ? "" : $"{Numbers.Count(won, "duel gagné", "duels gagnés")} sur {Numbers.Digits(of)}";

    /// <summary>« 12 voix »; a share where colleges weigh the same, as weighted voices mean nothing to anybody.</summary>
    private static string Voices(VoteOutcome outcome, IReadOnlyList<CountedOption> options, string option)
    {
        var voices = options.First(one => one.Option == option).Voices;
        return outcome.Rules.EqualColleges ? $"{Percent((decimal)voices / outcome.List.Total)} des voix" : $"{Numbers.Digits(voices)}\u00A0voix";
    }

    private static string Positions(ConsentedOption option) => option switch
    {
        { Objections: 0, Reservations: 0 } => "aucune objection",
        { Objections: 0 } => Numbers.Count(option.Reservations, "réserve", "réserves"),
        { Reservations: 0 } => Numbers.Count(option.Objections, "objection", "objections"),
        _ => $"{Numbers.Count(option.Objections, "objection", "objections")}, {Numbers.Count(option.Reservations, "réserve", "réserves")}",
    };

    /// <summary>« de la moitié », « de 66,6 % ».</summary>
    private static string Share(decimal threshold) => threshold == 0.5m ? "de la moitié"
        : $"de {Percent(threshold)}";

    private static string Percent(decimal share) => $"{(share * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',')}\u00A0%";
}
