using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Secrecy.Building;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>Levels of territory that cross, and what was released before.</summary>
public class ReleaseTests
{
    static readonly SecrecyRules _rules = KnownSources.Police;

    [Fact]
    public void A_figure_that_an_earlier_release_told_cannot_be_hidden_any_more()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), Tables.Shown(12), "mars 2021");
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());

        var leak = Assert.Single(SecrecyAudit.Run(draft.Build(), _rules).Leaks);

        Assert.Equal("Le nombre caché de «\u00A0Arbent, 2020\u00A0» se calcule\u00A0: «\u00A0Arbent, 2020 (publication mars 2021)\u00A0» (12) = 12.", leak.Explanation);
    }

    [Fact]
    public void What_is_hidden_now_is_worked_out_from_the_total_of_another_release()
    {
        var draft = Draft();
        draft.Add(At("A", "2020"), Tables.Shown(30), "mars 2021");
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());
        draft.Add(At("a2", "2020"), Tables.Shown(10));
        draft.Add(At("a3", "2020"), Tables.Shown(16));

        var report = SecrecyAudit.Run(draft.Build(), _rules);

        Assert.Equal(4, Assert.Single(report.Leaks).Interval.Low);
        // The total is out; hiding another municipality is what is left.
        Assert.Equal("Pour que rien ne se calcule, cacher aussi un chiffre\u00A0: «\u00A0Béligneux, 2020\u00A0» (10). C’est le plus petit ensemble possible.", report.Suggestion!.Explanation);
    }

    [Fact]
    public void A_new_vintage_known_not_to_have_changed_tells_the_old_one()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());
        draft.Add(At("a1", "2021"), Tables.Shown(8));
        draft.AddChange(At("a1", "2020"), At("a1", "2021"), Tables.Shown(0));

        Assert.True(Assert.Single(SecrecyAudit.Run(draft.Build(), _rules).Leaks).Interval is { IsComputed: true, Low: 8 });
    }

    [Fact]
    public void A_change_that_is_published_tells_nothing_where_both_vintages_are_hidden_widely_enough()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());
        draft.Add(At("a1", "2021"), new CellKnowledge.Hidden());
        draft.AddChange(At("a1", "2020"), At("a1", "2021"), Tables.Shown(-3));

        var report = SecrecyAudit.Run(draft.Build(), _rules);

        Assert.True(report.IsPublishable);
        Assert.Equal([(0, null), (0, null)], report.Cells.OrderBy(cell => cell.Low).Select(cell => (cell.Low - cell.Low, cell.High)));
        Assert.Equal([0m, 3m], report.Cells.Select(cell => cell.Low).Order());
    }

    [Fact]
    public void Two_groupings_that_cross_together_tell_what_neither_tells_alone()
    {
        // EPCI E1 = a1 + b1 and E2 = a2 + b2, departments A = a1 + a2 and B = b1 + b2: b1 and a2 hidden beside a1 make E1 and A look safe.
        var draft = new TableDraft([Territories(new("E1", ["a1", "b1"]), new("E2", ["a2", "b2"]), new("A", ["a1", "a2"]), new("B", ["b1", "b2"]))]);
        foreach (var (code, value) in new[] { ("E1", 20m), ("E2", 30m), ("A", 25m), ("B", 25m), ("b2", 14m) })
            draft.Add(At(code, "2020"), Tables.Shown(value));
        foreach (var code in new[] { "a1", "a2", "b1" })
            draft.Add(At(code, "2020"), new CellKnowledge.Hidden());

        var report = SecrecyAudit.Run(draft.Build(), _rules);

        Assert.Equal(["a1 9", "a2 16", "b1 11"], report.Leaks.Select(leak => $"{draft.Build().Cells[leak.Cell].Id[..2]} {leak.Interval.Low}").Order());
        Assert.Equal("Le nombre caché de «\u00A0a1, 2020\u00A0» se calcule en combinant 2\u00A0égalités (E2, 2020 = somme de 2 parties\u202F; A, 2020 = somme de 2 parties)\u00A0: «\u00A0A, 2020\u00A0» (25) plus «\u00A0b2, 2020\u00A0» (14) moins «\u00A0E2, 2020\u00A0» (30) = 9.",
            report.Leaks.Single(leak => leak.Interval.Low == 9).Explanation);
    }

    [Fact]
    public void A_share_and_its_denominator_tell_a_hidden_numerator()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());
        draft.Add(At("A", "2020"), Tables.Shown(120));
        draft.AddShare(At("a1", "2020"), At("A", "2020"), Tables.Shown(4.2m, 0.1m));

        Assert.True(Assert.Single(SecrecyAudit.Run(draft.Build(), _rules).Leaks).Interval is { Low: 5, High: 5 });
    }

    [Fact]
    public void A_share_of_a_rounded_denominator_still_bounds_the_numerator()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), new CellKnowledge.Hidden());
        draft.Add(At("A", "2020"), Tables.Shown(200, 5));
        draft.AddShare(At("a1", "2020"), At("A", "2020"), Tables.Shown(50m, 0.1m));

        // 198 to 202 of which 49.95 to 50.05 %.
        Assert.Equal((99, 101), SecrecyAudit.Run(draft.Build(), _rules).Ends(0));
    }

    [Fact]
    public void A_hidden_share_of_an_unknown_denominator_is_not_judged_and_so_refused()
    {
        var draft = Draft();
        draft.Add(At("a1", "2020"), Tables.Shown(40));
        draft.Add(At("A", "2020"), Tables.Shown(200, 5));
        draft.AddShare(At("a1", "2020"), At("A", "2020"), new CellKnowledge.Hidden());

        var report = SecrecyAudit.Run(draft.Build(), _rules);

        Assert.Equal(IntervalProof.Undecided, Assert.Single(report.Leaks).Interval.Proof);
        Assert.Contains("dans le doute", report.Leaks[0].Explanation);
    }

    static TableDraft Draft() => new([Territories(new Grouping("A", ["a1", "a2", "a3"]))]);

    static Dimension Territories(params Grouping[] groupings) =>
        new(groupings.Length == 1 ? new Dictionary<string, string> { ["A"] = "Ain", ["a1"] = "Arbent", ["a2"] = "Béligneux", ["a3"] = "Ceyzériat" } : new Dictionary<string, string>(), groupings);

    static FigurePlace At(string territory, string vintage) => new([territory], vintage);
}
