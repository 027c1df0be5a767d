using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Deliveries.LastYear;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>Figures held against those of the file that was accepted before, territory by territory.</summary>
public sealed class YearChangesTests
{
    private const string Before = "code_epci;nom;foyers_2020\n200046977;Lyon;41204\n246900740;Mornant;1245\n240100750;Gex;7\n200040566;COR;s\n";

    [Theory]
    [InlineData("200046977;Lyon;41999\n246900740;Mornant;1300\n240100750;Gex;20\n", "")] // 7 and 20 are small
    [InlineData("240100750;Gex;7\n246900740;Mornant;12450\n", "Ligne\u00A03, colonne «\u00A0foyers_2021\u00A0»\u00A0: pour 246900740, 1\u202F245 l’an dernier, 12\u202F450 cette année\u00A0: vérifiez un zéro de trop.")]
    [InlineData("246900740;Mornant;124\n", "Ligne\u00A02, colonne «\u00A0foyers_2021\u00A0»\u00A0: pour 246900740, 1\u202F245 l’an dernier, 124 cette année\u00A0: vérifiez un zéro de moins.")]
    [InlineData("246900740;Mornant;3100\n", "Ligne\u00A02, colonne «\u00A0foyers_2021\u00A0»\u00A0: pour 246900740, 1\u202F245 l’an dernier, 3\u202F100 cette année\u00A0: vérifiez cette valeur.")]
    [InlineData("246900740;Mornant;s\n200040566;COR;900\n", "")] // a mark is no figure to compare
    [InlineData("999999999;Ailleurs;900\n", "")]
    public void An_unusual_change_is_told_with_both_figures(string rows, string expected) =>
        Assert.Equal(expected, string.Join('|', Compare(Before, "code_epci;nom;foyers_2021\n" + rows, null).Select(finding => finding.Message)));

    [Fact]
    public void What_the_schema_says_is_usual_holds_and_repairs_are_read()
    {
        var schema = SchemaReader.Read("""{"fields":[{"name":"code_epci","territory":{"level":"epci"}},{"name":"nom"},{"name":"foyers","type":"integer"},{"name":"avant","type":"integer"}],"changes":[{"field":"foyers","from":"avant","maximum":0.1}]}"""u8).Schema!;
        const string before = "code_epci;nom;foyers;avant\n200046977;Lyon;41204;1\n246900740;Mornant;100;1\n";

        var found = Compare(before, "code_epci;nom;foyers;avant\nLyon;Lyon;47000;1\n246900740;Mornant;109;1\n", schema, MendList.Of([new Mend("code_epci", "Lyon", "200046977")]));

        Assert.Equal((2, 3, "47\u202F000"), (Assert.Single(found).Row, found[0].Column, found[0].Value));
    }

    [Fact]
    public void A_territory_that_comes_twice_is_not_compared() =>
        Assert.Empty(Compare("code_epci;sexe;foyers\n246900740;F;1000\n246900740;H;1\n", "code_epci;sexe;foyers\n246900740;F;5000\n246900740;H;1\n", null));

    [Theory]
    [InlineData("commune;foyers\n1;2\n3;4\n", "commune;foyers\n1;2000\n3;4\n")] // no column of codes
    [InlineData("code_epci;foyers\n246900740;1000\n", "code_epci;montant\n246900740;5000\n")] // no figure in common
    [InlineData("rien\n", "code_epci;foyers\n246900740;5000\n")]
    public void Where_nothing_can_be_compared_nothing_is_said(string before, string now) => Assert.Empty(Compare(before, now, null));

    private static List<Finding> Compare(string before, string now, TableSchema? schema, MendList? agreed = null)
    {
        var reader = new DataFileReader();
        var report = TableCheck.Run(reader.Open(Of(now)), new CheckOptions(schema) { Agreed = agreed ?? MendList.None });
        YearChanges.Add(report, new ComparedFile(reader, Of(before), null, schema, MendList.None), new ComparedFile(reader, Of(now), null, schema, agreed ?? MendList.None), "L’an dernier", 1);
        return [.. report.Warnings.Kept.Where(finding => finding.Type == FindingTypes.Change && finding.Message.Contains("dernier", StringComparison.Ordinal))];

        static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));
    }
}
