using System.IO.Compression;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Reading;
using Almanach.Core.Ports;

namespace Almanach.Adapters.DataFiles.Archives;

/// <summary>The one data file of an archive, or the one that is meant.</summary>
internal sealed class ArchivedFile(IDataFile file, DataFileFacts facts, IByteSource content) : IDataFile
{
    private static readonly string[] Tables = [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"];

    /// <summary>Files that tell of the data: Insee’s archives hold one beside the table.</summary>
    private static readonly string[] Companions = ["meta", "lisez", "readme", "varmod", "dictionnaire", "documentation"];

    public DataFileFacts Facts => facts;

    public static DataFileOpening Open(IByteSource source, ZipArchive archive, string? wanted)
    {
        var tables = archive.Entries.Where(entry => IsTable(entry)).ToList();
        var meant = tables.Where(entry => wanted is not null && (entry.FullName == wanted || entry.Name == wanted)).ToList();
        var main = tables.Where(entry => !Companions.Any(start => entry.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))).ToList();
        var chosen = meant.Count == 1 ? meant : main.Count == 1 ? main : tables;
        if (chosen is not [var one])
            return DataFileOpening.Not(new Unreadable(FindingTypes.Format, tables.Count == 0
                ? "Cette archive ne contient aucun tableau. Mettez-y un fichier CSV, XLSX, XLS ou ODS, ou déposez-le seul."
                : $"Cette archive contient {tables.Count} tableaux\u00A0: {string.Join(", ", tables.Take(5).Select(entry => $"«\u00A0{entry.Name}\u00A0»"))}{(tables.Count > 5 ? "…" : "")}. Déposez-les un par un."));
        IByteSource? content = one.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || one.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || one.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            ? new EntrySource(source, one.FullName)
            : Unpacked(one);
        if (content is null)
            return DataFileOpening.Not(OtherThanTable.TooLarge);
        var opening = one.Length == 0
            ? DataFileOpening.Not(new Unreadable(FindingTypes.Format, $"Le fichier «\u00A0{one.Name}\u00A0» de l’archive est vide."))
            : DataFileReader.Open(content, wanted: null);
        if (opening.File is not { } file)
            return opening;
        Suspicion[] left = tables.Count == 1 ? [] : [new Suspicion(FindingTypes.OtherSheets, $"Seul «\u00A0{one.Name}\u00A0» a été lu dans l’archive, qui contient {tables.Count} fichiers.")];
        return DataFileOpening.Of(new ArchivedFile(file, file.Facts with { Archived = one.Name, Suspicions = [.. file.Facts.Suspicions, .. left] }, content));
    }

    public ISheetRows Open(int sheet) => file.Open(sheet);

    public void Dispose()
    {
        file.Dispose();
        (content as IDisposable)?.Dispose();
    }

    private static bool IsTable(ZipArchiveEntry entry) =>
        Tables.Any(end => entry.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    /// <summary>A workbook is read here and there: whole in memory, null when it is too large.</summary>
    private static StreamSource? Unpacked(ZipArchiveEntry entry)
    {
        if (entry.Length > DataLimits.Bytes)
            return null;
        var content = new MemoryStream((int)entry.Length);
        using var part = entry.Open();
        part.CopyTo(content);
        return new StreamSource(content);
    }
}

/// <summary>A text in an archive, unpacked anew each time it is read.</summary>
internal sealed class EntrySource(IByteSource archive, string path) : IByteSource
{
    public Stream Open()
    {
        var package = new ZipArchive(archive.Open(), ZipArchiveMode.Read);
        return new EntryStream(package, package.GetEntry(path)!.Open());
    }

    private sealed class EntryStream(ZipArchive package, Stream part) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) => part.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => part.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                part.Dispose();
                package.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
