using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Newsletter.Subscriptions;

/// <summary>Subscribing to the newsletters, leaving one, and one's subscription seen from outside the network.</summary>
internal static class SubscriptionEndpoints
{
    public const string SignUp = "/lettres/abonnement";

    public static string Leave(string token) => $"/desabonnement/{token}";

    public static string Own(string token) => $"/abonnement/{token}";

    public static void MapSubscriptions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(SignUp, SignUpHandlers.Show);
        endpoints.MapForm(SignUp, SignUpHandlers.Take);
        endpoints.MapPage($"{SignUp}/demande", SignUpHandlers.Asked);
        endpoints.MapPage("/desabonnement/{token}", LeaveHandlers.Show);
        endpoints.MapForm("/desabonnement/{token}", LeaveHandlers.Leave);
        endpoints.MapForm("/desabonnement/{token}/revenir", LeaveHandlers.Return);
        endpoints.MapPage("/abonnement/{token}", OwnSubscriptionHandlers.Show);
        endpoints.MapForm("/abonnement/{token}/confirmer", OwnSubscriptionHandlers.Confirm);
        endpoints.MapForm("/abonnement/{token}/quitter", OwnSubscriptionHandlers.Leave);
        endpoints.MapPage("/abonnement/{token}/mon-abonnement.json", OwnSubscriptionHandlers.Download);
    }
}
