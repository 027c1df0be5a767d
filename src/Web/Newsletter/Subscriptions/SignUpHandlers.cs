using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Web.Hosting;
using Almanach.Web.Meetings;
using Almanach.Web.Public;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Newsletter.Subscriptions;

/// <summary>The public form of the newsletters. The answer is the same whoever subscribes already, or is in the network.</summary>
internal static class SignUpHandlers
{
    public static async Task<IResult> Show(Office office) => office.SignUps.IsOpen ? await Page(office, Fields.None, null) : Results.NotFound();

    public static async Task<IResult> Take(Office office, HttpContext context)
    {
        if (!office.SignUps.IsOpen)
            return Results.NotFound();
        var fields = await PostedForm.Read(context);
        // People don't see this field; a program that fills everything is thanked and forgotten.
        if (fields.Text(ProposePage.Trap).Length > 0)
            return PageMapping.SeeOther($"{SubscriptionEndpoints.SignUp}/demande");
        return await office.SignUps.Ask(fields.All("lettre"), fields.Line("adresse"), RegistrationHandlers.NewId(), office.Now, context.RequestAborted) is { } refusal
            ? await Page(office, fields, refusal) : PageMapping.SeeOther($"{SubscriptionEndpoints.SignUp}/demande");
    }

    public static async Task<IResult> Asked(Office office) => office.SignUps.IsOpen
        ? await PageResult.Of<SignUpAskedPage>(new Dictionary<string, object?> { [nameof(SignUpAskedPage.Brand)] = office.Setting.Platform.Brand }) : Results.NotFound();

    private static Task<IResult> Page(Office office, Fields fields, Refusal? refusal) => PageResult.Of<SignUpPage>(new Dictionary<string, object?>
    {
        [nameof(SignUpPage.Platform)] = office.Setting.Platform,
        [nameof(SignUpPage.Fields)] = fields,
        [nameof(SignUpPage.Refusal)] = refusal,
    }, refusal is null ? StatusCodes.Status200OK : RefusalStatus.Of(refusal));
}
