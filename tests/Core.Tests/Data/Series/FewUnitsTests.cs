using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Data.Territories;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Data.Series;

/// <summary>Counts that a producer gives below the threshold of their own source.</summary>
public class FewUnitsTests
{
    private static readonly SeriesReading Towns = Made.Reading("communes", TerritoryLevel.Municipality, "people");

    private readonly TestOffice _test = new(TestOffice.Exemple(), new DateTimeOffset(2022, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(SourceSecrecy.FamilyAllowances, "01001;0\n01003;5\n", 0)] // zero tells of nobody, and five is the threshold
    [InlineData(SourceSecrecy.FamilyAllowances, "01001;4\n01003;1\n01004;s\n", 2)]
    [InlineData(SourceSecrecy.Enterprises, "01001;4\n01003;2\n", 1)]
    [InlineData(SourceSecrecy.Counts, "01001;4\n01003;1\n", 0)] // a source without a threshold
    public void Counts_below_the_threshold_of_their_source_are_told(SourceSecrecy secrecy, string rows, int expected)
    {
        var few = Of(Catalogue(secrecy), Towns, $"code;people\n{rows}");

        Assert.Equal(expected, few.Sum(one => one.Count));
        Assert.All(few, one => Assert.Equal("Insee", one.Producer));
    }

    [Theory]
    [InlineData("01001;40;110\n", 0)] // a hundred persons suffice instead of fifty households
    [InlineData("01001;40;90\n", 1)]
    [InlineData("01001;60;90\n", 0)]
    public void Persons_suffice_instead_of_households_where_the_source_says_so(string row, int households)
    {
        var catalogue = Catalogue(SourceSecrecy.FilosofiMedian);
        catalogue = catalogue with { Measures = [.. catalogue.Measures, new Measure("homes", "Ménages", "ménages", "insee", Additive: true)] };

        var few = Of(catalogue, Made.Reading("communes", TerritoryLevel.Municipality, "homes", "people"), $"code;homes;people\n{row}");

        Assert.Equal(households, few.Sum(one => one.Count));
    }

    [Fact]
    public void Amounts_are_no_counts()
    {
        var catalogue = Catalogue(SourceSecrecy.FamilyAllowances);
        catalogue = catalogue with { Measures = [.. catalogue.Measures.Select(measure => measure.Id == "people" ? measure with { Unit = "milliers d’euros" } : measure)] };

        Assert.Empty(Of(catalogue, Towns, "code;people\n01001;4\n"));
    }

    [Fact]
    public void They_are_told_with_their_row_and_their_territory()
    {
        var few = Assert.Single(Of(Catalogue(SourceSecrecy.FamilyAllowances), Towns, "code;people\n01001;100\n01003;3\n"));

        Assert.Equal("1\u00A0effectif est inférieur à 5, le seuil de secret de la source (Insee)", FewWords.Count(few));
        Assert.StartsWith("Ligne\u00A03, ", FewWords.At(few.First[0]), StringComparison.Ordinal);
        Assert.EndsWith(", Habitants, 2014\u00A0: 3", FewWords.At(few.First[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_such_counts_waits_until_she_says_that_the_producer_confirms_them()
    {
        var held = await Take("communes", "code;people\n01001;100\n01003;3\n");
        var before = await Published();

        Assert.Null(await Desk.ConfirmFew("communes", 1, "coordination", _test.Now));
        var again = await Desk.ConfirmFew("communes", 1, "coordination", _test.Now);

        Assert.Equal((ReleaseState.Held, true, 0), (held.State, held.AwaitsFew, before.Count));
        Assert.Equal(Figure.Of(3), (await Book()).At("people", TerritoryLevel.Municipality, "01003"));
        Assert.Equal(Why.Changed, again!.Why);
    }

    [Fact]
    public async Task She_may_hide_them_instead_and_they_are_secrets_like_any()
    {
        await Take("communes", "code;people\n01001;100\n01003;3\n");

        Assert.Null(await Desk.HideFew("communes", 1, "coordination", _test.Now));

        Assert.Equal(FigureState.Secret, (await Book()).At("people", TerritoryLevel.Municipality, "01003").State);
        Assert.Equal(Figure.Of(100), (await Book()).At("people", TerritoryLevel.Municipality, "01001"));
    }

    [Fact]
    public async Task One_that_is_hidden_and_could_be_worked_out_holds_the_file_until_others_are_hidden_too()
    {
        await Take("departements", "code;people\n01;183\n");
        await Take("communes", "code;people\n01001;100\n01003;3\n01004;30\n01006;50\n");

        Assert.NotNull(await Desk.Withhold("communes", 1, "coordination", _test.Now)); // what becomes of the small counts is said first
        Assert.Null(await Desk.HideFew("communes", 1, "coordination", _test.Now));
        var held = (await Shelf.Find("communes", 1))!.Value;
        Assert.Null(await Desk.Withhold("communes", 1, "coordination", _test.Now));
        await Take("departements", "code;people\n01;183,0\n"); // judged beside what is hidden there

        Assert.Equal((ReleaseState.Held, 1, true), (held.State, held.Audit!.LeakCount, held.Audit.CanBeHidden));
        var release = (await Shelf.Find("communes", 1))!.Value;
        Assert.Equal((ReleaseState.Published, 2), (release.State, release.Withheld.Count));
        Assert.Equal(FigureState.Secret, (await Book()).At("people", TerritoryLevel.Municipality, "01003").State);
        Assert.Equal(1, (await Shelf.Find("departements", 2))!.Value.Audit!.Hidden);
    }

    private static IReadOnlyList<FewUnits> Of(IndicatorCatalogue catalogue, SeriesReading reading, string text) =>
        FewUnits.Of(SeriesTable.Read(Made.Normalise(text, reading).Data), reading, catalogue, SmallCountry.Country);

    private static IndicatorCatalogue Catalogue(SourceSecrecy secrecy) =>
        Made.Catalogue with { Sources = [.. Made.Catalogue.Sources.Select(source => source.Id == "insee" ? source with { Secrecy = secrecy } : source)] };

    private SeriesShelf Shelf => _test.Office.SeriesFiles;

    private SeriesDesk Desk
    {
        get
        {
            var setting = TestOffice.Exemple();
            setting = setting with { Folder = setting.Folder with { Indicators = Catalogue(SourceSecrecy.FamilyAllowances) } };
            return new SeriesDesk(_test.Office.Ledger, Shelf, _test.Office.DeliveryFiles, setting, new DataFileReader(), _ => Task.FromResult(SmallCountry.Country));
        }
    }

    private async Task<SeriesRelease> Take(string reading, string text)
    {
        var taken = await Desk.TakeIn(reading, "fichier.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), 2014, _test.Now);
        Assert.Empty(taken.Problems);
        return taken.Release!;
    }

    private async Task<IReadOnlyList<(SeriesRelease Release, IReadOnlyList<SeriesTable> Tables)>> Published() => await Desk.Published(await Shelf.All());

    private async Task<SeriesBook> Book() => new(Made.Country, Made.Catalogue, await Published());
}
