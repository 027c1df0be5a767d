using Almanach.Core;
using Almanach.Web.Cockpit;
using Almanach.Web.Library.Space;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Hosting;

public static class WebServices
{
    /// <summary>What the endpoint table needs, in either host.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, Office office, WebSettings settings) =>
        services.AddWeb(_ => office, _ => settings);

    /// <inheritdoc cref="AddWeb(IServiceCollection, Office, WebSettings)"/>
    /// <remarks>Neither is asked for before the first request, so that a host may build its table while its platform is being read.</remarks>
    public static IServiceCollection AddWeb(this IServiceCollection services, Func<IServiceProvider, Office> office, Func<IServiceProvider, WebSettings> settings)
    {
        services.AddRouting();
        return services.AddSingleton(office).AddSingleton(provider => provider.GetRequiredService<Office>().Setting).AddSingleton(settings)
            .AddSingleton(provider => new Session(provider.GetRequiredService<WebSettings>(), TimeProvider.System)).AddSingleton(provider => new SpaceSession(provider.GetRequiredService<WebSettings>(), TimeProvider.System)).AddSingleton(new MachineClock(TimeProvider.System)).AddSingleton<CoordinatorOnly>();
    }
}
