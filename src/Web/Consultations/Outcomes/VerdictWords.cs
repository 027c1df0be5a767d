using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.French;

namespace Almanach.Web.Consultations.Outcomes;

/// <summary>What a vote gave and why, in plain French.</summary>
public static class VerdictWords
{
    public static string Title(VoteResultView result) => result switch
    {
        { Figures.TookPart: 0 } => result.One == "organisme" ? "Aucun organisme n’a voté" : "Personne n’a voté",
        { Outcome.Result: null } => "Aucun choix n’a reçu de voix",
        { Figures.IsValid: false } => "Le quorum n’est pas atteint",
        { Outcome.Method: TallyMethod.Consent } => Consented(result.Outcome),
        { Outcome: { Rules.Winners: > 1, Tied.Count: 0, Retained: { Count: > 1 } retained } } => $"{Capitals.First(Numbers.Words(retained.Count))} choix sont retenus",
        { Outcome: { Method: TallyMethod.Approval or TallyMethod.SingleChoice, Rules.Winners: > 0, Retained.Count: 0, Tied.Count: 0 } } => "Aucun choix n’est retenu",
        { Outcome.First: [var first] } => $"{Whose(result)} en tête\u00A0: {Quoted(first.Label)}",
        { Outcome: { First: var first, Retained: [{ Standing: Standing.RetainedByOrder } one] } } => $"{Capitals.First(Numbers.Words(first.Count))} choix sont ex æquo\u00A0; {Quoted(one.Label)} est retenu",
        { Outcome.First: var several } => $"{Capitals.First(Numbers.Words(several.Count))} {(result.Themes.Count > 0 ? "thèmes" : "choix")} arrivent en tête, ex æquo",
    };

    /// <summary>The network has spoken when half of it has voted.</summary>
    private static string Whose(VoteResultView result) => result switch
    {
        { Figures.Turnout.IsPartial: false } => "Le réseau place",
        { Figures.TookPart: 1 } => "Le seul votant place",
        _ => "Ceux qui ont voté placent",
    };

    private static string Consented(VoteOutcome outcome) => (outcome.Retained.Count, outcome.Options.Count) switch
    {
        (1, 1) => "La proposition est adoptée",
        (0, 1) => "La proposition rencontre une objection",
        (0, _) => "Aucune proposition n’est adoptée",
        var (adopted, all) when adopted == all => "Toutes les propositions sont adoptées",
        var (adopted, all) => $"{Capitals.First(Numbers.Count(adopted, "proposition adoptée", "propositions adoptées"))} sur {all}",
    };

    /// <summary>Why the result is what it is, and who settles what it leaves open.</summary>
    public static string Sentence(VoteResultView result) => result.Outcome switch
    {
        { Result: null } => "Il n’y a donc pas de classement. Le comité de pilotage choisit sans cet avis.",
        { Result: TallyResult.Judged } => Judged(result),
        { Result: TallyResult.Ranked ranked } outcome => Ranked(outcome, ranked.Result),
        { Result: TallyResult.Consented } => "Une proposition est adoptée quand personne ne lui fait d’objection.",
        { First: [var first] } outcome => $"{Quoted(first.Label)} a {VoteWords.Count(outcome, first.Id)}{Second(outcome)}. {Kept(outcome)}".TrimEnd(),
        var outcome => $"{Lists.Join(outcome.First.Select(option => Quoted(option.Label)))} ont chacun {VoteWords.Count(outcome, outcome.First[0].Id)}. {Kept(outcome)}".TrimEnd(),
    };

    private static string Second(VoteOutcome outcome) => outcome.Options.Skip(1).FirstOrDefault() is { } second
        ? $", {Quoted(second.Label)} {VoteWords.Count(outcome, second.Id)}" : "";

    /// <summary>What is retained, by which rule; empty where the result is an order alone.</summary>
    public static string Kept(VoteOutcome outcome) => outcome switch
    {
        { Rules.Winners: 0 } or { Result: null } => "",
        { Tied: { Count: > 0 } tied } => $"{Lists.Join(tied.Select(option => Quoted(option.Label)))} sont ex æquo pour {(outcome.Rules.Winners - outcome.Retained.Count == 1 ? "la dernière place" : "les dernières places")}. {VoteWords.Ties(outcome.Rules.Ties)}",
        { Retained: { Count: > 0 } retained } when retained.Any(option => option.Standing == Standing.RetainedByOrder) => VoteWords.Ties(outcome.Rules.Ties),
        { Retained.Count: 0 } => $"Rien n’est retenu. {VoteWords.Retention(outcome.Rules, outcome.Question.Kind)}",
        { Rules.Threshold: > 0 } => VoteWords.Retention(outcome.Rules, outcome.Question.Kind),
        _ => "",
    };

    private static string Ranked(VoteOutcome outcome, SchulzeResult duels)
    {
        if (outcome.First is not [var first])
            return $"Aucun ne devance les autres\u00A0: {Lists.Join(outcome.First.Select(option => Quoted(option.Label)))} sont ex æquo. {VoteWords.Ties(outcome.Rules.Ties)}";
        var place = outcome.List.Options.ToList().IndexOf(first.Id);
        var all = Enumerable.Range(0, outcome.List.Options.Count).Where(other => other != place).All(other => duels.Preferences[place][other] > duels.Preferences[other][place]);
        return all ? $"{Quoted(first.Label)} gagne tous ses duels\u00A0: plus de bulletins le placent devant chacun des autres que derrière."
            : $"{Quoted(first.Label)} ne gagne pas tous ses duels, mais devance chacun des autres par une suite de duels plus forte que celle qui mène en sens inverse. {Kept(outcome)}".TrimEnd();
    }

    private static string Judged(VoteResultView result)
    {
        var winners = result.Themes.Where(theme => theme.Rank == 1).ToList();
        if (winners is not [var first])
            return $"{Lists.Join(winners.Select(theme => Quoted(theme.Label)))} ont exactement les mêmes mentions\u00A0: ils sont ex æquo. {VoteWords.Ties(result.Outcome.Rules.Ties)}";
        var grade = $"Il obtient la mention «\u00A0{first.Mention.Name()}\u00A0»\u00A0: la moitié au moins des votants le jugent à ce niveau ou au-dessus.";
        var why = result.Themes.Skip(1).FirstOrDefault(theme => theme.Mention == first.Mention) is { } second
            ? $"{grade} {Quoted(second.Label)} a la même mention. {Parted(first, second)}"
            : $"{grade} Aucun autre thème n’atteint cette mention.";
        return result.Outcome.Tied.Count > 0 ? $"{why} {Kept(result.Outcome)}" : why;
    }

    /// <summary>The larger of the groups decides: above it carries up, below it weighs down; when that is equal, the next ballots.</summary>
    private static string Parted(RankedTheme first, RankedTheme second) => (Rises(first), Rises(second)) switch
    {
        (true, false) => $"Pour le premier, les avis plus favorables que cette mention dépassent les moins favorables\u00A0: {first.Said(first.Above)} contre {first.Said(first.Below)}. Pour le second, ils ne les dépassent pas\u00A0: {second.Said(second.Above)} contre {second.Said(second.Below)}. C’est ce qui les départage.",
        (true, true) when first.Above != second.Above => $"Le premier l’emporte parce que plus de votants le placent au-dessus\u00A0: {first.Said(first.Above)}, contre {second.Said(second.Above)}.",
        (false, false) when first.Below != second.Below => $"Le premier l’emporte parce que moins de votants le placent en dessous\u00A0: {first.Said(first.Below)}, contre {second.Said(second.Below)}.",
        _ => "Les groupes plus et moins favorables y sont aussi grands\u00A0: ce sont les mentions suivantes, comparées une à une, qui les départagent.",
    };

    private static bool Rises(RankedTheme theme) => theme.Above > theme.Below;

    private static string Quoted(string label) => ConsultationText.Quoted(label);
}
