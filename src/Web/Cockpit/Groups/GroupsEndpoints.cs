using Almanach.Core.Cycle;
using Almanach.Core.Groups;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Rooms;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.Groups;

/// <summary>Working groups: those that live, and the candidates of each year.</summary>
internal static class GroupsEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder cockpit)
    {
        cockpit.MapPage("/groupes", Show);
        cockpit.MapPage("/groupes/{year:int}", LaunchEndpoints.Candidates);
        cockpit.MapPage("/groupes/{year:int}/{action}", LaunchEndpoints.One);
        cockpit.MapForm("/groupes/{year:int}/{action}/apercu", LaunchEndpoints.Preview);
        cockpit.MapForm("/groupes/{year:int}/{action}", LaunchEndpoints.Confirm);
        cockpit.MapPage("/groupes/suivi/{id}", LivingEndpoints.One);
        cockpit.MapForm("/groupes/suivi/{id}", LivingEndpoints.Edit);
        cockpit.MapPage("/groupes/suivi/{id}/reunion", LaunchMeetingEndpoints.Ask);
        cockpit.MapForm("/groupes/suivi/{id}/reunion/apercu", LaunchMeetingEndpoints.Preview);
        cockpit.MapForm("/groupes/suivi/{id}/reunion", LaunchMeetingEndpoints.Confirm);
        cockpit.MapForm("/groupes/suivi/{id}/reunion/refus/apercu", LaunchMeetingEndpoints.PreviewDecline);
        cockpit.MapForm("/groupes/suivi/{id}/reunion/refus", LaunchMeetingEndpoints.Decline);
        cockpit.MapForm("/groupes/suivi/{id}/bilan", LivingEndpoints.Report);
        cockpit.MapForm("/groupes/suivi/{id}/etat", LivingEndpoints.Turn);
    }

    private static async Task<IResult> Show(HttpContext context, CancellationToken stop)
    {
        var room = Room.Of(context);
        var groups = await room.Office.Groups.All(stop);
        if (room.Setting.Platform.Groups is null && groups.Count == 0)
            return Results.NotFound();
        List<YearOfGroups> years = [];
        List<(int, Step)> ahead = [];
        foreach (var year in (await room.Office.Opening.Years(stop)).Reverse())
        {
            if (room.Setting.Platform.Groups is { Consultation: var asks } && (await room.Office.Cycle.Find(year, stop))?.Steps
                .FirstOrDefault(step => step is { IsAhead: true, Work: StepWork.Consult consult } && consult.Consultation == asks) is { } opens)
                ahead.Add((year, opens));
            if (await room.Office.Launches.Load(year, stop) is { Candidates.Count: > 0 } known)
                years.Add(new YearOfGroups(year, known.Candidates.Count, known.Consultation.IsOpenAt(room.Now) ? 0 : known.Waiting.Count));
        }
        return await Answers.Page<GroupsPage>(room, new GroupsView(groups, years, ahead, await room.Office.Network.Load(stop)));
    }
}

/// <param name="Years">Those that have candidates, latest first.</param>
/// <param name="Ahead">The consultations on groups that are still to open, with their year.</param>
public sealed record GroupsView(IReadOnlyList<Group> Groups, IReadOnlyList<YearOfGroups> Years, IReadOnlyList<(int Year, Step Step)> Ahead, Roster Roster);

/// <param name="Waiting">Candidates on which the coordinator may decide now.</param>
public sealed record YearOfGroups(int Year, int Candidates, int Waiting);
