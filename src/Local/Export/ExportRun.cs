using System.Text;
using Almanach.Adapters.Platforms;
using Almanach.Adapters.Sqlite;
using Almanach.Core.Engine;
using Almanach.Core.Library.Pages;
using Almanach.Core.Mail.Texts;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Local.Hosting;

namespace Almanach.Local.Export;

/// <summary>
/// Writes the platform's folder as it stands today: the network of the store, the texts changed on a page, and the rest
/// of the folder as it was.
/// </summary>
public static class ExportRun
{
    /// <returns>The paths written, in order.</returns>
    /// <exception cref="StartRefusedException">There are no data, or the folder is not empty.</exception>
    public static async Task<IReadOnlyList<string>> Run(string platform, DataFolder data, string folder, bool force, CancellationToken stop)
    {
        if (!File.Exists(data.Database))
            throw new StartRefusedException($"Le dossier {data.Path} ne contient pas de données. Indiquez-le avec --data.");
        if (!force && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new StartRefusedException($"Le dossier {folder} n’est pas vide. Indiquez un autre dossier, ou ajoutez --force.");
        var files = PlatformOnDisk.Files(platform);
        using (var file = new SqliteFile(data.Database))
        {
            var store = new SqliteStore(file);
            var ledger = Reader(store);
            var roster = await new NetworkDesk(ledger, store).Load(stop);
            if (roster.Organisations.Count > 0)
                (files["organisations.csv"], files["contacts.csv"]) = (NetworkCsv.Organisations(roster), NetworkCsv.Contacts(roster));
            foreach (var text in files.Keys.Where(path => path.StartsWith("textes/", StringComparison.Ordinal)).ToList())
                if (await ledger.Find<TextOverride>(TextShelf.Partition, Path.GetFileNameWithoutExtension(text), stop) is { } changed)
                    files[text] = Encoding.UTF8.GetBytes(changed.Value.Source);
            foreach (var page in PageShelf.Names)
                if (await ledger.Find<TextOverride>(PageShelf.Partition, page, stop) is { } changed)
                    files[$"pages/{page}.md"] = Encoding.UTF8.GetBytes(changed.Value.Source);
        }
        foreach (var (path, content) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, content, stop);
        }
        return [.. files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>A ledger that only reads.</summary>
    private static Ledger Reader(IStore store)
    {
        var queue = new Adapters.Memory.MemoryQueue(TimeProvider.System);
        return new Ledger(store, queue, new Agenda(store, TimeProvider.System), TimeProvider.System);
    }
}
