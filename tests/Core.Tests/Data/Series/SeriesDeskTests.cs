using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Data.Territories;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Data.Series;

public class SeriesDeskTests
{
    private const string Towns = "code;people\n01001;100\n01003;20\n01004;30\n01006;50\n";

    private static readonly Setting Platform = TestOffice.Exemple();

    private readonly TestOffice _test = new(Platform, new DateTimeOffset(2022, 3, 1, 8, 0, 0, TimeSpan.Zero));

    private readonly SeriesDesk _desk;

    public SeriesDeskTests()
    {
        var setting = Platform with { Folder = Platform.Folder with { Indicators = Made.Catalogue } };
        _desk = new SeriesDesk(_test.Office.Ledger, Shelf, _test.Office.DeliveryFiles, setting, new DataFileReader(), _ => Task.FromResult(SmallCountry.Country));
    }

    [Fact]
    public async Task A_file_is_published_kept_raw_and_described()
    {
        var release = await Take("communes", Towns);

        Assert.Equal(("communes-1", ReleaseState.Published), (release.Id, release.State));
        Assert.Equal(Towns, Encoding.UTF8.GetString((await _test.Files.Read(release.RawPath))!));
        Assert.Contains("Habitants", Encoding.UTF8.GetString((await _test.Files.Read(release.PackagePath))!), StringComparison.Ordinal);
        Assert.Equal(Figure.Of(200), (await Book()).At("people", TerritoryLevel.Department, "01"));
        Assert.Equal(1, await Shelf.Revision());
    }

    [Fact]
    public async Task The_same_file_twice_is_one_release()
    {
        var first = await Take("communes", Towns);

        var again = await Take("communes", Towns);

        Assert.Equal(first.Id, again.Id);
        Assert.Single(await Shelf.All());
        Assert.Equal(1, await Shelf.Revision());
    }

    [Fact]
    public async Task The_same_file_at_once_is_one_release()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Take("communes", Towns))));

        Assert.Single(await Shelf.All());
    }

    [Fact]
    public async Task Two_files_at_once_are_two_releases_each_with_its_figures()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(figure => Task.Run(() => Take("communes", Towns.Replace(";50", $";5{figure}", StringComparison.Ordinal)))));

        var all = await Shelf.All();
        Assert.Equal([1, 2, 3, 4], all.Select(release => release.Number));
        Assert.Equal([51, 52, 53, 54], (await Task.WhenAll(all.Select(release => Shelf.Tables(release)))).Select(tables => tables[0].Columns[0].Figures[3].Value).Order());
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_but_its_bytes()
    {
        var taken = await _desk.TakeIn("communes", "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(Towns.Replace(";20", ";2O", StringComparison.Ordinal))), 2014, _test.Now);

        Assert.Null(taken.Release);
        Assert.Single(taken.Problems);
        Assert.Empty(await Shelf.All());
        Assert.Equal(0, await Shelf.Revision());
    }

    [Fact]
    public async Task An_unknown_reading_is_told_with_those_there_are()
    {
        var taken = await _desk.TakeIn("comunes", "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(Towns)), 2014, _test.Now);

        Assert.Contains("communes, departements", Assert.Single(taken.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_give_a_secret_away_is_held_and_published_once_further_figures_are_hidden()
    {
        await Take("departements", "code;people\n01;200\n");
        var held = await Take("communes", Towns.Replace(";30", ";s", StringComparison.Ordinal));

        Assert.Equal(ReleaseState.Held, held.State);
        Assert.Null((await Book()).Find("people", TerritoryLevel.Municipality, "2014"));

        Assert.Null(await _desk.Withhold("communes", 1, "coordination", _test.Now));

        var withheld = Assert.Single((await Shelf.All())[0].Withheld);
        var book = await Book();
        Assert.Equal(FigureState.Withheld, book.At("people", TerritoryLevel.Municipality, withheld.Code).State);
        Assert.Equal(FigureState.Secret, book.At("people", TerritoryLevel.Municipality, "01004").State);
        Assert.Equal(Figure.Of(200), book.At("people", TerritoryLevel.Department, "01"));
        Assert.NotNull(await _desk.Withhold("communes", 1, "coordination", _test.Now));
    }

    [Fact]
    public async Task A_figure_that_is_withheld_is_not_found_again_at_its_origin()
    {
        await Take("departements", "code;people\n01;200\n");
        await Take("communes", Towns.Replace(";30", ";s", StringComparison.Ordinal));
        await _desk.Withhold("communes", 1, "coordination", _test.Now);
        var withheld = Assert.Single((await Shelf.All())[0].Withheld);
        var indicator = new Indicator("people", "population", "Population", "habitants", IndicatorKind.Count, ["people"], "");
        var board = new Board(await Book(), new Dictionary<TerritoryLevel, TerritoryMap>(), await Shelf.All(), 1, []);

        var origin = await new OriginDesk(Shelf).Of(board, indicator, TerritoryLevel.Municipality, TerritoryCode.Of(withheld.Code), "2014");
        var sum = await new OriginDesk(Shelf).Of(board, indicator, TerritoryLevel.Department, TerritoryCode.Of("01"), "2014");

        Assert.Equal(FigureState.Withheld, Assert.Single(Assert.Single(origin!.Measures).Cells).Figure.State);
        Assert.Empty(origin.Measures[0].Earlier);
        Assert.DoesNotContain(sum!.Measures.SelectMany(measure => measure.Cells), cell => cell.Code.ToString() == withheld.Code && cell.Figure.IsGiven);
    }

    [Fact]
    public async Task The_same_bytes_for_another_year_are_other_figures()
    {
        await Take("communes", Towns);

        var next = await _desk.TakeIn("communes", "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(Towns)), 2015, _test.Now);
        var again = await _desk.TakeIn("communes", "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(Towns)), 2015, _test.Now);

        Assert.Equal((2, "2015"), (next.Release!.Number, Assert.Single(next.Release.Table.Columns).Period));
        Assert.Equal(2, again.Release!.Number);
    }

    [Fact]
    public async Task Hidden_figures_that_no_longer_suffice_are_not_published()
    {
        await Take("departements", "code;people\n01;200\n");
        await Take("communes", Towns.Replace(";30", ";s", StringComparison.Ordinal));
        await Take("communes", Towns.Replace(";100", ";100,0", StringComparison.Ordinal));

        var refusal = await _desk.Withhold("communes", 1, "coordination", _test.Now);

        Assert.Equal(Why.Changed, refusal!.Why);
        Assert.Equal(ReleaseState.Held, (await Shelf.All())[0].State);
    }

    [Fact]
    public async Task A_withdrawn_release_gives_way_to_the_older_one_and_its_file_may_come_again()
    {
        await Take("communes", Towns);
        await Later();
        await Take("communes", Towns.Replace(";100", ";101", StringComparison.Ordinal));
        Assert.Equal(Figure.Of(101), (await Book()).At("people", TerritoryLevel.Municipality, "01001"));

        Assert.Null(await _desk.Withdraw("communes", 2, "coordination", _test.Now));

        Assert.Equal(Figure.Of(100), (await Book()).At("people", TerritoryLevel.Municipality, "01001"));
        Assert.NotNull(await _desk.Withdraw("communes", 2, "coordination", _test.Now));
        await Later();
        Assert.Equal(3, (await Take("communes", Towns.Replace(";100", ";101", StringComparison.Ordinal))).Number);
    }

    [Fact]
    public async Task A_release_that_is_not_there_is_refused() => Assert.Equal(Why.Unknown, (await _desk.Withdraw("communes", 7, "coordination", _test.Now))!.Why);

    private SeriesShelf Shelf => _test.Office.SeriesFiles;

    private async Task<SeriesRelease> Take(string reading, string text)
    {
        var taken = await _desk.TakeIn(reading, "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), 2014, _test.Now);
        Assert.Empty(taken.Problems);
        return taken.Release!;
    }

    private async Task<SeriesBook> Book() => new(Made.Country, Made.Catalogue, await _desk.Published(await Shelf.All()));

    private Task Later() => _test.At(_test.Now.AddDays(1));
}
