using System.Globalization;
using System.Text;

namespace Almanach.Adapters.Tests.Territories;

/// <summary>Contours of real municipalities as squares in a row, each a tenth of a degree wide, touching the one before.</summary>
internal static class Squares
{
    /// <summary>Of the geography of 2018: 01033, 01091 and 01205 became Valserhône in 2019, 01004 stands alone.</summary>
    public static readonly (string Code, string Name)[] Before2019 =
        [("01033", "Bellegarde-sur-Valserine"), ("01091", "Châtillon-en-Michaille"), ("01205", "Lancrans"), ("01004", "Ambérieu-en-Bugey")];

    public static byte[] GeoJson(params IReadOnlyList<(string Code, string Name)> municipalities) =>
        Collection(municipalities.Select((one, i) => Feature(one.Code, one.Name, Square(5 + (i * 0.1), 46))));

    public static byte[] Collection(IEnumerable<string> features) => Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}");

    public static string Feature(string code, string name, string polygon) =>
        $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{code}\",\"nom\":\"{name}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{polygon}]]}}}}";

    public static string Square(double west, double south) =>
        string.Join(',', new (double X, double Y)[] { (west, south), (west + 0.1, south), (west + 0.1, south + 0.1), (west, south + 0.1), (west, south) }
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"[{Math.Round(point.X, 5)},{Math.Round(point.Y, 5)}]")));
}
