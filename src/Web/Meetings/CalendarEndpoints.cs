using System.Text;
using Almanach.Core;
using Almanach.Web.Hosting;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Meetings;

/// <summary>The platform's meetings as calendars to subscribe to: one for everybody, one for each member.</summary>
internal static class CalendarEndpoints
{
    public const string ForAll = "/agenda.ics";

    public static string ForMember(string token) => $"/p/{token}/agenda.ics";

    public static void MapCalendars(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage(ForAll, async (Office office, HttpContext context) => Feed(await office.Feed.ForAll(office.Now, context.RequestAborted)));
        endpoints.MapPage(ForMember("{token}"), (string token, Office office, HttpContext context) =>
            OwnPageEndpoints.Enter(office, token, context, async person => Feed(await office.Feed.ForMember(person, office.Now, context.RequestAborted))));
    }

    private static IResult Feed(string calendar) => Results.Bytes(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8");
}
