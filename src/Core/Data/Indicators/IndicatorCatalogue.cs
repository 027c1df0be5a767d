using System.ComponentModel;

namespace Almanach.Core.Data.Indicators;

/// <summary>
/// What the dashboard of a platform shows: the file <c>indicateurs.json</c> of its folder. Sources give files, readings make
/// series of measures out of them, indicators are measured or derived from those series.
/// </summary>
public sealed record IndicatorCatalogue(
    IReadOnlyList<DataSource> Sources, IReadOnlyList<Domain> Domains, IReadOnlyList<Measure> Measures, IReadOnlyList<SeriesReading> Readings, IReadOnlyList<Indicator> Indicators,
    [DefaultValue(null)] PortraitSetting? Portraits = null)
{
    public static IndicatorCatalogue Empty { get; } = new([], [], [], [], []);

    public const int MostIndicators = 300;

    public DataSource? SourceOf(string id) => Sources.FirstOrDefault(source => source.Id == id);

    public Measure? MeasureOf(string id) => Measures.FirstOrDefault(measure => measure.Id == id);

    public SeriesReading? ReadingOf(string id) => Readings.FirstOrDefault(reading => reading.Id == id);

    public Indicator? Find(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>The producers an indicator rests on, each once, in the order of its measures.</summary>
    public IReadOnlyList<DataSource> SourcesOf(Indicator indicator) =>
        [.. indicator.Measures.Select(MeasureOf).OfType<Measure>().Select(measure => SourceOf(measure.Source)).OfType<DataSource>().Distinct()];
}

/// <summary>Who makes figures, and on what terms.</summary>
/// <param name="Producer">As a page names it: « Insee ».</param>
/// <param name="Name">Of the statistics: « Recensement de la population ».</param>
/// <param name="Secrecy">What secrecy asks of its figures.</param>
/// <param name="Width">A hidden figure must stay uncertain by this much, in its unit; 0: as <paramref name="Secrecy"/> has it.</param>
public sealed record DataSource(
    string Id, string Producer, string Name, [DefaultValue("")] string Licence = "", [DefaultValue("")] string Link = "",
    [DefaultValue(SourceSecrecy.Counts)] SourceSecrecy Secrecy = SourceSecrecy.Counts, [DefaultValue(0)] decimal Width = 0);

/// <summary>Rules of <see cref="Data.Secrecy.KnownSources"/>.</summary>
public enum SourceSecrecy
{
    /// <summary>A hidden figure must stay uncertain by one unit at least, and a tenth of its size.</summary>
    Counts,
    FilosofiMedian,
    FilosofiShares,
    Enterprises,
    Police,
    FamilyAllowances,
}

/// <summary>A heading of the dashboard: « Population », « Prestations ».</summary>
public sealed record Domain(string Id, string Name);

/// <summary>What a producer counts or measures: what series are made of.</summary>
/// <param name="Unit">In the plural: « habitants », « euros », « % ».</param>
/// <param name="Additive">Figures of territories may be summed: counts and amounts, never a median, a rate or a share.</param>
/// <param name="Decimals">Shown, 0 to 6.</param>
/// <param name="Field">Whom it covers, where that is not all.</param>
/// <param name="Parts">Measures of which it is the sum, by the producer’s own definition: the auditor reckons with it.</param>
/// <param name="Rounding">Its figures are given to the nearest multiple of this, in its unit (CNAF: 5 households, 100 €); 0: as they were counted.</param>
public sealed record Measure(
    string Id, string Name, string Unit, string Source, [DefaultValue(false)] bool Additive = false, [DefaultValue(0)] int Decimals = 0,
    [DefaultValue("")] string Field = "", IReadOnlyList<string>? Parts = null, [DefaultValue(0)] decimal Rounding = 0);
