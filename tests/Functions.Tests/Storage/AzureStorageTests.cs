using Almanach.Functions.Storage;
using Azure.Core;

namespace Almanach.Functions.Tests.Storage;

/// <summary>Where the clients go; nothing is called.</summary>
public sealed class AzureStorageTests
{
    [Theory]
    [InlineData("obspfossara")]
    [InlineData("almanachpfossara")] // begins as the table does
    [InlineData("filesofalmanach")] // begins as the container does, ends as the table does
    public void An_account_is_found_by_its_name(string name)
    {
        var storage = new AzureStorage(new StoragePlace.Account(name, new NoCredential()));

        Assert.Equal($"https://{name}.table.core.windows.net/almanach", storage.Table.Uri.AbsoluteUri);
        Assert.Equal($"https://{name}.table.core.windows.net/almanach", storage.Transactions.Uri.AbsoluteUri);
        Assert.Equal($"https://{name}.blob.core.windows.net/files", storage.Files.Uri.AbsoluteUri);
        Assert.Equal($"https://{name}.queue.core.windows.net/", storage.Queues.Uri.AbsoluteUri);
    }

    [Fact]
    public void The_storage_of_development_is_found()
    {
        var storage = new AzureStorage(new StoragePlace.Connection("UseDevelopmentStorage=true"));

        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1/almanach", storage.Table.Uri.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1/files", storage.Files.Uri.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10001/devstoreaccount1", storage.Queues.Uri.AbsoluteUri);
    }

    [Fact]
    public void A_connection_string_is_not_told()
    {
        var place = new StoragePlace.Connection("AccountName=a;AccountKey=c2VjcmV0");

        Assert.DoesNotContain("c2VjcmV0", $"{place}", StringComparison.Ordinal);
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
