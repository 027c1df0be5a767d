using Almanach.Core.Consultations;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Web.Consultations;

/// <summary>A counted vote as its page shows it.</summary>
/// <param name="Voters">Units that gave at least one grade.</param>
/// <param name="Asked">Units that could.</param>
public sealed record VoteResultView(IReadOnlyList<RankedTheme> Themes, int Voters, int Asked)
{
    public static VoteResultView Of(Consultation consultation, QuestionTemplate question, IReadOnlyList<Answer> answers)
    {
        var labels = consultation.OptionsOf(question).ToDictionary(option => option.Id, option => option.Label);
        var ranked = VoteCount.Of(consultation, question, answers);
        return new VoteResultView(
            [.. ranked.Select(option => new RankedTheme(option.Rank, labels[option.Grades.Option], (Mention)option.Median, [.. option.Grades.Counts.Reverse()]))],
            ranked.Count > 0 ? ranked[0].Grades.Counts.Sum() : 0, consultation.Asked);
    }

    public Turnout Turnout => new(Voters, Asked);

    /// <summary>« 2 », « 2 ex æquo ».</summary>
    public string RankOf(RankedTheme theme) => RankWords.Of(theme.Rank, Themes.Count(other => other.Rank == theme.Rank) > 1);

    public IReadOnlyList<RankedTheme> Winners => [.. Themes.Where(theme => theme.Rank == 1)];
}

/// <param name="Counts">Ballots per grade, best first.</param>
public sealed record RankedTheme(int Rank, string Label, Mention Mention, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();

    private int Place => Mentions.All.Count - 1 - (int)Mention;

    /// <summary>Ballots above the majority grade.</summary>
    public int Above => Counts.Take(Place).Sum();

    /// <summary>Ballots below it.</summary>
    public int Below => Counts.Skip(Place + 1).Sum();
}

/// <summary>Why the first is first, in plain French.</summary>
public static class VerdictWords
{
    public static string Title(VoteResultView result) => result.Winners switch
    {
        [] => "Aucun organisme n’a voté",
        [var first] => $"{Whose(result)} en tête\u00A0: {Quoted(first.Label)}",
        var several => $"{Capitals.First(Numbers.Words(several.Count))} thèmes arrivent en tête, ex æquo",
    };

    /// <summary>The network has spoken when half of it has voted.</summary>
    private static string Whose(VoteResultView result) => result switch
    {
        { Turnout.IsPartial: false } => "Le réseau place",
        { Voters: 1 } => "Le seul votant place",
        _ => "Ceux qui ont voté placent",
    };

    public static string Sentence(VoteResultView result)
    {
        if (result.Winners is not [var first])
            return result.Winners.Count == 0
                ? "Il n’y a donc pas de classement. Le comité de pilotage choisit sans cet avis."
                : $"{Lists.Join(result.Winners.Select(theme => Quoted(theme.Label)))} ont exactement les mêmes mentions\u00A0: ils sont ex æquo, et le comité de pilotage choisit entre eux.";
        var grade = $"Il obtient la mention «\u00A0{first.Mention.Name()}\u00A0»\u00A0: la moitié au moins des votants le jugent à ce niveau ou au-dessus.";
        return result.Themes.Skip(1).FirstOrDefault(theme => theme.Mention == first.Mention) is { } second
            ? $"{grade} {Quoted(second.Label)} a la même mention. {Parted(first, second)}"
            : $"{grade} Aucun autre thème n’atteint cette mention.";
    }

    /// <summary>The larger of the groups decides: above it carries up, below it weighs down; when that is equal, the next ballots.</summary>
    private static string Parted(RankedTheme first, RankedTheme second) => (Rises(first), Rises(second)) switch
    {
        (true, false) => $"Le premier l’emporte parce que les avis plus favorables y sont les plus nombreux ({first.Above} contre {first.Below} moins favorables), et non dans le second ({second.Above} contre {second.Below}).",
        (true, true) when first.Above != second.Above => $"Le premier l’emporte parce que plus de votants le placent au-dessus\u00A0: {first.Above}, contre {second.Above}.",
        (false, false) when first.Below != second.Below => $"Le premier l’emporte parce que moins de votants le placent en dessous\u00A0: {first.Below}, contre {second.Below}.",
        _ => "Les groupes plus et moins favorables y sont aussi grands\u00A0: ce sont les mentions suivantes, comparées une à une, qui les départagent.",
    };

    private static bool Rises(RankedTheme theme) => theme.Above > theme.Below;

    private static string Quoted(string label) => ConsultationText.Quoted(label);
}
