using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Adapters.Territories;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Mail;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Tests.Library;
using Almanach.Web.Tests.CockpitRooms;
using Almanach.Web.Tests.Dashboard;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>What people have done beside the script, so that there is something behind each door.</summary>
internal static class Ground
{
    public const string Code = "ABCDEFGH";

    /// <summary>What the cockpit's forms send along, as its pages of now say.</summary>
    public static string Stamp { get; private set; } = "";

    public static async Task Prepare(FuzzWorld world)
    {
        Stamp = (await Page(world, "/cockpit/textes/relance", world.Coordinator)).QuerySelector("input[name=jeton]")?.GetAttribute("value") ?? "";
        var day = $"{world.Office.Now:MMdd}";
        var person = await world.Person();
        await Do(world, "/contact", world.Anybody, ("nom", "Zoé"), ("adresse", "zoe@exemple.fr"), ("objet", $"Une question {day}"), ("message", "Bonjour"));
        await Do(world, "/adherer", world.Anybody, ("organisme", $"Association {day}"), ("college", "associations"), ("representant", "Ada Rare, présidente"), ("prenom", "Zoé"), ("nom", "Nouvelle"),
            ("adresse", $"zoe.{day}@association.example.org"), ("fonction", "chargée d’études"), ("engagement", "Participe"), ("lu", "oui"));
        await Do(world, "/adherer", world.Anybody, ("organisme", $"Collectif {day}"), ("college", "associations"), ("representant", "Ada Rare, présidente"), ("prenom", "Zoé"), ("nom", "Nouvelle"),
            ("adresse", $"ada.{day}@collectif.example.org"), ("fonction", "chargée d’études"), ("engagement", "Participe"), ("lu", "oui"));
        foreach (var reader in (string[])["lecteur", "lectrice"])
            await Do(world, "/lettres/abonnement", world.Anybody, ("lettre", "lettre"), ("adresse", $"{reader}.{day}@exemple.fr"));
        await world.Office.Subscribers.Add("lettre", new Subscriber($"a{day}", $"anne.{day}@dehors.example", new DateOnly(2021, 9, 1)));
        await world.Office.Subscribers.Add("lettre", new Subscriber($"b{day}", "anne.martin@exemple.fr", new DateOnly(2021, 9, 1)));
        await Do(world, "/catalogue/tableau-de-bord-social/signaler", world.Anybody, ("erreur", $"Le lien est mort depuis le {day}."));
        await Call(world, "POST", "/api/contacts", $$"""{"organisation":"insee","address":"zoe.durand.{{day}}@insee.example.org","roles":[{"kind":"reader"}],"source":"Annuaire","lastName":"Durand","invite":false}""");
        await Do(world, "/catalogue/besoin", world.Anybody, ("besoin", $"Les enfants hébergés à l’hôtel {day}"), ("pourquoi", "Pour leur école"), ("theme", "logement"), ("proposer", "oui"), ("organisme", "Une association"));
        await Do(world, "/proposer", world.Anybody, ("organisme", "Une association"), ("titre", $"La vie étudiante {day}"));
        await Do(world, "/espace/lien", world.Anybody, ("adresse", person.Address));
        var own = Own(world, person);
        await Do(world, $"{own}/autre", world.Anybody, ("nom", $"Ève Roux {day}"), ("adresse", $"eve.{day}@drome.example.org"));
        var colleague = Own(world, (await world.Office.Network.Load()).Active.First(contact => contact.Organisation == "isere"));
        await Do(world, $"{colleague}/donnees/adresse", world.Anybody, ("courriel", $"nouvelle.{day}@isere.example.org"));
        await Do(world, $"{colleague}/donnees/effacement", world.Anybody, ("choix", "demander"));
        await Call(world, "POST", "/api/news", $$"""{"title":"Une nouvelle {{day}}","text":"Bonjour à toutes et tous.","day":"{{world.Office.Setting.Zone.DayOf(world.Office.Now):yyyy-MM-dd}}"}""");
        await Deposit(world, day);
        foreach (var meeting in world.Store.Now.Keys.Where(key => key.StartsWith("meeting-2022-journee", StringComparison.Ordinal)).Select(key => key["meeting-".Length..]).ToList())
        {
            if (await Call(world, "PUT", $"/api/meetings/{meeting}/registration", """{"open":true}""") >= 400)
                continue;
            await Do(world, $"/rencontres/{meeting}", world.Anybody, ("nom", $"Bob Long {day}"), ("adresse", $"bob.{day}@exemple.fr"));
        }
        foreach (var (to, text) in ((string, string)[])[("reponses", "Bonjour, qui peut me répondre ?"), ("reponses", "Merci de transmettre.")])
            await world.Send(new Shot("POST", $"/courrier/{FuzzWorld.IncomingKey}", [], "message/rfc822", Message(to, $"{text} {day}")));
        await world.Send(new Shot("POST", $"/courrier/{FuzzWorld.IncomingKey}", [], "message/rfc822", await File.ReadAllBytesAsync(Path.Combine(CockpitHost.Root, "tests", "mails", "replies", "newsletter-article-photo-caption.eml"))));
        await world.Settle();
        // One that was filed can be taken up again; others wait.
        foreach (var mail in (await world.Office.Inbox.Waiting()).Take(1))
            await world.Office.Inbox.File(mail.Id, "coordination", world.Office.Now);
        foreach (var address in world.Mailed.Where(address => address.StartsWith("/abonnement/", StringComparison.Ordinal)).Take(1))
            await Do(world, $"{address.Split('?')[0]}/confirmer", world.Anybody);
        await world.Settle();
        foreach (var call in world.Store.Now.Keys.Where(key => key.StartsWith("consultation-", StringComparison.Ordinal) && key.EndsWith("-appel", StringComparison.Ordinal)).Select(key => key["consultation-".Length..]).ToList())
            if (await world.Office.Consultations.Find(call) is { } open)
            {
                var address = $"/r/{world.Office.Links.Token(ConsultationDesk.Link(open), person)}";
                if ((await Page(world, address, world.Anybody)).QuerySelectorAll<IHtmlFormElement>("form[method=post]").FirstOrDefault() is { } form)
                    await world.Send(Form.Of(form, address, world.Anybody, DateOnly.FromDateTime(world.Office.Now.Date)).First(filled => filled.Filled).Post());
            }
        if ((await world.Office.Catalogue.Load()).Entries.Values.FirstOrDefault(entry => entry.IsCurrent) is { } withdrawn)
            await Call(world, "POST", $"/api/catalogue/{withdrawn.Id}/withdraw", """{"reason":"Il n’est plus tenu."}""");
        await Collect(world, day);
        await Measure(world, day);
        await SampleFigures.Give(world.Office);
        Xunit.Assert.Null(await world.Office.Portraits.Publish(2022, "38", null, "coordination", world.Office.Now));
        await world.Settle();
        // One mail that does not leave: there is trouble to take up.
        world.MailFails = true;
        await Do(world, "/espace/lien", world.Anybody, ("adresse", (await world.Office.Network.Load()).Active.First(contact => contact.Organisation == "insee").Address));
        await Assert.ThrowsAsync<AggregateException>(world.Settle);
        world.MailFails = false;
        await world.Office.SignIn.Print(Code, TimeSpan.FromDays(1), DateTimeOffset.UtcNow);
    }

    /// <summary>Links of each purpose to one person, however the mails of the day left them out.</summary>
    public static async Task<IReadOnlyList<(string, IReadOnlyList<(string, string)>)>> Doors(FuzzWorld world)
    {
        List<string> doors = [];
        List<string> rooms = ["/cockpit/reseau/mandats/copil"];
        var roster = await world.Office.Network.Load();
        var now = world.Office.Now;
        foreach (var person in roster.Active.Where(contact => contact.Organisation is "drome" or "isere").Take(2))
        {
            doors.AddRange([Own(world, person), $"{Own(world, person)}/messages", $"{Own(world, person)}/donnees", $"{Own(world, person)}/proposer", $"{Own(world, person)}/autre"]);
            foreach (var consultation in world.Store.Now.Keys.Where(key => key.StartsWith("consultation-", StringComparison.Ordinal)).Select(key => key["consultation-".Length..]))
                if (await world.Office.Consultations.Find(consultation) is { } found)
                {
                    var answer = $"/r/{world.Office.Links.Token(ConsultationDesk.Link(found), person)}";
                    doors.AddRange(((string[])["", "/recu", "/sans-reponse", "/autre", "/resultat", "/bulletins", "/bulletins.csv", "/lien"]).Select(room => answer + room));
                }
            doors.Add(new Uri(world.Office.Links.Unsubscription(person, "lettre", now)).AbsolutePath);
            doors.Add($"/d/{world.Office.Links.Token(new LinkTo(LinkPurpose.Document, "programme-2022", now.AddDays(90)), person)}");
            doors.Add($"/r/{world.Office.Links.Token(new LinkTo(LinkPurpose.Answer, "2022-themes", now.AddDays(-1)), person)}");
            doors.Add($"/p/{world.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", now.AddDays(-1)), person)}");
            doors.Add($"/p/{world.Office.Links.Token(new LinkTo(LinkPurpose.Person, $"suite/{person.Id}", now.AddDays(9)), person)}/suite");
            doors.Add($"{Own(world, person)}/opposition");
            foreach (var proposal in (await world.Office.Themes.Load(2022)).Proposals.Values.Where(proposal => proposal.Organisation == person.Organisation).Take(2))
                if (await world.Office.Consultations.Find("2022-themes") is { } themes)
                    doors.AddRange(((string[])["retirer", "proches"]).Select(room => $"/r/{world.Office.Links.Token(ConsultationDesk.Link(themes), person)}/{room}/{proposal.Id}"));
        }
        foreach (var subscriber in world.Store.Now.GetValueOrDefault("subscribers-lettre", []).Where(row => row.Key.StartsWith("person|", StringComparison.Ordinal)).Select(row => row.Key["person|".Length..]).Take(2))
            doors.Add(new Uri(world.Office.Links.Subscription(SubscriberRoster.Contact("lettre", new Subscriber(subscriber, "", default)), now)).AbsolutePath);
        doors.AddRange(["/catalogue?mots=logement&theme=logement", "/catalogue.csv", "/catalogue.json", "/documents?mots=bilan", "/actualites.atom", "/agenda", "/lettres", "/contact", "/adherer", "/proposer", "/lettres/abonnement", "/espace/lien/demande", "/favicon.ico", "/contact/recu", "/adherer/recu", "/proposer/recu", "/lien/demande"]);
        doors.AddRange(["/documents/programme-2022", "/tableau-de-bord", "/portraits", "/portraits/2022/38", "/portraits/2022/38.pdf", "/documents/programme-2022.docx", "/programme/2022/avancement", "/programme/2021/avancement", "/charte"]);
        doors.AddRange(world.Files.Now.Keys.Where(path => path.StartsWith("images/", StringComparison.Ordinal)).Take(2).Select(path => $"/{path}"));
        foreach (var deposit in await world.Office.Deposits.All())
        {
            rooms.AddRange([$"/cockpit/documents/{deposit.Id}", $"/cockpit/documents/{deposit.Id}/version/1"]);
            doors.Add($"/documents/fichiers/{deposit.Id}");
        }
        var files = await Deliveries(world);
        foreach (var delivery in (string[])["rsa-caf-rhone", "prime-caf-rhone"])
        {
            doors.AddRange([files, $"{files}/depots/{delivery}", $"{files}/depots/{delivery}/rapport.json", $"{files}/depots/{delivery}/modele.csv"]);
            rooms.AddRange([$"/cockpit/livraisons/{delivery}", $"/cockpit/livraisons/{delivery}/schema.json"]);
        }
        doors.Add($"{await Deliveries(world, "msa-ain-rhone")}/depots/rsa-msa-ain-rhone");
        rooms.Add("/cockpit/livraisons/rsa-msa-ain-rhone");
        foreach (var release in (await world.Office.SeriesFiles.All()).OrderBy(release => release.State == Core.Data.Series.ReleaseState.Held).TakeLast(4))
            rooms.Add($"/cockpit/series/{release.Reading}/{release.Number}");
        rooms.AddRange(["/cockpit/series", "/cockpit/series/alertes/copil"]);
        const string view = "/tableau-de-bord/population";
        doors.AddRange(["/tableau-de-bord?q=bourg", "/tableau-de-bord/tendances", "/tableau-de-bord/donnees.json", "/tableau-de-bord/territoires/commune/01053", $"{view}?niveau=commune&territoire=01053&dans=01&tri=valeur&sens=desc", $"{view}/paquet.zip",
            $"{view}/origine?niveau=commune&periode=2013&territoire=01053", .. new[] { "donnees.csv", "donnees.xlsx", "donnees.json", "carte.svg", "evolution.svg" }.Select(file => $"{view}/{file}?niveau={(file == "carte.svg" ? "departement" : "commune")}&territoire=01053")]);
        rooms.AddRange((await world.Office.Inbox.All()).TakeLast(4).Select(mail => $"/cockpit/courrier/{mail.Id}"));
        rooms.AddRange((await world.Office.Catalogue.Load()).Entries.Values.Where(entry => !entry.IsCurrent).Take(2).Select(entry => $"/cockpit/catalogue/fiches/{entry.Id}"));
        rooms.AddRange((await world.Office.CatalogueRequests.Errors()).TakeLast(2).Select(error => $"/cockpit/catalogue/erreurs/{error.Id}"));
        rooms.AddRange((await world.Office.Themes.Load(2022)).Themes.Values.Where(theme => theme.Proposals.Count > 1).Take(2).Select(theme => $"/cockpit/themes/2022/{theme.Id}"));
        rooms.AddRange(world.Store.Now.GetValueOrDefault("programme-2022", []).Where(row => row.Key.StartsWith("action|", StringComparison.Ordinal)).Take(25).Select(row => $"/cockpit/programme/2022/{row.Key["action|".Length..]}"));
        foreach (var step in (await world.Office.Cycle.Find(2022))!.Steps.Where(step => step.Starts > now).Take(3))
            rooms.AddRange([$"/cockpit/etape/2022/{step.Id}/deplacer?debut={now.AddDays(50):yyyy-MM-dd}", $"/cockpit/etape/2022/{step.Id}/deplacer/lettre/0?debut={now.AddDays(50):yyyy-MM-dd}"]);
        foreach (var letter in world.Office.Setting.Platform.Newsletters)
            foreach (var edition in await world.Office.Newsletters.All(letter, [2022]))
                rooms.AddRange([$"/cockpit/lettres/{edition.Edition.Id}", $"/cockpit/lettres/{edition.Edition.Id}/apercu", $"/cockpit/lettres/{edition.Edition.Id}/apercu/lettre"]);
        return [.. doors.Select(door => (door, world.Anybody)), .. rooms.Select(room => (room, world.Coordinator))];
    }

    /// <summary>What no page leads to: mail that arrives, what a provider tells, the one click of mail programs, the code.</summary>
    public static async Task More(FuzzWorld world, Seeds seeds)
    {
        var person = await world.Person();
        List<Shot> shots = [];
        foreach (var file in Directory.GetFiles(Path.Combine(CockpitHost.Root, "tests", "mails"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, index) => index % 25 == 0).Take(12))
            shots.Add(new Shot("POST", $"/courrier/{FuzzWorld.IncomingKey}", [], "message/rfc822", await File.ReadAllBytesAsync(file)));
        var key = world.Store.Now.Keys.Where(name => name.StartsWith("mailing-", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault()?["mailing-".Length..] ?? "";
        shots.Add(Signed(world, new Shot("POST", "/courrier/evenements", [], "application/json", Encoding.UTF8.GetBytes(
            $$"""[{"sg_event_id":"1","event":"bounce","message":"{{key}}","addressee":"{{person.Id}}","timestamp":1632900000,"reason":"550 5.1.1 user unknown","type":"bounce"},{"sg_event_id":"2","event":"delivered","message":"{{key}}","addressee":"{{person.Id}}","timestamp":1632900000}]"""))));
        shots.Add(new Shot("POST", new Uri(world.Office.Links.Unsubscription(person, "lettre", world.Office.Now)).AbsolutePath, [], "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"u8.ToArray()));
        shots.Add(new Form("/cockpit/entrer", [], [new("code", Code)]).Post());
        shots.Add(new Form("/lien", [], [new("adresse", person.Address)]).Post());
        if (await world.Office.Consultations.Find("2022-themes") is { } themes)
            shots.Add(new Form($"/r/{world.Office.Links.Token(ConsultationDesk.Link(themes), person)}/proches", [], [new("titre", "Le logement des jeunes")]).Post());
        shots.Add(new Shot("PUT", $"{await Deliveries(world)}/depots/rsa-caf-rhone?nom=rsa.csv", [("Attestation", "oui")], "text/csv", Encoding.UTF8.GetBytes($"{DataHead}246900740;Ouest Rhodanien;812\n")));
        shots.AddRange(await InPieces(world));
        if ((await world.Office.Deliveries.All((await world.Office.Consultations.Find(Collection))!)).FirstOrDefault(view => view.State == DeliveryState.Valid) is { } valid)
            shots.Add(new Shot("POST", $"/api/deliveries/{valid.Template.Id}/accept", world.Program, "application/json", Encoding.UTF8.GetBytes($$"""{"file":"{{valid.Said!.File}}"}""")));
        shots.Add(new Form("/cockpit/series/ajouter", world.Coordinator, [new("jeton", Stamp), new("lecture", SmallFiles.Population), new("annee", "2021"), new("fichier", "population.csv", SmallFiles.Populations)]).Post());
        shots.Add(new Form("/cockpit/series/illisibles", world.Coordinator, [new("jeton", Stamp), new("lecture", SmallFiles.Population), new("fichier", new string('0', 64))]).Post());
        foreach (var shot in shots)
        {
            var moment = world.Moment;
            seeds.Add(shot, null, await world.Send(shot));
            world.Rewind(moment);
        }
    }

    /// <summary>The same, signed now by the provider.</summary>
    public static Shot Signed(FuzzWorld world, Shot shot)
    {
        var (signature, timestamp) = world.Events.Sign(shot.Body ?? [], DateTimeOffset.UtcNow);
        return shot with { Headers = [("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", timestamp)] };
    }

    private static string Own(FuzzWorld world, Core.Network.Contact person) => $"/p/{world.Office.Links.Token(new LinkTo(LinkPurpose.Person, "", world.Office.Now.AddDays(90)), person)}";

    private static async Task Deposit(FuzzWorld world, string day)
    {
        foreach (var diffusion in (string[])["Public", "Circle"])
        {
            var form = new Form("/cockpit/documents/deposer", world.Coordinator,
            [
                new("jeton", Stamp), new("titre", $"Bilan {day} {diffusion}"), new("jour", "2021-09-14"), new("type", "Diapositives"), new("place", diffusion == "Circle" ? "instance:copil" : ""), new("themes", "logement, Santé"),
                new("diffusion", diffusion), new("fichier", "bilan.pdf", [.. SampleFiles.Pdf, .. Encoding.ASCII.GetBytes($"% {day} {diffusion}\n")]),
            ]);
            var reply = await world.Send(form.Post());
            if (reply.Status >= 400)
                Refused.Add($"{reply.Status} deposit {diffusion} {Regex.Match(reply.Text, "class=\"error[^<]*<").Value}");
        }
    }

    /// <summary>The collection of data files is open from the first day on: one file is valid and one has errors, another each day.</summary>
    private static async Task Collect(FuzzWorld world, string day)
    {
        if ((await world.Office.Cycle.Find(2022))!.Find("collecte-donnees") is { IsAhead: true } step)
            await world.Office.Cycle.Apply(2022, new CycleCommand.Open(step.Id, world.Office.Now, "coordination"));
        await world.Settle();
        var depositor = await Depositor(world);
        foreach (var (delivery, rows) in new[] { ("rsa-caf-rhone", $"200046977;Métropole de Lyon;{day}\n"), ("prime-caf-rhone", $"200046977;Métropole de Lyon;{day}O\n") })
            if (await world.Office.Deliveries.Give(new FileSent(Collection, delivery, depositor.Organisation, depositor.Id, DeliveryWay.Page, $"rsa {day}.csv", new MemoryStream(Encoding.UTF8.GetBytes(DataHead + rows)), true, world.Office.Now)) is { } refusal)
                Refused.Add($"data file {delivery} {refusal.Message}");
        // The coordinator recorded one that can be mended: she may agree, and so may its producer.
        if (await world.Office.Deliveries.Record(Collection, "rsa-msa-ain-rhone", $"msa {day}.csv", new MemoryStream(Encoding.UTF8.GetBytes($"{DataHead}2OOO46977;Métropole de Lyon;{day}\n246900740;Mornant;4\n")), true, world.Office.Now) is { } unrecorded)
            Refused.Add($"data file to mend {unrecorded.Message}");
        await world.Settle();
    }

    /// <summary>Series: one file published, one held for a secret, two for small counts, one that was accepted and cannot be read; another of each a day.</summary>
    private static async Task Measure(FuzzWorld world, string day)
    {
        var epci = ShippedTerritories.Atlas.Members(Core.Data.Territories.TerritoryLevel.Intercommunality, Core.Data.Territories.TerritoryCode.Of("200072015"), Core.Data.Territories.TerritoryLevel.Municipality, 2019);
        await world.Office.TakeIn(SmallFiles.Population, Encoding.UTF8.GetBytes($"DEPCOM;LIBMIN;PMUN13;PMUN08\n01053;Bourg-en-Bresse;4{day};39882\n{string.Concat(epci.Select(code => $"{code};X;1000;1200\n"))}"));
        await world.Office.TakeIn(SmallFiles.Jobseekers, [.. SmallFiles.Leaking, .. Encoding.UTF8.GetBytes($"CA du Grand Annecy;{day};1;1;{int.Parse(day, CultureInfo.InvariantCulture) + 2}\n")]);
        foreach (var count in new[] { 3, 4 })
            await world.Office.TakeIn("rsa-msa-ain-rhone", Encoding.UTF8.GetBytes($"{DataHead}246900740;Mornant;{count}\n200046977;Métropole de Lyon;{day}\n"));
        if ((await world.Office.DeliveryFiles.All(Collection)).LastOrDefault(deposit => deposit is { Delivery: "rsa-caf-rhone", IsAccepted: false }) is { } deposit)
            await world.Office.Deliveries.Accept(Collection, "rsa-caf-rhone", deposit.File, "Relu.", "coordination", world.Office.Now);
        // On the last day, one without a schema: it suggests its own.
        if (world.Office.Now.Year == 2022 && world.Office.Now.Month > 5 && (await world.Office.DeliveryFiles.All(Collection)).LastOrDefault(deposit => deposit.Delivery == "prime-caf-rhone") is { } bonus)
            await world.Office.Deliveries.Accept(Collection, "prime-caf-rhone", bonus.File, "Relu.", "coordination", world.Office.Now);
        await world.Settle();
    }

    /// <summary>A file in pieces: one to begin, one that has begun to ask for, go on with and give up.</summary>
    private static async Task<IReadOnlyList<Shot>> InPieces(FuzzWorld world)
    {
        var envois = $"{await Deliveries(world)}/depots/rsa-caf-rhone/envois";
        var bytes = Encoding.UTF8.GetBytes($"{DataHead}246900740;Ouest Rhodanien;813\n");
        Shot Begin(string changed) => new("POST", envois,
            [("Tus-Resumable", "1.0.0"), ("Attestation", "oui"), ("Upload-Length", $"{bytes.Length}"), ("Upload-Metadata", $"filename cnNhLmNzdg==,changed {Convert.ToBase64String(Encoding.UTF8.GetBytes(changed))},page")], "application/octet-stream", []);
        var begun = await world.Send(Begin("1"));
        if (begun.Status >= 400)
            Refused.Add($"{begun.Status} upload {begun.Text}");
        return
        [
            Begin("2"), new Shot("HEAD", begun.Location, [("Tus-Resumable", "1.0.0")], null, null), Shot.Get(begun.Location, []),
            new Shot("PATCH", begun.Location, [("Tus-Resumable", "1.0.0"), ("Upload-Offset", "0")], "application/offset+octet-stream", bytes),
            new Shot("DELETE", begun.Location, [("Tus-Resumable", "1.0.0")], null, null),
        ];
    }

    private const string Collection = "2022-donnees";

    private const string DataHead = "code_epci;nom_epci;allocataires_rsa\n";

    private static async Task<Core.Network.Contact> Depositor(FuzzWorld world, string organisation = "caf-rhone") =>
        (await world.Office.Network.Load()).Active.First(contact => contact.Organisation == organisation && contact.Is(Core.Network.RoleKind.Referent));

    /// <summary>The producer’s page of her files, and of each.</summary>
    private static async Task<string> Deliveries(FuzzWorld world, string organisation = "caf-rhone") =>
        $"/r/{world.Office.Links.Token(ConsultationDesk.Link((await world.Office.Consultations.Find(Collection))!), await Depositor(world, organisation))}";

    private static byte[] Message(string to, string text) => Encoding.UTF8.GetBytes(
        $"From: Bob <bob@exemple.fr>\r\nTo: {to}@pfoss.example.org\r\nSubject: Question\r\nMessage-ID: <{text.GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)}@exemple.fr>\r\nDate: Mon, 04 Oct 2021 10:00:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");

    private static async Task<IHtmlDocument> Page(FuzzWorld world, string address, IReadOnlyList<(string Name, string Value)> headers) =>
        new HtmlParser().ParseDocument((await world.Send(Shot.Get(address, headers))).Text);

    private static async Task Do(FuzzWorld world, string address, IReadOnlyList<(string Name, string Value)> headers, params (string Name, string Value)[] fields)
    {
        var reply = await world.Send(new Form(address, headers, [.. fields.Select(field => new FormField(field.Name, field.Value))]).Post());
        if (reply.Status >= 400)
            Refused.Add($"{reply.Status} POST {address[..Math.Min(40, address.Length)]}");
    }

    private static async Task<int> Call(FuzzWorld world, string method, string address, string json)
    {
        var reply = await world.Send(new Shot(method, address, world.Program, "application/json", Encoding.UTF8.GetBytes(json)));
        if (reply.Status >= 400)
            Refused.Add($"{reply.Status} {method} {address} {reply.Text}");
        return reply.Status;
    }

    /// <summary>What was refused of it: told beside the faults, since a ground that gives way makes the suite say less.</summary>
    public static List<string> Refused { get; } = [];
}
