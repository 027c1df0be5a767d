using Almanach.Core.Cycle;
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
            With(call, async (work, _) => new ApiAnswer.Page(await call.Office.Around.Render.Page(
                await call.Office.Documents.Compose(work.Document, call.Year, call.Now, work.Meeting, call.Stop), call.Stop))));
        api.Post<DrawBody>($"{Drawn}/draw", "Dessine de nouveau un document, le publie et l’envoie. La même référence ne le fait qu’une fois.", (call, body) =>
            ApiCall.IsName(body.Reference, 60)
                ? With(call, (work, step) => Draw(call, work, step, body.Reference))
                : Task.FromResult(ApiAnswer.Of(Refusal.Invalid(new FieldError("reference", "Donnez une référence de 1 à 60 lettres sans accent, chiffres et tirets.")))));
    }

    private static async Task<ApiAnswer> Draw(ApiCall call, StepWork.Publish work, Step? step, string reference)
    {
        if (step is null)
            return ApiAnswer.Of(Refusal.Because(Why.NotNow, "Le calendrier de cette plate-forme ne publie pas ce document."));
        var grace = TimeSpan.FromSeconds(call.Office.Setting.Platform.Mail.GraceSeconds);
        var name = work.Meeting is null ? work.Document.ToString() : step.Id;
        return ApiAnswer.Of(await call.Office.Documents.DrawUp(new Effect.DrawUp(
            call.Year, work.Document, work.Body, $"draw-{call.Year}-{name}-{reference}", call.Now, $"{call.Year}/{step.Id}", call.Now + grace, work.Meeting), stop: call.Stop));
    }

    /// <summary>
    /// Kinds are named as in the platform's files (<c>bilanEtCollecte</c>, <c>compteRendu</c>, <c>programme</c>, <c>bilan</c>); the
    /// minutes of another meeting than the one that chooses the actions by the step that draws them up.
    /// </summary>
    private static async Task<ApiAnswer> With(ApiCall call, Func<StepWork.Publish, Step?, Task<ApiAnswer>> handle)
    {
        if (await call.Office.Cycle.Find(call.Year, call.Stop) is not { } plan)
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, $"L’année {call.Year} n’est pas ouverte."));
        var named = plan.Steps.FirstOrDefault(step => step.Work is StepWork.Publish && step.Id == call["kind"])
            ?? plan.Steps.FirstOrDefault(step => step.Work is StepWork.Publish { Meeting: null } publish && Name(publish.Document) == call["kind"]);
        if (named is null && !Enum.GetValues<DocumentKind>().Any(kind => Name(kind) == call["kind"]))
            return ApiAnswer.Of(Refusal.Because(Why.Unknown, $"Les documents sont\u00A0: {string.Join(", ", Enum.GetValues<DocumentKind>().Select(Name))}, ou le nom de l’étape qui les publie."));
        var work = named?.Work as StepWork.Publish ?? new StepWork.Publish(Enum.GetValues<DocumentKind>().First(kind => Name(kind) == call["kind"]), null);
        return work.Document == DocumentKind.CompteRendu && StepEffects.MinutedBy(plan, work) is null or { State: StepState.Skipped }
            ? ApiAnswer.Of(Refusal.Because(Why.NotNow, "Cette réunion n’a pas lieu\u00A0: il n’y a pas de compte-rendu."))
            : await handle(work, named);
    }

    private static string Name(DocumentKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
