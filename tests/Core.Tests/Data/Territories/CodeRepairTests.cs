using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Repair;

namespace Almanach.Core.Tests.Data.Territories;

public class CodeRepairTests
{
    [Theory]
    [InlineData("1001", TerritoryLevel.Municipality, "01001", CodeFlaw.TakenForNumber)]
    [InlineData("1001.0", TerritoryLevel.Municipality, "01001", CodeFlaw.TakenForNumber)]
    [InlineData("1001,0", TerritoryLevel.Municipality, "01001", CodeFlaw.TakenForNumber)]
    [InlineData("1,001E+03", TerritoryLevel.Municipality, "01001", CodeFlaw.TakenForNumber)]
    [InlineData("2,00069193E+08", TerritoryLevel.Intercommunality, "200069193", CodeFlaw.TakenForNumber)]
    [InlineData("1", TerritoryLevel.Department, "01", CodeFlaw.TakenForNumber)]
    [InlineData("11", TerritoryLevel.Arrondissement, "011", CodeFlaw.TakenForNumber)]
    [InlineData("2a004", TerritoryLevel.Municipality, "2A004", CodeFlaw.Case)]
    [InlineData(" 01001\u00A0", TerritoryLevel.Municipality, "01001", CodeFlaw.Surrounded)]
    [InlineData("=\"01001\"", TerritoryLevel.Municipality, "01001", CodeFlaw.Surrounded)]
    [InlineData("O1OO1", TerritoryLevel.Municipality, "01001", CodeFlaw.LetterForDigit)]
    [InlineData("0l001", TerritoryLevel.Municipality, "01001", CodeFlaw.LetterForDigit)]
    [InlineData("01D", TerritoryLevel.Department, "01", CodeFlaw.Decorated)]
    [InlineData("01 - Ain", TerritoryLevel.Department, "01", CodeFlaw.Decorated)]
    [InlineData("R84", TerritoryLevel.Region, "84", CodeFlaw.Decorated)]
    [InlineData("01091", TerritoryLevel.Municipality, "01033", CodeFlaw.OtherYear)]
    [InlineData("69381", TerritoryLevel.Municipality, "69123", CodeFlaw.Part)]
    [InlineData("Ambérieu en Bugey", TerritoryLevel.Municipality, "01004", CodeFlaw.Name)]
    [InlineData("Ambérieux en Bugey", TerritoryLevel.Municipality, "01004", CodeFlaw.NearName)]
    public void A_damaged_code_is_proposed_with_the_reason(string text, TerritoryLevel level, string code, CodeFlaw flaw)
    {
        var proposal = CodeRepair.Propose(text, level, 2024, ShippedTerritories.Atlas)[0];

        Assert.Equal((code, flaw), (proposal.Code.ToString(), proposal.Flaw));
        Assert.NotEqual("", proposal.Reason);
        Assert.NotEqual("", proposal.Name);
    }

    [Theory]
    [InlineData("01001")] // sound
    [InlineData("69D")] // of no municipality
    [InlineData("1E+03")] // the digits are lost
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("s")]
    public void Where_nothing_is_likely_nothing_is_proposed(string text) =>
        Assert.Empty(CodeRepair.Propose(text, TerritoryLevel.Municipality, 2024, ShippedTerritories.Atlas));

    [Fact]
    public void A_name_that_several_bear_proposes_them_all_and_says_that_nothing_tells_which()
    {
        Assert.Equal(["54060", "69019"], CodeRepair.Propose("Belleville", TerritoryLevel.Municipality, 2024, ShippedTerritories.Atlas).Select(one => one.Code.ToString())); // the second until 2018

        var proposals = CodeRepair.Propose("Saint-Sauveur", TerritoryLevel.Municipality, 2024, ShippedTerritories.Atlas);

        Assert.True(proposals.Count > 1);
        Assert.All(proposals, proposal => Assert.Contains("rien ne dit lequel", proposal.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_of_a_later_list_leads_to_what_held_it_before()
    {
        var proposal = Assert.Single(CodeRepair.Propose("01004", TerritoryLevel.Municipality, 2012, SmallCountry.Country));

        Assert.Equal((SmallCountry.Code(3), CodeFlaw.OtherYear), (proposal.Code, proposal.Flaw));
        Assert.Contains("n’est une commune que depuis", proposal.Reason, StringComparison.Ordinal);
    }
}
