using System.Net;
using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.French;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class InboxRoomTests
{
    private const string Room = "/cockpit/courrier";
    private static readonly DateTime Day = new(2021, 10, 20, 10, 0, 0);

    [Fact]
    public async Task With_nothing_received_the_room_says_so()
    {
        await using var host = await CockpitHost.At(Day);

        var page = await host.Page(Room);

        Assert.Contains("Aucun message ne vous attend.", page.QuerySelector("section[aria-labelledby=attend]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=traites]"));
        Assert.NotNull((await host.Page("/cockpit/messages")).QuerySelector($"a[href='{Room}']"));
    }

    [Fact]
    public async Task What_waits_is_on_the_first_page_and_is_filed_in_one_click()
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "inconnu@ailleurs.example", "", "Pouvez-vous m’appeler ?");

        var today = await host.Page("/cockpit");
        var page = await host.Page(Address(mail));
        await host.Submit(Form(page, "classer"));

        Assert.NotNull(today.QuerySelector($"a[href='{Address(mail)}']"));
        Assert.Contains("n’est celle d’aucun contact", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aucun message ne vous attend.", (await host.Page($"{Room}?fait=classe")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await host.Page(Address(mail))).QuerySelector("form[action$='classer']"));
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_comes_before_what_arrived_earlier()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var earlier = await Arrive(host, "inconnu@ailleurs.example", "", "Pouvez-vous m’appeler ?");
        var mail = await Arrive(host, person.Address, "", "Merci de ne plus m’écrire.");

        var rows = (await host.Page(Room)).QuerySelectorAll("section[aria-labelledby=attend] li");
        var page = await host.Page(Address(mail));

        Assert.Equal([Address(mail), Address(earlier)], rows.Select(row => row.QuerySelector("a")!.GetAttribute("href")));
        Assert.Equal(["d’abord"], rows.SelectMany(row => row.QuerySelectorAll(".tag")).Select(tag => tag.TextContent));
        Assert.Contains("est un droit", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/cockpit/reseau/personnes/{person.Id}']"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_gets_no_messages_any_more_has_been_heeded_and_her_mail_is_only_to_be_filed(bool herself)
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var earlier = await Arrive(host, "inconnu@ailleurs.example", "", "Pouvez-vous m’appeler ?");
        host.Clock.Set(host.Office.Now.AddMinutes(5));
        var mail = await Arrive(host, person.Address, "", "Merci de ne plus m’écrire.");
        Assert.Null(herself
            ? await host.Office.Objections.Set(person.Id, true, host.Office.Now)
            : await host.Office.Members.Suppress(person.Id, true, ContactNote.Reasons[0], "coordination", host.Office.Now));

        var rows = (await host.Page(Room)).QuerySelectorAll("section[aria-labelledby=attend] li");
        var page = await host.Page(Address(mail));

        Assert.Equal([Address(earlier), Address(mail)], rows.Select(row => row.QuerySelector("a")!.GetAttribute("href")));
        Assert.Empty(rows.SelectMany(row => row.QuerySelectorAll(".tag")));
        Assert.Contains("C’est déjà fait", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("pour arrêter les messages", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Classer ce message"], page.QuerySelectorAll("main form[action^='/cockpit/courrier'] button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task To_write_to_somebody_again_no_reason_is_asked()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var card = $"/cockpit/reseau/personnes/{person.Id}";
        await host.Submit(Form(await host.Page(card), "messages"), ("raison", ContactNote.Reasons[1]));

        var again = Form(await host.Page(card), "messages");
        await host.Submit(again);

        Assert.Null(again.QuerySelector("select"));
        Assert.False((await host.Office.Network.Load()).Contacts[person.Id].Suppressed);
        Assert.Null(await host.Office.Members.NoteOf(person.Id));
    }

    [Fact]
    public async Task A_message_of_a_known_person_is_shown_as_the_answer_it_would_be_and_recorded()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, person.Address, "", "- Le logement des saisonniers");

        var page = await host.Page(Address(mail));
        await host.Submit(Form(page, "enregistrer"));
        await host.Settle();

        Assert.Contains("Le logement des saisonniers", page.QuerySelector("section[aria-labelledby=compris]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Channel.Reply, (await host.Office.Consultations.AnswerOf("2022-themes", person.Organisation))!.Channel);
        Assert.Equal(InboxState.Recorded, (await host.Office.Inbox.Find(mail.Id))!.State);
    }

    [Fact]
    public async Task A_message_from_another_address_is_attached_to_a_person_then_recorded()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, "perso@ailleurs.example", "", "- Le logement des saisonniers");

        await host.Submit(Form(await host.Page(Address(mail)), "rattacher"), ("personne", person.Id), ("question", "2022-themes"));
        await host.Submit(Form(await host.Page(Address(mail)), "enregistrer"));

        Assert.Equal(person.Id, (await host.Office.Consultations.AnswerOf("2022-themes", person.Organisation))!.By);
    }

    [Fact]
    public async Task Attaching_to_nobody_is_refused_in_plain_words()
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "perso@ailleurs.example", "", "- Un thème");

        var response = await host.Submit(Form(await host.Page(Address(mail)), "rattacher"), ("personne", ""), ("question", "2022-themes"));

        Assert.Contains("Choisissez la personne", (await CockpitHost.Read(response, HttpStatusCode.Conflict)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_what_would_be_recorded_keeps_the_reason_why_the_message_waits()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, "perso@ailleurs.example", "", "- Le logement des saisonniers");

        for (var time = 1; time <= 2; time++)
            await host.Submit(Form(await host.Page(Address(mail)), "rattacher"), ("personne", person.Id), ("question", "2022-themes"));

        var said = (await host.Page(Address(mail))).QuerySelector(".notice")!.TextContent;
        Assert.Contains("n’est celle d’aucun contact", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("Rattaché à votre demande").Length);
    }

    [Fact]
    public async Task What_is_attached_and_not_understood_says_so_once_and_leads_to_the_form()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, "perso@ailleurs.example", "", "Peut-être le logement ? Je vous en dis plus demain.");
        var before = await host.Page(Address(mail));

        await host.Submit(Form(before, "rattacher"), ("personne", person.Id), ("question", "2022-themes"));
        await host.Settle();

        var page = await host.Page(Address(mail));
        var journal = (await host.Page("/cockpit/journal")).Body!.TextContent;
        Assert.Equal("Rattacher à cette personne et à cette question", Form(before, "rattacher").QuerySelector("button")!.TextContent);
        Assert.Equal(2, page.QuerySelector("main")!.TextContent.Split("ne se comprend pas").Length);
        Assert.Equal("Noter la réponse vous-même", page.QuerySelector("#incompris + .actions a[href*='/telephone/']")!.TextContent);
        Assert.Contains("Message reçu, rattaché à une personne et à une question", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Id, journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_answered_in_the_coordinators_own_program_with_its_first_words_and_no_field_of_its_choosing()
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "a?bcc=b&x@ailleurs.example", "Content-Type: text/plain; charset=utf-8\r\n", $"Jusqu’à quand & comment ?\r\nMerci{new string('é', 3000)}", subject: "Une question & une autre");

        var link = (await host.Page(Address(mail))).QuerySelectorAll("main a").Single(link => link.TextContent == "Répondre").GetAttribute("href")!;

        var fields = link.Split('?')[1].Split('&').Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        Assert.Equal("mailto:a%3Fbcc%3Db%26x@ailleurs.example", link.Split('?')[0]);
        Assert.Equal(["subject", "body"], fields.Keys);
        Assert.Equal("Re: Une question & une autre", fields["subject"]);
        Assert.Contains("a écrit\u00A0:\r\n> Jusqu’à quand & comment ? Merci", fields["body"], StringComparison.Ordinal);
        Assert.True(link.Length < 2000, link);
    }

    [Fact]
    public async Task A_message_that_was_filed_is_taken_up_again_and_waits_for_its_first_reason()
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "inconnu@ailleurs.example", "", "Pouvez-vous m’appeler ?");
        await host.Submit(Form(await host.Page(Address(mail)), "classer"));

        await host.Submit(Form(await host.Page(Address(mail)), "reprendre"));

        var again = await host.Office.Inbox.Find(mail.Id);
        Assert.Equal((InboxState.Waiting, mail.Because, null), (again!.State, again.Because, again.Settled));
        Assert.Null((await host.Page(Address(mail))).QuerySelector("form[action$='reprendre']"));
        Assert.NotNull((await host.Page(Room)).QuerySelector($"section[aria-labelledby=attend] a[href='{Address(mail)}']"));
    }

    [Fact]
    public async Task What_was_recorded_leads_to_the_answer_and_cannot_be_taken_up_as_if_it_were_filed()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, person.Address, "", "- Le logement des saisonniers");
        await host.Submit(Form(await host.Page(Address(mail)), "enregistrer"));

        var page = await host.Page(Address(mail));
        var answer = await host.Page(page.QuerySelectorAll("a").Single(link => link.TextContent == "Voir la réponse enregistrée").GetAttribute("href")!.Split('#')[0]);

        Assert.NotNull(answer.GetElementById(person.Organisation));
        Assert.Null(page.QuerySelector("form[action$='reprendre']"));
        Assert.Equal(HttpStatusCode.Conflict, (await host.Post($"{Address(mail)}/reprendre")).StatusCode);
    }

    [Fact]
    public async Task A_message_that_did_not_arrive_leads_to_its_person_and_one_from_nobody_says_so_in_french()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, "", "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
            $"--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; {person.Address}\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n--b--\r\n");

        var page = await host.Page(Address(mail));
        var card = page.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith($"La fiche {Elision.De(person.Name)}", StringComparison.Ordinal)).GetAttribute("href")!;

        Assert.Contains("D’un expéditeur inconnu, reçu le mercredi", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mercredi", (await host.Page(Room)).QuerySelector("section[aria-labelledby=traites] .hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(person.Address, (await host.Page(card)).Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_strangers_write_is_shown_as_text_and_their_files_are_never_opened_here()
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "<script>@ailleurs.example", "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\nContent-Type: text/html\r\n\r\n<b>Bonjour</b><script>alert(1)</script>&lt;script&gt;alert(2)\r\n--b\r\nContent-Type: text/html; name=\"../../piège.html\"\r\nContent-Disposition: attachment; filename=\"../../piège.html\"\r\n\r\n<script>alert(3)</script>\r\n--b--\r\n",
            subject: "<script>alert(0)</script>");

        var page = await host.Page(Address(mail));
        var file = await host.Get($"{Address(mail)}/pieces/1");

        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(2)", page.QuerySelector("section[aria-labelledby=texte]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("piège.html", file.Content.Headers.ContentDisposition.FileNameStar ?? file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get($"{Address(mail)}/pieces/2")).StatusCode);
    }

    [Fact]
    public async Task An_answer_noted_by_hand_from_a_message_says_that_it_came_by_mail()
    {
        await using var host = await CockpitHost.At(Day);
        var person = Partners.Referents[0];
        var mail = await Arrive(host, person.Address, "", "Peut-être le logement ? Je vous en dis plus demain.");
        await host.Submit(Form(await host.Page(Address(mail)), "rattacher"), ("personne", person.Id), ("question", "2022-themes"));

        var link = (await host.Page(Address(mail))).QuerySelector("a[href*='/telephone/']")!.GetAttribute("href")!;
        var form = (IHtmlFormElement)(await host.Page(link)).QuerySelector("main form[action*=telephone]")!;
        var done = await host.Submit(form, ("titre", "Le logement des saisonniers"));
        await host.Settle();

        Assert.Equal($"{Address(mail)}?fait=notee", done.Headers.Location!.ToString());
        var answer = (await host.Office.Consultations.AnswerOf("2022-themes", person.Organisation))!;
        Assert.Equal((Channel.Mail, person.Id), (answer.Channel, answer.By));
        Assert.Contains("Par courriel, notée par la coordination", (await host.Page("/cockpit/consultations/2022-themes")).QuerySelector($"#{person.Organisation}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Réponse notée d’un courriel\u00A0:", (await host.Page("/cockpit/journal")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La réponse est enregistrée.", (await host.Page(done.Headers.Location.ToString())).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wrote_the_message_gets_the_receipt_of_what_was_noted_and_nobody_else_does()
    {
        await using var host = await CockpitHost.At(Day);
        var writer = CockpitHost.Setting().Folder.Contacts.First(contact => contact.Active && contact.Is(RoleKind.Suppleant) && Partners.Referents.Any(person => person.Organisation == contact.Organisation));
        var mail = await Arrive(host, writer.Address, "", "Peut-être le logement ? Je vous en dis plus demain.");
        await host.Submit(Form(await host.Page(Address(mail)), "rattacher"), ("personne", writer.Id), ("question", "2022-themes"));

        var link = (await host.Page(Address(mail))).QuerySelector("a[href*='/telephone/']")!.GetAttribute("href")!;
        var page = await host.Page(link);
        var done = await host.Submit((IHtmlFormElement)page.QuerySelector("main form[action*=telephone]")!, ("titre", "Le logement des saisonniers"));
        await host.Settle();

        var receipt = (await host.Office.MailRoom.Find($"receipt-2022-themes-{writer.Organisation}-1"))!;
        Assert.Contains($"{writer.Name}, qui a écrit ce courriel", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{writer.Name} reçoit ce que vous avez noté", (await host.Page(done.Headers.Location!.ToString())).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TextCatalogue.MailReceipt, receipt.Mailing.Text);
        Assert.Equal([writer.Id], (await host.Office.Audiences.Read(receipt.Mailing.Audience)).Select(member => member.Contact));
        Assert.Equal([writer.Id], (await host.Office.Themes.Load(2022)).Proposals.Values.Where(proposal => proposal.Organisation == writer.Organisation).Select(proposal => proposal.Contact));
    }

    [Fact]
    public async Task A_message_that_does_not_exist_is_not_found_and_nothing_is_done_to_it()
    {
        await using var host = await CockpitHost.At(Day);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Get($"{Room}/0123456789abcdef01234567")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Post($"{Room}/0123456789abcdef01234567/classer")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(CockpitHost.Junk), MemberType = typeof(CockpitHost))]
    public async Task Junk_in_its_forms_is_no_error_of_ours(string junk)
    {
        await using var host = await CockpitHost.At(Day);
        var mail = await Arrive(host, "perso@ailleurs.example", "", "- Un thème");

        await host.Withstands((await host.Page(Address(mail))).QuerySelectorAll("main form[action^='/cockpit/courrier']").Cast<IHtmlFormElement>(), junk);
    }

    private static string Address(ReceivedMail mail) => $"{Room}/{mail.Id}";

    private static IHtmlFormElement Form(IHtmlDocument page, string act) => (IHtmlFormElement)page.QuerySelector($"form[action$='/{act}']")!;

    private static async Task<ReceivedMail> Arrive(CockpitHost host, string from, string headers, string body, string subject = "Re: Vos propositions")
    {
        var message = Encoding.UTF8.GetBytes($"From: {from}\r\nTo: reponses@pfoss.example.org\r\nSubject: {subject}\r\nMessage-ID: <a@exemple.fr>\r\n{headers}\r\n{body}");
        Assert.Null(await host.Office.Inbox.Receive(message, host.Office.Now));
        while (await host.Office.Worker.Once())
            continue;
        return Assert.Single(await host.Office.Inbox.All(), mail => from.Contains(mail.From, StringComparison.OrdinalIgnoreCase));
    }
}
