using System.IO.Compression;
using System.Xml;
using Almanach.Adapters.DataFiles.Archives;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles.Xlsx;

/// <summary>
/// XLSX, usual (ECMA-376) and Strict (ISO/IEC 29500): elements are known by their own names, so both read alike. The
/// libraries at hand lose what this keeps: one reads no row of a Strict workbook and makes failed formulas blank, the
/// other refuses a workbook for one bad hyperlink (ADR 36).
/// </summary>
internal sealed class XlsxFile : IDataFile
{
    private readonly IByteSource _source;

    private readonly XlsxWorkbook _workbook;

    private XlsxStrings? _strings;

    private XlsxRows? _rows;

    private XlsxFile(IByteSource source, XlsxWorkbook workbook)
    {
        (_source, _workbook) = (source, workbook);
        Facts = new DataFileFacts("xlsx", null, null, [.. workbook.Sheets.Select(sheet => new DataSheet(sheet.Name, sheet.IsHidden))]);
    }

    public DataFileFacts Facts { get; }

    public static DataFileOpening Open(IByteSource source, ZipArchive package)
    {
        var workbook = XlsxWorkbook.Of(package);
        return workbook.Sheets.Count == 0
            ? DataFileOpening.Not(OtherThanTable.Damaged, new DataFileFacts("xlsx", null, null, []))
            : DataFileOpening.Of(new XlsxFile(source, workbook));
    }

    public ISheetRows Open(int sheet)
    {
        _rows?.Dispose();
        try
        {
            var part = _workbook.Sheets[sheet].Part;
            _strings ??= Strings();
            return _rows = new XlsxRows(new EntrySource(_source, part).Open(), _strings, _workbook, XlsxMerges.Of(new EntrySource(_source, part)));
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or IOException)
        {
            throw new UnreadableException(OtherThanTable.Damaged);
        }
    }

    public void Dispose()
    {
        _rows?.Dispose();
        _rows = null;
    }

    private XlsxStrings Strings()
    {
        if (_workbook.StringsPart is not { } part)
            return XlsxStrings.None;
        using var content = new EntrySource(_source, part).Open();
        return XlsxStrings.Of(content);
    }
}
