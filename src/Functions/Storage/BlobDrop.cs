using Almanach.Core.Ports;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Almanach.Functions.Storage;

/// <summary>The container in which people lay files down: <c>depot/rsa-caf-rhone/rsa 2021.csv</c>. A blob is there once it is whole.</summary>
public sealed class BlobDrop(AzureStorage storage) : IDrop
{
    public async Task<IReadOnlyList<DroppedFile>> Look(CancellationToken stop = default)
    {
        List<DroppedFile> lying = [];
        try
        {
            await foreach (var blob in storage.Drop.GetBlobsAsync(cancellationToken: stop))
                if (!DroppedFile.IsPassing(blob.Name[(blob.Name.LastIndexOf('/') + 1)..]) && blob.Properties is { ContentLength: { } size, LastModified: { } changed, ETag: { } tag })
                    lying.Add(Seen(blob.Name, size, changed, tag));
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return [];
        }
        return [.. lying.OrderBy(file => file.Changed).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    public async Task<Stream?> Open(DroppedFile file, CancellationToken stop = default)
    {
        try
        {
            return await storage.Drop.GetBlobClient(Path(file)).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = Same(file) }, stop);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return null;
        }
    }

    public async Task<bool> Remove(DroppedFile file, CancellationToken stop = default)
    {
        var blob = storage.Drop.GetBlobClient(Path(file));
        try
        {
            await blob.DeleteIfExistsAsync(conditions: Same(file), cancellationToken: stop);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // Another than was looked at, or none any more.
            return !await blob.ExistsAsync(stop);
        }
    }

    private static DroppedFile Seen(string name, long size, DateTimeOffset changed, ETag tag)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return new DroppedFile(slash < 0 ? "" : name[..slash], name[(slash + 1)..], size, changed, tag.ToString());
    }

    private static string Path(DroppedFile file) => file.Folder.Length == 0 ? file.Name : $"{file.Folder}/{file.Name}";

    private static BlobRequestConditions Same(DroppedFile file) => new() { IfMatch = new ETag(file.Version) };
}
