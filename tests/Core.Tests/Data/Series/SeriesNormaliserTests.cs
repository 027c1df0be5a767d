using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Series;

public class SeriesNormaliserTests
{
    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.50", "12.50")]
    [InlineData("12 500", "12500")]
    [InlineData("1 234 567,8", "1234567.8")]
    [InlineData("\"-3,25\"", "-3.25")]
    [InlineData("−4", "-4")] // the sign of minus
    [InlineData("+7", "7")]
    [InlineData("0", "0")]
    [InlineData("1,25E+05", "125000")]
    [InlineData("123456789012345678901,5", "123456789012345678901.5")]
    public void A_number_keeps_its_digits_and_has_a_point(string cell, string written)
    {
        var file = Made.Normalise($"code;people\n01001;{cell}\n01003;8\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal(["territoire,ligne,libelle,people@2014", $"01001,2,,{written}", "01003,3,,8"], Made.Lines(file));
        Assert.Equal(2, file.Table!.Figures);
    }

    [Theory]
    [InlineData("s", "s", FigureState.Secret)]
    [InlineData("s.s", "s", FigureState.Secret)]
    [InlineData("conf.", "s", FigureState.Secret)]
    [InlineData("Confidentiel", "s", FigureState.Secret)]
    [InlineData("nd", "nd", FigureState.NotAvailable)]
    [InlineData("so", "so", FigureState.NotApplicable)]
    [InlineData("n.s.", "ns", FigureState.NotSignificant)]
    [InlineData("ndiff", "ndiff", FigureState.NotDisseminated)]
    [InlineData("", "", FigureState.Blank)]
    public void A_mark_stays_what_it_is_and_is_never_a_zero(string cell, string written, FigureState state)
    {
        var file = Made.Normalise($"code;people\n01001;{cell}\n01003;8\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal($"01001,2,,{written}", Made.Lines(file)[1]);
        Assert.Equal(1, file.Table!.Marks[written]);
        Assert.Equal(new Figure(0, state), SeriesTable.Read(file.Data)[0].Columns[0].Figures[0]);
    }

    [Fact]
    public void A_lone_comma_is_a_zero_only_where_the_reading_says_so()
    {
        const string text = "code;people\n01001;,\n01003;8\n";
        var reading = Made.Reading("r", TerritoryLevel.Municipality, "people");

        var asZero = Made.Normalise(text, reading with { ZeroSign = true });
        var asNothing = Made.Normalise(text, reading);

        Assert.Equal("01001,2,,0", Made.Lines(asZero)[1]);
        Assert.Contains("Ligne\u00A02", Assert.Single(asNothing.Problems), StringComparison.Ordinal);
        Assert.Empty(asNothing.Data);
    }

    [Fact]
    public void Titles_and_notes_are_no_rows()
    {
        var file = Made.Normalise("Population des communes;;\n;;\ncode;nom;people\n01001;Bourg;5\n01003;Val;6\n01006;Plaine;7\n;;\nSource : Insee, recensement de la population\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal(["01001,4,,5", "01003,5,,6", "01006,6,,7"], Made.Lines(file)[1..]);
        Assert.Equal(3, file.Table!.Rows);
    }

    [Fact]
    public void What_has_no_known_code_keeps_its_label_and_its_row()
    {
        var file = Made.Normalise("code;people\n01001;5\n\"Hors ligne, \"\"divers\"\"\";6\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal(",3,\"Hors ligne, \"\"divers\"\"\",6", Made.Lines(file)[2]);
        Assert.Equal(new UnplacedRow(3, "Hors ligne, \"divers\""), Assert.Single(file.Table!.UnplacedFirst));
        var table = Assert.Single(SeriesTable.Read(file.Data));
        Assert.Equal([TerritoryCode.Of("01001"), default], table.Codes);
        Assert.Equal([5, 6], table.Columns[0].Figures.Select(figure => figure.Value));
    }

    [Fact]
    public void A_code_that_its_list_does_not_have_is_kept_and_told()
    {
        var file = Made.Normalise("code;people\n01001;5\n1003;6\n01999;7\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal(["01001,2,,5", "1003,3,,6", "01999,4,,7"], Made.Lines(file)[1..]);
        Assert.Equal([new UnplacedRow(3, "1003"), new UnplacedRow(4, "01999")], file.Table!.UnplacedFirst);
    }

    [Fact]
    public void Names_find_their_territories_and_stay_beside_them()
    {
        var file = Made.Normalise("code;people\nBourg;5\nVal-Neuf;6\nNulle part;7\n", Made.Reading("r", TerritoryLevel.Municipality, "people") with { ByName = true });

        Assert.Equal(["01001,2,Bourg,5", "01004,3,Val-Neuf,6", ",4,Nulle part,7"], Made.Lines(file)[1..]);
        Assert.Equal(1, file.Table!.Unplaced);
    }

    [Fact]
    public void A_territory_twice_is_refused()
    {
        var file = Made.Normalise("code;people\n01001;5\n01003;6\n01001;7\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        var problem = Assert.Single(file.Problems);
        Assert.Contains("Ligne\u00A04", problem, StringComparison.Ordinal);
        Assert.Contains("01001", problem, StringComparison.Ordinal);
        Assert.Null(file.Table);
    }

    [Fact]
    public void A_territory_may_return_in_another_period()
    {
        var reading = Made.Reading("r", TerritoryLevel.Municipality, "people") with { Period = "", PeriodColumn = "an" };

        var file = Made.Normalise("code;an;people\n01001;2013;5\n01001;2014;6\n", reading);
        var twice = Made.Normalise("code;an;people\n01001;2013;5\n01001;2013;6\n", reading);

        Assert.Equal(["territoire,ligne,periode,libelle,people", "01001,2,2013,,5", "01001,3,2014,,6"], Made.Lines(file));
        Assert.Single(twice.Problems);
    }

    [Theory]
    [InlineData("déc. 2013")]
    [InlineData("")]
    [InlineData("2013-13")]
    public void A_cell_that_is_no_period_is_refused(string period)
    {
        var file = Made.Normalise($"code;an;people\n01001;2014;5\n01003;{period};6\n", Made.Reading("r", TerritoryLevel.Municipality, "people") with { Period = "", PeriodColumn = "an" });

        Assert.Contains("n’est pas une période", Assert.Single(file.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_neither_number_nor_mark_refuses_the_file()
    {
        var file = Made.Normalise("code;people\n01001;5\n01003;8O2\n01006;7\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal("Ligne\u00A03, colonne «\u00A0people\u00A0»\u00A0: «\u00A08O2\u00A0» n’est ni un nombre, ni une marque connue. Corrigez la cellule.", Assert.Single(file.Problems));
        Assert.Empty(file.Data);
    }

    [Fact]
    public void A_missing_column_is_told_with_those_there_are()
    {
        var file = Made.Normalise("code;habitants\n01001;5\n01003;6\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        var problem = Assert.Single(file.Problems);
        Assert.Contains("La colonne «\u00A0people\u00A0» manque", problem, StringComparison.Ordinal);
        Assert.Contains("«\u00A0habitants\u00A0»", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_reads_each_year_and_two_columns_of_one_series_are_refused()
    {
        var pattern = Made.Reading("r", TerritoryLevel.Municipality, "p(\\d\\d)=people=20$1");
        var twice = Made.Reading("r", TerritoryLevel.Municipality, "p(\\d\\d)=people=2014");

        var file = Made.Normalise("code;p13;p14\n01001;5;6\n01003;7;8\n", pattern);

        Assert.Equal("territoire,ligne,libelle,people@2013,people@2014", Made.Lines(file)[0]);
        Assert.Contains("deux fois la même série", Assert.Single(Made.Normalise("code;p13;p14\n01001;5;6\n01003;7;8\n", twice).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_head_below_that_moves_the_columns_is_refused()
    {
        var file = Made.Normalise("code;people;median\n01001;5;6\n01003;7;8\n01004;9;10\n\ncode;median;people\n01006;11;12\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Contains("d’autres titres de colonnes", Assert.Single(file.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_head_again_changes_nothing()
    {
        var file = Made.Normalise("code;people;median\n01001;5;6\n01003;7;8\n01004;9;10\n\ncode;people;median\n01006;11;12\n", Made.Reading("r", TerritoryLevel.Municipality, "people"));

        Assert.Equal(["5", "7", "9", "11"], Made.Lines(file)[1..].Select(line => line.Split(',')[3]));
    }
}
