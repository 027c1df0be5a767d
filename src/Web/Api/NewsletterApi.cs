using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Web.Hosting;

namespace Almanach.Web.Api;

/// <summary>Newsletters: editions, their articles, what is sent.</summary>
internal static class NewsletterApi
{
    private const string OneEdition = "/editions/{edition}";

    private const string OneArticle = $"{OneEdition}/articles/{{article}}";

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<EditionBrief>>($"/cycles/{ApiModule.Years}/editions", "Les numéros des lettres d’une année, avec leurs articles.", All);
        api.Post<NewEditionBody>($"/cycles/{ApiModule.Years}/editions", "Planifie une édition spéciale.", Add);
        api.Put<OpeningBody>(OneEdition, "Remplace le titre et le mot d’ouverture d’un numéro.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Newsletters.Open(call["edition"], ApiCall.Line(body.Title), Words(body.Opening), null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Put<ArticleBody>(OneArticle, "Écrit un article d’un numéro, ou en remplace les mots.", Write);
        api.Post($"{OneArticle}/approve", "Approuve un article.", call => Act(call, article => new ArticleCommand.Approve(article.Id, article.Version, call.Now)));
        api.Post<AsideBody>($"{OneArticle}/set-aside", "Écarte un article.", (call, body) => Act(call, article => new ArticleCommand.SetAside(article.Id, Words(body.Reason), call.Now)));
        api.Post($"{OneArticle}/take-up", "Reprend un article écarté, ou met dans ce numéro un article qui en attend un.", TakeUp);
        api.Post($"{OneArticle}/put-off", "Laisse un article pour un autre numéro.", call => Act(call, article => new ArticleCommand.MoveTo(article.Id, "", call.Now)));
        api.Post($"{OneArticle}/raise", "Remonte un article d’une place dans sa rubrique.", call => Act(call, article => new ArticleCommand.Raise(article.Id, call.Now)));
        api.Post($"{OneEdition}/proof", "Envoie l’épreuve d’un numéro à la coordination.", Prove);
        api.Post($"{OneEdition}/send", "Envoie maintenant un numéro retenu.", async call =>
            ApiAnswer.Of(await call.Office.Editions.Order(call["edition"], null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post($"{OneEdition}/give-up", "Renonce à un numéro\u00A0: ses articles attendent le suivant.", async call =>
            ApiAnswer.Of(await call.Office.Newsletters.GiveUp(call["edition"], ApiCall.Actor, call.Now, call.Stop), Names));
    }

    private static async Task<ApiAnswer> All(ApiCall call)
    {
        List<EditionBrief> all = [];
        foreach (var letter in call.Office.Setting.Platform.Newsletters)
            all.AddRange((await call.Office.Newsletters.All(letter, [call.Year], call.Stop)).Select(one => new EditionBrief(one.Edition, one.Step.Starts, one.Articles)));
        return ApiAnswer.Of<IReadOnlyList<EditionBrief>>(all);
    }

    private static async Task<ApiAnswer> Add(ApiCall call, NewEditionBody body)
    {
        if (!ApiCall.IsSound(body.Sends))
            return ApiCall.BadInstant("sends");
        if (call.Office.Setting.Platform.Newsletters.FirstOrDefault(one => one.Id == body.Newsletter) is not { } letter || await call.Office.Cycle.Find(call.Year, call.Stop) is not { } plan)
            return ApiAnswer.Found<EditionBrief>(null, "Cette lettre ou cette année n’existe pas. Vérifiez l’adresse et l’identifiant.");
        return ApiAnswer.Of(await call.Office.Cycle.Apply(call.Year, SpecialEdition.Command(
            EditionSteps.FreeId(plan, letter.Id), letter, ApiCall.Line(body.Title), body.Sends.ToUniversalTime(), body.Call, body.Review, call.Office.Setting.Zone, call.Now, ApiCall.Actor), call.Stop), Names);
    }

    private static async Task<ApiAnswer> Write(ApiCall call, ArticleBody body)
    {
        if (await call.Office.Newsletters.Find(call["edition"], call.Stop) is not { } one)
            return Missing;
        var known = one.Shelf.Article(call["article"]);
        var words = new ArticleWords(Written(body.Kind), body.Section, ApiCall.Line(body.Title), Words(body.Text), body.Link.Trim(), body.Day, ApiCall.Line(body.Place), ApiCall.Line(body.Author), known?.Picture);
        if (known is null && !ApiCall.IsName(call["article"]))
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("article", "Un identifiant n’a que des lettres minuscules, des chiffres et des tirets.")), Names);
        return ApiAnswer.Of(await call.Office.Newsletters.Apply(one.Letter, known is null
            ? new ArticleCommand.Write(call["article"], one.Edition.Id, words, call.Now) : new ArticleCommand.Edit(known.Id, words, known.Version, call.Now), ApiCall.Actor, call.Stop), Names);
    }

    /// <summary>Lists of documents, meetings … are the platform's own.</summary>
    private static MatterKind Written(MatterKind kind) => kind is MatterKind.Documents or MatterKind.Meetings or MatterKind.Programme or MatterKind.Catalogue ? MatterKind.Article : kind;

    private static Task<ApiAnswer> TakeUp(ApiCall call) => Act(call, article => article.State == ArticleState.SetAside
        ? new ArticleCommand.TakeUp(article.Id, call.Now) : new ArticleCommand.MoveTo(article.Id, call["edition"], call.Now));

    private static async Task<ApiAnswer> Act(ApiCall call, Func<Article, ArticleCommand> command)
    {
        if (await call.Office.Newsletters.Find(call["edition"], call.Stop) is not { } one || one.Shelf.Article(call["article"]) is not { } article)
            return Missing;
        return ApiAnswer.Of(await call.Office.Newsletters.Apply(one.Letter, command(article), ApiCall.Actor, call.Stop), Names);
    }

    private static async Task<ApiAnswer> Prove(ApiCall call)
    {
        if (await call.Office.Newsletters.Find(call["edition"], call.Stop) is not { Edition.IsAhead: true } one)
            return Missing;
        return ApiAnswer.Of(await call.Office.Editions.Prove(one, $"epreuve-{one.Edition.Id}-{Todo.Stamp(call.Now)}", call.Now, call.Now, call.Stop), Names);
    }

    private static ApiAnswer Missing => ApiAnswer.Found<EditionBrief>(null, "Ce numéro ou cet article n’existe pas, ou il a paru. Vérifiez l’adresse.");

    private static string Words(string text) => Fields.Clean(text).Trim();

    private static readonly Dictionary<string, string> Names = new()
    {
        ["titre"] = "title",
        ["ouverture"] = "opening",
        ["texte"] = "text",
        ["lien"] = "link",
        ["jour"] = "sends",
        ["lieu"] = "place",
        ["source"] = "author",
        ["rubrique"] = "section",
        ["raison"] = "reason",
        ["appel"] = "call",
        ["relecture"] = "review",
    };
}
