
namespace Almanach.Core.Ports;

/// <summary>
/// Files by relative path. A path has 1 to 8 segments of lower-case letters, digits, dot, dash and underscore, none of
/// which starts with a dot, joined by <c>/</c>, at most 240 characters: anything else is an <see cref="ArgumentException"/>,
/// so that no path leaves its folder. A write is seen whole or not at all.
/// </summary>
public interface IFiles
{
    /// <summary>Writes or replaces.</summary>
    Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default);

    /// <summary>Writes once: false, and nothing changed, when the file exists (raw uploads are never overwritten).</summary>
    Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default);

    /// <summary>
    /// The same, from where the stream stands to its end, without holding it whole where the backend can. A stream that fails
    /// on the way leaves nothing.
    /// </summary>
    async Task<bool> WriteNew(string path, Stream content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, stop);
        return await WriteNew(path, whole.GetBuffer().AsMemory(0, (int)whole.Length), stop);
    }

    /// <summary>The whole content, or null.</summary>
    Task<byte[]?> Read(string path, CancellationToken stop = default);

    /// <summary>
    /// The content, to be read and sought in without holding it whole where the backend can; null where there is none. A file
    /// that is replaced or deleted meanwhile is read as it was, or fails.
    /// </summary>
    async Task<Stream?> Open(string path, CancellationToken stop = default) =>
        await Read(path, stop) is { } bytes ? new MemoryStream(bytes, writable: false) : null;

    /// <summary>Paths that start with the prefix, in ordinal order.</summary>
    IAsyncEnumerable<string> List(string prefix, CancellationToken stop = default);

    /// <summary>Deletes if it exists.</summary>
    Task Delete(string path, CancellationToken stop = default);
}
