using Almanach.Core.Consultations.Tallies;

namespace Almanach.Core.Tests.Tallies;

/// <summary>Majority judgments counted by others: each option with its counts, worst grade to best, in the order published.</summary>
public sealed class PublishedJudgmentsTests
{
    [Fact]
    public void The_presidential_election_of_2007_in_Orsay()
    {
        // Balinski and Laraki, « Election by Majority Judgement: Experimental Evidence » (cahier 2007-28): 1,733 ballots, six
        // grades, À rejeter to Très bien. Counts added up from the ballots in MieuxVoter/majority-judgment-datasets; no
        // opinion, its first figure, rejects, as in the paper (Bayrou: 44.3 % above, 30.6 % below his grade).
        Comes_out("""
            Bayrou      51+78    146 256 434 532 236
            Royal       31+187   211 291 331 393 289
            Sarkozy     30+459   123 200 247 343 331
            Voynet      75+280   452 410 303 162  51
            Besancenot  56+484   392 276 282 172  71
            Buffet      75+453   457 356 217 132  43
            Bové        72+611   445 278 197 104  26
            Laguiller   91+603   447 288 176  91  37
            Nihous      125+828  462 190  91  31   6
            Villiers    75+887   273 196 150 111  41
            Schivardi   100+945  431 164  67  18   8
            Le-Pen      46+1242   93 112 108  80  52
            """);
    }

    [Fact]
    public void A_poll_of_December_2021()
    {
        // OpinionWay for Mieux Voter, 8 and 9 December 2021, in hundredths (MieuxVoter/majority-judgment-tracker).
        // In the order of French Wikipedia. The picture of that tracker puts Roussel before Hidalgo, whom 43 reject alike: its
        // library parts them otherwise. By the definition the 28th grade removed parts them: Passable for her, Insuffisant for him.
        Comes_out("""
            Pécresse      24 13 17 17 15 10 4
            Macron        32 11 14 10 14 12 7
            Montebourg    33 26 20 11  7  2 1
            Jadot         36 24 17 11  7  4 1
            Hidalgo       43 20 17  9  7  3 1
            Roussel       43 28 16  7  3  2 1
            Dupont-Aignan 45 20 15  9  6  3 2
            Le-Pen        47  9 10  8  9  9 8
            Taubira       48 17 12 10  7  3 3
            Arthaud       49 24 16  7  3  1 0
            Poutou        52 23 12  6  4  2 1
            Mélenchon     53 14 12  7  7  3 4
            Zemmour       61  7  7  6  6  7 6
            """);
    }

    [Fact]
    public void A_poll_of_March_2022()
    {
        // The same, 30 and 31 March 2022, in thousandths.
        Comes_out("""
            Macron        298  85 147 110 173 113  74
            Le-Pen        359 103 106  95 131 103 103
            Pécresse      276 198 205 164  75  55  27
            Mélenchon     371 129 159 118  95  66  62
            Roussel       311 252 208 129  65  24  11
            Jadot         323 258 193 105  82  23  16
            Lassalle      299 292 184 117  66  27  15
            Hidalgo       415 247 189  80  47  13   9
            Dupont-Aignan 420 200 155  99  70  33  23
            Poutou        430 287 130  79  44  22   8
            Arthaud       454 272 132  81  40  17   4
            Zemmour       551 103 109  66  73  43  55
            """);
    }

    [Fact]
    public void Figures_rounded_until_their_totals_differ_are_refused()
    {
        // OpinionWay for Terra Nova, April 2011, in thousandths: 1,001 for the first, 1,000 for the second.
        Assert.Contains("même nombre de mentions", MajorityJudgment.Refusal(Read("""
            Aubry  184 114 196 126 170 129 82
            Borloo 185 159 196 223 153  62 22
            """)), StringComparison.Ordinal);
    }

    [Theory]
    // French Wikipedia, « Jugement majoritaire », in ten-thousandths.
    [InlineData("A 1484 1763 912 1971 2128 1742 0 | B 2427 1158 1342 1295 2073 1705 0 | C 2500 2500 1500 1500 1000 1000 0", 3, 3, 1)]
    // The same: five and six voters, parted by the fourth and the fifth grade removed.
    [InlineData("F 0 0 3 2 | E 0 1 2 2", 2, 2)]
    [InlineData("F 0 1 2 3 0 | E 1 0 2 2 1", 2, 2)]
    // MieuxVoter/majority-judgment-library-java, assertions.json.
    [InlineData("a 11142 6970 4040 1968 9888 2992 | b 10141 8971 4043 1965 8884 2996 | c 14141 8971 1043 1965 7884 2996", 2, 1, 1)]
    [InlineData("d 2645563 12907474 1278331 22843261 8025412 8964952 15662463 | e 16293252 12277630 38348 14929905 11087753 10634266 7066302 "
        + "| a 5272679 19797001 10732688 9612936 1379840 16886281 8646031 | b 16354546 11690342 9451800 14245973 817593 12461162 7306040 "
        + "| c 9849171 17970690 14276861 4606692 16404594 6760147 2459301", 3, 3, 3, 2, 2)]
    // Electowiki, the capital of Tennessee, excellent to poor by distance.
    [InlineData("Nashville 0 32 42 26 | Chattanooga 0 42 43 15 | Knoxville 42 26 15 17 | Memphis 58 0 0 42", 2, 2, 1, 0)]
    public void A_published_table_comes_out_as_published(string table, params int[] medians)
    {
        var ranked = Comes_out(table.Replace(" | ", "\n", StringComparison.Ordinal));

        Assert.Equal(medians, ranked.Select(option => option.Median));
    }

    [Theory]
    // The same assertions.json, « Static Default Grade » and « Feedback from Paris »: grades left out are made up with one grade.
    [InlineData(0, 10, "2 2 2 2 2 | 1 2 2 2 2 | 0 0 4 0 0 | 0 0 0 0 2 | 0 0 0 1 1", 1, 1, 3, 4, 5)]
    [InlineData(2, 10, "2 2 2 2 2 | 2 2 1 2 2 | 0 0 4 0 0 | 0 0 0 0 2 | 0 0 0 1 1", 4, 4, 3, 1, 2)]
    [InlineData(0, 21, "1 1 4 3 7 4 1 | 0 2 4 3 7 4 1 | 1 1 4 3 7 4 1 | 1 0 4 3 7 4 1", 2, 1, 2, 4)]
    public void Grades_left_out_count_as_the_one_that_was_settled(int absent, int voters, string table, params int[] ranks)
    {
        // Its « Normalized » (each option in proportion) and « Median » defaults are other methods: we have neither.
        var options = table.Split(" | ").Select((line, index) => new OptionGrades(index.ToString(), Counts(line.Split(' ')))).ToList();
        var made = options.Select(option => option with
        {
            Counts = [.. option.Counts.Select((count, grade) => grade == absent ? count + voters - option.Counts.Sum() : count)],
        });

        var ranked = MajorityJudgment.Rank([.. made]);

        Assert.Equal(ranks, ranked.OrderBy(option => int.Parse(option.Grades.Option)).Select(option => option.Rank));
    }

    [Fact]
    public void The_two_methods_may_put_different_options_first()
    {
        // Wikipedia, « Condorcet criterion »: 35 say A excellent, B fair, C poor; 34 C, B, A; 31 B excellent, C good, A fair.
        BallotList grades = new(["A", "B", "C"], [new([3, 1, 0], 35), new([0, 1, 3], 34), new([1, 3, 2], 31)]);
        var ranks = RankedBallots.Of("ABC", "35 ABC, 34 CBA, 31 BCA");

        var judged = Assert.IsType<TallyResult.Judged>(TallyResult.Of(grades, TallyMethod.MajorityJudgment));

        Assert.Equal("C", judged.Options[0].Grades.Option);
        Assert.Equal("B", Schulze.Tally(ranks).Options[0].Option);
    }

    /// <summary>Ranked in the order of the lines, nobody equal.</summary>
    static IReadOnlyList<GradedOption> Comes_out(string table)
    {
        var options = Read(table);

        var ranked = MajorityJudgment.Rank([.. options.OrderBy(option => option.Option, StringComparer.Ordinal)]);

        Assert.Equal(options.Select(option => option.Option), ranked.Select(option => option.Grades.Option));
        Assert.Equal(Enumerable.Range(1, options.Count), ranked.Select(option => option.Rank));
        return ranked;
    }

    static List<OptionGrades> Read(string table) =>
        [.. table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(cells => new OptionGrades(cells[0], Counts(cells[1..])))];

    static int[] Counts(string[] cells) => [.. cells.Select(cell => cell.Split('+').Sum(int.Parse))];
}
