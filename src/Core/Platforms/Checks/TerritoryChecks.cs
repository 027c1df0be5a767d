using Almanach.Core.Data.Territories;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What the <c>territories</c> of a platform must mean: codes well formed, tiles that do not overlap.</summary>
internal static class TerritoryChecks
{
    public static void Check(Platform platform, Findings found)
    {
        if (platform.Territories is not { } territories)
            return;
        Code(territories.Region, "/territories/region", "« 84 »", found);
        foreach (var (index, tile) in territories.Tiles.Index())
        {
            var place = $"/territories/tiles/{index}";
            Code(tile.Code, $"{place}/code", "« 01 » ou « 69M »", found);
            PlatformChecks.Given(tile.Name, $"{place}/name", found);
            Within(tile.Column, MapTile.MostColumn, $"{place}/column", found);
            Within(tile.Row, MapTile.MostRow, $"{place}/row", found);
            var before = territories.Tiles.Take(index).ToArray();
            if (before.Any(other => other.Code == tile.Code))
                found.Error($"{place}/code", $"Le département « {tile.Code} » a déjà une tuile.", "N’en garder qu’une.");
            if (before.FirstOrDefault(other => other.Row == tile.Row && Math.Abs(other.Column - tile.Column) < 2) is { } hidden)
                found.Error($"{place}/column", $"Cette tuile recouvre celle de « {hidden.Name} ».", "Une tuile a deux colonnes de large : les écarter d’au moins deux colonnes.");
        }
    }

    private static void Code(string code, string place, string example, Findings found)
    {
        if (!TerritoryCode.TryParse(code, out _))
            found.Error(place, $"« {code} » n’est pas un code de territoire.", $"Écrire par exemple {example} : des chiffres et des capitales.");
    }

    private static void Within(int value, int most, string place, Findings found)
    {
        if (value < 0 || value > most)
            found.Error(place, $"{value} est hors des limites.", $"Donner un nombre entre 0 et {most}.");
    }
}
