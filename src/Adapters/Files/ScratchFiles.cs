using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Files;

/// <summary>
/// Files that can be made again (a rehearsal's folder): written behind the caller's back by one thread, straight to their
/// place, without flushing. Quick, and not for what people send. What could not be written is thrown at the next call,
/// at the latest by <see cref="Settle"/>. One writer: several at once in a folder wait for each other (docs/performance.md).
/// </summary>
public sealed class ScratchFiles : IFiles, IDisposable
{
    /// <summary>So many files may wait to be written.</summary>
    private const int MostWaiting = 256;

    private readonly FolderFiles careful;
    private readonly string root;
    private readonly BlockingCollection<Pending> waiting = new(MostWaiting);
    private readonly SemaphoreSlim disk = new(1);
    private readonly Task writing;
    private Exception? failed;

    public ScratchFiles(string root)
    {
        careful = new FolderFiles(root);
        this.root = Path.GetFullPath(root);
        writing = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>A file to write, its bytes in a rented array; or, without a target, somebody who waits for all before.</summary>
    private readonly record struct Pending(string? Target, byte[] Bytes, int Length, TaskCompletionSource? Arrived);

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        FilePath.Check(path);
        ThrowWhatFailed();
        var bytes = ArrayPool<byte>.Shared.Rent(content.Length);
        content.Span.CopyTo(bytes);
        waiting.Add(new Pending(Path.Combine(root, path), bytes, content.Length, null), stop);
        return Task.CompletedTask;
    }

    public async Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        await Settle(stop);
        return await careful.WriteNew(path, content, stop);
    }

    public async Task<bool> WriteNew(string path, Stream content, CancellationToken stop = default)
    {
        await Settle(stop);
        return await careful.WriteNew(path, content, stop);
    }

    public async Task<byte[]?> Read(string path, CancellationToken stop = default)
    {
        await Settle(stop);
        // Whoever reads sees a file whole: nothing is being written meanwhile.
        await disk.WaitAsync(stop);
        try
        {
            return await careful.Read(path, stop);
        }
        finally
        {
            disk.Release();
        }
    }

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await Settle(stop);
        await foreach (var path in careful.List(prefix, stop))
            yield return path;
    }

    public async Task Delete(string path, CancellationToken stop = default)
    {
        await Settle(stop);
        await careful.Delete(path, stop);
    }

    /// <summary>Waits until all that was given is written.</summary>
    /// <exception cref="IOException">Something could not be written, or what the disk says instead.</exception>
    public async Task Settle(CancellationToken stop = default)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(new Pending(null, [], 0, arrived), stop);
        await arrived.Task.WaitAsync(stop);
        ThrowWhatFailed();
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        writing.Wait();
        waiting.Dispose();
        disk.Dispose();
    }

    private void WriteAll()
    {
        foreach (var (target, bytes, length, arrived) in waiting.GetConsumingEnumerable())
        {
            if (target is not null)
            {
                Try(target, bytes.AsSpan(0, length));
                ArrayPool<byte>.Shared.Return(bytes);
            }
            arrived?.SetResult();
        }
    }

    private void Try(string target, ReadOnlySpan<byte> content)
    {
        disk.Wait();
        try
        {
            Place(target, content);
        }
        catch (Exception problem)
        {
            failed ??= problem;
        }
        finally
        {
            disk.Release();
        }
    }

    private void ThrowWhatFailed()
    {
        if (Volatile.Read(ref failed) is { } problem)
            ExceptionDispatchInfo.Throw(problem);
    }

    private static void Place(string target, ReadOnlySpan<byte> content)
    {
        try
        {
            Put(target, content);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Put(target, content);
        }
    }

    private static void Put(string target, ReadOnlySpan<byte> content)
    {
        using var handle = File.OpenHandle(target, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, content.Length);
        RandomAccess.Write(handle, content, 0);
    }
}
