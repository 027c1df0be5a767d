using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Almanach.Core.Ports;
using Almanach.Local.Hosting;

namespace Almanach.Local.Backup;

/// <summary>The zip of a backup: database, files, settings, keys, and the manifest that vouches for them.</summary>
public static class BackupArchive
{
    public const string Database = "almanach.db";
    private const string Files = "files/";
    private static readonly string[] Singles = [Database, "almanach.json", "keys.json"];

    /// <summary>Writes each file given under its name in the archive, then the manifest.</summary>
    public static void Write(Stream archive, IEnumerable<(string Name, string Path)> files, DateTimeOffset now)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in files)
        {
            using var from = File.OpenRead(path);
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            hashes[name] = Copy(from, entry);
        }
        using var manifest = zip.CreateEntry(Manifest.Entry).Open();
        JsonSerializer.Serialize(manifest, new Manifest(Manifest.Current, now, hashes), ManifestJson.Default.Manifest);
    }

    /// <summary>Reads every byte back; into a folder where one is given.</summary>
    /// <exception cref="StartRefusedException">The archive is not a backup, is damaged, or names a file outside the folder.</exception>
    public static Manifest Read(Stream archive, string? into = null)
    {
        using var zip = Open(archive);
        var manifest = ManifestOf(zip);
        var entries = zip.Entries.Where(entry => entry.FullName != Manifest.Entry).ToList();
        if (entries.Count != manifest.Hashes.Count || !manifest.Hashes.ContainsKey(Database))
            throw Damaged();
        foreach (var entry in entries)
        {
            if (!IsExpected(entry.FullName) || !manifest.Hashes.TryGetValue(entry.FullName, out var hash))
                throw Damaged();
            using var from = entry.Open();
            using var to = into is null ? Stream.Null : Create(Path.Combine(into, entry.FullName));
            if (Copy(from, to) != hash)
                throw Damaged();
        }
        return manifest;
    }

    public static IEnumerable<(string Name, string Path)> FilesOf(DataFolder folder) =>
        !Directory.Exists(folder.Files) ? [] : Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories)
            .Select(path => (Name: Files + Path.GetRelativePath(folder.Files, path).Replace('\\', '/'), path))
            .Where(file => IsExpected(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>No name that leads out of the folder, no half-written file.</summary>
    private static bool IsExpected(string name) =>
        Singles.Contains(name) || (name.StartsWith(Files, StringComparison.Ordinal) && FilePath.IsValid(name[Files.Length..]));

    private static ZipArchive Open(Stream archive)
    {
        try
        {
            return new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private static Manifest ManifestOf(ZipArchive zip)
    {
        using var entry = (zip.GetEntry(Manifest.Entry) ?? throw Damaged()).Open();
        var manifest = JsonSerializer.Deserialize(entry, ManifestJson.Default.Manifest) ?? throw Damaged();
        return manifest.Format <= Manifest.Current ? manifest
            : throw new StartRefusedException("Cette sauvegarde a été faite par une version plus récente d’Almanach. Installez cette version, puis recommencez.");
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Copies and answers the SHA-256 of what was copied.</summary>
    private static string Copy(Stream from, Stream to)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        try
        {
            for (int read; (read = from.Read(buffer)) > 0;)
            {
                sha.AppendData(buffer, 0, read);
                to.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static StartRefusedException Damaged() =>
        new("Ce fichier n’est pas une sauvegarde d’Almanach, ou il est abîmé. Rien n’a été changé\u00A0: prenez une autre sauvegarde.");
}
