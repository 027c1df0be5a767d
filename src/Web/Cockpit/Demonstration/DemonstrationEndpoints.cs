using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Cockpit.Demonstration;

/// <summary>Moves the clock of a demonstration; on a real platform there is no such address.</summary>
internal static class DemonstrationEndpoints
{
    /// <summary>Beyond the grace in which a message can be undone.</summary>
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(2);

    public static void MapDemonstration(this IEndpointRouteBuilder cockpit) => cockpit.MapForm("/demonstration", Move);

    private static async Task<IResult> Move(WebSettings settings, HttpContext context, CancellationToken stop)
    {
        if (!settings.Demonstration || context.RequestServices.GetService<IDemonstration>() is not { } demonstration)
            return Results.NotFound();
        var form = await PostedForm.Read(context);
        var play = form.Text("reponses") == "oui";
        switch (form.Text("avancer"))
        {
            case "etape":
                await demonstration.Next(play, stop);
                break;
            case "minutes":
                await demonstration.Advance(Minutes, play, stop);
                break;
            case "jour":
                await demonstration.Advance(TimeSpan.FromDays(1), play, stop);
                break;
            default:
                return Results.BadRequest();
        }
        return Back.To(form.Text("vers"));
    }
}
