using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Web.Consultations.Entrance;
using Almanach.Web.Hosting;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Consultations.Leaving;

/// <summary>« Une autre personne répond désormais ? », from a consultation or from one's own page: names who answers from now on. The coordinator settles it; nothing else changes.</summary>
internal static class SuccessorHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) =>
        Enter(office, token, context, (contact, organisation) => Page(office, $"/r/{token}", contact, organisation, Fields.None, null, fait is not null));

    public static Task<IResult> Take(string token, Office office, HttpContext context) =>
        Enter(office, token, context, (contact, organisation) => Ask(office, $"/r/{token}", contact, organisation, context));

    public static Task<IResult> ShowOwn(string token, string? fait, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, async person =>
            await Page(office, $"/p/{token}", person, await OrganisationOf(office, person, context), Fields.None, null, fait is not null));

    public static Task<IResult> TakeOwn(string token, Office office, HttpContext context) =>
        OwnPageEndpoints.Enter(office, token, context, async person =>
            await Ask(office, $"/p/{token}", person, await OrganisationOf(office, person, context), context));

    private static async Task<IResult> Ask(Office office, string back, Contact contact, Organisation organisation, HttpContext context)
    {
        var fields = await PostedForm.Read(context);
        var refusal = await office.Requests.Ask(
            contact, fields.Line("nom"), fields.Line("adresse"), fields.Line("fonction"), office.Now, stop: context.RequestAborted);
        return refusal is null
            ? PageMapping.SeeOther($"{back}/autre?fait=oui")
            : await Page(office, back, contact, organisation, fields, refusal, false);
    }

    private static async Task<Organisation> OrganisationOf(Office office, Contact person, HttpContext context) =>
        (await office.Network.Load(context.RequestAborted)).Organisations[person.Organisation];

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

    /// <param name="back">Address of the page one came from.</param>
    private static Task<IResult> Page(Office office, string back, Contact contact, Organisation organisation, Fields fields, Refusal? refusal, bool done) =>
        PageResult.Of<SuccessorPage>(new Dictionary<string, object?>
        {
            [nameof(SuccessorPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(SuccessorPage.Back)] = back,
            [nameof(SuccessorPage.Contact)] = contact,
            [nameof(SuccessorPage.Organisation)] = organisation,
            [nameof(SuccessorPage.Fields)] = fields,
            [nameof(SuccessorPage.Errors)] = refusal?.Fields ?? [],
            [nameof(SuccessorPage.Done)] = done,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
