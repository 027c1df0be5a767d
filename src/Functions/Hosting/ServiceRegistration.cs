using Almanach.Adapters.Memory;
using Almanach.Adapters.Platforms;
using Almanach.Adapters.Spreadsheets;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Platforms.Reading;
using Almanach.Core.Ports;
using Almanach.Functions.Storage;
using Almanach.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Almanach.Functions.Hosting;

public static class ServiceRegistration
{
    /// <summary>All that the triggers need, from the application's settings and the platform's folder in the package.</summary>
    /// <exception cref="StartRefusedException">Something is wrong with either; the message lists all of it.</exception>
    public static IServiceCollection AddAlmanach(this IServiceCollection services, IConfiguration configuration)
    {
        var (settings, wrong) = AzureSettingsReader.Read(configuration);
        var (place, missing) = StorageSettings.Read(configuration);
        var (mail, mistakes) = MailSettings.Read(configuration);
        List<string> problems = [.. wrong, .. new[] { missing }.OfType<string>(), .. mistakes];
        if (problems.Count > 0)
            throw new StartRefusedException(string.Join('\n', problems));
        var setting = Platform(settings!);

        var storage = new AzureStorage(place!);
        return services.AddTelemetry(configuration).AddAlmanach(settings!, provider => Premises.Open(
            setting, settings!, storage, files => mail!.Mailer(files, setting, settings!, provider.GetRequiredService<ILoggerFactory>()), TimeProvider.System))
            .AddSingleton(storage).AddHostedService<LocalStorage>();
    }

    /// <summary>The same around an office of one's own.</summary>
    public static IServiceCollection AddAlmanach(this IServiceCollection services, AzureSettings settings, Func<IServiceProvider, Office> office) => services
        .AddWeb(office, _ => new WebSettings(settings.Keys.Api, settings.Keys.Session, Demonstration: false, settings.Incoming.Key, settings.EventsKey))
        .AddSingleton<ITables, TableFiles>().AddSingleton(provider => RehearsalRoom.Beside(provider.GetRequiredService<Office>().Around))
        .AddSingleton(settings).AddSingleton<EndpointTable>().AddSingleton<FirstDay>();

    private static Setting Platform(AzureSettings settings)
    {
        var platforms = Path.Combine(AppContext.BaseDirectory, "platforms");
        var folder = Path.Combine(platforms, settings.Platform);
        if (!Directory.Exists(folder))
            throw new StartRefusedException(
                $"Almanach__Platform\u00A0: le dossier «\u00A0{settings.Platform}\u00A0» n’est pas dans le paquet. Choisissez parmi\u00A0: {string.Join(", ", Directory.GetDirectories(platforms).Select(Path.GetFileName).Order(StringComparer.Ordinal))}.");
        var (setting, problems) = PlatformOnDisk.Setting(folder);
        return setting ?? throw new StartRefusedException(PlatformReport.Text(problems));
    }
}
