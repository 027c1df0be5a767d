using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Newsletter.Subscriptions;

/// <summary>
/// Leaving one newsletter, by the link of its mail. The button of the page and the mail program's own (RFC 8058) post to the same
/// address; what is posted is not read, so that nothing in it can be wrong, and the answer is no redirection, which the standard
/// forbids. A link that is too old or was revoked still takes its reader off the list.
/// </summary>
internal static class LeaveHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(token, office, link => Page(office, token, link, fait == LeavePage.Back ? LeavePage.Back : "", null, context.RequestAborted));

    public static Task<IResult> Leave(string token, Office office, HttpContext context) => Enter(token, office, async link =>
    {
        var refusal = Subscriber.Read(link.Contact) is { } outside
            ? await office.Subscribers.Leave(outside.Id, link.Subject, office.Now, context.RequestAborted)
            : await office.Subscriptions.Leave(link.Contact, link.Subject, link.Contact, office.Now, context.RequestAborted);
        // Somebody whom the network no longer knows receives nothing already.
        return await Page(office, token, link, LeavePage.Gone, refusal is { Why: Why.Changed } ? refusal : null, context.RequestAborted);
    });

    /// <summary>Coming back takes a link that still opens, unlike leaving.</summary>
    public static Task<IResult> Return(string token, Office office, HttpContext context) => Enter(token, office, async link =>
    {
        if (!(await Standing.Of(office, link, context.RequestAborted)).MayReturn)
            return await Page(office, token, link, "", Refusal.Because(Why.Closed, "Ce lien ne permet plus de revenir. Choisissez ce que vous recevez depuis votre page."), context.RequestAborted);
        var refusal = await office.Subscriptions.Return(link.Contact, link.Subject, link.Contact, office.Now, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"{SubscriptionEndpoints.Leave(token)}?fait={LeavePage.Back}") : await Page(office, token, link, "", refusal, context.RequestAborted);
    });

    /// <summary>Anything we did not sign is one and the same 404; so is a link of another kind, which has its own page.</summary>
    private static async Task<IResult> Enter(string token, Office office, Func<PersonalLink, Task<IResult>> inside) =>
        office.Signer.Open(token) is { Purpose: LinkPurpose.Unsubscription } link ? await inside(link) : Results.NotFound();

    private static async Task<IResult> Page(Office office, string token, PersonalLink link, string done, Refusal? refusal, CancellationToken stop) => await PageResult.Of<LeavePage>(
        new Dictionary<string, object?>
        {
            [nameof(LeavePage.Brand)] = office.Setting.Platform.Brand,
            [nameof(LeavePage.Token)] = token,
            [nameof(LeavePage.Standing)] = await Standing.Of(office, link, stop),
            [nameof(LeavePage.Done)] = done,
            [nameof(LeavePage.Refusal)] = refusal,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
