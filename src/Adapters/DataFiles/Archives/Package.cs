using System.IO.Compression;
using System.Text;
using Almanach.Adapters.DataFiles.OpenDocuments;
using Almanach.Adapters.DataFiles.Workbooks;
using Almanach.Adapters.DataFiles.Xlsx;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles.Archives;

/// <summary>What begins as a ZIP: a workbook, a document, or an archive of files.</summary>
internal static class Package
{
    public static DataFileOpening Open(IByteSource source, string? wanted)
    {
        try
        {
            using var stream = source.Open();
            using var package = new ZipArchive(stream, ZipArchiveMode.Read);
            // What an entry declares binds the stream that unpacks it: it gives no byte more.
            if (package.Entries.Count > DataLimits.Parts || package.Entries.Sum(entry => entry.Length) > DataLimits.Unpacked)
                return DataFileOpening.Not(OtherThanTable.TooLarge);
            bool Has(string part) => package.GetEntry(part) is not null;
            if (Has("mimetype"))
                return OpenDocumentFile.Open(source, Mimetype(package));
            if (Has("xl/workbook.bin"))
                return WorkbookFile.Open(source, "xlsb");
            if (Has("xl/workbook.xml"))
                return XlsxFile.Open(source, package);
            return Has("[Content_Types].xml") ? DataFileOpening.Not(OtherThanTable.OfPackage(Has)) : ArchivedFile.Open(source, package, wanted);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or System.Xml.XmlException or NotSupportedException)
        {
            return DataFileOpening.Not(OtherThanTable.Damaged);
        }
    }

    private static string Mimetype(ZipArchive package)
    {
        using var part = package.GetEntry("mimetype")!.Open();
        var text = new byte[100];
        return Encoding.ASCII.GetString(text, 0, part.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)).Trim();
    }
}
