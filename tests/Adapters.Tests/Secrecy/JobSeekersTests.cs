using Almanach.Core.Data.Secrecy;

namespace Almanach.Adapters.Tests.Secrecy;

/// <summary>What the auditor finds in a real file. Whose figures leak is told to the producer, not written here.</summary>
public class JobSeekersTests
{
    static readonly SecrecyRules _computedOnly = new() { MinimalWidth = 1, MinimalRelativeWidth = 0 };
    static readonly SecrecyRules _fiveWide = new() { MinimalWidth = 5, MinimalRelativeWidth = 0 };

    [Fact]
    public void The_file_has_3004_hidden_figures_in_two_of_its_sheets()
    {
        var file = Given();

        Assert.Equal([1263, 1263, 1263, 1263], new[] { JobSeekers.Categories, JobSeekers.Durations, JobSeekers.InA, JobSeekers.InAbc }.Select(file.Rows));
        Assert.Equal([0, 0, 1528, 1476], new[] { JobSeekers.Categories, JobSeekers.Durations, JobSeekers.InA, JobSeekers.InAbc }.Select(file.Hidden));
    }

    [Fact]
    public void Each_sheet_by_itself_tells_no_hidden_figure()
    {
        var table = Given().Table;

        var report = SecrecyAudit.Run(table, _computedOnly, suggests: false);

        Assert.Empty(report.Contradictions);
        Assert.Empty(report.Leaks);
        Assert.Equal(3004, report.Cells.Count);
        Assert.All(report.Cells, cell => Assert.Equal(IntervalProof.Forest, cell.Proof));
        Assert.Equal(4, report.Cells.Min(cell => cell.High - cell.Low));
        Assert.Equal(2, SecrecyAudit.Run(table, _fiveWide, suggests: false).Leaks.Count);
    }

    [Fact]
    public void With_the_totals_of_France_neither()
    {
        var report = SecrecyAudit.Run(Given().WithTotals().Table, _fiveWide, suggests: false);

        Assert.Empty(report.Contradictions);
        Assert.Equal(2, report.Leaks.Count);
        Assert.DoesNotContain(report.Leaks, leak => leak.Interval.IsComputed);
        Assert.DoesNotContain(report.Cells, cell => cell.Proof == IntervalProof.Undecided);
    }

    [Fact]
    public void Two_sheets_side_by_side_tell_six_hidden_figures_of_three_EPCI()
    {
        var file = Given().WithCategoryAWithinAbc();

        var report = SecrecyAudit.Run(file.Table, _computedOnly, suggests: false);

        Assert.Empty(report.Contradictions);
        Assert.Equal(6, report.Leaks.Count(leak => leak.Interval.IsComputed));
        Assert.Equal(6, report.Leaks.Count);
        Assert.Equal(3, report.Leaks.Select(leak => file.Epci(leak.Cell)).Distinct().Count());
        Assert.All(report.Leaks, leak => Assert.Contains("se calcule", leak.Explanation));
        Assert.Equal(18, SecrecyAudit.Run(file.Table, _fiveWide, suggests: false).Leaks.Count);
    }

    static JobSeekers Given() => new(SharedTables.Given("pole-emploi_defm_par_epci_en_decembre_2016.xlsx"));
}
