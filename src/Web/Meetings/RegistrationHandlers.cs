using System.Security.Cryptography;
using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Meetings.Registration;
using Almanach.Web.Hosting;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Meetings;

/// <summary>The page of a meeting that is open to all, and its form. The answer is the same whoever is registered already.</summary>
internal static class RegistrationHandlers
{
    public static string Address(string meeting) => RegistrationDesk.PageOf(meeting);

    public static void MapRegistrations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/rencontres/{meeting}", Show);
        endpoints.MapForm("/rencontres/{meeting}", Take);
        endpoints.MapPage("/rencontres/{meeting}/demande", Asked);
        endpoints.MapPage("/inscription/{token}", BookingHandlers.Show);
        endpoints.MapForm("/inscription/{token}/confirmer", BookingHandlers.Confirm);
        endpoints.MapPage("/inscription/{token}/annuler", BookingHandlers.Ask);
        endpoints.MapForm("/inscription/{token}/annuler", BookingHandlers.Withdraw);
    }

    /// <summary>An id that says nothing of the person.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private static async Task<IResult> Show(string meeting, Office office, HttpContext context) =>
        await office.Registrations.Find(meeting, context.RequestAborted) is { } matter ? await Page(office, matter, Fields.None, null) : Results.NotFound();

    private static async Task<IResult> Take(string meeting, Office office, HttpContext context)
    {
        if (await office.Registrations.Find(meeting, context.RequestAborted) is not { } matter)
            return Results.NotFound();
        var fields = await PostedForm.Read(context);
        // People don't see this field; a program that fills everything is thanked and forgotten.
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther($"{Address(meeting)}/demande");
        var person = new Registrant(NewId(), fields.Line("nom"), fields.Line("adresse"), fields.Line("organisme"), fields.Text("besoins"));
        var command = new RegistrationCommand.Ask(person, await office.Registrations.Knows(person.Address, context.RequestAborted), office.Now);
        return await office.Registrations.Take(meeting, command, context.RequestAborted) is { } refusal
            ? await Page(office, matter, fields, refusal) : PageMapping.SeeOther($"{Address(meeting)}/demande");
    }

    private static async Task<IResult> Asked(string meeting, Office office, HttpContext context) =>
        await office.Registrations.Find(meeting, context.RequestAborted) is { Book: not null } matter
            ? await PageResult.Of<AskedPage>(new Dictionary<string, object?>
            {
                [nameof(AskedPage.Brand)] = office.Setting.Platform.Brand,
                [nameof(AskedPage.Matter)] = matter,
            })
            : Results.NotFound();

    private static Task<IResult> Page(Office office, RegistrationMatter matter, Fields fields, Refusal? refusal) => PageResult.Of<OpenMeetingPage>(new Dictionary<string, object?>
    {
        [nameof(OpenMeetingPage.Brand)] = office.Setting.Platform.Brand,
        [nameof(OpenMeetingPage.Matter)] = matter,
        [nameof(OpenMeetingPage.Now)] = office.Now,
        [nameof(OpenMeetingPage.Fields)] = fields,
        [nameof(OpenMeetingPage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
