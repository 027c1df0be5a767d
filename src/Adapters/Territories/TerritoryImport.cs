using System.Security.Cryptography;
using Almanach.Adapters.Territories.Contours;
using Almanach.Adapters.Territories.Tables;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Shelf;

namespace Almanach.Adapters.Territories;

/// <summary>A file or download to import, as it came.</summary>
/// <param name="From">Its name or address: what is credited, and how refusals name it.</param>
/// <param name="Credit">Whose it is, where the person says so; else what its form tells.</param>
public sealed record TerritoryUpload(string From, byte[] Content, string? Credit = null);

/// <summary>Says what an upload is, or refuses it: nothing is written here.</summary>
public static class TerritoryImport
{
    /// <summary>Bytes of an upload, as of what it unpacks to.</summary>
    public const int MostBytes = Unpacking.Most;

    private const string Unsaid = "source et licence à préciser";

    /// <exception cref="TerritoryFileException">Not contours nor a table of territories, or broken ones.</exception>
    public static TerritorySource Recognise(TerritoryUpload upload, Atlas atlas)
    {
        var content = Unpacking.Of(upload.Content);
        var (kind, level, year, count, credit) = ContourFile.Is(content) ? Contours(ContourFile.Read(content, atlas)) : Table(content, MembershipTable.Read(content, atlas));
        return new TerritorySource(Convert.ToHexStringLower(SHA256.HashData(upload.Content)), kind, level, year, count, upload.From, upload.Credit ?? Credited(upload.From) ?? credit);
    }

    private static (SourceKind, TerritoryLevel, int, int, string) Contours(ContourSet set) => (SourceKind.Contours, set.Level, set.Year.Value, set.Contours.Count, Unsaid);

    private static (SourceKind, TerritoryLevel, int, int, string) Table(byte[] content, MembershipTable table) => table switch
    {
        { Neighbourhoods.Count: > 0 } => (SourceKind.Memberships, TerritoryLevel.Neighbourhood, table.Year.Value, table.Neighbourhoods.Count, Unsaid),
        { Belongings.Count: > 0 } => (SourceKind.Memberships, TerritoryLevel.Municipality, table.Year.Value, table.Municipalities, IsCogugaison(content) ? Cogugaison : Unsaid),
        _ => (SourceKind.Labels, TerritoryLevel.Municipality, table.Year.Value, table.Labels.Count, IsCogugaison(content) ? Cogugaison : Unsaid),
    };

    private const string Cogugaison = "© COG (Insee) et package R COGugaison, licence ODbL";

    /// <summary>Only COGugaison writes CANOV.</summary>
    private static bool IsCogugaison(byte[] content) => content.AsSpan().IndexOf("CANOV"u8) >= 0;

    private static string? Credited(string from) => from switch
    {
        _ when from.Contains("etalab", StringComparison.OrdinalIgnoreCase) || from.Contains("decoupage-administratif", StringComparison.OrdinalIgnoreCase) => "Etalab d’après IGN, Licence ouverte",
        _ when from.Contains("admin", StringComparison.OrdinalIgnoreCase) && from.Contains("express", StringComparison.OrdinalIgnoreCase) => "IGN, Admin Express, Licence ouverte",
        _ when from.Contains("france-geojson", StringComparison.OrdinalIgnoreCase) => "IGN d’après france-geojson, Licence ouverte",
        _ when from.Contains("insee.fr", StringComparison.OrdinalIgnoreCase) => "Insee",
        _ => null,
    };
}
