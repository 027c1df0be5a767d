using System.Globalization;
using System.Text;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

public class SeriesBookTests
{
    internal static readonly Lazy<Geography> Region = new(() => new Geography(ShippedTerritories.Atlas, TerritoryCode.Of("84"), 2024));

    private static readonly Towns Everywhere = new();

    private const string All = "code;people\n01001;100\n01003;20\n01004;30\n01006;50\n";

    [Theory]
    [InlineData(TerritoryLevel.Department, "01")]
    [InlineData(TerritoryLevel.Department, "69")]
    [InlineData(TerritoryLevel.Department, "69D")]
    [InlineData(TerritoryLevel.Department, "69M")]
    [InlineData(TerritoryLevel.Arrondissement, "011")]
    [InlineData(TerritoryLevel.Intercommunality, "200046977")]
    [InlineData(TerritoryLevel.Region, "84")]
    [InlineData(TerritoryLevel.Metropolis, "METRO")]
    public void Municipalities_add_up_to_every_level(TerritoryLevel level, string code)
    {
        var members = Atlas.Members(level, TerritoryCode.Of(code), TerritoryLevel.Municipality, 2024);

        var found = Everywhere.Whole.At("people", level, code);

        Assert.Equal(Figure.Of(members.Sum(Towns.Figure)), found);
        Assert.True(Everywhere.Whole.Find("people", level, "2014")!.IsSummed);
    }

    [Fact]
    public void Both_parts_of_the_Rhone_make_the_whole() =>
        Assert.Equal(Everywhere.Whole.At("people", TerritoryLevel.Department, "69").Value, Everywhere.Whole.At("people", TerritoryLevel.Department, "69D").Value + Everywhere.Whole.At("people", TerritoryLevel.Department, "69M").Value);

    [Fact]
    public void A_hidden_member_leaves_a_sum_that_is_only_the_least_it_can_be()
    {
        var book = Made.Book(Made.Release(All.Replace("20", "s", StringComparison.Ordinal), Communes));

        Assert.Equal(new Figure(180, FigureState.Incomplete, 1), book.At("people", TerritoryLevel.Department, "01"));
        Assert.Equal(new Figure(180, FigureState.Incomplete, 1), book.At("people", TerritoryLevel.Metropolis, "METRO"));
        Assert.Equal(new Figure(30, FigureState.Incomplete, 1), book.At("people", TerritoryLevel.Intercommunality, "200000001"));
        Assert.Equal(FigureState.Secret, book.At("people", TerritoryLevel.Municipality, "01003").State);
    }

    [Fact]
    public void A_median_is_not_summed()
    {
        var book = Made.Book(Made.Release("code;median\n01001;100\n01003;20\n", Made.Reading("r", TerritoryLevel.Municipality, "median")));

        Assert.Null(book.Find("median", TerritoryLevel.Department, "2014"));
        Assert.Equal(Figure.Of(100), book.At("median", TerritoryLevel.Municipality, "01001"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_producer_gives_at_a_level_wins_over_the_sum(bool isOlder)
    {
        var own = Made.Release("code;people\n01;201\n", Departements, isOlder ? 1 : 2);
        var towns = Made.Release(All, Communes, isOlder ? 2 : 1);

        var book = isOlder ? Made.Book(own, towns) : Made.Book(towns, own);

        Assert.Equal(Figure.Of(201), book.At("people", TerritoryLevel.Department, "01"));
        Assert.False(book.Find("people", TerritoryLevel.Department, "2014")!.IsSummed);
        Assert.Equal(Figure.Of(200), book.At("people", TerritoryLevel.Region, "84"));
    }

    [Fact]
    public void Files_of_several_producers_each_give_their_own_territories()
    {
        var (ours, theirs) = (Communes, Communes with { Id = "autres" });

        var book = Made.Book(Made.Release("code;people\n01001;100\n01003;20\n", ours), Made.Release("code;people\n01004;30\n01006;50\n", theirs, 2));

        Assert.Equal([Figure.Of(100), Figure.Of(20), Figure.Of(30), Figure.Of(50)], new[] { "01001", "01003", "01004", "01006" }.Select(code => book.At("people", TerritoryLevel.Municipality, code)));
        Assert.Equal(Figure.Of(200), book.At("people", TerritoryLevel.Department, "01"));
        Assert.Equal(Figure.Of(200), book.At("people", TerritoryLevel.Metropolis, "METRO"));
        var department = book.Find("people", TerritoryLevel.Department, "2014")!;
        Assert.Equal(["autres-2", "communes-1"], department.MakingUp(department.Scope.PlaceOf(TerritoryCode.Of("01"))).Select(part => part.Release.Id));
        var towns = book.Find("people", TerritoryLevel.Municipality, "2014")!;
        Assert.Equal("communes-1", Assert.Single(towns.MakingUp(towns.Scope.PlaceOf(TerritoryCode.Of("01003")))).Release.Id);
    }

    [Fact]
    public void Where_two_readings_give_the_same_territory_the_newer_holds_and_a_secret_stays_one()
    {
        var book = Made.Book(
            Made.Release("code;people\n01001;100\n01003;20\n01004;30\n01006;50\n", Communes),
            Made.Release("code;people\n01001;101\n01003;s\n01004;\n", Communes with { Id = "autres" }, 2));

        Assert.Equal([Figure.Of(101), new Figure(0, FigureState.Secret), Figure.Of(30), Figure.Of(50)], new[] { "01001", "01003", "01004", "01006" }.Select(code => book.At("people", TerritoryLevel.Municipality, code)));
    }

    [Fact]
    public void A_file_of_the_same_reading_takes_the_place_of_the_former_whole()
    {
        var book = Made.Book(Made.Release(All, Communes), Made.Release("code;people\n01001;101\n", Communes, 2));

        Assert.Equal(Figure.Absent, book.At("people", TerritoryLevel.Municipality, "01003"));
    }

    [Fact]
    public void The_newer_of_two_releases_holds_column_by_column()
    {
        var both = Made.Reading("communes", TerritoryLevel.Municipality, "p(\\d\\d)=people=20$1");
        var old = Made.Release("code;p13;p14\n01001;1;2\n01003;3;4\n", both, 1);
        var corrected = Made.Release("code;p14\n01001;20\n01003;40\n", both, 2);

        var book = Made.Book(old, corrected);

        Assert.Equal(Figure.Of(20), book.At("people", TerritoryLevel.Municipality, "01001", "2014"));
        Assert.Equal(Figure.Of(1), book.At("people", TerritoryLevel.Municipality, "01001", "2013"));
        Assert.Equal(["2013", "2014"], book.Periods("people", TerritoryLevel.Municipality));
        Assert.Equal(2, book.Find("people", TerritoryLevel.Municipality, "2014")!.Release.Number);
    }

    [Theory]
    [InlineData("69;100\n69M;60", "69D", 40)]
    [InlineData("69;100\n69D;40", "69M", 60)]
    [InlineData("69D;40\n69M;60", "69", 100)]
    public void Two_figures_of_the_Rhone_give_the_third(string rows, string code, int figure)
    {
        var book = Real("code;people\n01;5\n" + rows + "\n", Departements);

        Assert.Equal(Figure.Of(figure), book.At("people", TerritoryLevel.Department, code));
    }

    [Theory]
    [InlineData("69;100\n69M;s", "69D")]
    [InlineData("69;s\n69M;60", "69D")]
    [InlineData("69;100\n69D;ndiff", "69M")]
    [InlineData("69;100", "69M")]
    public void A_hidden_figure_of_the_Rhone_is_never_completed(string rows, string code)
    {
        var book = Real("code;people\n01;5\n" + rows + "\n", Departements);

        Assert.Equal(FigureState.Absent, book.At("people", TerritoryLevel.Department, code).State);
    }

    [Fact]
    public void An_EPCI_whose_bounds_have_changed_has_no_figure()
    {
        var epci = Made.Reading("epci", TerritoryLevel.Intercommunality, "people");

        var before = Made.Book(Made.Release("code;people\n200000001;70\n", epci with { TerritoryYear = 2012 }, lists: null));
        var now = Made.Book(Made.Release("code;people\n200000001;70\n", epci with { TerritoryYear = 2013 }, lists: null));

        Assert.Equal(FigureState.OtherBounds, before.At("people", TerritoryLevel.Intercommunality, "200000001").State);
        Assert.Equal(Figure.Of(70), now.At("people", TerritoryLevel.Intercommunality, "200000001"));
    }

    [Fact]
    public void A_column_that_has_the_bounds_of_another_year_is_carried_from_there()
    {
        var reading = Made.Reading("communes", TerritoryLevel.Municipality, "people") with
        {
            TerritoryYear = 2010,
            Columns = [new("p10", "people", "2010"), new("p14", "people", "2014", 2014)],
        };

        var book = Made.Book(Made.Release("code;p10;p14\n01001;100;120\n01002;15;\n01003;20;21\n01006;;50\n", reading));

        Assert.Equal(Figure.Of(115), book.At("people", TerritoryLevel.Municipality, "01001", "2010"));
        Assert.Equal(Figure.Of(120), book.At("people", TerritoryLevel.Municipality, "01001"));
        Assert.Equal(FigureState.OtherBounds, book.At("people", TerritoryLevel.Municipality, "01003", "2010").State);
        Assert.Equal(Figure.Of(21), book.At("people", TerritoryLevel.Municipality, "01003"));
    }

    [Fact]
    public void Withheld_figures_are_not_in_the_book()
    {
        var (release, tables) = Made.Release(All, Communes);

        var book = Made.Book((release with { Withheld = [new WithheldFigure("people", "2014", "01004")] }, tables));

        Assert.Equal(FigureState.Withheld, book.At("people", TerritoryLevel.Municipality, "01004").State);
        Assert.Equal(new Figure(170, FigureState.Incomplete, 1), book.At("people", TerritoryLevel.Department, "01"));
    }

    private static Core.Data.Indicators.SeriesReading Communes => Made.Reading("communes", TerritoryLevel.Municipality, "people");

    private static Core.Data.Indicators.SeriesReading Departements => Made.Reading("departements", TerritoryLevel.Department, "people");

    private static Atlas Atlas => ShippedTerritories.Atlas;

    private static SeriesBook Real(string text, Core.Data.Indicators.SeriesReading reading) =>
        new(Region.Value, Made.Catalogue, [Made.Release(text, reading with { TerritoryYear = 2024 }, lists: Atlas)]);

    /// <summary>Every municipality of 2024, each with a figure of its own.</summary>
    private sealed class Towns
    {
        private readonly Lazy<SeriesBook> _whole = new(() =>
        {
            var text = new StringBuilder("code;people\n");
            foreach (var municipality in Atlas.All(TerritoryLevel.Municipality, 2024))
                text.Append(CultureInfo.InvariantCulture, $"{municipality.Code};{Figure(municipality.Code)}\n");
            return Real(text.ToString(), Communes);
        });

        public SeriesBook Whole => _whole.Value;

        public static int Figure(TerritoryCode code) => code.ToString().Aggregate(0, (sum, one) => ((sum * 7) + one) % 997);
    }
}
