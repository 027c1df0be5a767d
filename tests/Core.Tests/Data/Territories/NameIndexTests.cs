using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;
using ExcelDataReader;

namespace Almanach.Core.Tests.Data.Territories;

public class NameIndexTests
{
    private static readonly NameIndex Municipalities = new(TerritoryLevel.Municipality, 2026, ShippedTerritories.Atlas);

    private static readonly NameIndex Intercommunalities = new(TerritoryLevel.Intercommunality, 2019, ShippedTerritories.Atlas);

    [Theory]
    [InlineData("L'Abergement-Clémenciat", "01001")]
    [InlineData("ABERGEMENT CLEMENCIAT (L')", "01001")]
    [InlineData("St-Etienne", "42218")]
    [InlineData("Bourg en Bresse", "01053")]
    [InlineData("Bellegarde-sur-Valserine", "01033")] // called so until 2018
    [InlineData("Puy-en-Velay (Le)", "43157")]
    public void A_municipality_is_found_as_files_write_it(string name, string code) =>
        Assert.Equal(TerritoryCode.Of(code), Municipalities.Find(name).Code);

    [Theory]
    [InlineData("CC de la Dombes", "200069193")]
    [InlineData("Communauté de communes de la Dombes", "200069193")]
    [InlineData("CC Communauté de communes de la Dombes", "200069193")]
    [InlineData("Dombes", "200069193")]
    [InlineData("METRO de Lyon", "200046977")]
    [InlineData("CA Loire Forez", "200065886")] // « CA Loire Forez Agglomération »
    public void An_EPCI_is_found_with_or_without_its_kind(string name, string code) =>
        Assert.Equal(TerritoryCode.Of(code), Intercommunalities.Find(name).Code);

    [Fact]
    public void Among_homonyms_nobody_guesses_but_a_department_tells()
    {
        var all = Municipalities.Find("Saint-Sauveur");

        Assert.Equal(NameMatchKind.Ambiguous, all.Kind);
        Assert.Null(all.Code);
        Assert.Equal(TerritoryCode.Of("38454"), Municipalities.Find("Saint-Sauveur", TerritoryCode.Of("38")).Code);
    }

    [Fact]
    public void A_slip_is_proposed_and_never_found()
    {
        Assert.Equal(NameMatchKind.Unknown, Municipalities.Find("Bourg-en-Brese").Kind);
        Assert.Equal(TerritoryCode.Of("01053"), Municipalities.Near("Bourg-en-Brese")[0].Code);
        Assert.Empty(Municipalities.Near("Xyzzyville-les-Bains"));
    }

    [Fact]
    public void The_EPCI_of_a_file_without_codes_are_found_by_name()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(File.OpenRead(RealTables.Given("pole-emploi_defm_par_epci_en_decembre_2016.xlsx")));
        reader.NextResult();
        List<string> names = [];
        while (reader.Read())
            if (reader.FieldCount > 7 && reader.GetValue(0) is string name && reader.GetValue(7) is double && !name.StartsWith("Z.", StringComparison.Ordinal) && name != "TOTAL")
                names.Add(name);

        var found = names.Select(name => Intercommunalities.Find(name)).ToLookup(match => match.Kind);

        // 1,263 rows, two of which are the municipalities without EPCI and the total. The file follows the list of January 2017,
        // which the sources do not hold: the 89 were renamed or joined others by 2019.
        Assert.Equal((1_261, 1_171, 1, 89), (names.Count, found[NameMatchKind.Unique].Count(), found[NameMatchKind.Ambiguous].Count(), found[NameMatchKind.Unknown].Count()));
        Assert.Equal(found[NameMatchKind.Unique].Count(), found[NameMatchKind.Unique].Select(match => match.Code).Distinct().Count());
    }
}
