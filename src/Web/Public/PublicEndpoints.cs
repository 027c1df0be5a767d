using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Public;

/// <summary>The pages that everybody may read.</summary>
internal static class PublicEndpoints
{
    public static void MapPublic(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapBare("/", Home);
        endpoints.MapPage("/proposer", ProposeHandlers.Show);
        endpoints.MapForm("/proposer", ProposeHandlers.Take);
        endpoints.MapPage("/proposer/recu", ProposeHandlers.Received);
        endpoints.MapPage("/qui-sommes-nous", WhoWeAreHandlers.Show);
        endpoints.MapPage("/charte", WhoWeAreHandlers.Charter);
        endpoints.MapPage("/programme", ProgressHandlers.Latest);
        endpoints.MapPage("/programme/{year:int}/avancement", ProgressHandlers.Show);
        endpoints.MapPage("/agenda", AgendaHandlers.Show);
        endpoints.MapPage("/agenda/{meeting}", AgendaHandlers.Meeting);
        endpoints.MapPage("/actualites", NewsHandlers.Show);
        endpoints.MapPage("/actualites.atom", NewsHandlers.Feed);
        endpoints.MapPage("/actualites/{id}", NewsHandlers.One);
        endpoints.MapPage("/contact", ContactHandlers.Show);
        endpoints.MapForm("/contact", ContactHandlers.Take);
        endpoints.MapPage("/contact/recu", ContactHandlers.Received);
        endpoints.MapPage("/adherer", JoinHandlers.Show);
        endpoints.MapForm("/adherer", JoinHandlers.Take);
        endpoints.MapPage("/adherer/recu", JoinHandlers.Received);
        endpoints.MapPage(GroupsHandlers.Path, GroupsHandlers.Show);
        endpoints.MapPage("/accessibilite", Legal<AccessibilityPage>);
        endpoints.MapPage("/mentions-legales", Legal<LegalPage>);
        endpoints.MapPage("/donnees-personnelles", Legal<PrivacyPage>);
        endpoints.MapPage("/secret-du-vote", Legal<SecrecyPage>);
    }

    private static async Task Home(HttpContext context)
    {
        var page = await PageResult.Of<HomePage>(new Dictionary<string, object?>
        {
            [nameof(HomePage.Home)] = await HomeView.Of(context.RequestServices.GetRequiredService<Office>(), context.RequestAborted),
        });
        await page.ExecuteAsync(context);
    }

    private static Task<IResult> Legal<TPage>(Setting setting)
        where TPage : LegalText => PageResult.Of<TPage>(new Dictionary<string, object?> { [nameof(LegalText.Setting)] = setting });
}

/// <summary>A page that says what the platform's legal notice says.</summary>
public abstract class LegalText : ComponentBase
{
    [Parameter, EditorRequired]
    public required Setting Setting { get; set; }
}
