using System.IO.Compression;

namespace Almanach.Adapters.Word;

/// <summary>The same package with its entries in a fixed order and without the time it was written at.</summary>
internal static class StablePackage
{
    /// <summary>The first instant a ZIP entry can bear.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(byte[] package)
    {
        var stable = new MemoryStream(package.Length);
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(stable, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
                Copy(entry, to);
        return stable.ToArray();
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive to)
    {
        var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        using var read = entry.Open();
        using var write = copy.Open();
        read.CopyTo(write);
    }
}
