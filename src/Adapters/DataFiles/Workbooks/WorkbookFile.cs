using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;
using ExcelDataReader;

namespace Almanach.Adapters.DataFiles.Workbooks;

/// <summary>XLS, and XLSB.</summary>
internal sealed class WorkbookFile(IByteSource source, DataFileFacts facts) : IDataFile
{
    private Stream? _stream;

    private IExcelDataReader? _reader;

    public DataFileFacts Facts => facts;

    public static DataFileOpening OpenOld(IByteSource source) => Open(source, "xls");

    public static DataFileOpening Open(IByteSource source, string format)
    {
        try
        {
            using var stream = source.Open();
            using var reader = Reader(stream);
            List<DataSheet> sheets = [];
            do
                sheets.Add(new DataSheet(reader.Name, reader.VisibleState != "visible"));
            while (reader.NextResult());
            return DataFileOpening.Of(new WorkbookFile(source, new DataFileFacts(format, null, null, sheets)));
        }
        // A file of a stranger may break the library in any way; it never breaks the page.
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            return DataFileOpening.Not(OtherThanTable.Damaged, new DataFileFacts(format, null, null, []));
        }
    }

    public ISheetRows Open(int sheet)
    {
        Dispose();
        try
        {
            _stream = source.Open();
            _reader = Reader(_stream);
            for (var i = 0; i < sheet; i++)
                _reader.NextResult();
            return new WorkbookRows(_reader);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            throw new UnreadableException(OtherThanTable.Damaged);
        }
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _stream?.Dispose();
        (_reader, _stream) = (null, null);
    }

    private static IExcelDataReader Reader(Stream stream) =>
        ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252), LeaveOpen = true });
}
