using System.Globalization;
using System.Text;

namespace Almanach.Bench;

/// <summary>A million rows of ten columns, some 75 MB, as a producer would send them: semicolons, decimal commas, marks.</summary>
public static class MillionRows
{
    public const string Schema = """
        {"fields":[
          {"name":"CODE","type":"string","constraints":{"required":true,"minLength":5,"maxLength":9}},
          {"name":"LIBELLE","type":"string","constraints":{"required":true}},
          {"name":"ANNEE","type":"integer","constraints":{"minimum":1990,"maximum":2100}},
          {"name":"POP","type":"integer","constraints":{"minimum":0}},
          {"name":"RSA","type":"integer","constraints":{"minimum":0}},
          {"name":"AAH","type":"integer","constraints":{"minimum":0}},
          {"name":"MEDIANE","type":"integer"},
          {"name":"TAUX","type":"number"},
          {"name":"PART","type":"number","constraints":{"minimum":0,"maximum":100}},
          {"name":"JOUR","type":"date"}],
         "missingValues":["","s","nd"],"primaryKey":["CODE"]}
        """;

    public static byte[] Make()
    {
        var random = new Random(75);
        var text = new StringBuilder("CODE;LIBELLE;ANNEE;POP;RSA;AAH;MEDIANE;TAUX;PART;JOUR\n", 80_000_000);
        for (var row = 0; row < 1_000_000; row++)
            text.Append(CultureInfo.InvariantCulture, $"{random.Next(1, 96):00}{row:0000000};Quartier numéro {row:0000000};{2010 + (row % 15)};{random.Next(20, 90_000)};")
                .Append(random.Next(10) == 0 ? "s" : random.Next(5, 4_000).ToString(CultureInfo.InvariantCulture))
                .Append(CultureInfo.InvariantCulture, $";{random.Next(0, 900)};{random.Next(15_000, 40_000)};{random.Next(5, 40)},{random.Next(10)};{random.Next(0, 100)},{random.Next(10)};2024-12-31\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
