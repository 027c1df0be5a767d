using Almanach.Core.Data.Reading;

namespace Almanach.Core.Ports;

/// <summary>Reads the data files producers send, with bounded memory. Never throws for what a file holds.</summary>
public interface IDataFiles
{
    /// <summary>
    /// CSV and TSV in the encodings of French offices, XLSX (usual and Strict), XLS, ODS, or one of them in a ZIP archive.
    /// What a file is, its first bytes tell, never its name.
    /// </summary>
    /// <param name="content">Seekable; read while the file is open, and not closed by it.</param>
    /// <param name="wanted">Name of a sheet, or of a file of an archive: which file of an archive is meant, where it holds several.</param>
    DataFileOpening Open(Stream content, string? wanted = null);
}

/// <summary>A file that can be read, or why it cannot.</summary>
/// <param name="Facts">What is known of it, read or not.</param>
public sealed record DataFileOpening(IDataFile? File, Unreadable? Problem, DataFileFacts? Facts)
{
    public static DataFileOpening Of(IDataFile file) => new(file, null, file.Facts);

    public static DataFileOpening Not(Unreadable problem, DataFileFacts? facts = null) => new(null, problem, facts);
}

/// <summary>A file of one sheet or more.</summary>
public interface IDataFile : IDisposable
{
    DataFileFacts Facts { get; }

    /// <summary>The sheet from its first row. One at a time: what was opened before is closed.</summary>
    /// <param name="sheet">Its place in <see cref="DataFileFacts.Sheets"/>.</param>
    ISheetRows Open(int sheet);
}
