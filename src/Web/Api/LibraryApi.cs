using System.Text.Json;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Library;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Library.Joining;
using Almanach.Core.Library.News;

namespace Almanach.Web.Api;

/// <summary>Documents that are deposited, and who may read any document.</summary>
internal static class LibraryApi
{
    private const string One = "/library/documents/{document}";

    /// <summary>Each format under its own name, or any file as bytes: what it is, its bytes say.</summary>
    private static readonly string[] Types = ["application/octet-stream", .. Enum.GetValues<FileFormat>().Select(FileFormats.MediaType)];

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<Deposit>>("/library/documents", "Les documents déposés, retirés compris.", async call => ApiAnswer.Of(await call.Office.Deposits.All(call.Stop)));
        api.Deposit<Created>("/library/documents", "Dépose un document. Le même fichier, sous le même titre, ne l’est qu’une fois.", Types, Enter,
            new ApiQuery("title", "", true, "Tel que les lecteurs le voient."),
            new ApiQuery("day", "date", true, "La date du document."),
            new ApiQuery("kind", "", true, $"Un de\u00A0: {string.Join(", ", Names<LibraryKind>())}."),
            new ApiQuery("diffusion", "", true, $"Qui peut le lire\u00A0: {string.Join(", ", Names<Diffusion>())}."),
            new ApiQuery("body", "", false, "L’instance à laquelle il se rattache."),
            new ApiQuery("group", "", false, "Le groupe de travail auquel il se rattache."),
            new ApiQuery("meeting", "", false, "La rencontre à laquelle il se rattache."),
            new ApiQuery("themes", "", false, "Séparés par une virgule."),
            Name);
        api.Deposit<Done>($"{One}/version", "Dépose une nouvelle version d’un document\u00A0; la précédente est gardée.", Types, async (call, file) =>
            Answer(await call.Office.Deposits.Replace(call["document"], call.Words("name"), file, ApiCall.Actor, call.Now, call.Stop)), Name);
        api.Put<DepositSheet>(One, "Change ce qui est dit d’un document déposé, et qui peut le lire.", async (call, sheet) => Answer(
            await call.Office.Deposits.Edit(call["document"], sheet with { Title = ApiCall.Line(sheet.Title), Themes = DepositRules.Themes(string.Join(',', sheet.Themes)) }, null, ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/withdraw", "Retire un document déposé\u00A0: son adresse dit qu’il n’est plus en ligne.", async call =>
            Answer(await call.Office.Deposits.Turn(call["document"], true, ApiCall.Actor, call.Now, call.Stop)));
        api.Post($"{One}/restore", "Remet en ligne un document retiré.", async call =>
            Answer(await call.Office.Deposits.Turn(call["document"], false, ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<NewsItem>>("/news", "Les actualités écrites par la coordination.", async call => ApiAnswer.Of(await call.Office.News.All(call.Stop)));
        api.Add<NewsBody>("/news", "Publie une actualité. Les mêmes mots ne le sont qu’une fois.", (call, body) => News(call, "", body));
        api.Add<NewsBody>("/news/{item}", "Change une actualité.", (call, body) => News(call, call["item"], body));
        api.Post("/news/{item}/withdraw", "Retire une actualité.", async call => ApiAnswer.Of(await call.Office.News.Remove(call["item"], ApiCall.Actor, call.Now, call.Stop)));
        api.Put<TextBody>("/pages/{page}", "Change le texte d’une page du site.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Pages.Change(call["page"], body.Source, null, ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<JoinRequest>>("/join-requests", "Les organismes qui demandent à adhérer.", async call => ApiAnswer.Of(await call.Office.Joins.All(call.Stop)));
        api.Post<AcceptJoinBody>("/join-requests/{join}/accept", "Accepte une adhésion\u00A0: l’organisme et sa personne référente entrent dans le réseau.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Joins.Accept(call["join"], ApiCall.Line(body.Named), ApiCall.Line(body.Kind), body.CharterSigned, ApiCall.Actor, call.Now, call.Stop)));
        api.Post<ReasonBody>("/join-requests/{join}/decline", "Décline une adhésion\u00A0; rien ne part.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Joins.Decline(call["join"], body.Reason.Trim(), ApiCall.Actor, call.Now, call.Stop)));
        api.Put<DiffusionBody>("/documents/{document}/diffusion", "Dit qui peut lire un document établi par le programme, cette version et les suivantes.", async (call, body) =>
            Answer(await call.Office.Documents.Diffuse(call["document"], body.Diffusion, ApiCall.Actor, call.Now, call.Stop)));
    }

    private static ApiQuery Name => new("name", "", false, "Nom du fichier\u00A0: il sert à reconnaître un CSV.");

    private static async Task<ApiAnswer> Enter(ApiCall call, byte[] file)
    {
        if (call.Day("day", default) is not { } day || day == default)
            return ApiCall.BadDay("day");
        if (Named<LibraryKind>(call.Words("kind")) is not { } kind)
            return Wrong<LibraryKind>("kind");
        if (Named<Diffusion>(call.Words("diffusion")) is not { } diffusion)
            return Wrong<Diffusion>("diffusion");
        var sheet = new DepositSheet(call.Words("title"), day, kind, Some(call.Words("body")), Some(call.Words("group")), Some(call.Words("meeting")), DepositRules.Themes(call.Words("themes")), diffusion);
        var (id, refusal) = await call.Office.Deposits.Enter(sheet, call.Words("name"), file, ApiCall.Actor, call.Now, call.Stop);
        return refusal is null ? ApiAnswer.Of(new Created(id)) : Answer(refusal);
    }

    private static async Task<ApiAnswer> News(ApiCall call, string id, NewsBody body)
    {
        var (named, refusal) = await call.Office.News.Write(id, ApiCall.Line(body.Title), body.Text.Trim(), body.Day, null, ApiCall.Actor, call.Now, call.Stop);
        return refusal is null ? ApiAnswer.Of(new Created(named)) : Answer(refusal);
    }

    private static ApiAnswer Answer(Refusal? refusal) => ApiAnswer.Of(refusal, new Dictionary<string, string>
    {
        ["titre"] = "title",
        ["jour"] = "day",
        ["place"] = "body",
        ["fichier"] = "body",
        ["texte"] = "text",
    });

    private static ApiAnswer Wrong<T>(string field)
        where T : struct, Enum => ApiAnswer.Of(Refusal.Invalid(new FieldError(field, $"Donnez un de\u00A0: {string.Join(", ", Names<T>())}.")));

    private static string? Some(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static T? Named<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text).Cast<T?>().FirstOrDefault();
}
