using System.Text;
using Almanach.Adapters.DataFiles.Archives;
using Almanach.Adapters.DataFiles.Texts;
using Almanach.Adapters.DataFiles.Workbooks;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles;

/// <summary>Data files: what a file is, its first bytes tell.</summary>
public sealed class DataFileReader : IDataFiles
{
    // Old workbooks and Windows-1252 texts need the code pages of the framework.
    static DataFileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public DataFileOpening Open(Stream content, string? wanted = null) =>
        content.Length switch
        {
            0 => DataFileOpening.Not(new Unreadable(FindingTypes.Format, "Le fichier est vide. Choisissez le fichier de données à déposer.")),
            > DataLimits.Bytes => DataFileOpening.Not(new Unreadable(FindingTypes.Format, $"Le fichier dépasse {DataLimits.Bytes / 1_000_000} mégaoctets. Retirez les colonnes et les feuilles inutiles, ou déposez-le en plusieurs fichiers.")),
            _ => Open(new StreamSource(content), wanted),
        };

    internal static DataFileOpening Open(IByteSource source, string? wanted)
    {
        var start = Start(source);
        if (OtherFiles.Named(start) is { } other)
            return DataFileOpening.Not(OtherThanTable.Of(other));
        return start switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => Package.Open(source, wanted),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => WorkbookFile.OpenOld(source),
            _ => TextFile.Open(source),
        };
    }

    private static byte[] Start(IByteSource source)
    {
        using var stream = source.Open();
        var start = new byte[16];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
    }
}
