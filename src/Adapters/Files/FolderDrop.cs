using System.Globalization;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Files;

/// <summary>A folder of the disk in which people lay files down. Whoever may write there could lay down a link to what only the host may read: none is followed.</summary>
/// <param name="root">May not exist: then nothing lies there.</param>
public sealed class FolderDrop(string root) : IDrop
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public Task<IReadOnlyList<DroppedFile>> Look(CancellationToken stop = default)
    {
        if (!Directory.Exists(root))
            return Task.FromResult<IReadOnlyList<DroppedFile>>([]);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return Task.FromResult<IReadOnlyList<DroppedFile>>(
            [.. new DirectoryInfo(root).EnumerateFiles("*", options).Where(file => !DroppedFile.IsPassing(file.Name)).Select(Seen).OrderBy(file => file.Changed).ThenBy(file => file.Name, StringComparer.Ordinal)]);
    }

    public Task<Stream?> Open(DroppedFile file, CancellationToken stop = default)
    {
        try
        {
            var path = new FileInfo(Locate(file));
            if (!Stands(path, file))
                return Task.FromResult<Stream?>(null);
            Stream content = new FileStream(path.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            // A link that took its place meanwhile is seen now.
            if (IsLinked(path.FullName) || content.Length != file.Size)
            {
                content.Dispose();
                return Task.FromResult<Stream?>(null);
            }
            return Task.FromResult<Stream?>(content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<bool> Remove(DroppedFile file, CancellationToken stop = default)
    {
        try
        {
            var path = new FileInfo(Locate(file));
            if (Stands(path, file))
                path.Delete();
            path.Refresh();
            return Task.FromResult(!path.Exists);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(false);
        }
    }

    private DroppedFile Seen(FileInfo file)
    {
        var path = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        var slash = path.IndexOf('/');
        return new DroppedFile(slash < 0 ? "" : path[..slash], path[(slash + 1)..], file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), Version(file));
    }

    private bool Stands(FileInfo path, DroppedFile file) => path.Exists && !IsLinked(path.FullName) && Version(path) == file.Version;

    private static string Version(FileInfo file) => string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");

    /// <exception cref="IOException">It would lead out of the folder.</exception>
    private string Locate(DroppedFile file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file.Folder, file.Name));
        return path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new IOException("This file is not in the folder.");
    }

    /// <summary>Itself, or any folder on the way from the root to it.</summary>
    private bool IsLinked(string path)
    {
        for (var at = path; at.Length > root.Length; at = Path.GetDirectoryName(at)!)
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        return false;
    }
}
