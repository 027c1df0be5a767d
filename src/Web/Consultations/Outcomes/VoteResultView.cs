using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Themes;

namespace Almanach.Web.Consultations.Outcomes;

/// <summary>A counted vote as its page shows it.</summary>
/// <param name="Themes">With their merit profiles, best first; empty where no grades were given.</param>
/// <param name="One">Who votes: « organisme », « personne ».</param>
public sealed record VoteResultView(VoteOutcome Outcome, IReadOnlyList<RankedTheme> Themes, string One = "organisme", string Many = "organismes")
{
    public static VoteResultView Of(VoteOutcome outcome, bool perOrganisation = true)
    {
        var labels = outcome.Options.ToDictionary(option => option.Id, option => option.Label);
        IReadOnlyList<RankedTheme> themes = outcome.Result is TallyResult.Judged judged
            ? [.. judged.Options.Select(option => new RankedTheme(option.Rank, labels[option.Grades.Option], (Mention)option.Median, [.. option.Grades.Counts.Reverse()], outcome.Rules.EqualColleges))]
            : [];
        return perOrganisation ? new VoteResultView(outcome, themes) : new VoteResultView(outcome, themes, "personne", "personnes");
    }

    public VoteFigures Figures => Outcome.Figures;

    /// <summary>« 2 », « 2 ex æquo ».</summary>
    public string RankOf(VotedOption option) => RankWords.Of(option.Rank, Outcome.IsShared(option));

    /// <summary>Where its bar ends, 0 to 1: its voices, or the duels it wins, of the most that any could have.</summary>
    public double ShareOf(VotedOption option) => Outcome.Result switch
    {
        TallyResult.Approved approved => Share(approved.Options, option, Outcome.List.Total),
        TallyResult.Chosen chosen => Share(chosen.Result.Options, option, chosen.Result.Cast),
        TallyResult.Ranked ranked when Outcome.List.Options.Count > 1 =>
            (double)ranked.Result.Wins(Outcome.PlaceOf(option.Id)) / (Outcome.List.Options.Count - 1),
        _ => 0,
    };

    /// <summary>Whether options are drawn as bars.</summary>
    public bool HasBars => HasVoices || Outcome.Result is TallyResult.Ranked;

    /// <summary>Whether options are drawn by their voices.</summary>
    public bool HasVoices => Outcome.Result is TallyResult.Approved or TallyResult.Chosen;

    public IReadOnlyList<ConsentedOption> Consents => Outcome.Result is TallyResult.Consented consented ? consented.Options : [];

    public SchulzeResult? Duels => Outcome.Result is TallyResult.Ranked ranked ? ranked.Result : null;

    private static double Share(IReadOnlyList<CountedOption> options, VotedOption option, int of) =>
        of == 0 ? 0 : (double)options.First(one => one.Option == option.Id).Voices / of;
}

/// <param name="Counts">Ballots per grade, best first.</param>
/// <param name="Weighted">Ballots weigh unequally: shares are told, not counts.</param>
public sealed record RankedTheme(int Rank, string Label, Mention Mention, IReadOnlyList<int> Counts, bool Weighted = false)
{
    public int Total => Counts.Sum();

    private int Place => Mentions.All.Count - 1 - (int)Mention;

    /// <summary>Ballots above the majority grade.</summary>
    public int Above => Counts.Take(Place).Sum();

    /// <summary>Ballots below it.</summary>
    public int Below => Counts.Skip(Place + 1).Sum();

    /// <summary>« 12 », or « 34 % » where ballots weigh unequally.</summary>
    public string Said(int count) => Weighted ? $"{Math.Round(100.0 * count / Total)}\u00A0%" : $"{count}";
}
