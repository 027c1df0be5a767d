using Almanach.Web.Api;
using Almanach.Web.Cockpit;
using Almanach.Web.Consultations;
using Almanach.Web.Dashboard;
using Almanach.Web.Dashboard.Portraits;
using Almanach.Web.Documents;
using Almanach.Web.Incoming;
using Almanach.Web.Library;
using Almanach.Web.Library.Catalogue;
using Almanach.Web.Library.Space;
using Almanach.Web.Meetings;
using Almanach.Web.Network;
using Almanach.Web.Newsletter;
using Almanach.Web.Newsletter.Subscriptions;
using Almanach.Web.Pictures;
using Almanach.Web.Public;
using Almanach.Web.Scripts;
using Almanach.Web.Styles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Hosting;

/// <summary>The endpoint table and what stands before it: the same in both hosts.</summary>
public static class WebPipeline
{
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) =>
        app.UseMiddleware<Shield>().UseRouting().UseEndpoints(endpoints => endpoints.MapWeb());

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStyles();
        endpoints.MapFavicon();
        endpoints.MapScripts();
        endpoints.MapCockpit();
        endpoints.MapConsultations();
        endpoints.MapOwnPage();
        endpoints.MapCalendars();
        endpoints.MapLetters();
        endpoints.MapRegistrations();
        endpoints.MapSubscriptions();
        endpoints.MapPublicDocuments();
        endpoints.MapSpace();
        endpoints.MapDocuments();
        endpoints.MapPictures();
        endpoints.MapPublic();
        endpoints.MapCatalogue();
        endpoints.MapDashboard();
        endpoints.MapPortraits();
        endpoints.MapIncoming();
        endpoints.MapEvents();
        endpoints.MapApi();
    }
}
