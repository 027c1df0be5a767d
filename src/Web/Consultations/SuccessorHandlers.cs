using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations;

/// <summary>« Ce n'est pas votre organisme ? »: names who answers from now on. The coordinator settles it; nothing else changes.</summary>
internal static class SuccessorHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(office, token, context, (contact, organisation) => Page(office, token, contact, organisation, Fields.None, null, fait is not null));

    public static Task<IResult> Take(string token, Office office, HttpContext context) =>
        Enter(office, token, context, async (contact, organisation) =>
        {
            var fields = await PostedForm.Read(context);
            var refusal = await office.Requests.Ask(
                contact, fields.Line("nom"), fields.Line("adresse"), fields.Line("fonction"), office.Now, context.RequestAborted);
            return refusal is null
                ? PageMapping.SeeOther($"/r/{token}/autre?fait=oui")
                : await Page(office, token, contact, organisation, fields, refusal, false);
        });

    /// <summary>Open to every link that we signed for somebody we still know, expired ones too; not to a revoked one.</summary>
    private static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Contact, Organisation, Task<IResult>> inside)
    {
        var arrival = await LinkDoor.Open(office, token, context.RequestAborted);
        var contact = arrival switch
        {
            Arrival.Welcome welcome => welcome.Visit.Contact,
            Arrival.Stale { Why: StaleLink.Expired or StaleLink.Gone or StaleLink.NotYetOpen } stale when stale.Contact?.Generation == stale.Link.Generation => stale.Contact,
            _ => null,
        };
        var roster = await office.Network.Load(context.RequestAborted);
        return contact is not null && roster.OrganisationOf(contact.Id) is { } organisation ? await inside(contact, organisation)
            : arrival is Arrival.Stale other ? await StaleHandlers.Page(office, token, other, context.RequestAborted)
            : Results.NotFound();
    }

    private static Task<IResult> Page(Office office, string token, Contact contact, Organisation organisation, Fields fields, Refusal? refusal, bool done) =>
        PageResult.Of<SuccessorPage>(new Dictionary<string, object?>
        {
            [nameof(SuccessorPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(SuccessorPage.Token)] = token,
            [nameof(SuccessorPage.Contact)] = contact,
            [nameof(SuccessorPage.Organisation)] = organisation,
            [nameof(SuccessorPage.Fields)] = fields,
            [nameof(SuccessorPage.Errors)] = refusal?.Fields ?? [],
            [nameof(SuccessorPage.Done)] = done,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
