using Almanach.Core.Newsletter.Subscriptions;

namespace Almanach.Web.Tests.Hosting;

/// <summary>Every page that a partner or anybody may open, in a collection that one organisation has answered.</summary>
internal static class Addresses
{
    public static async Task<IReadOnlyList<string>> Of(TestPlatform platform)
    {
        var contact = await platform.Referent("drome");
        var path = await platform.Answer("2022-themes", contact);
        await platform.Client().Send(path, ("_revision", "0"), ("titre", "La mobilité"), ("intervenir", "oui"), ("rencontre", "Atelier"));
        await platform.Settle();
        var item = (await platform.Office.Themes.Load(2022)).Proposals.Values.First(proposal => proposal.Organisation == "drome").Id;
        var own = platform.Own(contact);
        var unsubscription = new Uri(platform.Office.Links.Unsubscription(contact, "lettre", platform.Office.Now)).AbsolutePath;
        await platform.Office.Subscribers.Add("lettre", new Subscriber("a1", "anne@dehors.example", new DateOnly(2021, 9, 1)));
        var subscription = new Uri(platform.Office.Links.Subscription(SubscriberRoster.Contact("lettre", new Subscriber("a1", "", default)), platform.Office.Now)).AbsolutePath;
        return
        [
            path, $"{path}?modifier={item}", $"{path}/recu", $"{path}/sans-reponse", $"{path}/retirer/{item}", $"{path}/proches/{item}", $"{path}/autre", $"{path}/autre?fait=oui",
            $"{path}/lien", $"{path}/resultat", $"{path}/nulle-part", await platform.Answer("2022-vote", contact), own, $"{own}?fait=sujet", $"{own}/opposition", $"{own}/messages", $"{own}/messages?fait=choix", unsubscription, $"{unsubscription}?fait=revenue", subscription, $"{subscription}?fait=membre", $"{subscription}/mon-abonnement.json", "/lettres/abonnement", "/lettres/abonnement/demande", $"{own}/donnees", $"{own}/donnees?fait=effacement", $"{own}/donnees/mes-donnees.json", $"{own}/proposer", $"{own}/autre", $"{own}/autre?fait=oui", $"{own}/lien", $"{path}?fait=oui", own.Replace("/p/", "/r/", StringComparison.Ordinal),
            platform.Document("programme-2022", contact), $"{platform.Document("programme-2022", contact)}/docx",
            "/", "/documents", "/documents/programme-2022", "/documents/programme-2022.docx", "/programme/2022", "/programme/0", "/proposer", "/proposer/recu", "/lien/demande", "/favicon.svg", "/favicon.ico",
            "/accessibilite", "/mentions-legales", "/donnees-personnelles", "/r/x", "/p/x", "/d/x",
            "/qui-sommes-nous", "/charte", "/programme", "/programme/2022/avancement", "/agenda", "/agenda/2022-journee-1", "/actualites", "/actualites.atom", "/actualites/x", "/contact", "/contact/recu", "/adherer", "/adherer/recu", "/adherer/recu?membre=oui",
            "/espace", "/espace?fait=sortie", "/espace/documents", "/espace/agenda", "/espace/membres", "/espace/lien/demande", "/espace/entrer/x", "/espace/documents/programme-2022", "/espace/fichiers/x", "/documents?mots=programme&annee=x", "/documents/fichiers/x",
        ];
    }
}
