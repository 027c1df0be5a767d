using Almanach.Adapters.Sqlite;
using Almanach.Local.Hosting;

namespace Almanach.Local.Backup;

/// <summary>Makes a backup of a data folder, also while the host runs, and puts one back.</summary>
public static class BackupRun
{
    /// <summary>Written beside its place, read back whole, then named: a backup that has its name is sound.</summary>
    /// <exception cref="StartRefusedException">There is nothing to keep, or the file is there already.</exception>
    public static Manifest Make(DataFolder folder, string file, bool force, DateTimeOffset now)
    {
        if (!File.Exists(folder.Database))
            throw new StartRefusedException($"Le dossier {folder.Path} ne contient pas de données. Indiquez-le avec --data.");
        if (File.Exists(file) && !force)
            throw new StartRefusedException($"Le fichier {file} existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer.");
        var copy = file + ".db";
        var fresh = file + ".new";
        try
        {
            // Records first: a record names files that are there already, and files are never rewritten.
            File.Delete(copy);
            SqliteCopy.Make(folder.Database, copy);
            var singles = new[] { folder.Settings, folder.Keys }.Where(File.Exists).Select(path => (Path.GetFileName(path), path));
            using (var archive = OwnersAlone(fresh))
            {
                BackupArchive.Write(archive, [(BackupArchive.Database, copy), .. singles, .. BackupArchive.FilesOf(folder)], now);
                archive.Flush(flushToDisk: true);
            }
            var manifest = Check(fresh);
            File.Move(fresh, file, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(fresh);
        }
    }

    /// <summary>Unpacks beside the folder, checks, and only then takes the folder's place; what stood there keeps another name.</summary>
    /// <returns>The manifest, and where the former folder is now, or null when there was none.</returns>
    /// <exception cref="StartRefusedException">The folder holds data and <paramref name="force"/> is false, or the backup is not sound.</exception>
    public static (Manifest Manifest, string? Former) Restore(string file, DataFolder folder, bool force, DateTimeOffset now)
    {
        if (!File.Exists(file))
            throw new StartRefusedException($"Le fichier {file} n’existe pas.");
        var taken = Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any();
        if (taken && !force)
            throw new StartRefusedException($"Le dossier {folder.Path} n’est pas vide. Indiquez un autre dossier, ou ajoutez --force\u00A0: l’ancien dossier sera gardé sous un autre nom.");
        var fresh = new DataFolder(folder.Path + ".restauration");
        if (Directory.Exists(fresh.Path))
            Directory.Delete(fresh.Path, recursive: true);
        try
        {
            fresh.Make();
            Manifest manifest;
            using (var archive = File.OpenRead(file))
                manifest = BackupArchive.Read(archive, fresh.Path);
            // Opens only what this version can read.
            new SqliteFile(fresh.Database).Dispose();
            var former = taken ? $"{folder.Path}.avant-{now.UtcDateTime:yyyyMMdd-HHmmss}" : null;
            if (former is not null)
                Directory.Move(folder.Path, former);
            else if (Directory.Exists(folder.Path))
                Directory.Delete(folder.Path);
            Directory.Move(fresh.Path, folder.Path);
            return (manifest, former);
        }
        finally
        {
            if (Directory.Exists(fresh.Path))
                Directory.Delete(fresh.Path, recursive: true);
        }
    }

    private static Manifest Check(string file)
    {
        using var archive = File.OpenRead(file);
        return BackupArchive.Read(archive);
    }

    private static FileStream OwnersAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
