using System.IO.Compression;
using System.Text;
using Almanach.Core.Engine;

namespace Almanach.Core.Library.Deposits;

/// <summary>
/// What a file is, by its bytes: its name counts only for CSV, which has no mark of its own. A file whose name says
/// something else is taken for what it is.
/// </summary>
public static class FileRecognition
{
    /// <summary>20 Mo: a long set of slides with its pictures.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    public const string Accepted = "PDF, Word, PowerPoint, Excel (.docx, .pptx, .xlsx), OpenDocument (.odt, .odp, .ods), CSV, PNG ou JPEG";

    /// <summary>Files inside an archive; no office document has so many.</summary>
    private const int MostEntries = 20_000;

    internal const string Field = "fichier";

    /// <summary>The format, or what is wrong with the file and what to do.</summary>
    public static (FileFormat? Format, FieldError? Problem) Of(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            return Refused("Ce fichier est vide. Vérifiez qu’il s’ouvre sur votre ordinateur, puis choisissez-le de nouveau.");
        if (bytes.Length > MostBytes)
            return Refused(TooLarge);
        var start = bytes.AsSpan();
        if (start.StartsWith("%PDF-"u8))
            return (FileFormat.Pdf, null);
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return (FileFormat.Png, null);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return (FileFormat.Jpeg, null);
        if (start.StartsWith("PK\x03\x04"u8))
            return OfArchive(bytes);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Refused("Ce fichier est d’un ancien format de bureautique (.doc, .xls, .ppt), ou protégé par un mot de passe. Enregistrez-le en .docx, .xlsx, .pptx ou PDF, sans mot de passe, puis déposez-le de nouveau.");
        return name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && IsPlainTable(bytes)
            ? (FileFormat.Csv, null)
            : Refused($"Ce fichier n’est pas d’un format accepté. Déposez un fichier {Accepted}.");
    }

    public static string TooLarge => "Ce fichier dépasse 20 Mo. Réduisez ses images (dans PowerPoint ou Word\u00A0: «\u00A0Compresser les images\u00A0»), ou enregistrez-le en PDF, puis choisissez-le de nouveau.";

    private static (FileFormat?, FieldError?) OfArchive(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                return Refused($"Ce fichier n’est pas d’un format accepté. Déposez un fichier {Accepted}.");
            var names = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return Refused("Ce fichier contient des macros\u00A0: il n’est pas diffusé. Enregistrez-le sans macros (.docx, .xlsx ou .pptx), puis déposez-le de nouveau.");
            FileFormat? format = Mimetype(archive) switch
            {
                "application/vnd.oasis.opendocument.text" => FileFormat.Odt,
                "application/vnd.oasis.opendocument.presentation" => FileFormat.Odp,
                "application/vnd.oasis.opendocument.spreadsheet" => FileFormat.Ods,
                _ when !names.Contains("[Content_Types].xml") => null,
                _ when names.Contains("word/document.xml") => FileFormat.Docx,
                _ when names.Contains("ppt/presentation.xml") => FileFormat.Pptx,
                _ when names.Contains("xl/workbook.xml") => FileFormat.Xlsx,
                _ => null,
            };
            return format is not null ? (format, null) : Refused($"Une archive ne se dépose pas. Déposez ses fichiers un par un\u00A0: {Accepted}.");
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return Refused("Ce fichier est abîmé ou incomplet. Vérifiez qu’il s’ouvre sur votre ordinateur, puis choisissez-le de nouveau.");
        }
    }

    /// <summary>The entry by which OpenDocument names itself; read no further than such a name is long.</summary>
    private static string Mimetype(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } entry)
            return "";
        using var stream = entry.Open();
        var buffer = new byte[100];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(buffer, 0, read).Trim();
    }

    /// <summary>Text, and not a page: no byte that text has not, and no mark-up at its start.</summary>
    private static bool IsPlainTable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0)
            return false;
        var start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        return !start.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    private static (FileFormat?, FieldError?) Refused(string message) => (null, new FieldError(Field, message));
}
