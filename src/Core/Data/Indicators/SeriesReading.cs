using System.ComponentModel;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Indicators;

/// <summary>How a table of a producer becomes series: which column is what.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Level">Of the territories in its rows.</param>
/// <param name="Territory">Name of the column that holds their codes.</param>
/// <param name="TerritoryYear">Of the list of codes the table follows: 1 January.</param>
/// <param name="ByName">The column holds names.</param>
/// <param name="Sheet">Of a workbook; empty for the first with a table of figures.</param>
/// <param name="Period">Of all figures, where the columns do not say; <c>[année]</c> and <c>[année précédente]</c> are filled in.</param>
/// <param name="PeriodColumn">Name of the column that holds the period; empty for none.</param>
/// <param name="ZeroSign">A lone comma or dash is a zero, as the totals of the table prove (Pôle emploi).</param>
/// <param name="Delivery">Id of the delivery whose files it reads; empty for files the coordinator adds herself.</param>
public sealed record SeriesReading(
    string Id, string Title, string Source, TerritoryLevel Level, string Territory, int TerritoryYear, IReadOnlyList<ReadColumn> Columns,
    [DefaultValue(false)] bool ByName = false, [DefaultValue("")] string Sheet = "", [DefaultValue("")] string Period = "", [DefaultValue("")] string PeriodColumn = "",
    [DefaultValue(false)] bool ZeroSign = false, [DefaultValue("")] string Delivery = "")
{
    /// <summary>The period of its figures in a file of that year.</summary>
    public string PeriodIn(int year) => Period
        .Replace("[année précédente]", (year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("[année]", year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>A column of figures.</summary>
/// <param name="Column">Its name, or a pattern with groups in round brackets: <c>p(\d\d)_pop</c>.</param>
/// <param name="Period">Empty for that of the reading; a pattern’s groups are <c>$1</c>, <c>$2</c>: <c>20$1</c>.</param>
/// <param name="TerritoryYear">Of the list whose bounds these figures have, where it is another than the reading’s; 0 for none.</param>
public sealed record ReadColumn(string Column, string Measure, [DefaultValue("")] string Period = "", [DefaultValue(0)] int TerritoryYear = 0)
{
    /// <summary>For people: two digits that are a year are « AA ».</summary>
    public string Shown => Column.Replace(@"(\d\d)", "AA", StringComparison.Ordinal);

    public bool IsPattern => Column.Contains('(', StringComparison.Ordinal);
}
