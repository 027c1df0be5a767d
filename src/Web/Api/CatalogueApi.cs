using Almanach.Core.Engine;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Import;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Network.Import;
using Almanach.Web.Hosting;
using Almanach.Web.Library.Catalogue;

namespace Almanach.Web.Api;

/// <summary>The catalogue of studies and sources: its entries, its inventories, what people report and what they need.</summary>
internal static class CatalogueApi
{
    private static readonly string[] Types =
        ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel"];

    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<CatalogueEntry>>("/catalogue", "Toutes les fiches du catalogue, internes et retirées comprises.", async call =>
            ApiAnswer.Of<IReadOnlyList<CatalogueEntry>>([.. (await call.Office.Catalogue.Load(call.Stop)).Entries.Values]));
        api.Add<CardBody>("/catalogue", "Ajoute une fiche.", async (call, body) =>
            await call.Office.Catalogue.Save("", body.Card(), null, ApiCall.Actor, call.Now, call.Stop) is var (id, refusal) && refusal is null
                ? ApiAnswer.Of(new Created(id)) : ApiAnswer.Of(refusal, Names));
        api.Put<CardBody>("/catalogue/{entry}", "Remplace une fiche.", async (call, body) =>
            ApiAnswer.Of((await call.Office.Catalogue.Save(call["entry"], body.Card(), null, ApiCall.Actor, call.Now, call.Stop)).Refusal, Names));
        api.Post<WithdrawBody>("/catalogue/{entry}/withdraw", "Retire une fiche qui n’est plus à jour\u00A0: elle reste à son adresse, et le dit.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Catalogue.Withdraw(call["entry"], ApiCall.Line(body.Reason), ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post("/catalogue/{entry}/restore", "Remet une fiche retirée au catalogue.", async call =>
            ApiAnswer.Of(await call.Office.Catalogue.Restore(call["entry"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post<ConfirmBody>("/catalogue/{entry}/confirm", "Note qu’un producteur du réseau confirme une fiche.", Confirm);
        api.Upload<CatalogueImportReport>("/catalogue-imports", "Dit ce qu’un inventaire changerait au catalogue, sans rien écrire\u00A0; avec «\u00A0confirm\u00A0», écrit exactement ce plan.", Types, Import,
            new ApiQuery("name", "", false, "Nom du fichier."),
            new ApiQuery("confirm", "", false, "Le «\u00A0hash\u00A0» du plan à écrire. S’il n’est plus le même, rien n’est écrit et la réponse 409 donne le nouveau."));
        api.Get<IReadOnlyList<EntryProposal>>("/catalogue-proposals", "Ce que les producteurs proposent pour le catalogue, réglé ou non.", async call => ApiAnswer.Of(await call.Office.CatalogueUpdates.All(call.Stop)));
        api.Post("/catalogue-proposals/{proposal}/accept", "Accepte une proposition\u00A0: la fiche est écrite, confirmée par son producteur. Deux fois, c’est une seule.", async call =>
            ApiAnswer.Of(await call.Office.CatalogueUpdates.Accept(call["proposal"], null, ApiCall.Actor, call.Now, call.Stop)));
        api.Post<WithdrawBody>("/catalogue-proposals/{proposal}/set-aside", "Écarte une proposition\u00A0; la raison se lit sur la page du producteur.", async (call, body) =>
            ApiAnswer.Of(await call.Office.CatalogueUpdates.SetAside(call["proposal"], ApiCall.Line(body.Reason), null, ApiCall.Actor, call.Now, call.Stop), Names));
        api.Get<UpdateProgress>("/catalogue-update", "Où en est la dernière mise à jour du catalogue par les producteurs.", async call =>
            ApiAnswer.Found(await call.Office.CatalogueUpdates.Progress(call.Office.Setting.Zone.DayOf(call.Now).Year, call.Stop), "Aucune mise à jour du catalogue n’a encore été ouverte."));
        api.Get<IReadOnlyList<ErrorReport>>("/catalogue-errors", "Les erreurs signalées.", async call => ApiAnswer.Of(await call.Office.CatalogueRequests.Errors(call.Stop)));
        api.Post("/catalogue-errors/{error}/settle", "Classe une erreur signalée.", async call =>
            ApiAnswer.Of(await call.Office.CatalogueRequests.Settle(call["error"], ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<StatedNeed>>("/catalogue-needs", "Les besoins que personne ne couvre, répondus ou non.", async call => ApiAnswer.Of(await call.Office.CatalogueRequests.Needs(call.Stop)));
        api.Post<NeedAnswerBody>("/catalogue-needs/{need}/answer", "Répond à un besoin, pour tous\u00A0; une réponse vide l’écarte.", async (call, body) =>
            ApiAnswer.Of(await call.Office.CatalogueRequests.Answer(call["need"], Fields.Clean(body.Answer).Trim(), ApiCall.Actor, call.Now, call.Stop), Names));
        api.Post("/catalogue-needs/{need}/propose", "Fait d’un besoin un sujet de la collecte des thèmes. Deux fois, c’est un seul sujet.", Propose);
    }

    private static async Task<ApiAnswer> Confirm(ApiCall call, ConfirmBody body) =>
        await call.Office.Catalogue.Find(call["entry"], call.Stop) is { } entry && !entry.IsOf(body.Organisation)
            ? ApiAnswer.Of(Refusal.Invalid(new FieldError("organisation", "Cet organisme n’est pas un producteur de cette fiche.")))
            : ApiAnswer.Of(await call.Office.Catalogue.Confirm(call["entry"], body.Organisation, ApiCall.Actor, call.Now, call.Stop));

    private static async Task<ApiAnswer> Propose(ApiCall call) =>
        (await call.Office.CatalogueRequests.Needs(call.Stop)).FirstOrDefault(need => need.Id == call["need"]) is { } need
            ? ApiAnswer.Of(await NeedHandlers.Propose(call.Office, need, call.Stop))
            : ApiAnswer.Of(Refusal.Because(Why.Unknown, "Ce besoin n’existe pas. GET /api/catalogue-needs donne leurs identifiants."));

    private static async Task<ApiAnswer> Import(ApiCall call, byte[] file)
    {
        var planning = CataloguePlanner.Plan(
            call.Tables.Read(call.Words("name"), file), await call.Office.Catalogue.Load(call.Stop), call.Office.Setting.Platform.CatalogueOrEmpty(), call.Now);
        if (planning.Plan is not { } plan)
            return ApiAnswer.Of(Refusal.Invalid(new FieldError("body", planning.Problem)));
        var confirmed = call.Words("confirm");
        if (confirmed.Length > 0 && confirmed != plan.Hash)
            return ApiAnswer.Changed(
                "Ce n’est pas le plan de ce tableau, ou le catalogue a changé depuis. Rien n’est écrit\u00A0: relisez le plan sans «\u00A0confirm\u00A0», puis confirmez-le par son «\u00A0hash\u00A0».", plan.Hash);
        if (confirmed.Length > 0 && await call.Office.Catalogue.Import(plan, ApiCall.Actor, call.Now, call.Stop) is { } refusal)
            return ApiAnswer.Of(refusal);
        return ApiAnswer.Of(new CatalogueImportReport(plan.Hash, confirmed.Length > 0 && plan.Entries.Count > 0,
            Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, plan.Count), plan.Columns, plan.Lines, plan.Remarks));
    }

    private static readonly Dictionary<string, string> Names = new()
    {
        ["titre"] = "title",
        ["sorte"] = "kind",
        ["producteurs"] = "producers",
        ["de"] = "from",
        ["a"] = "until",
        ["parution"] = "published",
        ["territoires"] = "territories",
        ["precision"] = "area",
        ["themes"] = "themes",
        ["resume"] = "summary",
        ["adresse"] = "address",
        ["acces"] = "access",
        ["conditions"] = "conditions",
        ["periodicite"] = "rhythm",
        ["service"] = "service",
        ["boite"] = "mailbox",
        ["methode"] = "method",
        ["licence"] = "licence",
        ["diffusion"] = "diffusion",
        ["raison"] = "reason",
        ["reponse"] = "answer",
    };
}

/// <summary>The whole card; it replaces the former one.</summary>
/// <param name="Producers">Each by the id of an organisation of the network, or by a name.</param>
/// <param name="Themes">Ids of the platform's list.</param>
/// <param name="Territories">Ids of the platform's list.</param>
internal sealed record CardBody(
    string Title, EntryKind Kind, IReadOnlyList<Producer> Producers, int? From = null, int? Until = null, DateOnly? Published = null,
    IReadOnlyList<string>? Territories = null, string Area = "", IReadOnlyList<string>? Themes = null, string Summary = "", string Address = "",
    EntryAccess Access = EntryAccess.Open, string Conditions = "", Rhythm Rhythm = Rhythm.Unknown, string Service = "", string Mailbox = "", string Method = "", string Licence = "",
    EntryDiffusion Diffusion = EntryDiffusion.Public)
{
    /// <summary>A card as the API takes it elsewhere, with what was left out.</summary>
    public static CardBody Of(EntryCard card) => new(card.Title ?? "", card.Kind, card.Producers ?? [], card.From, card.Until, card.Published, card.Territories, card.Area ?? "", card.Themes,
        card.Summary ?? "", card.Address ?? "", card.Access, card.Conditions ?? "", card.Rhythm, card.Service ?? "", card.Mailbox ?? "", card.Method ?? "", card.Licence ?? "", card.Diffusion);

    public EntryCard Card() => new(
        ApiCall.Line(Title), Kind, [.. Producers.Select(producer => new Producer(producer.Organisation, ApiCall.Line(producer.Name)))], From, Until, Published,
        Territories ?? [], ApiCall.Line(Area), Themes ?? [], Fields.Clean(Summary).Trim(), ApiCall.Line(Address), Access, ApiCall.Line(Conditions), Rhythm,
        ApiCall.Line(Service), ApiCall.Line(Mailbox), Fields.Clean(Method).Trim(), ApiCall.Line(Licence), Diffusion);
}

/// <param name="Reason">Read on the entry, or by whoever proposed something that is set aside; may be empty.</param>
internal sealed record WithdrawBody(string Reason = "");

/// <param name="Organisation">Id of the producer who says that the entry is right.</param>
internal sealed record ConfirmBody(string Organisation);

/// <param name="Answer">For everybody to read; empty to set the need aside.</param>
internal sealed record NeedAnswerBody(string Answer);

/// <param name="Hash">Names exactly this plan.</param>
internal sealed record CatalogueImportReport(
    string Hash, bool Written, IReadOnlyDictionary<Verdict, int> Counts, IReadOnlyList<PlannedColumn> Columns, IReadOnlyList<PlannedLine> Lines, IReadOnlyList<string> Remarks);
