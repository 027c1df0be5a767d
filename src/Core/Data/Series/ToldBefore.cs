using Almanach.Core.Calendar;
using Almanach.Core.Data.Indicators;
using Almanach.Core.French;

namespace Almanach.Core.Data.Series;

/// <summary>Where a figure stood before, as a person knows it: the day and the producer, never the id of a release.</summary>
internal static class ToldBefore
{
    /// <summary>« déjà publié le mardi 1er mars 2022, source : CAF ».</summary>
    /// <param name="zone">Of the platform; null where nobody minds the hour.</param>
    public static string Of(SeriesRelease release, IndicatorCatalogue catalogue, PlatformZone? zone)
    {
        var day = zone?.DayOf(release.At) ?? DateOnly.FromDateTime(release.At.UtcDateTime);
        var source = catalogue.ReadingOf(release.Reading) is { } reading ? catalogue.SourceOf(reading.Source)?.Producer : null;
        return $"déjà publié le {FrenchDates.Day(day)}{(source is null ? "" : $", source\u00A0: {source}")}";
    }
}
