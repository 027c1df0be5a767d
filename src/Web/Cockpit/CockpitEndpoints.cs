using Almanach.Web.Cockpit.Consultations;
using Almanach.Web.Cockpit.Demonstration;
using Almanach.Web.Cockpit.SignIn;
using Almanach.Web.Cockpit.Today;
using Almanach.Web.Cockpit.Meetings;
using Almanach.Web.Cockpit.Network;
using Almanach.Web.Cockpit.Programme;
using Almanach.Web.Cockpit.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit;

/// <summary>The pages of the coordinator.</summary>
internal static class CockpitEndpoints
{
    public static void MapCockpit(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignIn();
        var cockpit = endpoints.MapGroup("/cockpit").AddEndpointFilter<RouteGroupBuilder, CoordinatorOnly>();
        cockpit.MapToday();
        cockpit.MapSignOut();
        cockpit.MapDemonstration();
        cockpit.MapConsultations();
        cockpit.MapThemes();
        cockpit.MapMeetings();
        cockpit.MapProgramme();
        cockpit.MapNetwork();
    }
}
