namespace Almanach.Core.Consultations.Tallies;

/// <summary>How many gave each grade to an option.</summary>
/// <param name="Counts">Worst grade to best.</param>
public sealed record OptionGrades(string Option, IReadOnlyList<int> Counts);

/// <param name="Rank">1 for the best; options that nothing parts share a rank: 1, 1, 3.</param>
/// <param name="Median">Index of the majority grade (lower median), 0 for the worst; a <see cref="Mention"/> when there are seven.</param>
public sealed record GradedOption(OptionGrades Grades, int Rank, int Median);

/// <summary>
/// Majority judgment (Balinski and Laraki). The majority grade is the lower median; options with the same one are parted by
/// removing one median grade from each, again and again, until their grades differ.
/// </summary>
public static class MajorityJudgment
{
    /// <summary>
    /// Best first; equal options in the order given. Instead of removing grades one by one, each pass looks at the larger of
    /// the groups below and above the median (the one below when equal): who is asked less to go down, or more to go up, wins.
    /// Throws <see cref="ArgumentException"/> where <see cref="Refusal"/> says why.
    /// </summary>
    public static IReadOnlyList<GradedOption> Rank(IReadOnlyList<OptionGrades> options)
    {
        if (Refusal(options) is { } reason)
            throw new ArgumentException(reason, nameof(options));

        return Ranks.Of(
            options.Select(option => (Option: option, Score: Score(option.Counts))),
            Comparer<(OptionGrades Option, int[] Score)>.Create((one, other) => one.Score.AsSpan().SequenceCompareTo(other.Score)),
            (scored, rank) => new GradedOption(scored.Option, rank, scored.Score[0]));
    }

    /// <summary>Why these cannot be ranked, in French, or null. Every option needs as many grades as the others.</summary>
    public static string? Refusal(IReadOnlyList<OptionGrades> options)
    {
        if (options.Count == 0)
            return null;

        if (options.Any(option => option.Counts.Count != options[0].Counts.Count))
            return "Les propositions n’ont pas la même échelle de mentions.";

        if (options.Any(option => option.Counts.Any(count => count < 0)))
            return "Un nombre de mentions ne peut pas être négatif.";

        if (options.Select(option => option.Counts.Sum(count => (long)count)).Distinct().Count() > 1)
            return "Les propositions n’ont pas reçu le même nombre de mentions : complétez les bulletins avant de dépouiller.";

        return options[0].Counts.Sum(count => (long)count) switch
        {
            0 => "Aucune mention n’a été donnée.",
            > BallotList.Most => "Le nombre de mentions dépasse ce qui peut être dépouillé.",
            _ => null,
        };
    }

    /// <summary>Adds ballots up; an option a ballot leaves out gets <paramref name="absent"/>, which the minutes must state.</summary>
    public static IReadOnlyList<OptionGrades> Count(
        IReadOnlyList<string> options, IReadOnlyCollection<IReadOnlyDictionary<string, Mention>> ballots, Mention absent = Mention.ARejeter)
    {
        Ballots.MustName(options, ballots.SelectMany(ballot => ballot.Keys));
        return [.. options.Select(option => new OptionGrades(option, CountsOf(option)))];

        int[] CountsOf(string option)
        {
            var counts = new int[Mentions.All.Count];
            foreach (var ballot in ballots)
                counts[(int)ballot.GetValueOrDefault(option, absent)]++;
            return counts;
        }
    }

    /// <summary>The same from a list of ballots marked with grades; one left blank is the worst, which the minutes must state.</summary>
    /// <param name="grades">How many grades there are; the highest mark is below it.</param>
    public static IReadOnlyList<OptionGrades> Count(BallotList list, int grades)
    {
        var counts = list.Options.Select(_ => new int[grades]).ToList();
        foreach (var ballot in list.Ballots)
            for (var option = 0; option < counts.Count; option++)
                counts[option][ballot.Marks[option] ?? 0] += ballot.Count;
        return [.. list.Options.Zip(counts, (option, given) => new OptionGrades(option, given))];
    }

    static int[] Score(IReadOnlyList<int> counts)
    {
        var left = counts.ToArray();
        var total = left.Sum();
        var score = new int[2 * left.Length];
        for (var pass = 0; pass < left.Length; pass++)
        {
            var median = LowerMedian(left, total);
            var below = left[..median].Sum();
            var above = left[(median + 1)..].Sum();
            score[2 * pass] = median;
            score[2 * pass + 1] = below >= above ? total - below : total + above;
            MoveMedian(left, median, towardsWorse: below >= above);
        }

        return score;
    }

    static int LowerMedian(int[] counts, int total)
    {
        var reached = 0;
        for (var grade = 0; ; grade++)
        {
            reached += counts[grade];
            if (2 * reached >= total)
                return grade;
        }
    }

    static void MoveMedian(int[] counts, int median, bool towardsWorse)
    {
        var step = towardsWorse ? -1 : 1;
        for (var grade = median + step; grade >= 0 && grade < counts.Length; grade += step)
        {
            if (counts[grade] == 0)
                continue;

            (counts[grade], counts[median]) = (counts[grade] + counts[median], 0);
            return;
        }
    }
}
