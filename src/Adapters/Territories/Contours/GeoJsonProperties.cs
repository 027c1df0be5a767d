using System.Text.Json;

namespace Almanach.Adapters.Territories.Contours;

/// <summary>
/// The code and name of a feature, whoever published it: Etalab (<c>code</c>, <c>nom</c>), IGN Admin Express (<c>INSEE_COM</c>,
/// <c>CODE_SIREN</c>, <c>NOM</c>), france-geojson (<c>code</c>, <c>nom</c>), OpenDataSoft (<c>com_code</c> in a list).
/// </summary>
internal static class GeoJsonProperties
{
    private static readonly string[] Codes =
        ["code", "insee", "insee_com", "code_insee", "codgeo", "com_code", "code_commune", "depcom", "code_siren", "siren", "siren_epci", "code_epci", "epci", "insee_can", "insee_arr", "insee_dep", "code_dept", "dep", "insee_reg", "code_region", "reg"];

    private static readonly string[] Names =
        ["nom", "name", "libelle", "libgeo", "nom_com", "nom_commune", "com_name", "nom_epci", "nom_dep", "nom_dept", "nom_reg", "nom_region", "nom_officiel", "lib"];

    public static string? Code(JsonElement properties) => First(properties, Codes);

    public static string? Name(JsonElement properties) => First(properties, Names);

    private static string? First(JsonElement properties, string[] keys)
    {
        if (properties.ValueKind != JsonValueKind.Object)
            return null;
        var found = properties.EnumerateObject().Select(property => (Rank: Array.IndexOf(keys, property.Name.ToLowerInvariant()), property.Value)).Where(pair => pair.Rank >= 0);
        foreach (var (_, value) in found.OrderBy(pair => pair.Rank))
            if (Text(value) is { Length: > 0 } text)
                return text.Trim();
        return null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array when value.GetArrayLength() == 1 => Text(value[0]),
        _ => null,
    };
}
