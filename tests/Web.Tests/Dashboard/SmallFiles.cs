using System.Text;
using Almanach.Core;
using Almanach.Core.Data.Series;

namespace Almanach.Web.Tests.Dashboard;

/// <summary>Small files of producers, with real codes and made-up figures.</summary>
internal static class SmallFiles
{
    public const string Population = "population-communes-2008";

    public const string Jobseekers = "defm-epci";

    public const string Incomes = "filosofi-communes-2012";

    /// <summary>Three municipalities of the Ain, one of the Isère, one of the Métropole de Lyon.</summary>
    public static byte[] Populations { get; } = Encoding.UTF8.GetBytes("DEPCOM;LIBMIN;PMUN13;PMUN08\n01001;L'Abergement-Clémenciat;767;791\n01004;Ambérieu-en-Bugey;14000;13350\n01053;Bourg-en-Bresse;40967;39882\n38185;Grenoble;160215;156659\n69266;Villeurbanne;147192;141106\n");

    /// <summary>One is secret, one blank.</summary>
    public static byte[] Medians { get; } = Encoding.UTF8.GetBytes("CODGEO;NBMENFISC12;NBPERSMENFISC12;MED12;TP6012;PIMP12\n01001;299;780,5;22253;s;s\n01004;5600;13000;18500;15;55\n01053;17000;38000;17600;;54\n38185;s;s;s;s;s\n");

    /// <summary>A hidden category that its total gives away.</summary>
    public static byte[] Leaking { get; } = Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nMétropole de Lyon;70000;12000;20000;102000\nGrenoble-Alpes-Métropole;s;4000;6000;30000\nCA du Bassin de Bourg-en-Bresse;5000;900;1400;7300\n");

    public static async Task<SeriesRelease> TakeIn(this Office office, string reading, byte[] file, int year = 2021)
    {
        var taken = await office.Series.TakeIn(reading, $"{reading}.csv", new MemoryStream(file), year, office.Now);
        Assert.True(taken.Release is not null, string.Join('\n', taken.Problems));
        return taken.Release;
    }
}
