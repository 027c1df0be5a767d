using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Web.Consultations.Leaving;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Network;

/// <summary>« Qui prend la suite de … ? »: asked of a colleague of somebody who left, or cannot be reached any more. The coordinator settles it.</summary>
internal static class TakingOverHandlers
{
    public static Task<IResult> Show(string token, string? fait, Office office, HttpContext context) => Enter(office, token, context, async (person, leaving, organisation) =>
        await Page(token, office, leaving, organisation, Fields.None, null, fait is not null || (await office.Requests.OpenOf(leaving, context.RequestAborted)).Count > 0));

    public static Task<IResult> Take(string token, Office office, HttpContext context) => Enter(office, token, context, async (person, leaving, organisation) =>
    {
        var fields = await PostedForm.Read(context);
        var (name, address, function) = fields.Text(SuccessorPage.Myself).Length > 0
            ? (person.Name.Length > 0 ? person.Name : person.Function, person.Address, person.Function)
            : (fields.Line("nom"), fields.Line("adresse"), fields.Line("fonction"));
        var refusal = await office.Requests.Ask(person, name, address, function, office.Now, leaving.Id, context.RequestAborted);
        return refusal is null ? PageMapping.SeeOther($"/p/{token}/{Room}?fait=oui") : await Page(token, office, leaving, organisation, fields, refusal, false);
    });

    public const string Room = "suite";

    /// <summary>The link says whose place it is about, and only a colleague holds it.</summary>
    private static async Task<IResult> Enter(Office office, string token, HttpContext context, Func<Contact, Contact, Organisation, Task<IResult>> inside)
    {
        switch (await PersonDoor.Open(office, token, LinkPurpose.Person, context.RequestAborted))
        {
            case PersonArrival.Welcome { Person: var person, Link: var link }:
                var roster = await office.Network.Load(context.RequestAborted);
                return link.Subject.StartsWith(VacancyDesk.Subject, StringComparison.Ordinal)
                    && roster.Contacts.GetValueOrDefault(link.Subject[VacancyDesk.Subject.Length..]) is { IsErased: false } leaving && leaving.Organisation == person.Organisation
                        ? await inside(person, leaving, roster.Organisations[person.Organisation]) : Results.NotFound();
            case PersonArrival.Stale stale:
                return await PersonDoor.Page(office, token, stale);
            default:
                return Results.NotFound();
        }
    }

    private static Task<IResult> Page(string token, Office office, Contact leaving, Organisation organisation, Fields fields, Refusal? refusal, bool done) =>
        PageResult.Of<SuccessorPage>(new Dictionary<string, object?>
        {
            [nameof(SuccessorPage.Brand)] = office.Setting.Platform.Brand,
            [nameof(SuccessorPage.Back)] = $"/p/{token}",
            [nameof(SuccessorPage.Contact)] = leaving,
            [nameof(SuccessorPage.ByColleague)] = true,
            [nameof(SuccessorPage.Organisation)] = organisation,
            [nameof(SuccessorPage.Fields)] = fields,
            [nameof(SuccessorPage.Errors)] = refusal?.Fields ?? [],
            [nameof(SuccessorPage.Done)] = done,
        }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
