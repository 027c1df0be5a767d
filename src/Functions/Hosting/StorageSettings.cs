using Almanach.Functions.Storage;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Hosting;

/// <summary>The storage account of the host, which is ours too: <c>AzureWebJobsStorage</c>, as the Functions host names it.</summary>
public static class StorageSettings
{
    private const string Name = "AzureWebJobsStorage";

    /// <returns>Null with the problem when it is named in neither way.</returns>
    public static (StoragePlace? Place, string? Problem) Read(IConfiguration settings)
    {
        if (settings[$"{Name}:accountName"] is { Length: > 0 } account)
            return (new StoragePlace.Account(account, new DefaultAzureCredential()), null);
        if (settings[Name] is { Length: > 0 } connection)
            return (new StoragePlace.Connection(connection), null);
        return (null, $"{Name}__accountName\u00A0: le compte de stockage manque. Indiquez son nom\u00A0; l’application y entre par son identité. Sur un poste, indiquez «\u00A0UseDevelopmentStorage=true\u00A0» dans {Name}.");
    }
}
