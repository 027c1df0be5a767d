namespace Almanach.Core.Ports;

/// <summary>
/// A place outside the platform’s own files where people lay files down for it, in a folder for each expected delivery. The names are
/// theirs, and lead nowhere but into this place.
/// </summary>
public interface IDrop
{
    /// <summary>What lies there, the oldest first. Hidden files, and those whose name says that they are being written, are passed over; no link is followed.</summary>
    Task<IReadOnlyList<DroppedFile>> Look(CancellationToken stop = default);

    /// <summary>The content, to be sought in; null where it is gone, has changed since it was looked at, or may not be read.</summary>
    Task<Stream?> Open(DroppedFile file, CancellationToken stop = default);

    /// <summary>Takes it away unless it has changed since it was looked at; what is gone already is well.</summary>
    /// <returns>False where it still lies there.</returns>
    Task<bool> Remove(DroppedFile file, CancellationToken stop = default);
}

/// <param name="Folder">The first folder on the way to it; empty where it lies in none.</param>
/// <param name="Name">What follows the folder, as it was given.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Version">Another as soon as the content is.</param>
public sealed record DroppedFile(string Folder, string Name, long Size, DateTimeOffset Changed, string Version)
{
    private static readonly string[] Unfinished = [".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".swp"];

    /// <summary>« .DS_Store », « ~$rsa.xlsx », « rsa.csv.filepart »: of a system or a transfer, and not for anybody.</summary>
    /// <param name="name">The last part of its path.</param>
    public static bool IsPassing(string name) =>
        name.Length == 0 || name[0] is '.' or '~' || Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase);
}
