using Azure.Core;

namespace Almanach.Functions.Storage;

/// <summary>Where the storage account is and how it is entered.</summary>
public abstract record StoragePlace
{
    private StoragePlace()
    {
    }

    /// <summary>A connection string, for development and tests: <c>UseDevelopmentStorage=true</c>, or Azurite's own.</summary>
    public sealed record Connection(string Text) : StoragePlace
    {
        /// <summary>The text holds a key: it is not for logs.</summary>
        public override string ToString() => nameof(Connection);
    }

    /// <summary>An account by its name, entered as the managed identity of the host.</summary>
    public sealed record Account(string Name, TokenCredential Credential) : StoragePlace;
}
