using System.Xml;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles.OpenDocuments;

/// <summary>ODS (ISO/IEC 26300), read as a stream.</summary>
internal sealed class OpenDocumentFile(IByteSource source, DataFileFacts facts) : IDataFile
{
    internal const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    internal static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private OpenDocumentRows? _rows;

    public DataFileFacts Facts => facts;

    /// <param name="mimetype">What the package says it is.</param>
    public static DataFileOpening Open(IByteSource source, string mimetype)
    {
        if (!mimetype.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal))
            return DataFileOpening.Not(OtherThanTable.Of("un document OpenDocument"));
        try
        {
            return DataFileOpening.Of(new OpenDocumentFile(source, new DataFileFacts("ods", null, null, Sheets(source))));
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or IOException)
        {
            return DataFileOpening.Not(OtherThanTable.Damaged, new DataFileFacts("ods", null, null, []));
        }
    }

    public ISheetRows Open(int sheet)
    {
        Dispose();
        return _rows = new OpenDocumentRows(Content(source), sheet);
    }

    public void Dispose()
    {
        _rows?.Dispose();
        _rows = null;
    }

    private static List<DataSheet> Sheets(IByteSource source)
    {
        using var content = Content(source);
        using var reader = XmlReader.Create(content, Settings);
        List<DataSheet> sheets = [];
        // Passing a table leaves the reader on what follows it, which may be the next one.
        for (var more = reader.Read(); more; more = !reader.EOF)
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table" && reader.NamespaceURI == Table)
            {
                sheets.Add(new DataSheet(reader.GetAttribute("name", Table) ?? ""));
                reader.Skip();
            }
            else
                reader.Read();
        return sheets;
    }

    private static Stream Content(IByteSource source)
    {
        var entry = new Archives.EntrySource(source, "content.xml");
        return entry.Open();
    }
}
