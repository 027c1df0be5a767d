using Almanach.Core.Tables;

namespace Almanach.Core.Ports;

/// <summary>Reads the tables people bring, and writes workbooks. Never throws for what a file holds.</summary>
public interface ITables
{
    /// <summary>CSV in any usual French encoding and separator, XLSX, XLS.</summary>
    /// <param name="name">Only helps where the content does not tell.</param>
    TableReading Read(string name, byte[] content);

    /// <summary>An XLSX workbook of one sheet; every cell is text or a plain number, never a formula.</summary>
    byte[] Workbook(ExportTable table);
}

/// <summary>What a table may weigh.</summary>
public static class TableLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 2_000_000;

    /// <summary>Bytes a workbook may unpack to.</summary>
    public const long Unpacked = 60_000_000;

    public const int Rows = 20_000;

    public const int Columns = 200;

    /// <summary>Characters of a cell; what is longer is cut.</summary>
    public const int Cell = 4_000;
}
