using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Network;

/// <summary>Who belongs to the platform.</summary>
internal static class NetworkEndpoints
{
    public static void MapNetwork(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/reseau", List);
        cockpit.MapPage("/reseau/export.csv", async (HttpContext context, CancellationToken stop) => Downloads.Csv(await Table(context, stop)));
        cockpit.MapPage("/reseau/export.xlsx", async (HttpContext context, [FromServices] ITables tables, CancellationToken stop) =>
            Downloads.Workbook(await Table(context, stop), tables));
        cockpit.MapPage("/reseau/demandes/{id}", SuccessionEndpoints.Show);
        cockpit.MapForm("/reseau/demandes/{id}", Settle);
        cockpit.MapForm("/reseau/demandes/{id}/accepter", SuccessionEndpoints.Accept);
        cockpit.MapPage("/reseau/mandats/{body}", TermEndpoints.Show);
        cockpit.MapForm("/reseau/mandats/{body}", TermEndpoints.Record);
        cockpit.MapPage("/reseau/import", (HttpContext context, CancellationToken _) => ImportEndpoints.Choose(context, null));
        cockpit.MapForm("/reseau/import", ImportEndpoints.Plan);
        cockpit.MapForm("/reseau/import/{hash}", ImportEndpoints.Apply);
        cockpit.MapPage("/reseau/organismes/nouveau", OrganisationEndpoints.New);
        cockpit.MapForm("/reseau/organismes/nouveau", (HttpContext context, CancellationToken stop) => OrganisationEndpoints.Save(context, "", stop));
        cockpit.MapPage("/reseau/personnes/nouvelle", ContactEndpoints.New);
        cockpit.MapForm("/reseau/personnes/nouvelle/apercu", ContactEndpoints.Preview);
        cockpit.MapForm("/reseau/personnes/nouvelle", ContactEndpoints.Add);
        cockpit.MapPage("/reseau/personnes/{id}", (HttpContext context, string id, CancellationToken stop) => ContactEndpoints.Show(context, id, null, null, stop));
        cockpit.MapForm("/reseau/personnes/{id}", ContactEndpoints.Save);
        cockpit.MapPage("/reseau/personnes/{id}/depart", DepartureEndpoints.Show);
        cockpit.MapForm("/reseau/personnes/{id}/depart", DepartureEndpoints.Leave);
        cockpit.MapForm("/reseau/personnes/{id}/inviter", ContactEndpoints.Invite);
        cockpit.MapForm("/reseau/personnes/{id}/messages", ContactEndpoints.Suppress);
        cockpit.MapForm("/reseau/personnes/{id}/lettres", ContactEndpoints.Letters);
        cockpit.MapForm("/reseau/personnes/{id}/adresse", ContactEndpoints.TryAddress);
        cockpit.MapPage("/reseau/{id}", (HttpContext context, string id, CancellationToken stop) => OrganisationEndpoints.Show(context, id, null, null, stop));
        cockpit.MapForm("/reseau/{id}", OrganisationEndpoints.Save);
    }

    private static async Task<IResult> List(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var filter = NetworkFilter.Of(context.Request.Query);
        var (roster, known) = (await room.Office.Network.Load(stop), await room.Office.Suppressions.Load(stop));
        return await Answers.Page<NetworkPage>(room, new NetworkView(
            filter, roster, known, filter.Find(roster, known), await room.Office.Requests.Open(stop), context.Request.Query["fait"].ToString()));
    }

    private static async Task<Core.Tables.ExportTable> Table(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        return NetworkTable.Of(NetworkFilter.Of(context.Request.Query).Find(await room.Office.Network.Load(stop), await room.Office.Suppressions.Load(stop)), room.Setting.Platform);
    }

    private static async Task<IResult> Settle(HttpContext context, string id, CancellationToken stop)
    {
        var room = Room.Of(context);
        // Only ids of requests that wait: anything else is no key of the store.
        if ((await room.Office.Requests.Open(stop)).All(request => request.Id != id))
            return Back.SeeOther("/cockpit/reseau");
        await room.Office.Requests.Settle(id, Room.Actor, room.Now, stop);
        return Back.SeeOther("/cockpit/reseau?fait=demande");
    }
}

public sealed record NetworkView(
    NetworkFilter Filter, Roster Roster, SuppressedAddresses Known, IReadOnlyList<NetworkEntry> Entries, IReadOnlyList<SuccessionRequest> Requests, string Done)
{
    /// <summary>People of the network whose address does not receive.</summary>
    public int Refused => Roster.Active.Count(contact => Known.Refused(contact.Address) is not null);
}
