using System.IO.Compression;
using Almanach.Core.Data.Territories;

namespace Almanach.Adapters.Territories;

/// <summary>
/// The list of territories shipped with the program (<c>cog.csv.gz</c>): every list of codes from 1999 to 2026, made by
/// <c>tools/cog/make_cog.py</c> from sources under Licence ouverte. Read once, when first asked for.
/// </summary>
public static class ShippedTerritories
{
    private const string Resource = "Almanach.Adapters.Territories.cog.csv.gz";

    private static readonly Lazy<TerritoryFile> File = new(Read);

    private static readonly Lazy<Atlas> Loaded = new(() => new Atlas([File.Value]));

    public static Atlas Atlas => Loaded.Value;

    private static TerritoryFile Read()
    {
        using var packed = typeof(ShippedTerritories).Assembly.GetManifestResourceStream(Resource)!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var whole = new MemoryStream(4_000_000);
        unpacked.CopyTo(whole);
        return TerritoryFile.Read(whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }
}
