using Almanach.Core.Engine;
using Almanach.Web.Layout;
using Almanach.Web.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Almanach.Web.Hosting;

/// <summary>What is said when an endpoint said nothing: a page for people, one JSON object under <c>/api</c>.</summary>
internal static class Blank
{
    public static async Task Write(HttpContext context, int status)
    {
        var cockpit = context.Request.Path.StartsWithSegments("/cockpit");
        var (title, remedy) = cockpit ? CockpitWords(status) : Words(status);
        context.Response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync($$$"""{"error":{"message":"{{{title}}}. {{{remedy}}}"}}""");
            return;
        }
        var brand = context.RequestServices.GetRequiredService<Setting>().Platform.Brand;
        var page = status == StatusCodes.Status404NotFound && LostLinkHandlers.IsLink(context.Request.Path)
            ? await HtmlPages.Render<LostLinkPage>(new Dictionary<string, object?> { [nameof(LostLinkPage.Brand)] = brand })
            : await HtmlPages.Render<BlankPage>(new Dictionary<string, object?>
            {
                [nameof(BlankPage.Brand)] = brand,
                [nameof(BlankPage.Title)] = title,
                [nameof(BlankPage.Remedy)] = remedy,
                [nameof(BlankPage.Home)] = cockpit ? "/cockpit" : "/",
            });
        context.Response.ContentType = HtmlPages.ContentType;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(page);
    }

    /// <summary>The reader is the coordination: there is nobody else to write to.</summary>
    private static (string Title, string Remedy) CockpitWords(int status) => status switch
    {
        413 => (Words(413).Title, "Un document compte 20\u00A0Mo au plus, un tableau deux. Revenez à la page précédente\u00A0: ce que vous aviez écrit y est encore. Rien n’a été enregistré."),
        404 => (Words(404).Title, "L’adresse a peut-être été mal recopiée, ou ce qu’elle montrait n’existe plus."),
        >= 500 => (Words(status).Title, "Ce n’est pas de votre fait. Ce qui était enregistré est conservé. Recommencez dans quelques minutes\u00A0; si cela dure, prévenez la personne qui a installé la plate-forme."),
        _ => Words(status),
    };

    private static (string Title, string Remedy) Words(int status) => status switch
    {
        400 => ("Cette demande n’a pas été comprise", "Revenez à la page précédente et recommencez. Rien n’a été enregistré."),
        401 or 403 => ("Il faut être connecté pour voir cette page", "Connectez-vous au cockpit, ou ouvrez le lien de votre message."),
        404 => ("Cette page n’existe pas", "L’adresse est peut-être incomplète. Ouvrez de nouveau le lien de votre message, en entier, ou écrivez à la coordination."),
        405 => ("Cette adresse ne s’ouvre pas ainsi", "Revenez à la page précédente et utilisez son bouton."),
        413 => ("C’est trop volumineux", "Envoyez moins à la fois\u00A0: deux mégaoctets, ou cinq pour une image. Rien n’a été enregistré."),
        415 => ("Ce format n’est pas accepté", "Utilisez le formulaire de la page, ou du JSON pour l’API."),
        429 => ("Trop de demandes en peu de temps", "Attendez une minute, puis recommencez."),
        >= 500 => ("Quelque chose n’a pas fonctionné", "Ce n’est pas de votre fait. Ce que vous aviez déjà enregistré est conservé. Recommencez dans quelques minutes, ou appelez la coordination."),
        _ => ("Cette demande n’a pas abouti", "Revenez à la page précédente et recommencez."),
    };
}
