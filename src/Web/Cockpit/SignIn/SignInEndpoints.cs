using System.Security.Cryptography;
using Almanach.Core;
using Almanach.Core.Access;
using Almanach.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Cockpit.SignIn;

/// <summary>The only addresses of the cockpit that ask for no session. A code is consumed by a POST, never by opening a page.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/cockpit/entrer", Show);
        endpoints.MapForm("/cockpit/entrer/code", Ask);
        endpoints.MapForm("/cockpit/entrer", Enter);
    }

    public static void MapSignOut(this IEndpointRouteBuilder cockpit) => cockpit.MapForm("/sortir", (HttpContext context) =>
    {
        Session.Close(context);
        return Back.SeeOther("/cockpit/entrer");
    });

    private static Task<IResult> Show(Office office, HttpContext context, string? vers, string? code, string? envoye) => Page(office, new()
    {
        [nameof(SignInPage.To)] = Back.Safe(vers),
        [nameof(SignInPage.Code)] = SignInRules.Shown(SignInRules.Read(code ?? "")),
        [nameof(SignInPage.Sent)] = envoye == "oui",
    });

    private static async Task<IResult> Ask(Office office, MachineClock machine, HttpContext context, CancellationToken stop)
    {
        var to = Back.Safe((await PostedForm.Read(context)).Text("vers"));
        var code = RandomNumberGenerator.GetString(SignInRules.Alphabet, SignInRules.Length);
        if (await office.SignIn.Mail(code, machine.Now, stop) is { } refusal)
            return await Page(office, new() { [nameof(SignInPage.To)] = to, [nameof(SignInPage.Refused)] = refusal.Message }, RefusalStatus.Of(refusal));
        return Back.SeeOther($"/cockpit/entrer?envoye=oui&vers={Uri.EscapeDataString(to)}");
    }

    private static async Task<IResult> Enter(Office office, MachineClock machine, Session session, HttpContext context, CancellationToken stop)
    {
        var form = await PostedForm.Read(context);
        if (await office.SignIn.Enter(form.Text("code"), machine.Now, stop) is { } refusal)
            return await Page(office, new() { [nameof(SignInPage.To)] = Back.Safe(form.Text("vers")), [nameof(SignInPage.Errors)] = refusal.Fields }, RefusalStatus.Of(refusal));
        session.Open(context);
        return Back.To(form.Text("vers"));
    }

    private static Task<IResult> Page(Office office, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
    {
        parameters[nameof(SignInPage.Brand)] = office.Setting.Platform.Brand;
        return PageResult.Of<SignInPage>(parameters, status);
    }
}
