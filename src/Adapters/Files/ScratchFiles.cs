using Almanach.Core.Ports;

namespace Almanach.Adapters.Files;

/// <summary>
/// Files that can be made again (a rehearsal's folder): written straight to their place, without flushing. Quick, and
/// not for what people send.
/// </summary>
public sealed class ScratchFiles(string root) : IFiles
{
    private readonly FolderFiles careful = new(root);
    private readonly string root = Path.GetFullPath(root);

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        var target = Path.Combine(root, path);
        try
        {
            Put(target, content.Span);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Put(target, content.Span);
        }
        return Task.CompletedTask;
    }

    public async Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        if (File.Exists(Path.Combine(root, path)))
            return false;
        await Write(path, content, stop);
        return true;
    }

    public Task<byte[]?> Read(string path, CancellationToken stop = default) => careful.Read(path, stop);

    public IAsyncEnumerable<string> List(string prefix, CancellationToken stop = default) => careful.List(prefix, stop);

    public Task Delete(string path, CancellationToken stop = default) => careful.Delete(path, stop);

    private static void Put(string target, ReadOnlySpan<byte> content)
    {
        using var handle = File.OpenHandle(target, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, content.Length);
        RandomAccess.Write(handle, content, 0);
    }
}
