using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Almanach.Core.Ports;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Almanach.Functions.Storage;

/// <summary>
/// Files as blobs of one container. What is in memory is written by one PUT, a stream as blocks that one call puts together:
/// either is seen whole or not at all.
/// </summary>
public sealed class BlobFiles(AzureStorage storage) : IFiles
{
    /// <summary>Bytes of the largest file, far more than any here: it is never cut into blocks.</summary>
    private const long OnePut = 256L * 1024 * 1024;

    /// <summary>Bytes of a stream that are held at once.</summary>
    private const int Block = 8 * 1024 * 1024;

    /// <summary>The metadata of a file that was written once: who wrote it, so that a lost answer is not taken for another writer.</summary>
    private const string Writer = "writer";

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        Put(path, content, new BlobUploadOptions(), stop);

    public Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        Once(path, options => Put(path, content, options, stop), stop);

    /// <summary>Blocks have names of their writer’s own, so that two writers never put each other’s together. Those that nobody put together are Azure’s to forget, within a week.</summary>
    public Task<bool> WriteNew(string path, Stream content, CancellationToken stop = default) => Once(path, async options =>
    {
        FilePath.Check(path);
        var blob = storage.Files.GetBlockBlobClient(path);
        var writer = Guid.CreateVersion7();
        List<string> blocks = [];
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (int read; (read = await content.ReadAtLeastAsync(buffer.AsMemory(0, Block), Block, throwOnEndOfStream: false, stop)) > 0;)
            {
                blocks.Add(Convert.ToBase64String(Encoding.ASCII.GetBytes($"{writer:N}-{blocks.Count:D5}")));
                await blob.StageBlockAsync(blocks[^1], new MemoryStream(buffer, 0, read, writable: false), cancellationToken: stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        await blob.CommitBlockListAsync(blocks, new CommitBlockListOptions { Conditions = options.Conditions, Metadata = options.Metadata }, stop);
    }, stop);

    private async Task<bool> Once(string path, Func<BlobUploadOptions, Task> put, CancellationToken stop)
    {
        var writer = $"{Guid.CreateVersion7():N}";
        try
        {
            await put(new()
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                Metadata = new Dictionary<string, string> { [Writer] = writer },
            });
            return true;
        }
        catch (RequestFailedException failure) when (IsThere(failure))
        {
            return await IsBy(path, writer, stop);
        }
    }

    public async Task<byte[]?> Read(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        try
        {
            return (await storage.Files.GetBlobClient(path).DownloadContentAsync(stop)).Value.Content.ToArray();
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<Stream?> Open(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        try
        {
            return await storage.Files.GetBlobClient(path).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), stop);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<string> List(string prefix, [EnumeratorCancellation] CancellationToken stop = default)
    {
        FilePath.CheckPrefix(prefix);
        await foreach (var blob in storage.Files.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, stop))
            yield return blob.Name;
    }

    public Task Delete(string path, CancellationToken stop = default)
    {
        FilePath.Check(path);
        return storage.Files.GetBlobClient(path).DeleteIfExistsAsync(cancellationToken: stop);
    }

    private async Task Put(string path, ReadOnlyMemory<byte> content, BlobUploadOptions options, CancellationToken stop)
    {
        FilePath.Check(path);
        options.TransferOptions = new StorageTransferOptions { InitialTransferSize = OnePut };
        await storage.Files.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), options, stop);
    }

    /// <summary>Not the other reasons of a 409, such as a container that is being deleted.</summary>
    private static bool IsThere(RequestFailedException failure) =>
        failure.Status == 412 || failure.ErrorCode == BlobErrorCode.BlobAlreadyExists;

    private async Task<bool> IsBy(string path, string writer, CancellationToken stop)
    {
        try
        {
            var there = await storage.Files.GetBlobClient(path).GetPropertiesAsync(cancellationToken: stop);
            return there.Value.Metadata.TryGetValue(Writer, out var by) && by == writer;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }
}
