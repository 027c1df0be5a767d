using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Web.Api;

/// <summary>The documents of the year.</summary>
internal static class DocumentsApi
{
    private const string Drawn = $"/cycles/{ApiModule.Years}/documents/{{kind}}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<PublishedDocument>>("/documents", "Les documents publiés, les derniers d’abord.", async call =>
            ApiAnswer.Of(await call.Office.Documents.All(call.Stop)));
        api.Post("/documents/{document}/approve", "Publie un compte-rendu comme approuvé, une fois le délai passé ou tous les avis donnés.", async call =>
            ApiAnswer.Of(await call.Office.Approvals.Order(call["document"], null, ApiCall.Actor, call.Now, call.Stop)));
        api.Page($"{Drawn}/preview", "Un document tel qu’il serait dessiné maintenant. Rien n’est publié.", call =>
            With(call, async kind => new ApiAnswer.Page(await call.Office.Around.Render.Page(
                await call.Office.Documents.Compose(kind, call.Year, call.Now, call.Stop), call.Stop))));
        api.Post<DrawBody>($"{Drawn}/draw", "Dessine de nouveau un document, le publie et l’envoie. La même référence ne le fait qu’une fois.", (call, body) =>
            ApiCall.IsName(body.Reference, 60)
                ? With(call, kind => Draw(call, kind, body.Reference))
                : Task.FromResult(ApiAnswer.Of(Refusal.Invalid(new FieldError("reference", "Donnez une référence de 1 à 60 lettres sans accent, chiffres et tirets.")))));
    }

    private static async Task<ApiAnswer> Draw(ApiCall call, DocumentKind kind, string reference)
    {
        var step = (await call.Office.Cycle.Find(call.Year, call.Stop))!.Steps.FirstOrDefault(step => step.Work is StepWork.Publish publish && publish.Document == kind);
        if (step is null)
            return ApiAnswer.Of(Refusal.Because(Why.NotNow, "Le calendrier de cette plate-forme ne publie pas ce document."));
        var grace = TimeSpan.FromSeconds(call.Office.Setting.Platform.Mail.GraceSeconds);
        return ApiAnswer.Of(await call.Office.Documents.DrawUp(new Effect.DrawUp(
            call.Year, kind, ((StepWork.Publish)step.Work).Body, $"draw-{call.Year}-{kind}-{reference}", call.Now, $"{call.Year}/{step.Id}", call.Now + grace), stop: call.Stop));
    }

    /// <summary>Names as in the platform's files: <c>bilanEtCollecte</c>, <c>compteRendu</c>, <c>programme</c>, <c>bilan</c>.</summary>
    private static async Task<ApiAnswer> With(ApiCall call, Func<DocumentKind, Task<ApiAnswer>> handle)
    {
        if (!Enum.GetValues<DocumentKind>().Any(kind => Name(kind) == call["kind"]))
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, $"Les documents sont\u00A0: {string.Join(", ", Enum.GetValues<DocumentKind>().Select(Name))}."));
        if (await call.Office.Cycle.Find(call.Year, call.Stop) is not { } plan)
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, $"L’année {call.Year} n’est pas ouverte."));
        var which = Enum.GetValues<DocumentKind>().First(kind => Name(kind) == call["kind"]);
        return which == DocumentKind.CompteRendu && !plan.Steps.Any(step => step.Work is StepWork.Meet { Decides: true })
            ? ApiAnswer.Of(Refusal.Because(Why.NotNow, "Cette année n’a pas de comité\u00A0: il n’y a pas de compte-rendu."))
            : await handle(which);
    }

    private static string Name(DocumentKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
