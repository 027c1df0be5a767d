using System.Runtime.CompilerServices;
using Almanach.Core.Ports;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;

namespace Almanach.Functions.Storage;

/// <summary>Files as blobs of one container, each written by one PUT, so that a write is seen whole or not at all.</summary>
public sealed class BlobFiles(AzureStorage storage) : IFiles
{
    /// <summary>Bytes of the largest file, far more than any here: it is never cut into blocks.</summary>
    private const long OnePut = 256L * 1024 * 1024;

    /// <summary>The metadata of a file that was written once: who wrote it, so that a lost answer is not taken for another writer.</summary>
    private const string Writer = "writer";

    public Task Write(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default) =>
        Put(path, content, new BlobUploadOptions(), stop);

    public async Task<bool> WriteNew(string path, ReadOnlyMemory<byte> content, CancellationToken stop = default)
    {
        var writer = $"{Guid.CreateVersion7():N}";
        try
        {
            await Put(path, content, new()
            {
                Conditions = new() { IfNoneMatch = ETag.All },
                Metadata = new Dictionary<string, string> { [Writer] = writer },
            }, stop);
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
