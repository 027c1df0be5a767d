using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Almanach.Adapters.DataFiles.Workbooks;

/// <summary>
/// A Strict workbook (ISO/IEC 29500, « Classeur Excel Open XML Strict ») in the words of the usual one, which is what the
/// library reads: of a Strict one it reads no row, and says nothing.
/// </summary>
internal static class StrictWorkbook
{
    private const string Strict = "http://purl.oclc.org/ooxml/";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    public static bool Is(ZipArchive package)
    {
        using var reader = XmlReader.Create(package.GetEntry("xl/workbook.xml")!.Open(), Settings);
        reader.MoveToContent();
        return reader.NamespaceURI.StartsWith(Strict, StringComparison.Ordinal);
    }

    /// <summary>The parts that hold cells, translated; pictures and drawings are left out.</summary>
    public static IByteSource Translated(ZipArchive package)
    {
        var content = new MemoryStream();
        using (var translated = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in package.Entries.Where(entry => HoldsCells(entry.FullName)))
            {
                using var part = translated.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                using var original = entry.Open();
                Translate(original, part);
            }
        return new StreamSource(content);
    }

    private static bool HoldsCells(string part) =>
        part is "[Content_Types].xml" or "_rels/.rels" or "xl/workbook.xml" or "xl/_rels/workbook.xml.rels" or "xl/styles.xml"
            || part.StartsWith("xl/sharedStrings", StringComparison.Ordinal)
            || (part.StartsWith("xl/worksheets/", StringComparison.Ordinal) && part.EndsWith(".xml", StringComparison.Ordinal));

    private static void Translate(Stream original, Stream part)
    {
        using var reader = XmlReader.Create(original, Settings);
        using var writer = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        var hasRoot = false;
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    hasRoot = true;
                    Element(reader, writer);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.Whitespace when hasRoot && reader.Depth > 0:
                    writer.WriteWhitespace(reader.Value);
                    break;
                default:
                    break;
            }
    }

    private static void Element(XmlReader reader, XmlWriter writer)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, Usual(reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
            if (reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns"))
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, null, Usual(reader.Value));
            else
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, Usual(reader.NamespaceURI), Usual(reader.Value));
        if (isEmpty)
            writer.WriteEndElement();
    }

    /// <summary>ISO/IEC 29500-1 annex A against ECMA-376: <c>purl.oclc.org/ooxml/spreadsheetml/main</c> is <c>schemas.openxmlformats.org/spreadsheetml/2006/main</c>, and so on.</summary>
    private static string Usual(string name)
    {
        if (!name.StartsWith(Strict, StringComparison.Ordinal))
            return name;
        var rest = name[Strict.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? name : $"http://schemas.openxmlformats.org/{rest[..slash]}/2006/{rest[(slash + 1)..]}";
    }
}
