using Almanach.Core;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Entrance;

/// <summary>Before every page of a personal link: the same 404 for what we did not sign, a helpful page for what no longer opens.</summary>
internal static class Door
{
    public static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Visit, Task<IResult>> inside) =>
        await LinkDoor.Open(office, token, context.RequestAborted) switch
        {
            Arrival.Welcome welcome => await inside(welcome.Visit),
            Arrival.Stale stale => await StaleHandlers.Page(office, token, stale, context.RequestAborted),
            Arrival.Unsigned => Results.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The same, only while answers are taken; otherwise the page shows what was recorded.</summary>
    public static Task<IResult> Answering(Office office, string token, HttpContext context, Func<Visit, Task<IResult>> inside) =>
        Enter(office, token, context, async visit => visit.TakesAnswers ? await inside(visit)
            : HttpMethods.IsPost(context.Request.Method)
                ? await ClosedPages.Of(office, visit, StatusCodes.Status409Conflict, await PostedForm.Read(context), context.RequestAborted)
                : await ClosedPages.Of(office, visit, StatusCodes.Status200OK, stop: context.RequestAborted));

    public static string OwnPage(Office office, Visit visit) =>
        $"/p/{office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", visit.Link.Expires), visit.Contact)}";
}
