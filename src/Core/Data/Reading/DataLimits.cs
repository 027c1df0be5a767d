namespace Almanach.Core.Data.Reading;

/// <summary>What a data file may weigh. Beyond, it is refused, never cut.</summary>
public static class DataLimits
{
    /// <summary>Bytes of a file as it comes.</summary>
    public const long Bytes = 200_000_000;

    /// <summary>Bytes a workbook or an archive may unpack to.</summary>
    public const long Unpacked = 1_000_000_000;

    /// <summary>Parts of a package or archive.</summary>
    public const int Parts = 2_000;

    public const int Rows = 3_000_000;

    public const int Columns = 2_000;

    /// <summary>Bytes of one row of a text: an unclosed quote swallows no more.</summary>
    public const int RowBytes = 1_000_000;

    /// <summary>Characters of one cell, as in a spreadsheet.</summary>
    public const int Cell = 32_767;

    /// <summary>Cells of one sheet, repeated ones too.</summary>
    public const long Cells = 60_000_000;
}
