using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Memory;

/// <summary>Files in memory, for rehearsals and tests. Bytes are copied in and out. Safe for many threads.</summary>
public sealed class MemoryFiles : IFiles
{
    private const int PageSize = 256;
    private readonly OrderedMap<byte[]> files = new();

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        var copy = content.ToArray();
        lock (files)
            files.Set(path, copy);
        return Task.CompletedTask;
    }

    public Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        var copy = content.ToArray();
        lock (files)
        {
            if (files.Contains(path))
                return Task.FromResult(false);
            files.Set(path, copy);
            return Task.FromResult(true);
        }
    }

    public Task<byte[]?> Read(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        byte[]? content;
        lock (files)
            content = files.Find(path);
        return Task.FromResult(content?.ToArray());
    }

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        FilePath.CheckPrefix(prefix);
        var from = prefix;
        List<KeyValuePair<string, byte[]>> page;
        do
        {
            stop.ThrowIfCancellationRequested();
            lock (files)
                page = files.Page(from, prefix + '\uFFFF', PageSize);
            foreach (var (path, _) in page)
                yield return path;
            if (page.Count > 0)
                from = page[^1].Key + '\0';
        }
        while (page.Count == PageSize);
        await Task.CompletedTask;
    }

    public Task Delete(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        lock (files)
            files.Remove(path);
        return Task.CompletedTask;
    }
}
