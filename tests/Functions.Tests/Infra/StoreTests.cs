using System.Text.RegularExpressions;
using Almanach.Core.Engine;
using Almanach.Core.Ports;

namespace Almanach.Functions.Tests.Infra;

/// <summary>The storage account: who can read it, what it keeps, and that its queues are minded.</summary>
public sealed class StoreTests
{
    private static readonly BicepFile Storage = InfraFolder.Modules["storage"];

    [Theory]
    [InlineData("allowSharedKeyAccess", "false")]
    [InlineData("allowBlobPublicAccess", "false")]
    [InlineData("allowCrossTenantReplication", "false")]
    [InlineData("defaultToOAuthAuthentication", "true")]
    [InlineData("minimumTlsVersion", "TLS1_2")]
    [InlineData("supportsHttpsTrafficOnly", "true")]
    [InlineData("kind", "StorageV2")] // Event Grid asks for it
    public void Nobody_reads_the_account_without_an_identity(string property, string value) =>
        Assert.Equal(value, Storage.The("Microsoft.Storage/storageAccounts").Property(property));

    [Theory]
    [InlineData("isVersioningEnabled: false")]
    [InlineData("changeFeed: { enabled: false }")]
    [InlineData("deleteRetentionPolicy: { enabled: false }")]
    [InlineData("restorePolicy: { enabled: false }")]
    public void What_is_erased_is_gone(string said) =>
        Assert.Contains($"    {said}\n", Storage.The("Microsoft.Storage/storageAccounts/blobServices").Body, StringComparison.Ordinal);

    [Fact]
    public void Containers_table_and_queues_are_those_the_application_uses()
    {
        Assert.Equal(["files", "depot", "uploads", "deployments"], Storage.Strings("containers"));
        Assert.Equal("almanach", Storage.The("Microsoft.Storage/storageAccounts/tableServices/tables").Property("name"));
        Assert.Equal(WorkQueues.All, Storage.Strings("queues"));
        Assert.Equal("None", Storage.The("Microsoft.Storage/storageAccounts/blobServices/containers").Property("publicAccess"));
    }

    [Fact]
    public void Every_queue_has_its_poison_queue()
    {
        var queues = Storage.Resources.Where(resource => resource.Type == "Microsoft.Storage/storageAccounts/queueServices/queues").ToList();

        Assert.Equal(2, queues.Count);
        Assert.Contains("    name: queue\n", queues[0].Body, StringComparison.Ordinal);
        Assert.Contains("    name: '${queue}-poison'\n", queues[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(Storage.Code, "for queue in queues:"));
        Assert.Equal("-poison", QueueLimits.PoisonSuffix);
    }

    [Fact]
    public void What_reaches_a_poison_queue_alerts_somebody()
    {
        var alerts = InfraFolder.Modules["alerts"].Code;
        var writes = Assert.Single(InfraFolder.Modules["monitor"].Resources, resource => resource.Type == "Microsoft.Insights/diagnosticSettings");

        Assert.Contains($"var poisonSuffix = '{QueueLimits.PoisonSuffix}'\n", alerts, StringComparison.Ordinal);
        Assert.Contains("OperationName == \"PutMessage\"", alerts, StringComparison.Ordinal);
        Assert.Contains("endswith \"${poisonSuffix}\"", alerts, StringComparison.Ordinal);
        Assert.Equal("queueService", writes.Property("scope"));
        Assert.Contains("category: 'StorageWrite', enabled: true", writes.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_uploads_go_by_themselves_and_nothing_else_does()
    {
        var lifecycle = Storage.The("Microsoft.Storage/storageAccounts/managementPolicies");

        Assert.Equal("['uploads/']", lifecycle.Property("prefixMatch").Trim());
        Assert.Single(BicepFile.Literals(lifecycle.Body), word => word.EndsWith("-days", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_keeps_three_buildings_and_a_lock()
    {
        var production = InfraFolder.Parameters.Single(file => file.Name == "prod.bicepparam").Assigned;

        Assert.Equal("Standard_ZRS", production["storageSku"]);
        Assert.Equal("true", production["locked"]);
        Assert.Equal("CanNotDelete", Storage.The("Microsoft.Authorization/locks").Property("level"));
    }

    [Fact]
    public void Files_dropped_in_uploads_call_the_function_that_takes_them()
    {
        var subscription = InfraFolder.Modules["events"].The("Microsoft.EventGrid/systemTopics/eventSubscriptions");

        Assert.Equal("/blobServices/default/containers/uploads/blobs/", subscription.Property("subjectBeginsWith"));
        Assert.Equal("['Microsoft.Storage.BlobCreated']", subscription.Property("includedEventTypes"));
        Assert.Contains("endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${function}&code=${key}'\n", subscription.Body, StringComparison.Ordinal);
    }
}
