using System.IO.Compression;
using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Tests.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

/// <summary>Small files of producers, read as the platform reads them.</summary>
internal static class Made
{
    /// <summary>In 2014: 01001 (with 01002 since 2012), 01003 and 01004 (one until 2013), 01006 (01005 until 2013).</summary>
    public static Geography Country { get; } = new(SmallCountry.Country, TerritoryCode.Of("84"), 2014);

    public static IndicatorCatalogue Catalogue { get; } = new(
        [new DataSource("insee", "Insee", "Recensement"), new DataSource("caf", "CAF", "Allocataires")],
        [new Domain("population", "Population")],
        [
            new Measure("people", "Habitants", "habitants", "insee", Additive: true),
            new Measure("median", "Médiane", "euros", "insee"),
            new Measure("a", "Catégorie A", "personnes", "caf", Additive: true),
            new Measure("b", "Catégorie B", "personnes", "caf", Additive: true),
            new Measure("c", "Catégorie C", "personnes", "caf", Additive: true),
            new Measure("abc", "Catégories A, B et C", "personnes", "caf", Additive: true, Parts: ["a", "b", "c"]),
            new Measure("rsa", "Foyers allocataires du RSA", "foyers", "caf", Additive: true, Rounding: 5),
        ],
        [Reading("communes", TerritoryLevel.Municipality, "people"), Reading("departements", TerritoryLevel.Department, "people")],
        []);

    /// <param name="columns">Measures, each in the column of its name, or patterns « motif=mesure=période ».</param>
    public static SeriesReading Reading(string id, TerritoryLevel level, params string[] columns) => new(
        id, id, "insee", level, "code", 2014, [.. columns.Select(column => column.Split('=')).Select(parts => parts is [var name, var measure, var period] ? new ReadColumn(name, measure, period) : new ReadColumn(parts[0], parts[0]))], Period: "[année]");

    public static NormalisedFile Normalise(string text, SeriesReading reading, Atlas? lists = null) =>
        NormalisedFile.Of(new DataFileReader(), reading, new MemoryStream(Encoding.UTF8.GetBytes(text)), 2014, lists ?? SmallCountry.Country);

    /// <summary>The normalised file as it is kept, by lines.</summary>
    public static string[] Lines(NormalisedFile file)
    {
        Assert.Empty(file.Problems);
        using var plain = new StreamReader(new GZipStream(new MemoryStream(file.Data), CompressionMode.Decompress));
        return plain.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    public static (SeriesRelease Release, IReadOnlyList<SeriesTable> Tables) Release(string text, SeriesReading reading, int number = 1, Atlas? lists = null)
    {
        var file = Normalise(text, reading, lists);
        Assert.Empty(file.Problems);
        return (new SeriesRelease(reading.Id, number, $"{reading.Id}{number}", "", "fichier.csv", "", "", new DateTimeOffset(2022, 1, number, 0, 0, 0, TimeSpan.Zero), reading.Level, reading.TerritoryYear, file.Table!, ReleaseState.Published, [], null),
            SeriesTable.Read(file.Data));
    }

    public static SeriesBook Book(params (SeriesRelease, IReadOnlyList<SeriesTable>)[] releases) => new(Country, Catalogue, releases);

    public static Figure At(this SeriesBook book, string measure, TerritoryLevel level, string code, string period = "2014") =>
        book.Find(measure, level, period) is { } column ? column.Figures[column.Scope.PlaceOf(TerritoryCode.Of(code))] : Figure.Absent;
}
