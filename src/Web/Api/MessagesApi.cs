using Almanach.Core.Engine;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Texts;

namespace Almanach.Web.Api;

/// <summary>Messages sent and about to leave, the texts they are made of, and who will be asked what.</summary>
internal static class MessagesApi
{
    public static void Map(ApiModule api)
    {
        api.Get<IReadOnlyList<MailingLine>>("/messages", "Les messages d’une période.", List,
            new ApiQuery("from", "date", false, "Premier jour\u00A0; il y a un mois par défaut."), new ApiQuery("to", "date", false, "Dernier jour\u00A0; aujourd’hui par défaut."));
        api.Get<MessageView>("/messages/{message}", "Un message et ce qu’est devenue chaque copie.", async call =>
            await call.Office.MailRoom.Find(call["message"], call.Stop) is { } state
                ? ApiAnswer.Of(new MessageView(MailingLine.Of(state), await call.Office.MailRoom.Copies(state, call.Stop), await call.Office.Pauses.Control(call["message"], call.Stop)))
                : ApiAnswer.Found<MessageView>(null, "Ce message n’existe pas, ou n’est pas encore parti."));
        api.Post("/messages/{message}/cancel", "Annule un message qui n’a pas commencé à partir.", async call =>
            ApiAnswer.Of(await call.Office.Sends.Cancel(call["message"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/messages/{message}/resume", "Reprend un message annulé, ou suspendu pendant l’envoi.", async call =>
            ApiAnswer.Of(await call.Office.Sends.Resume(call["message"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/messages/{message}/pause", "Suspend un message pendant son envoi\u00A0: ce qui n’est pas parti attend.", async call =>
            ApiAnswer.Of(await call.Office.Sends.Pause(call["message"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/messages/{message}/stop", "Arrête un message pendant son envoi\u00A0: ce qui n’est pas parti ne partira plus.", async call =>
            ApiAnswer.Of(await call.Office.Sends.Stop(call["message"], ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<ReceivedMail>>("/mail", "Les messages reçus, et ce qu’ils sont devenus.", async call => ApiAnswer.Of(await call.Office.Inbox.All(call.Stop)));
        api.Post<AttachBody>("/mail/{mail}/attach", "Dit de qui est un message reçu, et à quoi il répond. Rien n’est enregistré.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Inbox.Attach(call["mail"], body.Contact, body.Consultation, ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/mail/{mail}/record", "Enregistre un message reçu comme la réponse de la personne, telle qu’elle se comprend.", async call =>
            ApiAnswer.Of(await call.Office.Inbox.Record(call["mail"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/mail/{mail}/file", "Classe un message reçu.", async call => ApiAnswer.Of(await call.Office.Inbox.File(call["mail"], ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/mail/{mail}/reopen", "Remet un message classé parmi ceux qui attendent.", async call => ApiAnswer.Of(await call.Office.Inbox.Reopen(call["mail"], ApiCall.Actor, call.Now, call.Stop)));
        api.Get<IReadOnlyList<string>>("/texts", "Les textes des messages.", call =>
            Task.FromResult(ApiAnswer.Of<IReadOnlyList<string>>([.. call.Office.Setting.Folder.Texts.Keys.Order(StringComparer.Ordinal)])));
        api.Get<TextView>("/texts/{text}", "Un texte, tel qu’il partirait.", async call =>
            ApiAnswer.Found(await call.Office.Texts.Source(call["text"], call.Stop) is { } source ? new TextView(call["text"], source) : null, "Ce texte n’existe pas. GET /api/texts en donne la liste."));
        api.Put<TextBody>("/texts/{text}", "Remplace un texte à partir de maintenant.", async (call, body) =>
            ApiAnswer.Of(await call.Office.Texts.Change(call["text"], body.Source, null, ApiCall.Actor, call.Now, call.Stop)));
        api.Post("/texts/{text}/restore", "Rétablit un texte tel que la plate-forme l’a reçu.", async call =>
            call.Office.Setting.Folder.Texts.GetValueOrDefault(call["text"]) is { } origin
                ? ApiAnswer.Of(await call.Office.Texts.Change(call["text"], origin, null, ApiCall.Actor, call.Now, call.Stop)) : NoText);
        api.Post("/texts/{text}/try", "Envoie un essai de ce texte à la coordination, et à elle seule.", Try);
        api.Get<IReadOnlyList<Ask>>("/asks", "Qui serait relancé, et pour quoi, un jour donné.", async call =>
            call.Day("day", call.Today) is { } day
                ? ApiAnswer.Of<IReadOnlyList<Ask>>([.. (await call.Office.Asks.Morning(day, call.Stop)).Leaves.SelectMany(asks => asks)])
                : ApiCall.BadDay("day"),
            new ApiQuery("day", "date", false, "Aujourd’hui par défaut."));
    }

    private static async Task<ApiAnswer> Try(ApiCall call)
    {
        if (!call.Office.Setting.Folder.Texts.ContainsKey(call["text"]))
            return NoText;
        await TextSample.Try(call.Office, call["text"], call.Stop);
        return ApiAnswer.Of((Refusal?)null);
    }

    private static ApiAnswer NoText => ApiAnswer.Of(Refusal.Because(Why.Unknown, "Ce texte n’existe pas. GET /api/texts en donne la liste."));

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        if (call.Day("from", call.Today.AddMonths(-1)) is not { } from || call.Day("to", call.Today) is not { } to)
            return ApiCall.BadDay("from, to");
        List<MailingLine> lines = [];
        await foreach (var line in call.Office.MailRoom.Lines(call.Begins(from), call.Begins(to.AddDays(1)), call.Stop))
            lines.Add(line);
        return ApiAnswer.Of<IReadOnlyList<MailingLine>>(lines);
    }
}
