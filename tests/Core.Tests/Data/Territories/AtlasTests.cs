using System.Text;
using Almanach.Core.Data.Territories;
using static Almanach.Core.Tests.Data.Territories.SmallCountry;

namespace Almanach.Core.Tests.Data.Territories;

public class AtlasTests
{
    private static readonly TerritoryCode Epci = TerritoryCode.Of("200000001");

    [Fact]
    public void A_code_is_known_in_the_years_of_its_list_alone()
    {
        Assert.True(Country.Knows(TerritoryLevel.Municipality, Code(2), 2011));
        Assert.False(Country.Knows(TerritoryLevel.Municipality, Code(2), 2012));
        Assert.True(Country.Knows(TerritoryLevel.FormerMunicipality, Code(2), 2012));
        Assert.False(Country.Knows(TerritoryLevel.Region, Code(1), 2012));
    }

    [Fact]
    public void A_territory_is_called_as_it_was_that_year()
    {
        Assert.Equal("Vieux-Bourg", Country.Name(TerritoryLevel.Municipality, Code(1), 2011));
        Assert.Equal("Bourg", Country.Name(TerritoryLevel.Municipality, Code(1), 2012));
        Assert.Null(Country.Name(TerritoryLevel.Municipality, Code(2), 2013));
    }

    [Fact]
    public void What_lies_in_what_follows_the_years()
    {
        Assert.Equal(Epci, Country.Parent(TerritoryLevel.Municipality, Code(1), TerritoryLevel.Intercommunality, 2012));
        Assert.Null(Country.Parent(TerritoryLevel.Municipality, Code(1), TerritoryLevel.Intercommunality, 2013));
        Assert.Equal([Code(3), Code(4)], Country.Members(TerritoryLevel.Intercommunality, Epci, TerritoryLevel.Municipality, 2014));
        Assert.Equal([Code(1), Code(3), Code(4), Code(6)], Country.Members(TerritoryLevel.Metropolis, TerritoryCode.Of("METRO"), TerritoryLevel.Municipality, 2013));
        Assert.Equal([Epci], Country.Members(TerritoryLevel.Region, TerritoryCode.Of("84"), TerritoryLevel.Intercommunality, 2013));
        Assert.Equal(TerritoryCode.Of("METRO"), Country.Parent(TerritoryLevel.FormerMunicipality, Code(2), TerritoryLevel.Metropolis, 2012));
    }

    [Fact]
    public void What_became_of_a_municipality_is_told_forward_and_back()
    {
        Assert.Equal((FateKind.Another, Code(1)), (Country.Became(Code(2), 2010, 2014).Kind, Country.Became(Code(2), 2010, 2014).Whole));
        Assert.Equal((FateKind.Same, Code(1)), (Country.Became(Code(1), 2010, 2014).Kind, Country.Became(Code(1), 2010, 2014).Whole));
        Assert.Equal([Code(3), Code(4)], Country.Became(Code(3), 2012, 2013).Codes);
        Assert.Null(Country.Became(Code(3), 2012, 2013).Whole);
        Assert.Equal([Code(1), Code(2)], Country.Became(Code(1), 2014, 2010).Codes);
        Assert.Equal(Code(5), Country.Became(Code(6), 2014, 2010).Whole);
        Assert.Equal(FateKind.Unknown, Country.Became(Code(2), 2012, 2014).Kind);
    }

    [Fact]
    public void A_list_written_and_read_again_is_the_same()
    {
        var file = new TerritoryFile(
            2024, 2024, [new ListedTerritory(TerritoryLevel.Canton, TerritoryCode.Of("0101"), "Ambérieu; en Bugey", new YearSpan(2024, 2024))],
            [new FormerName(TerritoryLevel.Canton, TerritoryCode.Of("0101"), 2020, "Avant")],
            [new Belonging(TerritoryLevel.Canton, TerritoryCode.Of("0101"), new YearSpan(2024, YearSpan.NoEnd), TerritoryLevel.Municipality, [Code(1), Code(2)])],
            [new Move(2012, Code(2), [Code(1)])]);

        var read = TerritoryFile.Read(TerritoryFileWriter.Write(file));

        Assert.Equal("Ambérieu  en Bugey", Assert.Single(read.Territories).Name);
        Assert.Equal(file.Names, read.Names);
        Assert.Equal([Code(1), Code(2)], Assert.Single(read.Belongings).Children);
        Assert.Equal(YearSpan.NoEnd, read.Belongings[0].Years.Until);
        Assert.Equal([Code(1)], Assert.Single(read.Moves).Heirs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("T;COM;01001;2010;;Bourg")]
    [InlineData("# almanach-cog 2;2010;2014")]
    [InlineData("# almanach-cog 1;2010;2014\nT;COM;1 001;2010;;Bourg")]
    [InlineData("# almanach-cog 1;2010;2014\nT;COM;01001")]
    [InlineData("# almanach-cog 1;2010;2014\nT;VILLAGE;01001;2010;;Bourg")]
    [InlineData("# almanach-cog 1;2010;2014\nA;EPCI;200000001;x;;COM;01001")]
    public void A_damaged_list_is_refused(string text) =>
        Assert.Throws<FormatException>(() => TerritoryFile.Read(Encoding.UTF8.GetBytes(text)));
}
