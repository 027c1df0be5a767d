using Almanach.Functions.Storage;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Almanach.Functions.Hosting;

/// <summary>The storage account of the host, which is ours too: <c>AzureWebJobsStorage</c>, as the Functions host names it.</summary>
public static class StorageSettings
{
    private const string Name = "AzureWebJobsStorage";

    /// <returns>Null with the problem when it is named in neither way, or in one that no client understands. The text of a connection is never told: it holds a key.</returns>
    public static (StoragePlace? Place, string? Problem) Read(IConfiguration settings)
    {
        if (settings[$"{Name}:accountName"] is { Length: > 0 } account)
            return (new StoragePlace.Account(account, new DefaultAzureCredential()), null);
        if (settings[Name] is { Length: > 0 } connection)
            return IsUnderstood(new StoragePlace.Connection(connection)) is { } place ? (place, null)
                : (null, $"{Name}\u00A0: la chaîne de connexion n’est pas comprise. Copiez-la entière, telle que le portail ou Azurite la donne, ou indiquez seulement le nom du compte dans {Name}__accountName.");
        return (null, $"{Name}__accountName\u00A0: le compte de stockage manque. Indiquez son nom\u00A0; l’application y entre par son identité. Sur un poste, indiquez «\u00A0UseDevelopmentStorage=true\u00A0» dans {Name}.");
    }

    /// <summary>Each client is made, and none is asked anything; null when one of them refuses the text.</summary>
    private static StoragePlace.Connection? IsUnderstood(StoragePlace.Connection place)
    {
        try
        {
            var storage = new AzureStorage(place);
            return storage is { Table: not null, Files: not null, Queues: not null } ? place : null;
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
