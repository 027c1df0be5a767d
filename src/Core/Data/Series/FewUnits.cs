using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Secrecy;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Counts that a producer gives below the threshold of their own source. It may rightly give them, so they refuse nothing: they are
/// told to whoever gave them and to whoever publishes them, and to nobody else.
/// </summary>
/// <param name="Producer">« CAF ».</param>
/// <param name="Threshold">A count from one to less than this is below it; zero tells of nobody.</param>
/// <param name="First">The first of them, in the order of the file.</param>
public sealed record FewUnits(string Producer, int Threshold, int Count, IReadOnlyList<FewPlace> First)
{
    public const int MostTold = 10;

    /// <summary>By source; none where all counts reach the threshold of theirs.</summary>
    /// <param name="lists">For the names of territories; null: their codes.</param>
    public static IReadOnlyList<FewUnits> Of(IReadOnlyList<SeriesTable> tables, SeriesReading reading, IndicatorCatalogue catalogue, Atlas? lists) =>
        [.. All(tables, catalogue).GroupBy(one => one.Source).Select(group => new FewUnits(
            group.Key.Producer, SourceRules.Of(group.Key.Secrecy).MinimalFrequency, group.Count(),
            [.. group.OrderBy(one => one.Row).Take(MostTold).Select(one => new FewPlace(
                one.Row, one.Code.ToString(), lists?.Ever(reading.Level, one.Code).FirstOrDefault()?.Name ?? one.Code.ToString(), one.Measure.Name, one.Period, one.Value))]))];

    /// <summary>The same as figures to be hidden.</summary>
    public static IReadOnlyList<WithheldFigure> Figures(IReadOnlyList<SeriesTable> tables, IndicatorCatalogue catalogue) =>
        [.. All(tables, catalogue).Where(one => one.Code != default).Select(one => new WithheldFigure(one.Measure.Id, one.Period, one.Code.ToString(), IsFew: true))];

    /// <summary>A reading whose source has no threshold has none to look for.</summary>
    public static bool Concerns(SeriesReading reading, IndicatorCatalogue catalogue) =>
        reading.Columns.Any(column => catalogue.MeasureOf(column.Measure) is { } measure && Counted(measure, catalogue) is not null);

    private static IEnumerable<(DataSource Source, Measure Measure, string Period, TerritoryCode Code, int Row, decimal Value)> All(IReadOnlyList<SeriesTable> tables, IndicatorCatalogue catalogue)
    {
        foreach (var table in tables)
        {
            var counts = table.Columns.Select(column => (Column: column, Measure: catalogue.MeasureOf(column.Measure))).Where(pair => pair.Measure is not null)
                .Select(pair => (pair.Column, Measure: pair.Measure!, Source: Counted(pair.Measure!, catalogue))).Where(one => one.Source is not null).ToList();
            foreach (var (column, measure, source) in counts)
            {
                var rules = SourceRules.Of(source!.Secrecy);
                for (var row = 0; row < table.Codes.Length; row++)
                    if (column.Figures[row].Known is > 0 and var value && value < rules.MinimalFrequency && !HasPersons(row, column.Period, source, rules))
                        yield return (source, measure, column.Period, table.Codes[row], table.Lines[row], value);
            }

            // « 50 ménages ou 100 personnes »: another count of the same territory may be enough.
            bool HasPersons(int row, string period, DataSource source, SecrecyRules rules) =>
                rules.OrMinimalPersons > 0 && counts.Exists(one => one.Source == source && one.Column.Period == period && one.Column.Figures[row].Known >= rules.OrMinimalPersons);
        }
    }

    /// <summary>The source of a measure that counts people or things, and has a threshold; null for amounts, rates and medians.</summary>
    private static DataSource? Counted(Measure measure, IndicatorCatalogue catalogue) =>
        measure is { Additive: true, Decimals: 0 } && !measure.Unit.Contains("euro", StringComparison.OrdinalIgnoreCase) && !measure.Unit.Contains('€', StringComparison.Ordinal)
        && catalogue.SourceOf(measure.Source) is { } source && SourceRules.Of(source.Secrecy).MinimalFrequency > 0 ? source : null;
}

/// <param name="Row">Of the raw sheet, from 1.</param>
/// <param name="Name">Of the territory.</param>
/// <param name="Measure">What is counted: « Foyers allocataires du RSA ».</param>
public sealed record FewPlace(int Row, string Code, string Name, string Measure, string Period, decimal Value);
