using System.Text;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Territories;

/// <summary>A country of one region and six municipalities: one merger, one split, one new number.</summary>
internal static class SmallCountry
{
    private const string Lines = """
        # almanach-cog 1;2010;2014
        T;FR;METRO;2010;;Petit pays
        T;REG;84;2010;;Région
        T;DEP;01;2010;;Département
        T;COM;01001;2010;;Bourg;5000
        T;COM;01002;2010;2011;Hameau
        T;COM;01003;2010;;Val
        T;COM;01004;2013;;Val-Neuf
        T;COM;01005;2010;2012;Plaine
        T;COM;01006;2013;;Plaine-sur-Orme
        N;COM;01001;2011;Vieux-Bourg
        T;EPCI;200000001;2010;;CC du Val
        T;COMD;01002;2012;;Hameau
        A;FR;METRO;2010;;REG;84
        A;REG;84;2010;;DEP;01
        A;EPCI;200000001;2010;2012;COM;01001 01002 01003
        A;EPCI;200000001;2013;;COM;01003 01004
        A;COM;01001;2012;;COMD;01002
        M;2012;01002;01001
        M;2013;01003;01003 01004
        M;2013;01005;01006
        """;

    public static Atlas Country { get; } = new([TerritoryFile.Read(Encoding.UTF8.GetBytes(Lines.ReplaceLineEndings("\n")))]);

    public static TerritoryCode Code(int number) => TerritoryCode.Of($"0100{number}");
}
