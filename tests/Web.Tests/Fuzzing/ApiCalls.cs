using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Calendars;
using Almanach.Core.Tests.Library;
using Almanach.Web.Tests.Dashboard;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>Calls of the API that say something of the year, where its description alone does not lead to one.</summary>
internal static class ApiCalls
{
    public static async Task<IReadOnlyList<Shot>> Of(FuzzWorld world)
    {
        var today = world.Office.Setting.Zone.DayOf(world.Office.Now);
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var person = await world.Person();
        List<Shot> calls = [];
        void Json(string method, string address, string? body) => calls.Add(new Shot(method, address, world.Program, body is null ? null : "application/json", body is null ? null : Encoding.UTF8.GetBytes(body)));
        const string Card = """{"title":"Les mobilités du quotidien","kind":"study","producers":[{"organisation":"insee","name":""}],"from":2020,"until":2021,"published":"2021-06-01","territories":[],"themes":[],"summary":"Une enquête.","address":"https://exemple.fr/"}""";

        calls.Add(new Shot("POST", $"/api/series/{SmallFiles.Population}/file?name=population.csv&year=2021", world.Program, "text/csv", SmallFiles.Populations));
        foreach (var release in (await world.Office.SeriesFiles.All()).OrderBy(release => release.State == Core.Data.Series.ReleaseState.Held).TakeLast(4))
            foreach (var act in new[] { "recheck", "withhold", release.Number % 2 == 0 ? "hide-few" : "confirm-few", "withdraw" })
                Json("POST", $"/api/series/{release.Reading}/{release.Number}/{act}", null);
        Json("POST", "/api/series-unread/dismiss", $$"""{"reading":"{{SmallFiles.Population}}","file":"{{new string('0', 64)}}"}""");
        if (await world.Office.Alerts.Foresee("copil", world.Office.Now) is { } alerts)
            Json("POST", "/api/alerts/copil/send", $$"""{"seen":"{{AudienceShelf.HashOf(alerts.Audience.Few)}}"}""");
        Json("POST", "/api/organisations", """{"name":"Observatoire des ponts (ODP)","for":"l’Observatoire des ponts","college":"observatoires"}""");
        Json("PUT", "/api/organisations/insee", """{"name":"Insee","for":"l’Insee","college":"etat","kind":"","commitment":"","active":true}""");
        Json("POST", "/api/contacts", """{"organisation":"insee","address":"zoe.durand@insee.example.org","roles":[{"kind":"suppleant"},{"kind":"member","body":"copil"}],"source":"Demande de l’Insee","firstName":"Zoé","lastName":"Durand","function":"chargée d’études"}""");
        Json("PUT", $"/api/contacts/{person.Id}", $$"""{"address":"{{person.Address}}","roles":[{"kind":"referent"}],"firstName":"Zoé","lastName":"Durand","function":""}""");
        Json("PUT", $"/api/contacts/{person.Id}/messages", """{"stop":true,"reason":"À sa demande"}""");
        foreach (var contact in (await world.Office.Network.Load()).Active.Where(contact => contact.Address.StartsWith("zoe.durand", StringComparison.Ordinal)).Take(3))
            Json("POST", $"/api/contacts/{contact.Id}/invite", null);
        Json("POST", "/api/catalogue", Card);
        foreach (var entry in (await world.Office.Catalogue.Load()).Entries.Values.Where(entry => entry.Card.Producers.Any(producer => producer.Organisation is not null)).Take(3))
        {
            Json("PUT", $"/api/catalogue/{entry.Id}", Card);
            Json("POST", $"/api/catalogue/{entry.Id}/confirm", $$"""{"organisation":"{{entry.Card.Producers.First(producer => producer.Organisation is not null).Organisation}}"}""");
        }
        foreach (var step in (await world.Office.Cycle.Find(2022))!.Steps.Where(step => step.Starts > world.Office.Now).Take(2).Select(step => step.Id).Concat(["copil", "journee-1", "journee-2"]))
        {
            Json("GET", $"/api/cycles/2022/steps/{step}/move?starts={Day(60)}T09:00:00Z", null);
            Json("POST", $"/api/cycles/2022/steps/{step}/move", $$"""{"dates":[{"step":"{{step}}","starts":"{{Day(60)}}T09:00:00Z","ends":"{{Day(61)}}T09:00:00Z"}]}""");
            Json("POST", $"/api/cycles/2022/steps/{step}/move", $$"""{"dates":[{"step":"{{step}}","starts":"{{Day(60)}}T09:00:00Z"}]}""");
        }
        foreach (var template in new[] { "themes", "vote", "groupes", "interet-technique", "intervenants", "theme-seminaire", "consolidation" })
        {
            Json("POST", $"/api/cycles/2022/{template}/open", null);
            Json("POST", $"/api/cycles/2022/{template}/close", null);
            Json("POST", $"/api/cycles/2022/consultations/{template}/open", null);
            Json("POST", $"/api/cycles/2022/consultations/{template}/close", null);
            Json("GET", $"/api/consultations/2022-{template}/outcome", null);
        }
        Json("PUT", "/api/consultations/2022-themes/answers/insee", """{"values":{"propositions":{"kind":"Proposals","items":[{"title":"Le logement","rationale":"","format":"atelier","canSpeak":true}],"supports":[]}}}""");
        Json("PUT", "/api/consultations/2022-vote/answers/insee", """{"values":{"mentions":{"kind":"Grades","byOption":{"a":"good"}}}}""");
        Json("PUT", "/api/consultations/2022-groupes/answers/insee", """{"values":{"utiles":{"kind":"Approval","options":[]},"engagement":{"kind":"Engagement","interest":"some","effort":"attend","note":""}}}""");
        foreach (var (kind, id) in world.Store.Now.Keys.Where(key => key.StartsWith("meeting-", StringComparison.Ordinal)).Select(key => ("meeting", key["meeting-".Length..])).Concat([("step", "2022-copil"), ("step", "2022-journee-1"), ("step", "2022-journee-2")]).DistinctBy(one => one.Item2))
        {
            Json("GET", $"/api/meetings/{id}", null);
            Json("GET", $"/api/meetings/{id}/dates", null);
            Json("POST", $"/api/meetings/{id}/dates", $$"""{"dates":["{{Day(20)}}T09:30:00+01:00","{{Day(21)}}T13:00:00Z"],"lastDay":"{{Day(10)}}"}""");
            Json("PUT", $"/api/meetings/{id}/arrangement", """{"hour":"14:00","place":"Lyon","link":"https://visio.example.org/a"}""");
            Json("PUT", $"/api/meetings/{id}/registration", """{"open":true,"capacity":40,"for":"anybody"}""");
            Json("GET", $"/api/meetings/{id}/registration", null);
            Json("GET", $"/api/meetings/{id}/registrations", null);
            Json("POST", $"/api/meetings/{id}/registrations", """{"name":"Ada Martin","address":"ada@asso.example.org","organisation":"Une association","needs":"Une boucle magnétique"}""");
            foreach (var row in world.Store.Now.GetValueOrDefault($"registration-{id}", []).Where(row => row.Key.StartsWith("person|", StringComparison.Ordinal)).Take(2))
                Json("POST", $"/api/meetings/{id}/registrations/{row.Key["person|".Length..]}/withdraw", null);
            Json("PUT", $"/api/meetings/{id}/attendance", $$"""{"sheet":{"{{person.Id}}":"onSite"} }""");
            Json("PUT", $"/api/meetings/{id}/decisions", """{"decisions":[{"id":"d1","text":"Le comité retient le logement.","themes":[],"outcome":"adopt","action":{"id":"atelier-logement","kind":"atelier","title":"Se loger","occurrences":[],"conditions":[],"note":""}}],"notes":["Tour de table."]}""");
            Json("POST", $"/api/meetings/{id}/replies", $$"""{"calendar":"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{{MeetingEvents.Uid(id, world.Office.Setting.Platform.Brand)}}\r\nDTSTAMP:{{world.Office.Now.AddMinutes(1).UtcDateTime:yyyyMMdd'T'HHmmss'Z'}}\r\nSEQUENCE:0\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{{person.Address}}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"}""");
            foreach (var option in await Options(world, id))
                Json("PUT", $"/api/meetings/{id}/date", $$"""{"option":"{{option}}"}""");
        }
        foreach (var action in world.Store.Now.GetValueOrDefault("programme-2022", []).Where(row => row.Key.StartsWith("action|", StringComparison.Ordinal)).Select(row => row.Key["action|".Length..]))
        {
            Json("POST", $"/api/cycles/2022/programme/{action}/report", """{"state":"confirmed","text":"Le 12 avril à Lyon."}""");
            Json("PUT", $"/api/cycles/2022/programme/{action}/dates", """{"occurrences":[{"day":"2022-04-12","period":"","place":"Lyon","provisional":false},{"period":"à l’automne","place":"","provisional":true}]}""");
            Json("POST", $"/api/cycles/2022/programme/{action}/launch", """{"pilot":"insee","despite":true,"reason":"Attendu depuis longtemps."}""");
            Json("POST", $"/api/cycles/2022/programme/{action}/carry-over", """{"reason":"Trop tôt."}""");
            Json("POST", $"/api/cycles/2022/programme/{action}/meeting", $$"""{"starts":"{{Day(60)}}T09:00:00Z","place":"Lyon","despite":true,"reason":"Attendu."}""");
            Json("PUT", $"/api/cycles/2022/programme/{action}/study", """{"operator":"Insee","scope":"La région","cost":"10 000 €"}""");
            foreach (var stage in new[] { "cadrage", "Cadrage", "commande", "realisation", "restitution" })
                Json("POST", $"/api/cycles/2022/programme/{action}/stage", $$"""{"stage":"{{stage}}","day":"{{Day(0)}}"}""");
        }
        foreach (var row in world.Store.Now.GetValueOrDefault("themes-2022", []).Where(row => row.Key.StartsWith("proposal|", StringComparison.Ordinal)).Select(row => row.Key["proposal|".Length..]))
        {
            Json("POST", $"/api/cycles/2022/proposals/{row}/show", null);
            Json("POST", $"/api/cycles/2022/proposals/{row}/set-aside", null);
        }
        foreach (var proposal in await world.Office.CatalogueUpdates.All())
        {
            Json("POST", $"/api/catalogue-proposals/{proposal.Id}/accept", null);
            Json("POST", $"/api/catalogue-proposals/{proposal.Id}/set-aside", """{"reason":"Hors du champ."}""");
        }
        Json("POST", "/api/cycles/2022/themes", """{"reference":"courrier-12","organisation":"insee","title":"Se déplacer","rationale":"Un courrier.","format":"atelier"}""");
        foreach (var theme in (await world.Office.Themes.Load(2022)).Themes.Values.Where(theme => theme.Proposals.Count > 1).Take(4))
            Json("POST", $"/api/cycles/2022/themes/{theme.Id}/split", $$"""{"proposals":["{{theme.Proposals[^1]}}"]}""");
        Json("POST", "/api/cycles/2022/documents/programme/draw", """{"reference":"essai-1"}""");
        foreach (var group in world.Store.Now.GetValueOrDefault("groups", []).Where(row => row.Key.StartsWith("group|", StringComparison.Ordinal)).Select(row => row.Key["group|".Length..]))
        {
            Json("PUT", $"/api/groups/{group}", """{"pilot":"insee","members":[],"resources":[],"plan":"Trois réunions."}""");
            Json("POST", $"/api/groups/{group}/report", """{"year":2022,"text":"Deux réunions."}""");
            Json("POST", $"/api/groups/{group}/end", null);
            Json("POST", $"/api/groups/{group}/resume", null);
            Json("POST", $"/api/groups/{group}/meeting", $$"""{"starts":"{{Day(40)}}T09:00:00Z","place":"Lyon","agenda":["Accueil"]}""");
            Json("POST", $"/api/groups/{group}/meeting/decline", """{"reason":"Un autre jour."}""");
        }
        foreach (var letter in new[] { "2022-lettre", "2022-lettre-2", "2022-lettre-3", "2022-lettre-4" })
        {
            Json("PUT", $"/api/editions/{letter}/articles/essai-un", """{"kind":"article","section":"plate-forme","title":"Une étude","text":"Bonjour.","link":"","place":"","author":""}""");
            foreach (var article in world.Store.Now.GetValueOrDefault("newsletter-lettre", []).Where(row => row.Key.StartsWith("article|", StringComparison.Ordinal)).Take(5).Select(row => row.Key["article|".Length..]))
            {
                foreach (var act in new[] { "approve", "take-up", "put-off", "raise" })
                    Json("POST", $"/api/editions/{letter}/articles/{article}/{act}", null);
                Json("POST", $"/api/editions/{letter}/articles/{article}/set-aside", """{"reason":"Trop long."}""");
            }
            foreach (var act in new[] { "proof", "send", "give-up" })
                Json("POST", $"/api/editions/{letter}/{act}", null);
        }
        foreach (var deposit in (await world.Office.Deposits.All()).Take(2))
        {
            Json("POST", $"/api/library/documents/{deposit.Id}/withdraw", null);
            Json("POST", $"/api/library/documents/{deposit.Id}/restore", null);
            Json("PUT", $"/api/library/documents/{deposit.Id}", """{"title":"Bilan","day":"2021-10-01","kind":"diapositives","themes":["logement"],"diffusion":"public"}""");
            calls.Add(new Shot("POST", $"/api/library/documents/{deposit.Id}/version?name=bilan.pdf", world.Program, "application/pdf", SampleFiles.OtherPdf));
        }
        calls.Add(new Shot("POST", "/api/library/documents?title=Bilan&day=2021-10-01&kind=diapositives&diffusion=public&themes=logement&name=bilan.pdf", world.Program, "application/pdf", SampleFiles.Pdf));
        calls.Add(new Shot("POST", "/api/library/documents?title=Tableau&day=2021-10-01&kind=diapositives&diffusion=network&name=tableau.xlsx", world.Program, "application/octet-stream", SampleFiles.Office("xl/workbook.xml")));
        calls.Add(new Shot("POST", "/api/imports?source=Annuaire&name=reseau.csv", world.Program, "text/csv", (await world.Send(Shot.Get("/cockpit/reseau/export.csv", world.Coordinator))).Body));
        calls.Add(new Shot("POST", "/api/imports?source=Annuaire&name=reseau.xlsx", world.Program, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await world.Send(Shot.Get("/cockpit/reseau/export.xlsx", world.Coordinator))).Body));
        calls.Add(new Shot("POST", "/api/catalogue-imports?name=catalogue.csv", world.Program, "text/csv", (await world.Send(Shot.Get("/catalogue.csv", []))).Body));
        foreach (var trouble in await world.Office.Troubles.All())
            Json("POST", $"/api/troubles/{Uri.EscapeDataString(trouble.Effect)}/retry", null);
        if (JsonNode.Parse((await world.Send(Shot.Get("/api/texts/relance", world.Program))).Body)?["source"] is { } source)
            Json("PUT", "/api/texts/relance", new JsonObject { ["source"] = source.DeepClone() }.ToJsonString());
        foreach (var subscriber in new[] { "anne.martin@exemple.fr", "anne.1008@dehors.example" })
            Json("POST", "/api/newsletters/lettre/subscribers/remove", $$"""{"address":"{{subscriber}}"}""");
        foreach (var row in world.Store.Now.GetValueOrDefault("catalogue-requests", []))
        {
            var (kind, id) = (row.Key.Split('|')[0], row.Key.Split('|')[^1]);
            if (kind == "error")
                Json("POST", $"/api/catalogue-errors/{id}/settle", null);
        }
        foreach (var message in world.Store.Now.GetValueOrDefault("paused", []).Select(row => row.Key).Concat(world.Store.Now.GetValueOrDefault("mailings", []).TakeLast(12).Select(row => row.Key.Split('|')[^1])))
            foreach (var act in new[] { "cancel", "pause", "resume", "stop" })
                Json("POST", $"/api/messages/{message}/{act}", null);
        foreach (var mail in await world.Office.Inbox.All())
            Json("POST", $"/api/mail/{mail.Id}/record", null);
        return calls;
    }

    private static async Task<IEnumerable<string>> Options(FuzzWorld world, string meeting)
    {
        var reply = await world.Send(Shot.Get($"/api/meetings/{meeting}/dates", world.Program));
        return reply.Status == 200 && JsonNode.Parse(reply.Body) is JsonArray list ? list.Select(one => (string?)one!["option"] ?? "").Take(1) : [];
    }
}
