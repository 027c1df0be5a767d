using Almanach.Core;
using Almanach.Web.Cockpit;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Hosting;

public static class WebServices
{
    /// <summary>What the endpoint table needs, in either host.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, Office office, WebSettings settings)
    {
        services.AddRouting();
        return services.AddSingleton(office).AddSingleton(office.Setting).AddSingleton(settings)
            .AddSingleton(new Session(settings, TimeProvider.System)).AddSingleton(new MachineClock(TimeProvider.System)).AddSingleton<CoordinatorOnly>();
    }
}
