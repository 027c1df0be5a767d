using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.LastYear;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>How a file is told to differ from the one that was accepted the year before: never as an error.</summary>
public sealed class EarlierFindingsTests
{
    private const string Before = "code_epci;nom;part;foyers_2020\n200046977;Lyon;12,5;41204\n246900740;Mornant;3,5;812\n240100750;Gex;2,5;7\n";

    private const string Same = "code_epci;nom;part;foyers_2021\n200046977;Lyon;12;41204\n246900740;Mornant;3;812\n240100750;Gex;2;7\n";

    [Theory]
    [InlineData(Before, "")]
    [InlineData(Same, "")] // the year in the name of a column goes on, and shares happen to be whole
    [InlineData("Code EPCI;NOM;Part;Foyers 2021\n200046977;Lyon;12,5;41204\n246900740;Mornant;3,5;812\n240100750;Gex;2,5;7\n", "")] // small differences of writing are none
    [InlineData("code_epci;nom;foyers_2021\n200046977;Lyon;4\n246900740;Mornant;8\n", "L’an dernier, le fichier avait une colonne «\u00A0part\u00A0» (nombres), qui n’y est plus. Vérifiez que rien ne manque.")]
    [InlineData("code_epci;nom;part;foyers_2021;age\n200046977;Lyon;1,5;4;3\n246900740;Mornant;3,5;8;5\n", "L’an dernier, le fichier n’avait pas de colonne «\u00A0age\u00A0». Dites à la coordination ce qu’elle contient, ou retirez-la.")]
    [InlineData("code_epci;nom;part;foyer_2021\n200046977;Lyon;1,5;4\n246900740;Mornant;3,5;8\n", "L’an dernier, cette colonne s’appelait «\u00A0foyers_2020\u00A0». Vérifiez que c’est la même, ou reprenez ce nom.")]
    [InlineData("code_epci;nom;taux;foyers_2021\n200046977;Lyon;1,5;4\n246900740;Mornant;3,5;8\n", "L’an dernier, cette colonne s’appelait «\u00A0part\u00A0». Vérifiez que c’est la même, ou reprenez ce nom.")] // one has gone, one of the same kind has come
    [InlineData("code_epci;nom;part;foyers_2021\n200046977;Lyon;1,5;beaucoup\n246900740;Mornant;3,5;peu\n", "L’an dernier, la colonne «\u00A0foyers_2021\u00A0» contenait des nombres entiers. Cette année, du texte. Vérifiez-la.")]
    [InlineData("code_epci;nom;part;foyers_2021\n200046977;Lyon;1,5;\n246900740;Mornant;3,5;\n", "L’an dernier, la colonne «\u00A0foyers_2021\u00A0» était remplie (nombres entiers). Cette année elle est vide. Vérifiez qu’elle n’a pas été oubliée.")]
    [InlineData("codgeo;nom;part;foyers_2021\n69123;Lyon;1,5;4\n01053;Bourg;3,5;8\n", "L’an dernier, les territoires étaient dans la colonne «\u00A0code_epci\u00A0», codes de territoires (EPCI). Cette année ils sont dans «\u00A0codgeo\u00A0», codes de territoires (communes). Vérifiez le niveau de territoire.")]
    [InlineData("code_epci;nom;part;foyers_2021\n69123;Lyon;1,5;4\n01053;Bourg;3,5;8\n", "L’an dernier, la colonne «\u00A0code_epci\u00A0» contenait des codes de territoires (EPCI). Cette année, des codes de territoires (communes). Vérifiez le niveau de territoire.")]
    [InlineData("code_epci;nom;part;foyers_2021\n200046977;Lyon;s;41204\n246900740;Mornant;s;812\n240100750;Gex;s;7\n", "")] // all of it secret is no other kind
    public void What_differs_is_a_warning_that_says_last_year(string now, string expected)
    {
        var report = Check(now);

        EarlierFindings.Add(report, Earlier(Before, 2021), 2022);

        Assert.True(report.IsValid);
        Assert.Equal(expected, string.Join('|', report.Warnings.Kept.Where(finding => finding.Type == FindingTypes.LastYear).Select(finding => finding.Message)));
    }

    [Fact]
    public void Half_of_the_rows_are_missed()
    {
        var rows = Enumerable.Range(0, 30).Select(row => $"{240100750 + row};x;1,5;{row}\n").ToList();
        var report = Check("code_epci;nom;part;foyers_2021\n" + string.Concat(rows.Take(9)));

        EarlierFindings.Add(report, Earlier("code_epci;nom;part;foyers_2020\n" + string.Concat(rows), 2021), 2022);

        Assert.Equal("L’an dernier, le tableau avait 30\u00A0lignes de données. Cette année il en a 9. Vérifiez que rien ne manque, et que rien n’est en double.", Assert.Single(report.Warnings.Kept, finding => finding.Type == FindingTypes.LastYear).Message);
    }

    [Fact]
    public void A_year_that_was_left_out_is_named()
    {
        var report = Check("code_epci;nom;part\n200046977;Lyon;1,5\n246900740;Mornant;3,5\n");

        EarlierFindings.Add(report, Earlier(Before, 2020), 2022);

        Assert.StartsWith("En 2020, le fichier avait une colonne «\u00A0foyers_2020\u00A0»", Assert.Single(report.Warnings.Kept, finding => finding.Type == FindingTypes.LastYear).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RSA_2021", 1, "RSA_2022")]
    [InlineData("P21_POP", 1, "P22_POP")]
    [InlineData("p99_pop", 1, "p00_pop")]
    [InlineData("2019-2020", 2, "2021-2022")]
    [InlineData("code_5", 1, "code_5")]
    [InlineData("n123456", 1, "n123456")]
    [InlineData("", 1, "")]
    public void A_year_in_a_name_goes_on(string name, int years, string moved) => Assert.Equal(moved, YearInNames.Moved(name, years));

    private static EarlierFile Earlier(string text, int year)
    {
        var report = Check(text);
        var json = SchemaInference.Of(report);
        return new EarlierFile(new DataDeposit("2021-donnees", "d", year, "", "caf", new string('a', 64), "rsa.csv", 1, "c1", DeliveryWay.Page, default, null), year, report.Rows, SchemaReader.Read(json).Schema!, json);
    }

    private static CheckReport Check(string text) => TableCheck.Run(new DataFileReader().Open(new MemoryStream(Encoding.UTF8.GetBytes(text))), new CheckOptions());
}
