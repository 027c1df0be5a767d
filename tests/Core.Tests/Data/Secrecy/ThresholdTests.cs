using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

public class ThresholdTests
{
    [Theory]
    [InlineData(50, 60, true)]
    [InlineData(49, 100, true)] // enough persons
    [InlineData(49, 99, false)]
    [InlineData(0, 0, true)] // nobody there
    public void A_median_of_Filosofi_needs_50_households_or_100_persons(int households, int persons, bool isPublished) =>
        Assert.Equal(isPublished, PrimarySecrecy.Status(new MadeCell(households, households, [], persons), KnownSources.FilosofiMedian) == SecrecyStatus.Published);

    [Theory]
    [InlineData(1000, 1500, true)]
    [InlineData(999, 2000, true)]
    [InlineData(999, 1999, false)]
    public void Shares_of_Filosofi_need_1_000_households_or_2_000_persons(int households, int persons, bool isPublished) =>
        Assert.Equal(isPublished, PrimarySecrecy.Status(new MadeCell(households, households, [], persons), KnownSources.FilosofiShares) == SecrecyStatus.Published);

    [Fact]
    public void Two_enterprises_are_too_few_and_one_of_90_percent_is_too_large()
    {
        Assert.Equal(SecrecyStatus.Frequency, PrimarySecrecy.Status(new MadeCell(100, 2, [50]), KnownSources.Enterprises));
        Assert.Equal(SecrecyStatus.Dominance, PrimarySecrecy.Status(new MadeCell(100, 3, [90]), KnownSources.Enterprises));
        Assert.Equal(SecrecyStatus.Published, PrimarySecrecy.Status(new MadeCell(100, 3, [85]), KnownSources.Enterprises));
    }

    [Fact]
    public void An_unknown_figure_between_0_and_4_is_too_narrow_where_5_facts_are_asked_for()
    {
        var table = Tables.Of([[new CellKnowledge.Hidden(), new CellKnowledge.Hidden(), Tables.Shown(4)], [Tables.Shown(50), Tables.Shown(60), Tables.Shown(110)], [new CellKnowledge.Missing(), new CellKnowledge.Missing(), Tables.Shown(114)]]);

        var leaks = SecrecyAudit.Run(table, KnownSources.Police, suggests: false).Leaks;

        Assert.Equal(2, leaks.Count);
        Assert.Equal("Le nombre caché de «\u00A0ligne 1, colonne 1\u00A0» est compris entre 0 et 4\u00A0: «\u00A0ligne 1, colonne 3\u00A0» (4) le borne. C’est trop serré.", leaks[0].Explanation);
    }
}
