using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Files;

/// <summary>
/// Files in a folder of the disk. A write goes to a temporary file, is flushed, and takes its name at once. Below the
/// folder no symbolic link is followed. Safe for many threads and several processes.
/// </summary>
public sealed class FolderFiles : IFiles
{
    /// <summary>No valid path starts with a dot. What a dead process left there may be deleted.</summary>
    private const string Unfinished = ".unfinished";
    private readonly string root;

    public FolderFiles(string root)
    {
        this.root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        Directory.CreateDirectory(this.root);
    }

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        Place(path, file => file.WriteAsync(content, stop), Replace);

    public async Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        !File.Exists(Locate(path)) && await Place(path, file => file.WriteAsync(content, stop), Disk.MoveToFreeName);

    public async Task<bool> WriteNew(string path, Stream content, CancellationToken stop = default) =>
        !File.Exists(Locate(path)) && await Place(path, file => new ValueTask(content.CopyToAsync(file, stop)), Disk.MoveToFreeName);

    public async Task<byte[]?> Read(string path, CancellationToken stop = default)
    {
        var target = Locate(path);
        try
        {
            return await File.ReadAllBytesAsync(target, stop);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task<Stream?> Open(string path, CancellationToken stop = default)
    {
        var target = Locate(path);
        try
        {
            return Task.FromResult<Stream?>(new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        FilePath.CheckPrefix(prefix);
        var below = Below(prefix[..(prefix.LastIndexOf('/') + 1)]);
        foreach (var path in below.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            yield return path;
        }
        await Task.CompletedTask;
    }

    public Task Delete(string path, CancellationToken stop = default)
    {
        var target = Locate(path);
        if (File.Exists(target))
        {
            File.Delete(target);
            Disk.FlushFolder(Path.GetDirectoryName(target)!);
        }
        return Task.CompletedTask;
    }

    /// <summary>Valid paths in a folder and its folders; links and foreign names are passed over.</summary>
    private IEnumerable<string> Below(string folder)
    {
        var start = Path.Combine(root, folder);
        if (!Directory.Exists(start) || (folder.Length > 0 && IsLinked(folder)))
            return [];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(start, "*", options)
            .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(FilePath.IsValid);
    }

    private string Locate(string path)
    {
        FilePath.Check(path);
        if (IsLinked(path))
            throw new IOException("A symbolic link stands on the way to this file; none is followed.");
        return Path.Combine(root, path);
    }

    private bool IsLinked(string path)
    {
        for (var end = 0; end >= 0 && end < path.Length;)
        {
            end = path.IndexOf('/', end + 1);
            if (new FileInfo(Path.Combine(root, end < 0 ? path : path[..end])).LinkTarget is not null)
                return true;
        }
        return false;
    }

    /// <summary>Writes under a passing name, then gives the real one, if <paramref name="move"/> finds it free.</summary>
    private async Task<bool> Place(string path, Func<FileStream, ValueTask> write, Func<string, string, bool> move)
    {
        var target = Locate(path);
        var fresh = Path.Combine(Directory.CreateDirectory(Path.Combine(root, Unfinished)).FullName, Path.GetRandomFileName());
        try
        {
            await using (var file = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }
            MakeFolderOf(path);
            var placed = move(fresh, target);
            Disk.FlushFolder(Path.GetDirectoryName(target)!);
            return placed;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static bool Replace(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        return true;
    }

    /// <summary>Each folder made is flushed with the one that names it.</summary>
    private void MakeFolderOf(string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
        {
            var folder = Path.Combine(root, path[..end]);
            if (Directory.Exists(folder))
                continue;
            Directory.CreateDirectory(folder);
            Disk.FlushFolder(Path.GetDirectoryName(folder)!);
        }
    }
}
