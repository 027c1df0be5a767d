using System.Net;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

[Takes(15)]
public sealed class AroundTests
{
    [Fact]
    public async Task The_journal_says_in_words_who_did_what_and_comes_as_a_file()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        await seat.Submit((IHtmlFormElement)(await seat.Page("/cockpit/etape/2022/collecte/clore")).GetElementById("confirmer")!);
        await seat.Settle();

        var all = await seat.Page("/cockpit/journal?mois=2021-10");
        var one = await seat.Page("/cockpit/journal?mois=2021-10&etape=2022%2Fcollecte");
        var file = await (await seat.Get("/cockpit/journal.csv?mois=2021-10")).Content.ReadAsByteArrayAsync();

        var closing = all.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Étape close", StringComparison.Ordinal));
        Assert.Equal("Vous", closing.Cells().Last());
        Assert.All(one.QuerySelectorAll("tbody tr"), row => Assert.Contains("Collecte des thèmes 2022", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), file[..3]);
        Assert.Equal(all.QuerySelectorAll("tbody tr").Length + 1, Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_journal_names_people_organisations_and_actions_and_keeps_ids_out_of_sight()
    {
        await using var seat = await Seat.At(new DateTime(2022, 2, 1, 10, 0, 0), ProgrammeRoomTests.Decided);
        var (office, zoe) = (seat.Office, (await seat.Office.Network.Load()).Contacts["c0002"]);
        var (added, _) = await office.Members.Add(zoe with { Id = "", LastName = "Nouvelle", Address = "neuve@example.org" }, "", true, "coordination", office.Now);
        await office.Members.Leave("c0002", "coordination", office.Now);
        await office.Members.Suppress("c0003", true, "À sa demande", "coordination", office.Now);
        var organisation = (await office.Network.Load()).Organisations["dreets"];
        await office.Members.Save(organisation with { Kind = "Service" }, Print.Of(organisation), "coordination", office.Now);
        await office.Requests.Ask(zoe, "Luc Après", "luc@example.org", "", office.Now);
        await office.Objections.Set("c0004", true, office.Now);
        var action = (await office.Programme.Load(2022)).Single(action => action.Id == "le-non-recours");
        await office.Programme.Report(2022, action.Id, Core.Programme.ActionState.Done, "Tenu.", "coordination", office.Now);
        await seat.Settle();

        var page = await seat.Page("/cockpit/journal?mois=2022-02");
        var file = await (await seat.Get("/cockpit/journal.csv?mois=2022-02")).Content.ReadAsStringAsync();

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        foreach (var words in new[]
        {
            $"Départ\u00A0: {zoe.Name}", "Nouvelle", "Plus de message à", $"Fiche enregistrée\u00A0: {organisation.Name}", $"Action «\u00A0{action.Title}\u00A0»\u00A0: réalisée",
            "Demande de remplacement pour",
        })
            Assert.Contains(rows, row => row.Contains(words, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotMatch(@"\bc0\d{3}\b|\bDone\b|le-non-recours", row));
        Assert.Contains($"personne {added} ajoutée", page.QuerySelectorAll("tbody td[title]").Select(cell => cell.GetAttribute("title")));
        Assert.Contains($"départ de {zoe.Id}", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_says_in_words_whose_data_were_erased()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        var (one, other) = (Partners.Referents[0], Partners.Referents[1]);
        await seat.Office.Erase(one.Id, other.Id);
        await seat.Settle();
        var organisations = (await seat.Office.Network.Load()).Organisations;
        string[] names = [organisations[one.Organisation].Name, organisations[other.Organisation].Name];

        var rows = (await seat.Page("/cockpit/journal")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("Automatique", StringComparison.Ordinal) && row.Contains($"Données effacées, le temps de conservation passé\u00A0: 2\u00A0personnes, {string.Join(", ", names.Order(StringComparer.Ordinal))}", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotMatch(@"\bc0\d{3}\b", row));
    }

    [Fact]
    public async Task Whoever_was_erased_has_no_part_in_a_rehearsal()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var gone = Partners.Referents[0].Id;
        await seat.Office.Erase(gone);

        await seat.Page("/cockpit/repetition/2022");

        Assert.Null(await seat.Rehearsed!.Get(Core.Network.NetworkDesk.Partition, "contact|" + gone));
        Assert.NotNull(await seat.Rehearsed.Get(Core.Network.NetworkDesk.Partition, "contact|" + Partners.Referents[1].Id));
    }

    [Fact]
    public async Task Whom_the_network_no_longer_has_the_journal_knows_by_id_alone()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 10, 0, 0));
        await seat.Office.Journal.Write(new Core.Engine.JournalLine(seat.Office.Now, "", nameof(Core.Engine.Effect.Note), "départ de c9999", "coordination", "note-x"));

        var page = await seat.Page("/cockpit/journal");

        Assert.Contains("Départ\u00A0: une personne qui n’est plus dans le réseau (c9999)", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_line_has_words_of_its_own()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var kinds = typeof(Core.Engine.Effect).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Core.Engine.Effect))).Select(type => type.Name).ToList();
        foreach (var kind in kinds)
            await seat.Office.Journal.Write(new Core.Engine.JournalLine(seat.Office.Now.AddMonths(-3), "", kind, "", "", kind));

        var words = (await seat.Page("/cockpit/journal?mois=2021-06")).QuerySelectorAll("tbody tr").Select(row => row.Cells().ElementAt(1)).ToList();

        Assert.Equal(kinds.Count, words.Distinct().Count());
        Assert.DoesNotContain("Autre", words);
    }

    [Fact]
    public async Task A_rehearsal_shows_every_mail_of_the_year_and_sends_none()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        await seat.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Skip("interet-technique", "pas cette année", seat.Office.Now, "coordination"));
        await seat.Settle();
        var (before, mails) = (seat.Store.Whole(), seat.Mail.Sent.Count);

        var page = await seat.Page("/cockpit/repetition/2022");

        var lines = page.QuerySelectorAll(".rows > li").Select(line => line.TextContent).ToList();
        foreach (var step in new[] { "Collecte des thèmes 2022", "Vote sur les thèmes 2022", "Convocation du comité de pilotage", "Programme de travail 2022", "Bilan 2022", "Relance" })
            Assert.Contains(lines, line => line.Contains(step, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Intérêt pour une rencontre technique", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".rows > li"), line => Assert.NotEmpty(line.QuerySelectorAll("details li")));
        Assert.Equal((before, mails), (seat.Store.Whole(), seat.Mail.Sent.Count));
    }

    [Fact]
    public async Task A_rehearsal_opens_what_nobody_has_decided_yet()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));

        var page = await seat.Page("/cockpit/repetition/2022");

        var lines = page.QuerySelectorAll(".rows > li").Select(line => line.TextContent).ToList();
        Assert.Contains(lines, line => line.Contains("Choix des groupes de travail", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Thème du prochain séminaire", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("#attente"));
    }

    [Fact]
    public async Task A_rehearsal_shows_only_what_is_still_to_come()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 25, 10, 0, 0), [.. Almanach.Web.Tests.CockpitRooms.Partners.Propose(3), Almanach.Web.Tests.CockpitRooms.Partners.Grouped]);

        var page = await seat.Page("/cockpit/repetition/2022");

        var kickers = page.QuerySelectorAll(".rows > li > .hint:first-child").Select(line => line.TextContent).ToList();
        Assert.DoesNotContain(kickers, line => line.Contains("Collecte des thèmes", StringComparison.Ordinal) || line.Contains("· Vote", StringComparison.Ordinal) || line.Contains("octobre 2021", StringComparison.Ordinal));
        Assert.Contains(kickers, line => line.Contains("Compte-rendu du comité", StringComparison.Ordinal));
        Assert.Contains(kickers, line => line.Contains("Relance", StringComparison.Ordinal)); // of the vote, which is open
    }

    [Fact]
    public async Task The_clock_of_a_demonstration_is_moved_from_any_page()
    {
        var clock = new FakeDemonstration();
        await using var seat = await Seat.Outside(new DateTime(2021, 10, 6, 10, 0, 0), clock);
        await seat.SignIn();
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/messages")).QuerySelector(".clock form")!;

        var back = await seat.Submit(form, ("avancer", "etape"), ("reponses", "oui"));
        await seat.Submit(form, ("avancer", "jour"));

        Assert.Equal("/cockpit/messages", back.Headers.Location!.ToString());
        Assert.Equal(["next True", "advance 1 False"], clock.Asked);
    }

    [Fact]
    public async Task A_real_platform_has_no_such_clock()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 10, 0, 0));
        var page = await seat.Page("/cockpit");
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=jeton]")!).Value;

        var answer = await seat.Send("/cockpit/demonstration", ("jeton", token), ("avancer", "jour"));

        Assert.Null(page.QuerySelector(".clock"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}

internal static class Rows
{
    public static IEnumerable<string> Cells(this IElement row) => row.Children.Select(cell => cell.TextContent.Trim());
}
