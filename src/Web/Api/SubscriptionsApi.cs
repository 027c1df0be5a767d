using Almanach.Core.Engine;
using Almanach.Core.Newsletter.Subscriptions;

namespace Almanach.Web.Api;

/// <summary>Who receives which newsletter.</summary>
internal static class SubscriptionsApi
{
    public static void Map(ApiModule api)
    {
        api.Put<NewslettersBody>("/contacts/{contact}/newsletters", "Note quelles lettres une personne du réseau veut recevoir, à sa demande. Elle quitte les autres.", SetReceived);
        api.Get<ListCounts>("/newsletters/{newsletter}/subscribers", "Combien de personnes reçoivent une lettre, et combien l’ont quittée depuis le début du trimestre.", async call => Known(call)
            ? ApiAnswer.Of(await call.Office.Subscriptions.Counts(call["newsletter"], call.Now, call.Stop)) : ApiAnswer.Found<ListCounts>(null, NoNewsletter));
        api.Post<AddressBody>("/newsletters/{newsletter}/subscribers/remove", "Retire une adresse abonnée hors du réseau, à la demande de la personne. Son adresse est effacée.", async (call, body) => Known(call)
            ? ApiAnswer.Of(await call.Office.Subscribers.Remove(call["newsletter"], body.Address.Trim(), ApiCall.Actor, call.Now, call.Stop), Names) : ApiAnswer.Found<ListCounts>(null, NoNewsletter));
    }

    private const string NoNewsletter = "Cette lettre n’existe pas. Les lettres sont dans platform.json, «\u00A0newsletters\u00A0».";

    private static readonly Dictionary<string, string> Names = new() { ["adresse"] = "address" };

    private static bool Known(ApiCall call) => call.Office.Setting.Platform.Newsletters.Any(letter => letter.Id == call["newsletter"]);

    private static async Task<ApiAnswer> SetReceived(ApiCall call, NewslettersBody body) =>
        body.Received.FirstOrDefault(list => call.Office.Setting.Platform.Newsletters.All(letter => letter.Id != list)) is { } unknown
            ? ApiAnswer.Of(Refusal.Invalid(new FieldError("received", $"«\u00A0{ApiCall.Line(unknown)}\u00A0» n’est pas une lettre de la plate-forme.")))
            : ApiAnswer.Of(await call.Office.Subscriptions.Choose(call["contact"], body.Received, null, ApiCall.Actor, call.Now, call.Stop));
}
