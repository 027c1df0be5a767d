using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Schemas;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;
using Almanach.Core.Tests.Platforms;
using ExcelDataReader;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>Files of Insee and Pôle emploi through the readings of the platform, held against a plain parse of the same bytes.</summary>
public class RealSeriesTests
{
    private const string Population = "population_municipale_communes_2013_2023.csv";

    private static readonly Lazy<IndicatorCatalogue> Catalogue = new(() => Core.Platforms.PlatformFolder.Read(Folders.Pfoss()).Loaded!.Indicators);

    [Theory]
    [InlineData("population-communes", Population, "codgeo", "p(..)_pop=population@20$1")]
    [InlineData("population-communes-2008", "insee_populations_legales_2008_2013_communes.csv", "DEPCOM", "PMUN(..)=population@20$1", "14697")] // L’Oudon, numbered anew by then
    [InlineData("filosofi-communes", "insee_cc_filosofi_2020_COM.csv", "CODGEO", "NBMENFISC20=menages-fiscaux@2020;NBPERSMENFISC20=personnes-menages-fiscaux@2020;MED20=revenu-median@2020;TP6020=taux-pauvrete@2020;PIMP20=part-menages-imposes@2020")]
    [InlineData("filosofi-communes-2012", "base-cc-filosofi-2012.csv", "CODGEO", "NBMENFISC12=menages-fiscaux@2012;NBPERSMENFISC12=personnes-menages-fiscaux@2012;MED12=revenu-median@2012;TP6012=taux-pauvrete@2012;PIMP12=part-menages-imposes@2012")]
    public void Every_figure_and_every_mark_of_a_text_is_the_one_in_its_cell(string reading, string name, string territory, string fields, params string[] unknown)
    {
        var raw = Plain(Given(name));
        var file = Normalise(reading, name);
        var lines = Lines(file);

        var head = lines[0].Split(',');
        var rules = fields.Split(';').Select(rule => rule.Split('=')).ToList();
        int[] columns = [.. head[3..].Select(field => raw[0].FindIndex(cell => rules.Exists(rule => Regex.IsMatch(cell, $"^{rule[0]}$") && Regex.Replace(cell, $"^{rule[0]}$", rule[1]) == field)))];
        Assert.DoesNotContain(-1, columns);
        Assert.Equal(raw[0].Count(cell => rules.Exists(rule => Regex.IsMatch(cell, $"^{rule[0]}$"))), columns.Length);
        var code = raw[0].IndexOf(territory);
        var expected = raw.Skip(1).Select((cells, row) => $"{cells[code]},{row + 2},,{string.Join(',', columns.Select(column => cells[column].Replace(',', '.')))}");
        Assert.Equal(expected, lines.Skip(1));
        var all = raw.Skip(1).SelectMany(cells => columns.Select(column => cells[column])).ToList();
        Assert.Equal(raw.Count - 1, file.Table!.Rows);
        Assert.Equal(all.Count(IsNumber), file.Table.Figures);
        Assert.Equal(all.Where(cell => !IsNumber(cell)).GroupBy(cell => cell).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())), file.Table.Marks.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(unknown, file.Table.UnplacedFirst.Select(row => row.Label));
    }

    /// <summary>Codes as spreadsheets and hands damage them: zeros lost, the letter O, small letters, names, spaces.</summary>
    [Fact]
    public void A_damaged_file_read_by_the_repairs_that_are_agreed_to_gives_the_series_of_the_sound_one()
    {
        string[] departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];
        var sound = Plain(Given(Population));
        var (code, name) = (sound[0].IndexOf("codgeo"), sound[0].IndexOf("libgeo"));
        sound = [sound[0], .. sound.Skip(1).Where(row => departments.Contains(row[1]) && ShippedTerritories.Atlas.Knows(TerritoryLevel.Municipality, TerritoryCode.Of(row[code]), 2025))];
        var names = new NameIndex(TerritoryLevel.Municipality, 2025, ShippedTerritories.Atlas);
        var unique = sound.Skip(1).Where(row => names.Find(row[name]) is { Kind: NameMatchKind.Unique, Found: [var own] } && own.Code.ToString() == row[code] && names.OnceBore(row[name], own).Count == 0).Select(row => row[name]).ToHashSet();
        var damaged = sound.Select((row, place) => string.Join(';', row.Select((cell, column) => column != code || place == 0 ? cell : (place % 7) switch
        {
            0 when cell[0] == '0' => cell[1..],
            1 when cell.Contains('0', StringComparison.Ordinal) => cell.Replace('0', 'O'),
            2 => cell.ToLowerInvariant(),
            3 => $"\u00A0{cell} ",
            4 when unique.Contains(row[name]) => row[name],
            5 => $"{cell}.0",
            _ => cell,
        }))).ToList();
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', damaged) + "\n");
        var plain = Encoding.UTF8.GetBytes(string.Join('\n', sound.Select(row => string.Join(';', row))) + "\n");
        var schema = SchemaReader.Read(Encoding.UTF8.GetBytes($$"""{"fields":[{{string.Join(',', sound[0].Select(column => $$"""{"name":"{{column}}","type":"string"{{(column == "codgeo" ? ",\"territory\":{\"level\":\"commune\",\"year\":2025}" : "")}}}"""))}}]}""")).Schema;
        CheckReport Check(MendList agreed) => TableCheck.Run(new DataFileReader().Open(new MemoryStream(bytes)), new CheckOptions(schema, null, null, ShippedTerritories.Atlas) { Agreed = agreed });

        var before = Check(MendList.None);
        var agreed = MendList.Of(before.Offers.Select(offer => offer.Mend));
        var after = Check(agreed);
        var (strict, read, whole) = (Read(bytes, null), Read(bytes, agreed), Read(plain, null));

        TestContext.Current.TestOutputHelper?.WriteLine($"{before.Errors.Count} errors, {before.Offers.Count} values offered, {after.Errors.Count} errors left, {strict.Table!.Unplaced} rows without a place, {read.Table!.Mended} rows mended of {read.Table.Rows}");
        Assert.True(before.Errors.Count > 1_000);
        Assert.True(after.IsValid, after.Errors.Kept.FirstOrDefault()?.Message);
        Assert.Equal((before.Errors.Count, whole.Table!.Unplaced), (read.Table!.Mended, read.Table.Unplaced));
        var (one, other) = (Assert.Single(SeriesTable.Read(read.Data)), Assert.Single(SeriesTable.Read(whole.Data)));
        Assert.Equal(other.Codes, one.Codes);
        Assert.Equal(other.Columns.Select(column => column.Figures), one.Columns.Select(column => column.Figures));

        static NormalisedFile Read(byte[] content, MendList? list) => NormalisedFile.Of(new DataFileReader(), Catalogue.Value.ReadingOf("population-communes")!, new MemoryStream(content), 2022, ShippedTerritories.Atlas, list);
    }

    [Fact]
    public void Every_figure_of_job_seekers_is_the_one_in_its_cell()
    {
        var name = "pole-emploi_defm_par_epci_en_decembre_2016.xlsx";
        var file = Normalise("defm-epci", name);
        var raw = Sheet(Given(name), "par catégorie");
        var head = raw.FindIndex(row => row.Contains("Catégorie ABC"));
        int[] columns = [.. new[] { "Catégorie A", "Catégorie B", "Catégorie C", "Catégorie ABC" }.Select(label => raw[head].IndexOf(label))];
        var rows = raw.Skip(head + 1).TakeWhile(row => row[0].Length > 0 && row[columns[0]].Length > 0).ToList();

        var table = Assert.Single(SeriesTable.Read(file.Data));
        Assert.Equal(1_263, rows.Count);
        Assert.Equal((rows.Count, rows.Count), (file.Table!.Rows, table.Codes.Length));
        for (var column = 0; column < columns.Length; column++)
            Assert.Equal(rows.Select(row => Shown(row[columns[column]])), table.Columns[column].Figures.Select(figure => figure.IsGiven ? figure.Value.ToString(CultureInfo.InvariantCulture) : FigureMarks.Of(figure.State)));
        var all = rows.SelectMany(row => columns.Select(column => row[column])).ToList();
        Assert.Equal(all.Count(cell => IsNumber(cell) || cell == ","), file.Table.Figures);
        Assert.Equal(all.Count(cell => cell == "s.s"), file.Table.Marks.GetValueOrDefault("s"));
        Assert.Equal(all.Count, file.Table.Figures + file.Table.Marks.Values.Sum());
        Assert.Equal(file.Table.Unplaced, table.Codes.Count(code => code == default));

        static string Shown(string cell) => cell switch { "," => "0", "s.s" => "s", _ => cell };
    }

    /// <summary>In 2023 the file lacks four municipalities of the Cantal that were set up again, and Porte des Pierres Dorées under its new number.</summary>
    [Theory]
    [InlineData("2023", "15 69")]
    [InlineData("2022", "")]
    [InlineData("2021", "")]
    [InlineData("2017", "")]
    public void Populations_of_a_region_are_the_sums_of_the_file(string period, string incomplete)
    {
        string[] departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];
        var raw = Plain(Given(Population));
        var (dep, figure) = (raw[0].IndexOf("dep"), raw[0].IndexOf($"p{period[2..]}_pop"));

        var book = Book("population-communes", Population, ShippedTerritories.Atlas.Last);

        foreach (var department in departments)
            Assert.Equal((department, Sum(department), incomplete.Contains(department, StringComparison.Ordinal) ? FigureState.Incomplete : FigureState.Given), Found(TerritoryLevel.Department, department));
        Assert.Equal(("84", departments.Sum(Sum), incomplete.Length > 0 ? FigureState.Incomplete : FigureState.Given), Found(TerritoryLevel.Region, "84"));
        Assert.Equal(Sum("69"), Found(TerritoryLevel.Department, "69D").Item2 + Found(TerritoryLevel.Department, "69M").Item2);

        decimal Sum(string code) => raw.Skip(1).Where(row => row[dep] == code && row[figure].Length > 0).Sum(row => decimal.Parse(row[figure], CultureInfo.InvariantCulture));

        (string, decimal, FigureState) Found(TerritoryLevel level, string code) => At(book, level, code, period) is var found ? (code, found.Value, found.State) : default;
    }

    [Fact]
    public void Populations_of_EPCI_are_the_sums_of_their_municipalities()
    {
        var raw = Plain(Given(Population));
        var (code, figure) = (raw[0].IndexOf("codgeo"), raw[0].IndexOf("p23_pop"));
        var figures = raw.Skip(1).Where(row => row[figure].Length > 0).ToDictionary(row => row[code], row => decimal.Parse(row[figure], CultureInfo.InvariantCulture));
        var book = Book("population-communes", Population, 2025);
        var scope = book.Geography.At(TerritoryLevel.Intercommunality)!;

        foreach (var epci in scope.Codes)
        {
            var members = ShippedTerritories.Atlas.Members(TerritoryLevel.Intercommunality, epci, TerritoryLevel.Municipality, 2025).Select(one => one.ToString())
                .SelectMany(one => one == "69123" ? Enumerable.Range(69381, 9).Select(ward => $"{ward}") : [one]).ToList();
            var lacking = members.Count(one => !figures.ContainsKey(one));
            var sum = members.Sum(one => figures.GetValueOrDefault(one));

            Assert.Equal((epci, lacking == 0 ? Figure.Of(sum) : new Figure(sum, FigureState.Incomplete, lacking)), (epci, At(book, TerritoryLevel.Intercommunality, epci.ToString(), "2023")));
        }
        Assert.True(scope.Codes.Count > 160);
    }

    /// <summary>Of before 2019 the file has only municipalities that still stood then: what merged since is not whole, and no sum hides it.</summary>
    [Fact]
    public void Years_of_which_the_file_lacks_municipalities_are_told_as_incomplete()
    {
        var raw = Plain(Given(Population));
        var (region, figure) = (raw[0].IndexOf("reg"), raw[0].IndexOf("p13_pop"));
        var stated = raw.Skip(1).Where(row => row[region] is "82" or "83" && row[figure].Length > 0).Sum(row => decimal.Parse(row[figure], CultureInfo.InvariantCulture));
        var book = Book("population-communes", Population, ShippedTerritories.Atlas.Last);

        Assert.Equal((11_644m, FigureState.Incomplete), (At(book, TerritoryLevel.Municipality, "01033", "2013").Value, At(book, TerritoryLevel.Municipality, "01033", "2013").State)); // Valserhône: Bellegarde alone
        Assert.Equal((stated, FigureState.Incomplete), (At(book, TerritoryLevel.Region, "84", "2013").Value, At(book, TerritoryLevel.Region, "84", "2013").State)); // nothing the file states of Rhône-Alpes and Auvergne is left out, Neussargues (merged and split again) included
    }

    [Theory]
    [InlineData("filosofi-communes", "insee_cc_filosofi_2020_COM.csv")]
    [InlineData("filosofi-communes-2012", "base-cc-filosofi-2012.csv")]
    [InlineData("defm-epci", "pole-emploi_defm_par_epci_en_decembre_2016.xlsx")]
    public void Nothing_hidden_can_be_worked_out_of_the_files_as_published(string reading, string name)
    {
        var (release, tables) = Release(reading, name);

        var audit = SeriesAudit.Of(release, tables, [], Catalogue.Value, ShippedTerritories.Atlas);

        Assert.True(audit is null or { IsPublishable: true }, string.Join('\n', audit?.Leaks.Concat(audit.Contradictions) ?? []));
        Assert.Equal(release.Table.Hidden, audit?.Hidden ?? 0);
    }

    private static Figure At(SeriesBook book, TerritoryLevel level, string code, string period) =>
        book.Find("population", level, period) is { } column ? column.Figures[column.Scope.PlaceOf(TerritoryCode.Of(code))] : Figure.Absent;

    private static SeriesBook Book(string reading, string name, TerritoryYear year) => new(new Geography(ShippedTerritories.Atlas, TerritoryCode.Of("84"), year), Catalogue.Value, [Release(reading, name)]);

    private static (SeriesRelease, IReadOnlyList<SeriesTable>) Release(string id, string name)
    {
        var reading = Catalogue.Value.ReadingOf(id)!;
        var file = Normalise(id, name);
        return (new SeriesRelease(id, 1, "", "", name, "", "", DateTimeOffset.UnixEpoch, reading.Level, reading.TerritoryYear, file.Table!, ReleaseState.Published, [], null), SeriesTable.Read(file.Data));
    }

    private static NormalisedFile Normalise(string reading, string name)
    {
        var file = NormalisedFile.Of(new DataFileReader(), Catalogue.Value.ReadingOf(reading)!, new MemoryStream(Given(name)), 2022, ShippedTerritories.Atlas);
        Assert.Empty(file.Problems);
        return file;
    }

    private static string[] Lines(NormalisedFile file)
    {
        using var plain = new StreamReader(new GZipStream(new MemoryStream(file.Data), CompressionMode.Decompress));
        return plain.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private static List<List<string>> Plain(byte[] content) =>
        [.. Encoding.UTF8.GetString(content).TrimStart('\uFEFF').TrimEnd('\r', '\n').Split('\n').Select(line => line.TrimEnd('\r').Split(';').ToList())];

    private static List<List<string>> Sheet(byte[] content, string name)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content));
        while (!reader.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            Assert.True(reader.NextResult());
        List<List<string>> rows = [];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!.Trim())]);
        return rows;
    }

    private static bool IsNumber(string cell) => decimal.TryParse(cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static byte[] Given(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Folders.Root, "..", "shared", "data", "tables", name));
        Assert.SkipUnless(File.Exists(path), $"The real table ../shared/data/tables/{name} is not on this machine.");
        return File.ReadAllBytes(path);
    }
}
