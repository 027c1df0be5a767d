using System.Text;
using Almanach.Core.Data.Reading;

namespace Almanach.Core.Tests.Data.Reading;

public class TableRowsTests
{
    private const string Body = "01001;Abergement;767\n01002;Varey;236\n01004;Ambérieu;14359\n";

    [Fact]
    public void A_plain_table_has_its_head_in_the_first_row()
    {
        using var rows = Texts.Rows("CODGEO;LIBGEO;POP\n" + Body);

        Assert.Equal(["CODGEO", "LIBGEO", "POP"], rows.Head!.Columns.Select(column => column.Name));
        Assert.Equal([2, 3, 4], Data(rows));
        Assert.Empty(rows.Notes);
    }

    [Fact]
    public void Titles_before_and_notes_below_are_no_rows()
    {
        using var rows = Texts.Rows("Populations légales 2013\nSource : Insee\n\nCODGEO;LIBGEO;POP\n" + Body + "\nSource : Insee, recensement\n* provisoire\n(1) hors Mayotte;;\n");

        Assert.Equal((4, 4), (rows.Head!.FirstRow, rows.Head.LastRow));
        Assert.Equal([1, 2], rows.Head.Titles);
        Assert.Equal([5, 6, 7], Data(rows));
        Assert.Equal([9, 10, 11], rows.Notes);
    }

    [Fact]
    public void A_row_of_codes_under_the_labels_names_the_columns()
    {
        using var rows = Texts.Rows("Code géographique;Libellé géographique;Population 2013\nCODGEO;LIBGEO;POP13\n" + Body);

        Assert.Equal(["CODGEO", "LIBGEO", "POP13"], rows.Head!.Columns.Select(column => column.Name));
        Assert.Equal("Population 2013 – POP13", rows.Head.Columns[2].Label);
        Assert.Equal([3, 4, 5], Data(rows));
    }

    [Fact]
    public void Groups_above_the_labels_hold_for_all_their_columns()
    {
        using var rows = Texts.Rows(";Hommes;;Femmes;\nEPCI;- 25 ans;25 ans et +;- 25 ans;25 ans et +\nCC de la Dombes;12;34;15;38\nCA du Puy;22;54;25;68\nBrest Métropole;120;340;150;380\n");

        Assert.Equal(["EPCI", "Hommes – - 25 ans", "Hommes – 25 ans et +", "Femmes – - 25 ans", "Femmes – 25 ans et +"], rows.Head!.Columns.Select(column => column.Name));
        Assert.Equal([3, 4, 5], Data(rows));
    }

    [Fact]
    public void Years_are_a_head_of_numbers()
    {
        using var rows = Texts.Rows("Département;2019;2020;2021\nAin;1;2;3\nAllier;4;5;6\n");

        Assert.Equal(["Département", "2019", "2020", "2021"], rows.Head!.Columns.Select(column => column.Name));
        Assert.Equal([2, 3], Data(rows));
    }

    [Fact]
    public void A_table_without_a_head_loses_no_row()
    {
        using var rows = Texts.Rows(Body);

        Assert.True(rows.Head!.IsMissing);
        Assert.Equal([1, 2, 3], Data(rows));
    }

    [Fact]
    public void A_row_that_holds_only_its_code_is_data_even_at_the_end()
    {
        using var rows = Texts.Rows("CODGEO;LIBGEO;POP\n" + Body + "01005;;\n");

        Assert.Equal([2, 3, 4, 5], Data(rows));
    }

    [Fact]
    public void A_total_set_apart_by_a_blank_row_is_data_and_its_blank_row_no_gap()
    {
        using var rows = Texts.Rows("EPCI;A;B\nCC du Lac;1;2\nCC du Pic;3;4\n\nTOTAL;4;6\ns.s : secret statistique;;\n");

        Assert.Equal([(TableEvent.Row, 2), (TableEvent.Row, 3), (TableEvent.Row, 5)], Events(rows));
        Assert.Equal([6], rows.Notes);
    }

    [Theory]
    [InlineData("conf. : secret statistique")]
    [InlineData("Confidentiel : moins de cinq foyers")]
    public void What_a_mark_of_secrecy_means_is_a_note_and_no_row(string note)
    {
        using var rows = Texts.Rows($"EPCI;A;B\nCC du Lac;1;conf.\nCC du Pic;confidentiel;4\n{note};;\n");

        Assert.Equal([(TableEvent.Row, 2), (TableEvent.Row, 3)], Events(rows));
        Assert.Equal([4], rows.Notes);
    }

    [Fact]
    public void A_blank_row_between_rows_of_data_is_told()
    {
        using var rows = Texts.Rows("CODGEO;LIBGEO;POP\n01001;Abergement;767\n\n01002;Varey;236\n");

        Assert.Equal([(TableEvent.Row, 2), (TableEvent.Blank, 3), (TableEvent.Row, 4)], Events(rows));
    }

    [Fact]
    public void Another_head_within_the_sheet_is_one_and_renames_the_columns()
    {
        using var rows = Texts.Rows("DEP;90 à 94 ans;95 ans et +\n01;5;6\n02;7;8\n\n;90 ans et +;\n971;11;\n972;12;\nSource : Insee;;\n");

        // One label alone is not enough to be a head: it would be taken for a row with a word in it.
        Assert.Equal(TableEvent.Row, rows.Read());
        using var two = Texts.Rows("DEP;90 à 94;95 et +;Total\n01;5;6;11\n02;7;8;15\n\n;90 et +;;Total\n971;11;;11\n972;12;;12\n");

        Assert.Equal([(TableEvent.Row, 2), (TableEvent.Row, 3), (TableEvent.Head, 6), (TableEvent.Row, 6), (TableEvent.Row, 7)], Events(two));
        Assert.Equal(["DEP", "90 et +", "95 et +", "Total"], two.Head!.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Words_one_below_the_other_are_a_table_of_one_column()
    {
        using var rows = Texts.Rows("Note\nceci est un texte\nqui continue\n");

        Assert.Equal(["Note"], rows.Head!.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Cells_are_given_as_they_stand()
    {
        using var rows = Texts.Rows("A;B\n\"un; deux\";\" 3 \"\n\"il dit \"\"oui\"\"\";4\n");
        rows.Read();

        Assert.Equal("un; deux", Encoding.UTF8.GetString(rows.Cell(0)));
        Assert.Equal(" 3 ", Encoding.UTF8.GetString(rows.Cell(1)));
        rows.Read();

        Assert.Equal("il dit \"oui\"", Encoding.UTF8.GetString(rows.Cell(0)));
    }

    private static List<int> Data(TableRows rows) => [.. Events(rows).Where(one => one.Event == TableEvent.Row).Select(one => one.Row)];

    private static List<(TableEvent Event, int Row)> Events(TableRows rows)
    {
        List<(TableEvent, int)> events = [];
        for (var what = rows.Read(); what != TableEvent.End; what = rows.Read())
            events.Add((what, what == TableEvent.Head ? rows.Head!.LastRow + 1 : rows.Row));
        return events;
    }
}
