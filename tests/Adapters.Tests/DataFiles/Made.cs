using System.Globalization;
using System.IO.Compression;
using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;

namespace Almanach.Adapters.Tests.DataFiles;

/// <summary>Small files of each format, and how they read.</summary>
internal static class Made
{
    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(bytes);
            }
        return content.ToArray();
    }

    /// <param name="sheet">The inside of <c>sheetData</c>, and what follows it.</param>
    public static byte[] Xlsx(string sheet, bool strict = false)
    {
        var main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var rel = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            ("[Content_Types].xml", Utf8("""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""")),
            ("_rels/.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>""")),
            ("xl/workbook.xml", Utf8($"""<workbook xmlns="{main}" xmlns:r="{rel}"{(strict ? " conformance=\"strict\"" : "")}><sheets><sheet name="Données" sheetId="1" r:id="rId1"/></sheets></workbook>""")),
            ("xl/_rels/workbook.xml.rels", Utf8($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{rel}/styles" Target="styles.xml"/></Relationships>""")),
            ("xl/styles.xml", Utf8($"""<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>""")),
            ("xl/worksheets/sheet1.xml", Utf8($"""<worksheet xmlns="{main}">{sheet}</worksheet>""")));
    }

    /// <param name="tables">The inside of <c>office:spreadsheet</c>.</param>
    public static byte[] Ods(string tables) => Zip(
        ("mimetype", Utf8("application/vnd.oasis.opendocument.spreadsheet")),
        ("content.xml", Utf8($"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>""")));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static CheckReport Check(byte[] content, string? sheet = null)
    {
        var opening = new DataFileReader().Open(new MemoryStream(content), sheet);
        using var file = opening.File;
        return TableCheck.Run(opening, new CheckOptions(Sheet: sheet));
    }

    /// <summary>All cells of a sheet as text, rows by « | ».</summary>
    public static List<string> Cells(byte[] content, int sheet = 0)
    {
        using var file = new DataFileReader().Open(new MemoryStream(content)).File!;
        using var rows = file.Open(sheet);
        List<string> lines = [];
        while (rows.Read())
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{rows.Row}:") + string.Join('|', Enumerable.Range(0, rows.Count).Select(i => Encoding.UTF8.GetString(rows.Cell(i)))));
        return lines;
    }

    public static Unreadable? Problem(byte[] content) => new DataFileReader().Open(new MemoryStream(content)).Problem;
}
