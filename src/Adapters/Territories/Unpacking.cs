using System.IO.Compression;

namespace Almanach.Adapters.Territories;

/// <summary>A file as it came, unpacked where it is a gzip.</summary>
internal static class Unpacking
{
    /// <summary>Bytes, unpacked: the finest contours of all municipalities of France that Etalab gives take 230 MB.</summary>
    public const int Most = 300_000_000;

    /// <exception cref="TerritoryFileException">Empty, too large, or a damaged gzip.</exception>
    public static byte[] Of(byte[] content)
    {
        if (content.Length == 0)
            throw new TerritoryFileException("Le fichier est vide. Téléchargez-le de nouveau.");
        if (content is not [0x1F, 0x8B, ..])
            return content.Length <= Most ? content : throw TooLarge();
        try
        {
            using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var buffer = new byte[81_920];
            for (int read; (read = packed.Read(buffer)) > 0;)
                if (whole.Length + read > Most)
                    throw TooLarge();
                else
                    whole.Write(buffer, 0, read);
            return whole.Length > 0 ? whole.ToArray() : throw Damaged();
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private static TerritoryFileException Damaged() => new("Ce fichier .gz est abîmé. Téléchargez-le de nouveau.");

    private static TerritoryFileException TooLarge() =>
        new("Le fichier dépasse 300 mégaoctets. Choisissez des contours moins précis\u00A0: ceux à 100 mètres suffisent pour un écran.");
}
