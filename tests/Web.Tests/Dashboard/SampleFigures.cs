using System.Globalization;
using System.Text;
using Almanach.Adapters.Territories;
using Almanach.Core;
using Almanach.Core.Data.Territories;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>Made-up figures for the region: everybody’s population in 2016 and 2021, families on RSA by EPCI with a secret.</summary>
internal static class SampleFigures
{
    private static readonly TerritoryCode Region = TerritoryCode.Of("84");

    /// <summary>Twice is once.</summary>
    public static async Task Give(Office office)
    {
        await Take(office, "population-communes", Population());
        await Take(office, "rsa-caf-rhone", Rsa(7));
        await Take(office, "rsa-msa-ain-rhone", Rsa(3));
    }

    /// <summary>A file that says more of 2021 than the one before.</summary>
    public static Task Revise(Office office) => Take(office, "population-communes", Population(1));

    private static async Task Take(Office office, string reading, string text)
    {
        var taken = await office.Series.TakeIn(reading, "essai.csv", Encoding.UTF8.GetBytes(text), 2022, office.Now);
        Assert.True(taken.Release is { IsPublished: true }, string.Join(' ', taken.Problems));
    }

    private static string Population(int more = 0)
    {
        var lists = new[] { 2018, 2023 }.Select(year => ShippedTerritories.Atlas.Members(TerritoryLevel.Region, Region, TerritoryLevel.Municipality, year).ToHashSet()).ToArray();
        var text = new StringBuilder("codgeo;p13_pop;p14_pop;p15_pop;p16_pop;p17_pop;p18_pop;p19_pop;p20_pop;p21_pop;p22_pop;p23_pop\n");
        foreach (var (index, code) in lists[0].Union(lists[1]).Order().Index())
            text.Append(CultureInfo.InvariantCulture, $"{code};;;;{(lists[0].Contains(code) ? $"{1000 + (index % 50 * 100)}" : "")};;;;;{(lists[1].Contains(code) ? $"{1050 + (index % 50 * 100) + more}" : "")};;\n");
        return text.ToString();
    }

    private static string Rsa(int times)
    {
        var text = new StringBuilder("code_epci;allocataires_rsa\n");
        foreach (var (index, code) in ShippedTerritories.Atlas.Members(TerritoryLevel.Region, Region, TerritoryLevel.Intercommunality, 2022).Index())
            text.Append(CultureInfo.InvariantCulture, $"{code};{(index % 11 == 10 ? "s" : $"{100 + (index * times)}")}\n");
        return text.ToString();
    }
}
