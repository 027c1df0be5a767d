using System.Text.Json;
using Almanach.Core.Data.Checks;

namespace Almanach.Core.Tests.Data.Checks;

public class TableCheckTests
{
    private const string Schema = """
        {"fields":[
          {"name":"CODGEO","type":"string","constraints":{"required":true,"pattern":"[0-9AB]{5}"}},
          {"name":"RSA_2023","type":"integer","constraints":{"minimum":0,"maximum":5000}},
          {"name":"TAUX","type":"number"}],
         "primaryKey":"CODGEO"}
        """;

    [Fact]
    public void A_file_as_it_should_be_is_valid()
    {
        var report = Texts.Check("CODGEO;RSA_2023;TAUX\n01001;12;4,5\n01002;s;nd\n01004;1 203;\n", Schema);

        Assert.True(report.IsValid);
        Assert.Empty(report.Warnings.Kept);
        Assert.Equal((3, 3), (report.Rows, report.Columns));
    }

    [Theory]
    [InlineData("conf.")]
    [InlineData("confidentiel")]
    [InlineData("Confidentiel")]
    public void A_confidential_figure_is_a_secret_one_and_no_error(string cell)
    {
        var report = Texts.Check($"CODGEO;RSA_2023;TAUX\n01001;12;4,5\n01002;{cell};{cell}\n01004;1 203;\n", Schema);

        Assert.True(report.IsValid);
        Assert.Empty(report.Warnings.Kept);
        Assert.Equal(3, report.Rows);
        Assert.Empty(Texts.Check("CODE;RSA\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"c{i};{i}\n")) + $"c31;{cell}\nc32;{cell}\n").Warnings());
        // The total is larger than its hidden part and the other: so it may be, and never smaller.
        const string totals = """{"fields":[{"name":"A","type":"integer"},{"name":"B","type":"integer"},{"name":"T","type":"integer"}],"totals":[{"total":"T","parts":["A","B"]}]}""";
        Assert.Equal(["total-error 3:3"], Texts.Check($"A;B;T\n{cell};2;9\n{cell};5;3\n", totals).Errors());
    }

    [Fact]
    public void Each_cell_that_is_wrong_is_named_with_its_remedy()
    {
        var report = Texts.Check("CODGEO;RSA_2023;TAUX\n01001;12O3;4,5\n1002;9999;4,5 %\n01004;12,5;,\n", Schema);

        Assert.Equal(["type-error 2:2", "constraint-error 3:1", "constraint-error 3:2", "type-error 3:3", "type-error 4:2", "type-error 4:3"], report.Errors());
        Assert.Equal("Ligne\u00A02, colonne «\u00A0RSA_2023\u00A0»\u00A0: «\u00A012O3\u00A0» n’est pas un nombre\u00A0: la lettre O au lieu du zéro\u00A0? Écrivez 1203.", report.Errors.Kept[0].Message);
        Assert.Contains("retirez le signe %, et écrivez 4,5.", report.Errors.Kept[3].Message, StringComparison.Ordinal);
        Assert.Contains("Écrivez 0 si la valeur est nulle", report.Errors.Kept[5].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_comes_twice_is_told_with_the_row_of_the_first()
    {
        var report = Texts.Check("CODGEO;RSA_2023;TAUX\n01001;1;1\n01002;2;2\n01001;3;3\n;4;4\n", Schema);

        Assert.Equal(["primary-key 4:1", "constraint-error 5:1", "primary-key 5:1"], report.Errors());
        Assert.Contains("se trouve déjà à la ligne\u00A02", report.Errors.Kept[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_matched_by_name_in_any_order()
    {
        var report = Texts.Check("taux;Codgeo;RSA_2024;Commentaire\n1,5;01001;2;a\n", Schema);

        Assert.Equal(["incorrect-label 1:3", "extra-label 1:4"], report.Errors());
        Assert.Contains("devrait s’appeler «\u00A0RSA_2023\u00A0»", report.Errors.Kept[0].Message, StringComparison.Ordinal);
        Assert.Contains("missing-label 1:", Texts.Check("CODGEO;TAUX\n01001;1\n", Schema).Errors());
    }

    [Fact]
    public void Labels_that_are_blank_or_alike_are_told()
    {
        Assert.Equal(["duplicate-label 1:2", "duplicate-label 1:3"], Texts.Check("A;B;B\nx;1;2\ny;3;4\n").Errors());
        Assert.Equal(["blank-header 1:2"], Texts.Check("A;;B\nx;1;2\ny;3;4\n").Errors());
        Assert.Equal(2, Texts.Check("A;B;;\nx;1;;\ny;3;;\n").Columns);
        Assert.Equal(["missing-label 1:"], Texts.Check("01001;1;2\n01002;3;4\n").Errors());
    }

    [Fact]
    public void Ragged_rows_are_told_once_each()
    {
        var report = Texts.Check("A;B;C\nx;1;2\ny;3\nz;4;5;6\nt;7;8;;\n\"w;w\";9;10\n");

        Assert.Equal(["missing-cell 3:3", "extra-cell 4:4"], report.Errors());
        Assert.Equal(5, report.Rows);
    }

    [Fact]
    public void Quotes_out_of_place_are_told_with_their_row()
    {
        Assert.Equal(["stray-quote 3:"], Texts.Check("A;B\nx;1\ny \"z;2\nw;3\n").Errors());
        Assert.Equal("unclosed-quote", Texts.Check("A;B\nx;1\n\"y;2\nw;3\n").Errors.Kept[0].Type);
    }

    [Fact]
    public void A_quote_that_swallows_the_rest_of_a_long_file_refuses_it()
    {
        var report = Texts.Check("A;B\n\"x;1\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"y{i};{i}\n")));

        Assert.Equal(["unclosed-quote 2:"], report.Errors());
        Assert.Equal(0, report.Rows);
    }

    [Fact]
    public void Lines_that_end_twice_are_no_gaps_but_two_blank_ones_together_are()
    {
        const string twice = "A;B\r\r\n1;2\r\r\n3;4\r\r\n5;6\r\r\n7;8\r\r\n";

        var report = Texts.Check(twice);
        Assert.Empty(report.Errors());
        Assert.Equal(4, report.Rows);
        Assert.Equal(["blank-row :"], report.Warnings());
        Assert.Equal(["blank-row 11:", "blank-row 12:"], Texts.Check(twice + "\r\r\n9;10\r\r\n").Errors());
    }

    [Fact]
    public void Blank_rows_and_rows_alike_are_told()
    {
        var report = Texts.Check("A;B\nx;1\n\ny;2\nx;1\n");

        Assert.Equal(["blank-row 3:"], report.Errors());
        Assert.Equal(["duplicate-row 5:"], report.Warnings());
    }

    [Fact]
    public void Without_a_schema_a_word_among_figures_is_told()
    {
        var report = Texts.Check("CODE;RSA\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"c{i};{i}\n")) + "c31;12O3\nc32;s\n");

        Assert.Equal(["inconsistent-values 32:2"], report.Warnings());
        Assert.True(report.IsValid);
    }

    [Fact]
    public void Commas_and_points_in_one_column_are_told()
    {
        Assert.Equal(["inconsistent-values :2"], Texts.Check("A;B\nx;1,5\ny;2.5\nz;3\nt;4\n").Warnings());
        var report = Texts.Check("A;B\nx;1,234\ny;2.5\n", """{"fields":[{"name":"A"},{"name":"B","type":"number"}]}""");

        Assert.Equal(["type-error 2:2"], report.Errors());
        Assert.Contains("se lisent de deux façons", report.Errors.Kept[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_lost_their_zero_are_told()
    {
        var report = Texts.Check("CODGEO;POP\n1001;767\n1002;236\n69123;500000\n2A004;100\n");

        Assert.Equal(["inconsistent-values :1"], report.Warnings());
    }

    [Fact]
    public void Totals_along_a_row_must_add_up_where_all_is_known()
    {
        const string schema = """{"fields":[{"name":"A","type":"integer"},{"name":"B","type":"integer"},{"name":"T","type":"integer"}],"totals":[{"total":"T","parts":["A","B"]}],"missingValues":["","s"]}""";
        var report = Texts.Check("A;B;T\n1;2;3\n1;2;4\ns;2;9\ns;5;3\n1;s;s\n", schema);

        // 4 is not 1 + 2; with a hidden part the total may be larger than the rest, never smaller.
        Assert.Equal(["total-error 3:3", "total-error 5:3"], report.Errors());
    }

    [Fact]
    public void Rows_of_totals_must_add_up_and_be_there()
    {
        const string schema = """{"fields":[{"name":"DEP"},{"name":"N","type":"integer"}],"totalRows":[{"field":"DEP","value":"Métropole","of":"\\d\\d"},{"field":"DEP","value":"TOTAL","of":"\\d+"}]}""";
        var report = Texts.Check("DEP;N\n01;1\n02;2\nMétropole;4\n971;5\n", schema);

        Assert.Equal(["total-error 4:2", "total-error :1"], report.Errors());
        Assert.Contains("la ligne «\u00A0Métropole\u00A0» donne 4, la somme des lignes 3", report.Errors.Kept[0].Message, StringComparison.Ordinal);
        Assert.Contains("La ligne «\u00A0TOTAL\u00A0» manque", report.Errors.Kept[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_that_stands_for_zero_counts_as_one()
    {
        const string schema = """{"fields":[{"name":"E"},{"name":"A","type":"integer"},{"name":"T","type":"integer"}],"missingValues":["",{"value":",","zero":true}],"totals":[{"total":"T","parts":["A"]}]}""";

        Assert.Equal(["total-error 3:3"], Texts.Check("E;A;T\nx;\",\";0\ny;\",\";1\n", schema).Errors());
    }

    [Fact]
    public void A_change_that_surprises_is_a_warning()
    {
        const string schema = """{"fields":[{"name":"P22","type":"integer"},{"name":"P23","type":"integer"}],"changes":[{"field":"P23","from":"P22","maximum":0.3}]}""";
        var report = Texts.Check("P22;P23\n100;120\n100;140\n0;9\n", schema);

        Assert.True(report.IsValid);
        Assert.Equal(["change-warning 3:2"], report.Warnings());
    }

    [Fact]
    public void A_million_errors_are_counted_and_a_thousand_shown()
    {
        var report = Texts.Check("A\n" + string.Concat(Enumerable.Range(0, 20_000).Select(_ => "x\n")), Texts.Field("""{"name":"A","type":"integer"}"""));

        Assert.Equal((20_000, 1_000), (report.Errors.Count, report.Errors.Kept.Count));
        Assert.Equal(20_000, report.Errors.Counts["type-error"]);
    }

    [Theory]
    [InlineData("""{"name":"A","type":"date"}""", "2024-12-31", true)]
    [InlineData("""{"name":"A","type":"date"}""", "31/12/2024", true)]
    [InlineData("""{"name":"A","type":"date"}""", "31/02/2024", false)]
    [InlineData("""{"name":"A","type":"date"}""", "45657", false)] // what Excel keeps of 31 December 2024
    [InlineData("""{"name":"A","type":"date","format":"%d.%m.%y"}""", "31.12.24", true)]
    [InlineData("""{"name":"A","type":"boolean"}""", "oui", true)]
    [InlineData("""{"name":"A","type":"boolean"}""", "peut-être", false)]
    [InlineData("""{"name":"A","type":"year"}""", "2024", true)]
    [InlineData("""{"name":"A","type":"year"}""", "24", false)]
    [InlineData("""{"name":"A","type":"yearmonth"}""", "2024-12", true)]
    [InlineData("""{"name":"A","type":"time"}""", "14:30:00", true)]
    [InlineData("""{"name":"A","type":"datetime"}""", "2024-12-31T14:30:00Z", true)]
    [InlineData("""{"name":"A","type":"string","format":"email"}""", "a@b.fr", true)]
    [InlineData("""{"name":"A","type":"string","format":"email"}""", "ab.fr", false)]
    [InlineData("""{"name":"A","type":"string","constraints":{"maxLength":3}}""", "étés", false)]
    [InlineData("""{"name":"A","type":"string","constraints":{"enum":["a","b"]}}""", "c", false)]
    [InlineData("""{"name":"A","type":"integer","constraints":{"enum":[1,2]}}""", "2", true)]
    [InlineData("""{"name":"A","type":"integer"}""", "12.0", true)]
    [InlineData("""{"name":"A","type":"integer"}""", "12.5", false)]
    [InlineData("""{"name":"A","type":"number","decimalChar":","}""", "12.5", false)]
    [InlineData("""{"name":"A","type":"number","constraints":{"exclusiveMinimum":0}}""", "0", false)]
    [InlineData("""{"name":"A","type":"number"}""", "#DIV/0!", false)]
    [InlineData("""{"name":"A","type":"any"}""", "n’importe quoi", true)]
    public void Types_and_constraints_are_those_of_Table_Schema(string field, string cell, bool isValid) =>
        Assert.Equal(isValid, Texts.Check($"A;B\n\"{cell}\";x\n", $$"""{"fields":[{{field}},{"name":"B"}]}""").IsValid);

    [Fact]
    public void The_report_as_JSON_has_what_is_promised()
    {
        var report = Texts.Check("Titre\n\nCODGEO;RSA_2023;TAUX\n01001;12O3;4,5\n01002;1;1\n", Schema);
        using var json = JsonDocument.Parse(CheckJson.Of(report));
        var root = json.RootElement;

        Assert.False(root.GetProperty("valid").GetBoolean());
        Assert.Equal(("csv", "utf-8", ";"), (root.GetProperty("format").GetString(), root.GetProperty("encoding").GetString(), root.GetProperty("separator").GetString()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("sheet").ValueKind);
        Assert.Equal((2, 3), (root.GetProperty("rows").GetInt32(), root.GetProperty("columns").GetInt32()));
        var error = root.GetProperty("errors")[0];
        Assert.Equal(("type-error", 4, 2, "RSA_2023", "12O3"), (error.GetProperty("type").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("field").GetString(), error.GetProperty("value").GetString()));
        Assert.Equal("title-rows", root.GetProperty("warnings")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void A_file_of_nothing_but_a_head_is_told()
    {
        Assert.Contains("row-count :", Texts.Check("A;B;C\n").Errors());
        Assert.Contains("format-error :", Texts.Check("\n\n\n").Errors());
    }
}
