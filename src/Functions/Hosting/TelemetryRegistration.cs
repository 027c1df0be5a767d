using Almanach.Core.Engine;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Functions.Hosting;

/// <summary>
/// Exports our own spans and counts, and nothing else: what frameworks say of requests holds addresses of personal links.
/// </summary>
internal static class TelemetryRegistration
{
    /// <summary>Does nothing where no Application Insights is set (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>).</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection)
            return services;
        void Export(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = connection;
            options.Credential = new DefaultAzureCredential();
        }
        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAzureMonitorTraceExporter(Export))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAzureMonitorMetricExporter(Export));
        return services;
    }
}
