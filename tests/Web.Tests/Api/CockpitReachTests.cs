using System.Text.RegularExpressions;
using Almanach.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Tests.Api;

/// <summary>Whatever the coordinator does in the cockpit, a program can do: neither gets an action the other lacks unsaid.</summary>
public sealed partial class CockpitReachTests
{
    /// <summary>What a form of the cockpit does, and the operations that do it.</summary>
    private static readonly Dictionary<string, string[]> Reached = new()
    {
        ["/cockpit/etape/{year}/{step}/{act}"] =
        [
            "POST /api/cycles/{year}/steps/{step}/open", "POST /api/cycles/{year}/steps/{step}/close",
            "POST /api/cycles/{year}/steps/{step}/skip", "POST /api/cycles/{year}/steps/{step}/reopen",
        ],
        ["/cockpit/etape/{year}/{step}/deplacer"] = ["POST /api/cycles/{year}/steps/{step}/move"],
        ["/cockpit/annee/{year}/preparer"] = ["POST /api/cycles/{year}/open", "POST /api/cycles/{year}/steps/{step}/move"],
        ["/cockpit/themes/{year}/regrouper"] = ["POST /api/cycles/{year}/themes/{theme}/merge", "PUT /api/cycles/{year}/themes/{theme}"],
        ["/cockpit/themes/{year}/terminer"] = ["POST /api/cycles/{year}/consolidation/close"],
        ["/cockpit/themes/{year}/{id}"] = ["PUT /api/cycles/{year}/themes/{theme}"],
        ["/cockpit/themes/{year}/{id}/separer"] = ["POST /api/cycles/{year}/themes/{theme}/split"],
        ["/cockpit/themes/{year}/{id}/montrer"] = ["POST /api/cycles/{year}/proposals/{proposal}/show"],
        ["/cockpit/themes/sujets/garder"] = ["POST /api/cycles/{year}/proposals/{proposal}/show"],
        ["/cockpit/themes/sujets/ecarter"] = ["POST /api/cycles/{year}/proposals/{proposal}/set-aside"],
        ["/cockpit/courrier/{id}/rattacher"] = ["POST /api/mail/{mail}/attach"],
        ["/cockpit/courrier/{id}/enregistrer"] = ["POST /api/mail/{mail}/record"],
        ["/cockpit/courrier/{id}/classer"] = ["POST /api/mail/{mail}/file"],
        ["/cockpit/courrier/{id}/reprendre"] = ["POST /api/mail/{mail}/reopen"],
        ["/cockpit/consultations/{id}/telephone/{unit}"] = ["PUT /api/consultations/{consultation}/answers/{unit}"],
        ["/cockpit/reunions/{id}/emargement"] = ["PUT /api/meetings/{meeting}/attendance"],
        ["/cockpit/reunions/{id}/decisions"] = ["PUT /api/meetings/{meeting}/decisions"],
        ["/cockpit/reunions/{id}/dates"] = ["POST /api/meetings/{meeting}/dates"],
        ["/cockpit/reunions/{id}/dates/fixer"] = ["PUT /api/meetings/{meeting}/date"],
        ["/cockpit/reunions/{id}/seconde"] = ["POST /api/meetings/{meeting}/second"],
        ["/cockpit/reunions/{id}/inscriptions"] =
            ["PUT /api/meetings/{meeting}/registration", "POST /api/meetings/{meeting}/registrations", "POST /api/meetings/{meeting}/registrations/{registration}/withdraw"],
        ["/cockpit/reunions/{id}/modifier"] = ["PUT /api/meetings/{meeting}/arrangement"],
        ["/cockpit/programme/{year}/{id}/avancement"] = ["POST /api/cycles/{year}/programme/{action}/report"],
        ["/cockpit/programme/{year}/{id}/dates"] = ["PUT /api/cycles/{year}/programme/{action}/dates"],
        ["/cockpit/programme/{year}/documents/{step}/publier"] = ["POST /api/cycles/{year}/documents/{kind}/draw"],
        ["/cockpit/programme/{year}/documents/{step}/approuver"] = ["POST /api/documents/{document}/approve"],
        ["/cockpit/programme/{year}/{id}/intervenants"] = ["PUT /api/cycles/{year}/programme/{action}/speakers"],
        ["/cockpit/programme/{year}/{id}/rencontre"] = ["POST /api/cycles/{year}/programme/{action}/meeting"],
        ["/cockpit/programme/{year}/{id}/report"] = ["POST /api/cycles/{year}/programme/{action}/not-held"],
        ["/cockpit/programme/{year}/{id}/etape"] = ["POST /api/cycles/{year}/programme/{action}/stage"],
        ["/cockpit/programme/{year}/{id}/etude"] = ["PUT /api/cycles/{year}/programme/{action}/study"],
        ["/cockpit/groupes/{year}/{action}"] = ["POST /api/cycles/{year}/programme/{action}/launch", "POST /api/cycles/{year}/programme/{action}/carry-over"],
        ["/cockpit/groupes/suivi/{id}"] = ["PUT /api/groups/{group}"],
        ["/cockpit/groupes/suivi/{id}/bilan"] = ["POST /api/groups/{group}/report"],
        ["/cockpit/groupes/suivi/{id}/reunion"] = ["POST /api/groups/{group}/meeting"],
        ["/cockpit/groupes/suivi/{id}/reunion/refus"] = ["POST /api/groups/{group}/meeting/decline"],
        ["/cockpit/livraisons/{delivery}/corrections"] = ["POST /api/deliveries/{delivery}/file"], // agreed to ahead
        ["/cockpit/documents/deposer"] = ["POST /api/library/documents"],
        ["/cockpit/documents/{id}"] = ["PUT /api/library/documents/{document}"],
        ["/cockpit/documents/{id}/version"] = ["POST /api/library/documents/{document}/version"],
        ["/cockpit/documents/{id}/retrait"] = ["POST /api/library/documents/{document}/withdraw", "POST /api/library/documents/{document}/restore"],
        ["/cockpit/documents/etablis/{id}"] = ["PUT /api/documents/{document}/diffusion"],
        ["/cockpit/site/pages/{id}"] = ["PUT /api/pages/{page}"],
        ["/cockpit/site/actualites/nouvelle"] = ["POST /api/news"],
        ["/cockpit/site/actualites/{id}"] = ["POST /api/news/{item}"],
        ["/cockpit/site/actualites/{id}/retrait"] = ["POST /api/news/{item}/withdraw"],
        ["/cockpit/adhesions/{id}/accepter"] = ["POST /api/join-requests/{join}/accept"],
        ["/cockpit/adhesions/{id}/decliner"] = ["POST /api/join-requests/{join}/decline"],
        ["/cockpit/groupes/suivi/{id}/etat"] = ["POST /api/groups/{group}/end", "POST /api/groups/{group}/resume"],
        ["/cockpit/lettres/speciale/{newsletter}"] = ["POST /api/cycles/{year}/editions"],
        ["/cockpit/lettres/{edition}/ouverture"] = ["PUT /api/editions/{edition}"],
        ["/cockpit/lettres/{edition}/acte"] =
        [
            "POST /api/editions/{edition}/articles/{article}/approve", "POST /api/editions/{edition}/articles/{article}/set-aside", "POST /api/editions/{edition}/articles/{article}/take-up",
            "POST /api/editions/{edition}/articles/{article}/put-off", "POST /api/editions/{edition}/articles/{article}/raise",
        ],
        ["/cockpit/lettres/{edition}/articles/{article}"] = ["PUT /api/editions/{edition}/articles/{article}"],
        ["/cockpit/lettres/{edition}/epreuve"] = ["POST /api/editions/{edition}/proof"],
        ["/cockpit/lettres/{edition}/envoyer"] = ["POST /api/editions/{edition}/send"],
        ["/cockpit/lettres/{edition}/abandon"] = ["POST /api/editions/{edition}/give-up"],
        ["/cockpit/reseau/organismes/nouveau"] = ["POST /api/organisations"],
        ["/cockpit/reseau/{id}"] = ["PUT /api/organisations/{organisation}"],
        ["/cockpit/reseau/personnes/nouvelle"] = ["POST /api/contacts"],
        ["/cockpit/reseau/personnes/{id}"] = ["PUT /api/contacts/{contact}"],
        ["/cockpit/reseau/personnes/{id}/depart"] = ["POST /api/contacts/{contact}/leave"],
        ["/cockpit/reseau/personnes/{id}/inviter"] = ["POST /api/contacts/{contact}/invite"],
        ["/cockpit/reseau/personnes/{id}/messages"] = ["PUT /api/contacts/{contact}/messages"],
        ["/cockpit/reseau/personnes/{id}/lettres"] = ["PUT /api/contacts/{contact}/newsletters"],
        ["/cockpit/lettres/{list}/abonnes"] = ["POST /api/newsletters/{newsletter}/subscribers/remove"],
        ["/cockpit/reseau/personnes/{id}/adresse"] = ["POST /api/contacts/{contact}/retry-address"],
        ["/cockpit/reseau/personnes/{id}/effacement"] = ["POST /api/contacts/{contact}/erase"],
        ["/cockpit/donnees/demandes/{id}"] = ["POST /api/data-requests/{demand}/settle"],
        ["/cockpit/donnees/demandes/{id}/adresse"] = ["POST /api/data-requests/{demand}/accept"],
        ["/cockpit/reseau/demandes/{id}"] = ["POST /api/successions/{succession}/settle"],
        ["/cockpit/reseau/demandes/{id}/accepter"] = ["POST /api/successions/{succession}/accept"],
        ["/cockpit/reseau/mandats/{body}"] = ["PUT /api/bodies/{body}/terms"],
        ["/cockpit/reseau/import"] = ["POST /api/imports"],
        ["/cockpit/reseau/import/{hash}"] = ["POST /api/imports"],
        ["/cockpit/catalogue/nouvelle"] = ["POST /api/catalogue"],
        ["/cockpit/catalogue/fiches/{id}"] = ["PUT /api/catalogue/{entry}"],
        ["/cockpit/catalogue/fiches/{id}/retirer"] = ["POST /api/catalogue/{entry}/withdraw"],
        ["/cockpit/catalogue/fiches/{id}/retablir"] = ["POST /api/catalogue/{entry}/restore"],
        ["/cockpit/catalogue/fiches/{id}/confirmer"] = ["POST /api/catalogue/{entry}/confirm"],
        ["/cockpit/catalogue/import"] = ["POST /api/catalogue-imports"],
        ["/cockpit/catalogue/import/{hash}"] = ["POST /api/catalogue-imports"],
        ["/cockpit/catalogue/propositions/{id}"] = ["POST /api/catalogue-proposals/{proposal}/accept", "POST /api/catalogue-proposals/{proposal}/set-aside"],
        ["/cockpit/catalogue/erreurs/{id}"] = ["POST /api/catalogue-errors/{error}/settle"],
        ["/cockpit/catalogue/besoins/{id}"] = ["POST /api/catalogue-needs/{need}/answer"],
        ["/cockpit/catalogue/besoins/{id}/proposer"] = ["POST /api/catalogue-needs/{need}/propose"],
        ["/cockpit/livraisons/{delivery}/accepter"] = ["POST /api/deliveries/{delivery}/accept"],
        ["/cockpit/series/ajouter"] = ["POST /api/series/{reading}/file"],
        ["/cockpit/series/illisibles"] = ["POST /api/series-unread/dismiss"],
        ["/cockpit/series/alertes/{body}"] = ["POST /api/alerts/{body}/send"],
        ["/cockpit/series/{reading}/{number}/masquer"] = ["POST /api/series/{reading}/{number}/withhold"],
        ["/cockpit/series/{reading}/{number}/petits"] = ["POST /api/series/{reading}/{number}/confirm-few", "POST /api/series/{reading}/{number}/hide-few"],
        ["/cockpit/series/{reading}/{number}/verifier"] = ["POST /api/series/{reading}/{number}/recheck"],
        ["/cockpit/series/{reading}/{number}/ecarter"] = ["POST /api/series/{reading}/{number}/withdraw"],
        ["/cockpit/livraisons/{delivery}/deposer"] = ["POST /api/deliveries/{delivery}/file"],
        ["/cockpit/portraits/{year}/publier"] = ["POST /api/portraits/{year}/publish"],
        ["/cockpit/portraits/{year}/{code}"] = ["PUT /api/portraits/{year}/{territory}"],
        ["/cockpit/portraits/{year}/{code}/retirer"] = ["POST /api/portraits/{year}/{territory}/withdraw"],
        ["/cockpit/portraits/{year}/{code}/publier"] = ["POST /api/portraits/{year}/{territory}/publish"],
        ["/cockpit/reessayer"] = ["POST /api/troubles/{effect}/retry"],
        ["/cockpit/messages/annuler"] = ["POST /api/messages/{message}/cancel"],
        ["/cockpit/messages/{key}/reprendre"] = ["POST /api/messages/{message}/resume"],
        ["/cockpit/messages/{key}/suspendre"] = ["POST /api/messages/{message}/pause"],
        ["/cockpit/messages/{key}/arreter"] = ["POST /api/messages/{message}/stop"],
        ["/cockpit/textes/{id}"] = ["PUT /api/texts/{text}", "POST /api/texts/{text}/restore", "POST /api/texts/{text}/try"],
    };

    /// <summary>What a program has no use for.</summary>
    private static readonly Dictionary<string, string> Unneeded = new()
    {
        ["/cockpit/entrer"] = "sign-in: a program has the key",
        ["/cockpit/entrer/code"] = "sign-in: a program has the key",
        ["/cockpit/sortir"] = "sign-in: a program has the key",
        ["/cockpit/demonstration"] = "demonstration: moves a clock that real platforms do not have",
        ["/cockpit/textes/{id}/lettre"] = "preview",
        ["/cockpit/reseau/personnes/nouvelle/apercu"] = "preview",
        ["/cockpit/adhesions/{id}/apercu"] = "preview",
        ["/cockpit/programme/{year}/{id}/rencontre/apercu"] = "preview",
        ["/cockpit/programme/{year}/{id}/report/apercu"] = "preview",
        ["/cockpit/groupes/{year}/{action}/apercu"] = "preview",
        ["/cockpit/groupes/suivi/{id}/reunion/apercu"] = "preview",
        ["/cockpit/groupes/suivi/{id}/reunion/refus/apercu"] = "preview",
        ["/cockpit/reunions/{id}/dates/apercu"] = "preview",
        ["/cockpit/reunions/{id}/seconde/apercu"] = "preview",
        ["/cockpit/reunions/{id}/inscriptions/apercu"] = "preview",
        ["/cockpit/reunions/{id}/modifier/apercu"] = "preview",
        ["/cockpit/reunions/{id}/decisions/apercu"] = "preview",
        ["/cockpit/reunions/{id}/decisions/details"] = "second page of a form, records nothing",
        ["/cockpit/reunions/{id}/decisions/themes"] = "back to a page of a form, records nothing",
        ["/cockpit/reunions/{id}/decisions/corriger"] = "back to a page of a form, records nothing",
    };

    [Fact]
    public async Task Every_form_of_the_cockpit_has_its_operation_or_a_reason_to_have_none()
    {
        await using var platform = await TestPlatform.Open();

        var posted = Patterns(platform, "/cockpit").Where(one => one.Method == "POST").Select(one => one.Pattern).Distinct();

        Assert.Equal(Reached.Keys.Concat(Unneeded.Keys).Order(StringComparer.Ordinal), posted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_named_here_is_described()
    {
        await using var platform = await TestPlatform.Open();
        using var anybody = platform.Client();

        var described = (await anybody.Read("/api/openapi.json"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).ToHashSet();

        Assert.All(Reached.Values.SelectMany(operations => operations), operation => Assert.Contains(operation, described));
    }

    private static IEnumerable<(string Method, string Pattern)> Patterns(TestPlatform platform, string root) =>
        platform.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(root, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                .Select(method => (method, Parameter().Replace(endpoint.RoutePattern.RawText!, "{$1}"))));

    [GeneratedRegex(@"\{([a-z]+)[^{}]*\}")]
    private static partial Regex Parameter();
}
