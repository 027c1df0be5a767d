using Almanach.Web.Cockpit.Catalogue;
using Almanach.Web.Cockpit.Consultations;
using Almanach.Web.Cockpit.DataFiles;
using Almanach.Web.Cockpit.Demonstration;
using Almanach.Web.Cockpit.Groups;
using Almanach.Web.Cockpit.Inbox;
using Almanach.Web.Cockpit.Journal;
using Almanach.Web.Cockpit.Library;
using Almanach.Web.Cockpit.Meetings;
using Almanach.Web.Cockpit.Meetings.Registration;
using Almanach.Web.Cockpit.Messages;
using Almanach.Web.Cockpit.Network;
using Almanach.Web.Cockpit.Newsletter;
using Almanach.Web.Cockpit.PersonalData;
using Almanach.Web.Cockpit.Portraits;
using Almanach.Web.Cockpit.Programme;
using Almanach.Web.Cockpit.Rehearsal;
using Almanach.Web.Cockpit.SignIn;
using Almanach.Web.Cockpit.Site;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Themes;
using Almanach.Web.Cockpit.Today;
using Almanach.Web.Cockpit.Year;
using Almanach.Web.Cockpit.Year.Load;
using Almanach.Web.Cockpit.Year.Prepare;
using Almanach.Web.Cockpit.Year.Wheel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Cockpit;

/// <summary>The pages of the coordinator.</summary>
internal static class CockpitEndpoints
{
    public static void MapCockpit(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignIn();
        var cockpit = endpoints.MapGroup("/cockpit");
        ((IEndpointConventionBuilder)cockpit).Add(endpoint => endpoint.RequestDelegate = Guarded(endpoint.RequestDelegate!));
        cockpit.MapToday();
        cockpit.MapYears();
        cockpit.MapPreparation();
        cockpit.MapWheels();
        cockpit.MapLoads();
        cockpit.MapSteps();
        cockpit.MapActs();
        cockpit.MapMoves();
        cockpit.MapMessages();
        cockpit.MapInbox();
        cockpit.MapTexts();
        cockpit.MapJournal();
        cockpit.MapRehearsals();
        cockpit.MapSignOut();
        cockpit.MapDemonstration();
        cockpit.MapConsultations();
        cockpit.MapThemes();
        cockpit.MapMeetings();
        cockpit.MapRegistration();
        cockpit.MapProgramme();
        cockpit.MapDocumentRoom();
        cockpit.MapSite();
        cockpit.MapGroups();
        cockpit.MapNewsletters();
        cockpit.MapPersonalData();
        cockpit.MapSubscribers();
        cockpit.MapNetwork();
        cockpit.MapCatalogueRoom();
        cockpit.MapDeliveryRoom();
        cockpit.MapSeriesRoom();
        cockpit.MapPortraitRoom();
    }

    private static RequestDelegate Guarded(RequestDelegate endpoint) =>
        context => context.RequestServices.GetRequiredService<CoordinatorOnly>().Let(context, endpoint);
}
