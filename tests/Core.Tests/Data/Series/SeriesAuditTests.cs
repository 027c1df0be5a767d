using Almanach.Adapters.Territories;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Tests.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

public class SeriesAuditTests
{
    private const string Secret = "code;people\n01001;100\n01003;20\n01004;s\n01006;50\n";

    private const string Total = "code;people\n01;200\n";

    [Fact]
    public void A_hidden_figure_that_a_total_gives_is_a_leak_with_a_way_out()
    {
        var audit = Audit(Made.Release(Secret, Communes, 2), Made.Release(Total, Departements))!;

        Assert.False(audit.IsPublishable);
        Assert.Equal((1, 1), (audit.Hidden, audit.LeakCount));
        Assert.Contains("30", Assert.Single(audit.Leaks), StringComparison.Ordinal);
        var other = Assert.Single(audit.Proposal);
        Assert.Equal(("people", "2014"), (other.Measure, other.Period));
        Assert.NotEqual("01004", other.Code);
    }

    [Fact]
    public void A_total_that_comes_later_is_held_for_what_it_gives_away()
    {
        var audit = Audit(Made.Release(Total, Departements, 2), Made.Release(Secret, Communes))!;

        Assert.Equal(1, audit.LeakCount);
        Assert.Equal([new WithheldFigure("people", "2014", "01")], audit.Proposal);
    }

    [Fact]
    public void What_the_newer_file_leaves_blank_another_may_give()
    {
        var audit = Audit(
            Made.Release(Secret.Replace(";20", ";", StringComparison.Ordinal), Communes with { Id = "autres" }, 2),
            Made.Release("code;people\n01003;20\n", Communes), Made.Release(Total, Departements))!;

        Assert.Contains("30", Assert.Single(audit.Leaks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_category_beside_its_total_is_a_leak()
    {
        var reading = Made.Reading("defm", TerritoryLevel.Municipality, "a", "b", "c", "abc");

        var audit = Audit(Made.Release("code;a;b;c;abc\n01001;s;20;30;100\n01003;1;2;3;6\n", reading))!;

        Assert.Equal(1, audit.LeakCount);
        Assert.Contains("50", audit.Leaks[0], StringComparison.Ordinal);
        Assert.Equal("01001", Assert.Single(audit.Proposal).Code);
    }

    [Fact]
    public void Two_hidden_categories_protect_each_other()
    {
        var reading = Made.Reading("defm", TerritoryLevel.Municipality, "a", "b", "c", "abc");

        var audit = Audit(Made.Release("code;a;b;c;abc\n01001;s;s;30;100\n01003;1;2;3;6\n", reading))!;

        Assert.True(audit.IsPublishable);
        Assert.Equal(2, audit.Hidden);
    }

    [Fact]
    public void What_an_earlier_release_told_cannot_be_hidden_any_more()
    {
        var audit = Audit(Made.Release(Secret, Communes, 2), Made.Release(Secret.Replace(";s", ";30", StringComparison.Ordinal), Communes))!;

        Assert.Equal(1, audit.LeakCount);
        Assert.Contains("déjà publié le samedi\u00A01er\u00A0janvier 2022, source\u00A0: Insee", audit.Leaks[0], StringComparison.Ordinal);
        Assert.Empty(audit.Proposal);
    }

    [Fact]
    public void What_an_earlier_release_told_is_not_proposed_to_be_hidden()
    {
        var before = Made.Release("code;people\n01003;20\n01006;50\n", Communes);

        var audit = Audit(Made.Release(Secret, Communes, 2), Made.Release(Total, Departements), before)!;

        Assert.Equal("01001", Assert.Single(audit.Proposal).Code);
    }

    [Fact]
    public void What_another_release_withholds_is_not_told_by_it()
    {
        var (release, tables) = Made.Release(Secret.Replace(";s", ";30", StringComparison.Ordinal), Communes);

        var audit = Audit(Made.Release(Secret, Communes, 2), (release with { Withheld = [new WithheldFigure("people", "2014", "01004")] }, tables))!;

        Assert.True(audit.IsPublishable);
    }

    [Fact]
    public void A_hidden_figure_without_a_total_is_safe() => Assert.True(Audit(Made.Release(Secret, Communes))!.IsPublishable);

    [Fact]
    public void Where_nothing_is_hidden_there_is_nothing_to_audit() =>
        Assert.Null(Audit(Made.Release(Secret.Replace(";s", ";30", StringComparison.Ordinal), Communes), Made.Release(Total, Departements)));

    [Fact]
    public void Marks_that_are_no_secret_are_not_audited() =>
        Assert.Null(Audit(Made.Release(Secret.Replace(";s", ";nd", StringComparison.Ordinal), Communes), Made.Release(Total, Departements)));

    [Fact]
    public void A_median_is_no_sum_of_anything()
    {
        var towns = Made.Release("code;median\n01001;100\n01003;20\n01004;s\n01006;50\n", Made.Reading("m", TerritoryLevel.Municipality, "median"));

        Assert.True(Audit(towns, Made.Release("code;median\n01;200\n", Made.Reading("d", TerritoryLevel.Department, "median")))!.IsPublishable);
    }

    [Theory]
    [InlineData("69;100\n69D;40\n69M;s", 1)]
    [InlineData("69;s\n69D;40\n69M;60", 1)]
    [InlineData("69;100\n69D;s\n69M;s", 0)]
    public void The_Rhone_and_its_parts_are_a_sum(string rows, int leaks)
    {
        var audit = Real(Made.Release($"code;people\n01;5\n{rows}\n", Departements with { TerritoryYear = 2024 }, lists: ShippedTerritories.Atlas))!;

        Assert.Equal(leaks, audit.LeakCount);
    }

    [Fact]
    public void Parts_of_the_Rhone_give_away_a_neighbour_through_their_region()
    {
        var departments = Made.Release("code;people\n01;s\n03;1\n07;1\n15;1\n26;1\n38;1\n42;1\n43;1\n63;1\n69D;1\n69M;1\n73;1\n74;1\n", Departements with { TerritoryYear = 2024 }, 2, ShippedTerritories.Atlas);

        var audit = Real(departments, Made.Release("code;people\n84;50\n", Made.Reading("regions", TerritoryLevel.Region, "people") with { TerritoryYear = 2024 }, lists: ShippedTerritories.Atlas))!;

        Assert.Equal(1, audit.LeakCount);
    }

    [Fact]
    public void A_city_beside_its_arrondissements_is_a_sum()
    {
        var rows = string.Concat(Enumerable.Range(69381, 9).Select(code => $"{code};{(code == 69385 ? "s" : "10")}\n"));

        var audit = Real(Made.Release($"code;people\n69123;100\n{rows}", Communes with { TerritoryYear = 2024 }, lists: ShippedTerritories.Atlas))!;

        Assert.Equal(1, audit.LeakCount);
    }

    [Fact]
    public void Rounded_figures_that_do_not_add_up_hold_nothing_back()
    {
        var reading = Made.Reading("defm", TerritoryLevel.Municipality, "a", "b", "c", "abc");

        var audit = Audit(Made.Release("code;a;b;c;abc\n01001;10;20;30;65\n01003;s;s;3;6\n", reading))!;

        Assert.True(audit.IsPublishable);
    }

    [Theory]
    [InlineData("01001;80\n01002;s", "01001;100", "20")] // 01002 joined 01001 in 2012.
    [InlineData("01003;50", "01003;20\n01004;s", "30")] // 01004 left 01003 in 2013.
    [InlineData("01005;7", "01006;s", "7")] // 01005 was numbered anew in 2013.
    public void Two_lists_of_municipalities_give_a_figure_away(string before, string after, string told)
    {
        var audit = Audit(Made.Release($"code;people\n{after}\n", Communes, 2), Made.Release($"code;people\n{before}\n", OfList2011(Communes)))!;

        Assert.Contains(told, Assert.Single(audit.Leaks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01001;80\n01002;s", "01001;s")]
    [InlineData("01003;50", "01003;s\n01004;s")]
    public void One_code_with_other_bounds_is_another_figure(string before, string after) =>
        Assert.True(Audit(Made.Release($"code;people\n{after}\n", Communes, 2), Made.Release($"code;people\n{before}\n", OfList2011(Communes)))!.IsPublishable);

    [Fact]
    public void A_total_of_today_binds_municipalities_of_before()
    {
        var audit = Audit(Made.Release(Total, Departements, 2), Made.Release("code;people\n01001;80\n01002;20\n01003;s\n01005;40\n", OfList2011(Communes)))!;

        Assert.Contains("60", Assert.Single(audit.Leaks), StringComparison.Ordinal);
    }

    [Fact]
    public void An_EPCI_with_other_members_is_another_figure()
    {
        var epci = Made.Reading("epci", TerritoryLevel.Intercommunality, "people");

        Assert.True(Audit(Made.Release("code;people\n200000001;s\n", epci, 2), Made.Release("code;people\n200000001;100\n", OfList2011(epci)))!.IsPublishable);
    }

    [Fact]
    public void An_EPCI_of_today_is_told_by_the_municipality_its_members_were_once()
    {
        var epci = Made.Release("code;people\n200000001;s\n", Made.Reading("epci", TerritoryLevel.Intercommunality, "people"), 2);

        var audit = Audit(epci, Made.Release("code;people\n01003;50\n", OfList2011(Communes)))!;

        Assert.Contains("50", Assert.Single(audit.Leaks), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_rounded_by_their_producer_need_not_add_up()
    {
        var audit = Real(Departments("s", "10"), Region("265"))!;

        Assert.Empty(audit.Contradictions);
        Assert.True(audit.IsPublishable);
    }

    [Theory]
    [InlineData("11", "265")] // Not all are multiples: they are as they were counted.
    [InlineData("10", "1210")] // 1,000 more than the others, give or take 30.
    public void A_rounding_that_does_not_show_or_changes_little_protects_nothing(string other, string total) =>
        Assert.Equal(1, Real(Departments("s", other), Region(total))!.LeakCount);

    /// <summary>The twelve departments of the region: the first, the second, and ten times 20.</summary>
    private static (SeriesRelease, IReadOnlyList<SeriesTable>) Departments(string first, string second)
    {
        var codes = ShippedTerritories.Atlas.Members(TerritoryLevel.Region, TerritoryCode.Of("84"), TerritoryLevel.Department, 2024);
        return Made.Release($"code;rsa\n{string.Concat(codes.Select((code, i) => $"{code};{(i == 0 ? first : i == 1 ? second : "20")}\n"))}",
            Made.Reading("rsa", TerritoryLevel.Department, "rsa") with { TerritoryYear = 2024 }, 2, ShippedTerritories.Atlas);
    }

    private static (SeriesRelease, IReadOnlyList<SeriesTable>) Region(string total) => Made.Release($"code;rsa\n84;{total}\n", OfRegions, lists: ShippedTerritories.Atlas);

    private static SeriesReading OfRegions => Made.Reading("rsa-region", TerritoryLevel.Region, "rsa") with { TerritoryYear = 2024 };

    private static SeriesReading OfList2011(SeriesReading reading) => reading with { Id = $"{reading.Id}-2011", TerritoryYear = 2011 };

    private static SeriesReading Communes => Made.Reading("communes", TerritoryLevel.Municipality, "people");

    private static SeriesReading Departements => Made.Reading("departements", TerritoryLevel.Department, "people");

    private static ReleaseAudit? Audit((SeriesRelease Release, IReadOnlyList<SeriesTable> Tables) release, params (SeriesRelease, IReadOnlyList<SeriesTable>)[] others) =>
        SeriesAudit.Of(release.Release, release.Tables, others, Made.Catalogue, SmallCountry.Country);

    private static ReleaseAudit? Real((SeriesRelease Release, IReadOnlyList<SeriesTable> Tables) release, params (SeriesRelease, IReadOnlyList<SeriesTable>)[] others) =>
        SeriesAudit.Of(release.Release, release.Tables, others, Made.Catalogue, ShippedTerritories.Atlas);
}
