using Almanach.Core;
using Almanach.Core.Network;
using Almanach.Web.Consultations;
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
        endpoints.MapPage("/p/{token}/opposition", ShowObjection);
        endpoints.MapForm("/p/{token}/opposition", Object);
    }

    private static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(office, token, context, async person => await PageResult.Of<OwnPage>(new Dictionary<string, object?>
        {
            [nameof(OwnPage.Own)] = await OwnView.Of(office, person, context.RequestAborted),
            [nameof(OwnPage.Token)] = token,
            [nameof(OwnPage.Done)] = fait ?? "",
        }));

    private static Task<IResult> ShowObjection(string token, Office office, HttpContext context) =>
        Enter(office, token, context, person => Objection(office, token, person, false));

    private static Task<IResult> Object(string token, Office office, HttpContext context) =>
        Enter(office, token, context, async person =>
        {
            var choice = (await PostedForm.Read(context)).Text(ObjectionPage.Choice);
            if (choice is not (ObjectionPage.Stop or ObjectionPage.Go))
                return await Objection(office, token, person, true);
            _ = await office.Objections.Set(person.Id, choice == ObjectionPage.Stop, office.Now, context.RequestAborted);
            return PageMapping.SeeOther($"/p/{token}?fait={(choice == ObjectionPage.Stop ? OwnPage.Stopped : OwnPage.Resumed)}");
        });

    private static Task<IResult> Objection(Office office, string token, Contact person, bool unclear) =>
        PageResult.Of<ObjectionPage>(new Dictionary<string, object?>
        {
            [nameof(ObjectionPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(ObjectionPage.Token)] = token,
            [nameof(ObjectionPage.Person)] = person,
            [nameof(ObjectionPage.Unclear)] = unclear,
        }, unclear ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    public static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Contact, Task<IResult>> inside) =>
        await PersonDoor.Open(office, token, Core.Mail.LinkPurpose.Person, context.RequestAborted) switch
        {
            PersonArrival.Welcome welcome => await inside(welcome.Person),
            PersonArrival.Stale stale => await PersonDoor.Page(office, token, stale),
            PersonArrival.Unsigned => Results.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
