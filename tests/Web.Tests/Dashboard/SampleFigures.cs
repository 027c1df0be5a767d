using System.Globalization;
using System.Text;
using Almanach.Adapters.Territories;
using Almanach.Core;
using Almanach.Core.Data.Territories;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>Made-up figures for the region: everybody’s population in 2008 and 2013, families on RSA by EPCI with a secret.</summary>
internal static class SampleFigures
{
    private static readonly TerritoryCode Region = TerritoryCode.Of("84");

    private static readonly string[] Departments = ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"];

    /// <summary>Twice is once.</summary>
    public static async Task Give(Office office)
    {
        await Take(office, "population-communes-2008", Population());
        await Take(office, "rsa-caf-rhone", Rsa(7));
        await Take(office, "rsa-msa-ain-rhone", Rsa(3));
    }

    /// <summary>A file that says more of 2013 than the one before.</summary>
    public static Task Revise(Office office) => Take(office, "population-communes-2008", Population(1));

    private static async Task Take(Office office, string reading, string text)
    {
        var taken = await office.Series.TakeIn(reading, "essai.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), 2022, office.Now);
        Assert.True(taken.Release is { IsPublished: true }, string.Join(' ', taken.Problems));
    }

    private static string Population(int more = 0)
    {
        var text = new StringBuilder("DEPCOM;LIBMIN;PMUN13;PMUN08\n");
        foreach (var (index, code) in Departments.SelectMany(one => ShippedTerritories.Atlas.Members(TerritoryLevel.Department, TerritoryCode.Of(one), TerritoryLevel.Municipality, 2015)).Index())
            text.Append(CultureInfo.InvariantCulture, $"{code};X;{1050 + (index % 50 * 100) + more};{1000 + (index % 50 * 100)}\n");
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
