using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data.Checks;

public class TerritoryCheckTests
{
    private const string Codes = """{"fields":[{"name":"CODGEO","territory":{"level":"commune","year":2022}},{"name":"POP","type":"integer"}]}""";

    private const string Names = """{"fields":[{"name":"EPCI","territory":{"level":"epci","year":2022,"byName":true}},{"name":"POP","type":"integer"}],"totalRows":[{"field":"EPCI","value":"TOTAL"}]}""";

    [Fact]
    public void Codes_of_the_year_are_known_those_of_Paris_by_arrondissement_too()
    {
        var report = Check("CODGEO;POP\n01001;767\n2A004;70000\n75101;16000\n69385;48000\n", Codes);

        Assert.True(report.IsValid);
        Assert.Equal(0, report.RepairCount);
    }

    [Fact]
    public void A_damaged_code_is_told_with_the_one_it_stands_for_and_its_repair_is_offered()
    {
        var report = Check("CODGEO;POP\n1001;767\n2a004;7\nO1004;14\n99999;1\n", Codes);

        Assert.Equal(["foreign-key 2:1", "foreign-key 3:1", "foreign-key 4:1", "foreign-key 5:1"], report.Errors());
        Assert.EndsWith("Écrivez 01001 (L’Abergement-Clémenciat).", report.Errors.Kept[0].Message, StringComparison.Ordinal);
        Assert.Equal([("1001", "01001"), ("2a004", "2A004"), ("O1004", "01004")], report.Repairs.Select(offer => (offer.Value, offer.Proposed)));
    }

    [Theory]
    [InlineData("Total", "est une ligne de total, non un territoire. Retirez-la")]
    [InlineData("Ensemble de la région", "est une ligne de total")]
    [InlineData("200046977", "C’est celui d’un autre niveau\u00A0: EPCI (Métropole de Lyon)")]
    public void A_total_and_a_code_of_another_level_are_called_so(string value, string words) =>
        Assert.Contains(words, Check($"CODGEO;POP\n01001;767\n{value};7\n01004;14\n", Codes).Errors.Kept.Single().Message, StringComparison.Ordinal);

    [Fact]
    public void A_municipality_of_another_year_is_told_where_it_is_and_not_repaired()
    {
        var report = Check("CODGEO;POP\n01059;90\n01001;767\n", Codes);

        Assert.Contains("n’est plus une commune depuis le 1er janvier 2019", report.Errors.Kept.Single().Message, StringComparison.Ordinal);
        Assert.Contains("01453 (Arvière-en-Valromey)", report.Errors.Kept.Single().Message, StringComparison.Ordinal);
        Assert.Empty(report.Repairs);
    }

    [Fact]
    public void A_list_of_another_year_is_recognised()
    {
        var report = Check("CODGEO;POP\n01059;1\n01091;2\n01097;3\n01119;4\n01001;5\n", Codes);

        Assert.Contains(report.Warnings.Kept, finding => finding.Type == FindingTypes.Territory && finding.Message.Contains("Le fichier suit plutôt la liste", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_find_their_code_with_consent_and_homonyms_are_not_guessed()
    {
        var report = Check("EPCI;POP\nCC de la Dombes;1\nMétropole de Lyon;2\nCC des Quatre Rivieres;3\nCC de la Dombe;4\nTOTAL;10\n", Names);

        Assert.Equal(("CC de la Dombes", "200069193"), (report.Repairs[0].Value, report.Repairs[0].Proposed));
        Assert.Equal(["foreign-key 4:1", "foreign-key 5:1"], report.Errors());
        Assert.Contains("Choisissez parmi", report.Errors.Kept[0].Message, StringComparison.Ordinal);
        Assert.Contains("CC de la Dombes", report.Errors.Kept[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_schema_columns_of_codes_are_checked_only_against_a_year_that_is_asked()
    {
        Assert.Empty(Check("CODGEO;POP\n99999;1\n01001;2\n", null).Errors.Kept);
        Assert.Equal(["foreign-key 2:1"], Check("CODGEO;POP\n99999;1\n01001;2\n", null, 2022).Errors());
        Assert.Equal(["foreign-key 3:2"], Check("COM;DEP;X\n01001;01;1\n26198;99;2\n", null, 2022).Errors());
    }

    [Fact]
    public void A_list_that_is_not_known_is_told_and_nothing_refused()
    {
        var report = Check("EPCI;POP\nn’importe quoi;1\n", """{"fields":[{"name":"EPCI","territory":{"level":"epci","year":2010}},{"name":"POP","type":"integer"}]}""");

        Assert.True(report.IsValid);
        Assert.Contains(report.Warnings.Kept, finding => finding.Message.Contains("n’est pas connue", StringComparison.Ordinal));
    }

    [Fact]
    public void A_level_that_does_not_exist_is_a_fault_of_the_schema() =>
        Assert.Contains("n’existe pas", SchemaReader.Read("""{"fields":[{"name":"A","territory":{"level":"planète","year":2022}}]}"""u8).Problems.Single(), StringComparison.Ordinal);

    private static CheckReport Check(string text, string? schema, int? year = null) =>
        TableCheck.Run(new DataFileReader().Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))),
            new CheckOptions(schema is null ? null : SchemaReader.Read(System.Text.Encoding.UTF8.GetBytes(schema)).Schema, null, year, ShippedTerritories.Atlas));
}
