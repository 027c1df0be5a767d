using Almanach.Core;
using Almanach.Core.Network;
using Almanach.Web.Consultations.Leaving;
using Almanach.Web.Hosting;
using Almanach.Web.Network.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Network;

/// <summary>One's own page: what is asked, what was answered, what became of it, what is known.</summary>
internal static class OwnPageEndpoints
{
    public static void MapOwnPage(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/p/{token}", Show);
        endpoints.MapForm(LostLinkHandlers.Path, LostLinkHandlers.Take);
        endpoints.MapPage($"{LostLinkHandlers.Path}/demande", LostLinkHandlers.Asked);
        endpoints.MapForm("/p/{token}/lien", LostLinkHandlers.Send);
        endpoints.MapPage("/p/{token}/lien", LostLinkHandlers.Sent);
        endpoints.MapPage("/p/{token}/proposer", OwnProposalHandlers.Show);
        endpoints.MapForm("/p/{token}/proposer", OwnProposalHandlers.Take);
        endpoints.MapPage("/p/{token}/autre", SuccessorHandlers.ShowOwn);
        endpoints.MapForm("/p/{token}/autre", SuccessorHandlers.TakeOwn);
        endpoints.MapPage($"/p/{{token}}/{TakingOverHandlers.Room}", TakingOverHandlers.Show);
        endpoints.MapForm($"/p/{{token}}/{TakingOverHandlers.Room}", TakingOverHandlers.Take);
        endpoints.MapPage($"/p/{{token}}/{PilotHandlers.Room}", PilotHandlers.Show);
        endpoints.MapForm($"/p/{{token}}/{PilotHandlers.Room}/reunion", PilotHandlers.Propose);
        endpoints.MapForm($"/p/{{token}}/{PilotHandlers.Room}/fiche", PilotHandlers.Edit);
        endpoints.MapForm($"/p/{{token}}/{PilotHandlers.Room}/bilan", PilotHandlers.Report);
        endpoints.MapOwnData();
        endpoints.MapPage($"/p/{{token}}/{ChoicesHandlers.Room}", ChoicesHandlers.Show);
        endpoints.MapForm($"/p/{{token}}/{ChoicesHandlers.Room}", ChoicesHandlers.Take);
        // Where one objected before it was all in one place.
        endpoints.MapPage("/p/{token}/opposition", ChoicesHandlers.Show);
    }

    private static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(office, token, context, async person => await PageResult.Of<OwnPage>(new Dictionary<string, object?>
        {
            [nameof(OwnPage.Own)] = await OwnView.Of(office, person, context.RequestAborted),
            [nameof(OwnPage.Token)] = token,
            [nameof(OwnPage.Done)] = fait ?? "",
        }));

    public static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Contact, Task<IResult>> inside) =>
        await PersonDoor.Open(office, token, Core.Mail.LinkPurpose.Person, context.RequestAborted) switch
        {
            PersonArrival.Welcome welcome => await inside(welcome.Person),
            PersonArrival.Stale stale => await PersonDoor.Page(office, token, stale),
            PersonArrival.Unsigned => Results.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
