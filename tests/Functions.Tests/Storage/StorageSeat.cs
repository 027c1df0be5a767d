using Almanach.Functions.Storage;
using Azure.Core.Pipeline;

namespace Almanach.Functions.Tests.Storage;

/// <summary>An account of Azurite with all that is needed in it.</summary>
public static class StorageSeat
{
    /// <param name="name">Whose account: mostly the class of the tests.</param>
    /// <param name="transport">What carries the calls of the clients given back; the account is made ready without it.</param>
    public static AzureStorage Take(Azurite azurite, string name, HttpPipelineTransport? transport = null, TimeSpan? firstWait = null)
    {
        var place = new StoragePlace.Connection(azurite.Connection(name));
        var storage = new AzureStorage(place);
        storage.Create().GetAwaiter().GetResult();
        return transport is null ? storage : new AzureStorage(place, transport, firstWait);
    }
}
