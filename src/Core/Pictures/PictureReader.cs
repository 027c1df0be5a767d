namespace Almanach.Core.Pictures;

/// <summary>
/// Reads a picture somebody sends, recognised by its bytes, whatever its name says. What a camera or a program writes beside it
/// (places, people, dates, small copies of what was cut away, whatever follows the end) is not kept. Never throws. Pure.
/// </summary>
public static class PictureReader
{
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Pixels: what whoever opens it must hold in memory.</summary>
    public const int MostPixels = 50_000_000;

    public const int LongestSide = 16_384;

    /// <summary>Less is a dot that counts readers, or a line drawn.</summary>
    public const int ShortestSide = 32;

    /// <param name="mostBytes">What is more is refused.</param>
    public static PictureReading Read(ReadOnlyMemory<byte> bytes, int mostBytes = MostBytes)
    {
        if (bytes.Length > mostBytes)
            return new PictureReading.Refused($"Cette image pèse {Math.Ceiling(bytes.Length / (1024 * 1024m)):0}\u00A0Mo. Réduisez-la à {mostBytes / (1024 * 1024)}\u00A0Mo au plus, ou envoyez-en une plus petite.");
        var start = bytes.Span;
        return start.StartsWith(JpegFile.Start) ? JpegFile.Read(start)
            : start.StartsWith(PngFile.Signature) ? PngFile.Read(start)
            : new PictureReading.Refused(Other(start));
    }

    /// <summary>Why a picture of this size is not kept; null where it is.</summary>
    internal static string? Size(long width, long height) => (width, height) switch
    {
        _ when width < 1 || height < 1 => Broken,
        _ when Math.Min(width, height) < ShortestSide => "Cette image est trop petite pour être vue. Envoyez-en une plus grande.",
        _ when Math.Max(width, height) > LongestSide || width * height > MostPixels => "Cette image a trop de points pour être publiée. Réduisez-la à 4\u202F000\u00A0points de large, par exemple, puis envoyez-la de nouveau.",
        _ => null,
    };

    internal const string Broken = "Cette image ne se lit pas\u00A0: le fichier est abîmé ou incomplet. Enregistrez-la de nouveau en JPEG ou en PNG, puis envoyez-la.";

    private static string Other(ReadOnlySpan<byte> start) =>
        start.Length > 12 && start[4..].StartsWith("ftyp"u8) ? "Cette image est au format HEIC des téléphones, ou c’est une vidéo. Enregistrez-la en JPEG, puis envoyez-la de nouveau."
        : start.Length == 0 ? "Ce fichier est vide. Choisissez une image JPEG ou PNG."
        : "Ce fichier n’est pas une image JPEG ou PNG. Enregistrez-la dans un de ces formats, puis envoyez-la de nouveau.";
}
