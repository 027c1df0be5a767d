using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Hosting;

/// <summary>Files in memory that can be brought back to a moment.</summary>
public sealed class RewindableFiles : IFiles
{
    private ImmutableSortedDictionary<string, byte[]> files = ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, byte[]> Now => Volatile.Read(ref files);

    public void Rewind(ImmutableSortedDictionary<string, byte[]> moment) => Volatile.Write(ref files, moment);

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        var copy = content.ToArray();
        ImmutableInterlocked.Update(ref files, held => held.SetItem(path, copy));
        return Task.CompletedTask;
    }

    public Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        var copy = content.ToArray();
        return Task.FromResult(ImmutableInterlocked.Update(ref files, held => held.ContainsKey(path) ? held : held.Add(path, copy)));
    }

    public Task<byte[]?> Read(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        return Task.FromResult(Now.GetValueOrDefault(path)?.ToArray());
    }

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        FilePath.CheckPrefix(prefix);
        foreach (var path in Now.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)))
            yield return path;
        await Task.CompletedTask;
    }

    public Task Delete(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        ImmutableInterlocked.Update(ref files, held => held.Remove(path));
        return Task.CompletedTask;
    }
}
