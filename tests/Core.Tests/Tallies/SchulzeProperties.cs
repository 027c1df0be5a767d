using Almanach.Core.Consultations.Tallies;
using FsCheck;
using FsCheck.Fluent;

namespace Almanach.Core.Tests.Tallies;

public sealed class SchulzeProperties
{
    static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void Every_election_of_three_options_and_up_to_four_ballots_is_as_defined()
    {
        // Blank, or first to third: all rankings of three, some of them more than once.
        int?[] ranks = [null, 1, 2, 3];
        var ballots = ranks.SelectMany(_ => ranks, (a, b) => (a, b)).SelectMany(_ => ranks, (pair, c) => new Ballot([pair.a, pair.b, c], 1)).ToList();
        var one = ballots.DistinctBy(ballot => string.Join(",", ballot.Marks.Select(mark => ballot.Marks.Count(other => (other ?? 9) < (mark ?? 9))))).ToList();
        Assert.Equal(13, one.Count);

        foreach (var chosen in Multisets(one.Count, 4))
            IsAsDefined(new BallotList(["a", "b", "c"], [.. chosen.Select(index => one[index])]));
    }

    [Fact]
    public void Paths_are_the_strongest_of_all_and_who_beats_another_stands_before_it() =>
        Prop.ForAll(Election().ToArbitrary(), IsAsDefined).Check(_config);

    [Fact]
    public void Where_an_option_or_a_ballot_stands_changes_nothing()
    {
        var cases = from list in Election()
                    from columns in Gen.Shuffle(Enumerable.Range(0, list.Options.Count).ToArray())
                    from ballots in Gen.Shuffle(list.Ballots.ToArray())
                    select (list, moved: new BallotList(
                        [.. columns.Select(column => list.Options[column])],
                        [.. ballots.Select(ballot => ballot with { Marks = [.. columns.Select(column => ballot.Marks[column])] })]));

        Prop.ForAll(cases.ToArbitrary(), row => RankedBallots.Order(Schulze.Tally(row.list)) == RankedBallots.Order(Schulze.Tally(row.moved))).Check(_config);
    }

    [Fact]
    public void Who_wins_each_duel_is_first_alone()
    {
        Prop.ForAll(Election().ToArbitrary(), list =>
        {
            var result = Schulze.Tally(list);
            var every = Enumerable.Range(0, list.Options.Count).ToList();
            var winner = every.FindIndex(one => every.All(other => one == other || result.Preferences[one][other] > result.Preferences[other][one]));
            return winner < 0 || (result.Options[0] == new SchulzeOption(list.Options[winner], 1) && result.Options.Count(option => option.Rank == 1) == 1);
        }).Check(_config);
    }

    [Fact]
    public void Who_is_first_and_gains_on_a_ballot_stays_first()
    {
        var cases = from list in Election()
                    from ballot in Gen.Choose(0, list.Ballots.Count - 1)
                    from option in Gen.Choose(0, list.Options.Count - 1)
                    from rank in Gen.Choose(1, 4)
                    where rank < (list.Ballots[ballot].Marks[option] ?? int.MaxValue)
                    select (list, option, raised: list with
                    {
                        Ballots = [.. list.Ballots.Select((each, index) => index == ballot ? each with { Marks = [.. each.Marks.Select((mark, column) => column == option ? rank : mark)] } : each)],
                    });

        Prop.ForAll(cases.ToArbitrary(), row => !First(row.list).Contains(row.list.Options[row.option]) || First(row.raised).Contains(row.list.Options[row.option]))
            .Check(_config);
    }

    [Fact]
    public void A_twin_of_an_option_neither_helps_nor_harms_the_others()
    {
        var cases = from list in Election()
                    from option in Gen.Choose(0, list.Options.Count - 1)
                    from order in Gen.Choose(-1, 1).ArrayOf(list.Ballots.Count)
                    select (list, option, twins: new BallotList(
                        [.. list.Options, "twin"],
                        [.. list.Ballots.Select((ballot, index) => ballot with { Marks = Twins(ballot.Marks, option, order[index]) })]));

        Prop.ForAll(cases.ToArbitrary(), row =>
        {
            var name = row.list.Options[row.option];
            return First(row.list).SetEquals(First(row.twins).Select(option => option == "twin" ? name : option));
        }).Check(_config);

        // Ranks with room between them: the twin just before, beside or just after; beside only, where another is equal.
        static IReadOnlyList<int?> Twins(IReadOnlyList<int?> marks, int option, int order) =>
            [.. marks.Select(mark => 3 * mark), (3 * marks[option]) + (marks.Count(mark => mark == marks[option]) == 1 ? order : 0)];
    }

    static bool IsAsDefined(BallotList list)
    {
        var result = Schulze.Tally(list);
        var size = list.Options.Count;
        var rank = result.Options.ToDictionary(option => option.Option, option => option.Rank);
        for (var from = 0; from < size; from++)
            for (var to = 0; to < size; to++)
            {
                if (from == to)
                    continue;
                Assert.Equal(Preferring(list, from, to), result.Preferences[from][to]);
                Assert.Equal(Strongest(list, from, to, 1 << from), result.Paths[from][to]);
                if (result.Paths[from][to] > result.Paths[to][from])
                    Assert.True(rank[list.Options[from]] < rank[list.Options[to]]);
            }
        // Of those that are left, exactly those nobody left beats share the next rank.
        foreach (var layer in result.Options.GroupBy(option => option.Rank))
            Assert.Equal(1 + result.Options.Count(option => option.Rank < layer.Key), layer.Key);
        Assert.All(result.Options, option => Assert.Equal(
            option.Rank == 1, !Enumerable.Range(0, size).Any(other => Beats(other, list.Options.ToList().IndexOf(option.Option)))));
        return true;

        bool Beats(int one, int other) => one != other && result.Paths[one][other] > result.Paths[other][one];
    }

    /// <summary>Every simple path, its weakest duel, the best of them; a duel counts when it is won.</summary>
    static int Strongest(BallotList list, int from, int to, int seen)
    {
        var best = 0;
        for (var next = 0; next < list.Options.Count; next++)
        {
            if ((seen & (1 << next)) != 0)
                continue;
            var (won, lost) = (Preferring(list, from, next), Preferring(list, next, from));
            if (won > lost)
                best = Math.Max(best, next == to ? won : Math.Min(won, Strongest(list, next, to, seen | (1 << next))));
        }
        return best;
    }

    static int Preferring(BallotList list, int one, int other) =>
        list.Ballots.Where(ballot => (ballot.Marks[one] ?? int.MaxValue) < (ballot.Marks[other] ?? int.MaxValue)).Sum(ballot => ballot.Count);

    static HashSet<string> First(BallotList list) =>
        [.. Schulze.Tally(list).Options.Where(option => option.Rank == 1).Select(option => option.Option)];

    static IEnumerable<int[]> Multisets(int kinds, int size) =>
        size == 0 ? [[]] : Multisets(kinds, size - 1).SelectMany(rest => Enumerable.Range(rest.Length == 0 ? 0 : rest[^1], kinds - (rest.Length == 0 ? 0 : rest[^1])).Select(next => (int[])[.. rest, next]));

    static Gen<BallotList> Election() =>
        from size in Gen.Choose(1, 5)
        from ballots in (from marks in Gen.Choose(0, 4).ArrayOf(size)
                         from count in Gen.Choose(1, 3)
                         select new Ballot([.. marks.Select(mark => mark == 0 ? (int?)null : mark)], count)).NonEmptyListOf()
        select new BallotList([.. Enumerable.Range(0, size).Select(index => $"o{index}")], [.. ballots]);
}
