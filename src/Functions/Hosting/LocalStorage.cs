using Almanach.Functions.Storage;
using Microsoft.Extensions.Hosting;

namespace Almanach.Functions.Hosting;

/// <summary>On a workstation, makes table, container and queues in Azurite as the host starts. On Azure the Bicep files have made them.</summary>
internal sealed class LocalStorage(AzureStorage storage) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => storage.IsLocal ? storage.Create(stoppingToken) : Task.CompletedTask;
}
