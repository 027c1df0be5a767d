using System.Net;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class MeetingsRoomTests
{
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly DateTime Before = new(2021, 11, 8, 10, 0, 0);

    [Fact]
    public async Task The_list_shows_what_comes_and_what_has_been()
    {
        await using var host = await CockpitHost.At(After);

        var page = await host.Page("/cockpit/reunions");

        Assert.Equal(["À venir", "Précédentes"], page.QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.Equal("/cockpit/reunions/2022-copil", page.QuerySelectorAll("h2")[1].ParentElement!.QuerySelector("h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_sheet_is_filled_from_the_answers_and_kept_once_saved()
    {
        var members = Members().Take(3).ToList();
        await using var host = await CockpitHost.At(After, [.. members.Select((member, index) => Partners.Attend(member, index == 2 ? AttendanceMode.Excused : AttendanceMode.Remote))]);

        var page = await host.Page("/cockpit/reunions/2022-copil");
        var form = page.QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        Assert.Equal("Excused", form.QuerySelector<IHtmlSelectElement>($"[name=presence-{members[2].Id}]")!.Value);
        await host.Submit(form, ($"presence-{members[2].Id}", "OnSite"));

        var meeting = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(AttendanceMode.OnSite, meeting.Attendance[members[2].Id]);
        Assert.Equal(3, meeting.Attendance.Count);
    }

    [Theory]
    [InlineData("copil")]
    [InlineData("journee-1")] // of the whole network
    public async Task Whoever_was_there_and_has_left_since_stays_on_the_sheet(string meeting)
    {
        await using var host = await CockpitHost.At(meeting == "copil" ? After : new DateTime(2022, 4, 13, 10, 0, 0));
        var address = $"/cockpit/reunions/2022-{meeting}";
        var referents = Members().Where(contact => contact.Is(Core.Network.RoleKind.Referent)).ToList();
        var (member, other) = (referents[0], referents[1]);
        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{member.Id}", "OnSite"));
        Assert.Null(await host.Office.Members.Leave(member.Id, "coordination", host.Office.Now));

        await host.Submit((await host.Page(address)).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{other.Id}", "OnSite"));

        var attendance = (await host.Office.Meetings.Find($"2022-{meeting}"))!.Attendance;
        Assert.Contains(new KeyValuePair<string, AttendanceMode>(member.Id, AttendanceMode.OnSite), attendance);
        Assert.Contains(new KeyValuePair<string, AttendanceMode>(other.Id, AttendanceMode.OnSite), attendance);
    }

    [Fact]
    public async Task Without_a_saved_sheet_the_minutes_take_the_answers_and_the_preview_says_so()
    {
        var members = Members().Take(3).ToList();
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped,
            .. members.Select((member, index) => Partners.Attend(member, index == 2 ? AttendanceMode.Excused : AttendanceMode.Remote))]);
        var board = await host.Office.Themes.Load(2022);

        var before = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));
        var answered = (await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now)).Chapters[0];
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{members[2].Id}", "Remote"));
        var after = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));
        var saved = (await host.Office.Documents.Compose(Core.Platforms.DocumentKind.CompteRendu, 2022, host.Office.Now)).Chapters[0];

        Assert.Contains("La feuille d’émargement n’est pas enregistrée\u00A0: le compte-rendu reprendra les réponses reçues.", before.QuerySelector("main")!.TextContent);
        Assert.NotNull(before.QuerySelector("main a[href='/cockpit/reunions/2022-copil#emargement']"));
        Assert.Equal("2 membres présents ou représentés, d’après les réponses reçues", Plain(answered.Summary));
        Assert.Equal(3, answered.Blocks.OfType<Core.Documents.Block.Table>().Single().Rows.Count(row => row[2] != "absence"));
        Assert.DoesNotContain("n’est pas enregistrée", after.QuerySelector("main")!.TextContent);
        Assert.Equal("3 membres présents ou représentés", Plain(saved.Summary));
    }

    [Fact]
    public async Task The_coordinator_reads_who_represents_whom_on_the_sheet_and_on_its_print()
    {
        var member = Members().First();
        var said = (Core.Rehearsal.Act.Respond)Partners.Attend(member, AttendanceMode.Represented) with
        {
            Values = new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Represented, "", "Claire Martin") },
        };
        await using var host = await CockpitHost.At(After, said);

        var sheet = await host.Page("/cockpit/reunions/2022-copil");
        var print = await host.Page("/cockpit/reunions/2022-copil/emargement");

        Assert.Contains("se fait représenter par Claire Martin", sheet.QuerySelector("table.attending")!.TextContent);
        Assert.Contains("se fait représenter par Claire Martin", print.QuerySelector("table.signing")!.TextContent);
    }

    [Fact]
    public async Task Decisions_are_read_before_they_are_recorded_and_reach_the_programme()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        var (adopted, along, put, left) = (Theme(board, 0), Theme(board, 1), Theme(board, 2), Theme(board, 4));

        var first = (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var second = await CockpitHost.Read(await host.Submit(first,
            ($"suite-{adopted}", "Adopt"), ($"suite-{along}", "Adopt"), ($"suite-{put}", "CarryOver"), ($"suite-{left}", "Reject"),
            ("autres-decisions", "Le prochain comité se tient à Lyon."), ("notes", "Un échange.\n\nUn second.")));
        var third = await CockpitHost.Read(await host.Submit(second.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!,
            ($"type-{adopted}", "JourneeEchanges"), ($"titre-{adopted}", "Le non-recours"), ($"avec-{along}", adopted),
            ($"jour-{adopted}-1", "2022-04-12"), ($"lieu-{adopted}-1", "Clermont-Ferrand"), ($"reserve-{adopted}-1", "oui")));
        Assert.Empty((await host.Office.Meetings.Find("2022-copil"))!.Decisions);
        var read = third.QuerySelector("#compte-rendu")!.ParentElement!.TextContent;
        Assert.Contains("mardi 12 avril 2022, Clermont-Ferrand (sous réserve)", Plain(read));
        Assert.Contains("est reporté à l’année suivante", read);

        var response = await host.Submit(third.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var meeting = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal([DecisionOutcome.Adopt, DecisionOutcome.CarryOver, DecisionOutcome.Reject, DecisionOutcome.Record], meeting.Decisions.Select(decision => decision.Outcome));
        Assert.Equal([adopted, along], meeting.Decisions[0].Themes);
        Assert.Equal(["Un échange.", "Un second."], meeting.Notes);
        var action = (await host.Office.Programme.Load(2022)).Single(action => action.Source == "2022-copil");
        Assert.Equal(("le-non-recours", new DateOnly(2022, 4, 12), true), (action.Id, action.Occurrences[0].Day, action.Occurrences[0].Provisional));
        Assert.Equal(StepState.Closed, (await host.Office.Cycle.Find(2022))!.Find("copil")!.State);
    }

    [Fact]
    public async Task Going_back_to_the_themes_keeps_all_that_was_typed()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        var (adopted, put) = (Theme(board, 0), Theme(board, 2));
        var first = (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var second = (await CockpitHost.Read(await host.Submit(first, ($"suite-{adopted}", "Adopt"), ($"suite-{put}", "CarryOver"), ("autres-decisions", "À Lyon."), ("notes", "Un échange."))))
            .QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        second.SetAttribute("action", "/cockpit/reunions/2022-copil/decisions/themes");

        var back = (await CockpitHost.Read(await host.Submit(second, ($"titre-{adopted}", "Un titre à elle"), ($"lieu-{adopted}-1", "Lyon")))).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var again = (await CockpitHost.Read(await host.Submit(back))).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;

        Assert.True(back.QuerySelector<IHtmlInputElement>($"[name=suite-{adopted}][value=Adopt]")!.IsChecked);
        Assert.Equal(("À Lyon.", "Un échange."), (back.QuerySelector<IHtmlTextAreaElement>("[name=autres-decisions]")!.Value.Trim(), back.QuerySelector<IHtmlTextAreaElement>("[name=notes]")!.Value.Trim()));
        Assert.Equal(("Un titre à elle", "Lyon"), (again.QuerySelector<IHtmlInputElement>($"[name=titre-{adopted}]")!.Value, again.QuerySelector<IHtmlInputElement>($"[name=lieu-{adopted}-1]")!.Value));
        Assert.Contains(again.QuerySelectorAll<IHtmlTextAreaElement>("textarea"), box => box.Value.Trim() == "À Lyon.");
    }

    [Fact]
    public async Task Whoever_is_represented_by_nobody_known_does_not_keep_the_sheet_from_being_saved()
    {
        await using var host = await CockpitHost.At(After, Partners.Attend(Members()[0], AttendanceMode.Represented), Partners.Attend(Members()[1], AttendanceMode.Remote));

        var saved = await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(AttendanceMode.Excused, (await host.Office.Meetings.Find("2022-copil"))!.Attendance[Members()[0].Id]);
    }

    [Fact]
    public async Task The_authors_told_are_those_shown_before_recording()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);

        var preview = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));
        var shown = preview.QuerySelectorAll("table tbody tr").Length;
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!);
        Assert.Contains("Un message part à chaque personne qui a fait une proposition", (await host.Page("/cockpit")).QuerySelector("section[aria-labelledby=seul]")!.TextContent, StringComparison.Ordinal);
        host.Clock.Set(host.Office.Now.AddMinutes(10));
        await host.Office.Ticker.Tick();
        await host.Settle();

        Assert.Equal(12, shown);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "devenir-copil"));
    }

    [Fact]
    public async Task Decisions_recorded_in_another_tab_are_not_overwritten_unseen()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        var stale = (await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"))).QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!;
        var other = (await Preview(host, ($"suite-{Theme(board, 1)}", "CarryOver"))).QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!;
        await host.Submit(other);

        var page = await CockpitHost.Read(await host.Submit(stale), HttpStatusCode.Conflict);

        Assert.Contains("enregistrées ailleurs", page.QuerySelector(".errors")!.TextContent);
        Assert.Equal(DecisionOutcome.CarryOver, (await host.Office.Meetings.Find("2022-copil"))!.Decisions.Single().Outcome);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!)).StatusCode);
        Assert.Equal(DecisionOutcome.Reject, (await host.Office.Meetings.Find("2022-copil"))!.Decisions.Single().Outcome);
    }

    [Fact]
    public async Task What_is_missing_of_an_action_is_said_beside_its_field()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var theme = Theme(await host.Office.Themes.Load(2022), 3);

        var page = await CockpitHost.Read(await host.Post("/cockpit/reunions/2022-copil/decisions/apercu",
            ("vu", ""), ($"suite-{theme}", "Adopt"), ($"type-{theme}", ""), ($"titre-{theme}", ""), ($"jour-{theme}-1", "le 32")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal([$"#titre-{theme}", $"#type-{theme}", $"#jour-{theme}-1"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector($".field.error #titre-{theme}"));
        Assert.StartsWith($"«\u00A0{Partners.Titles[3]}\u00A0»\u00A0: donnez un titre", page.QuerySelector(".errors a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recording_again_without_a_change_keeps_every_decision_as_it_was()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        string Id(int title) => Theme(board, title);
        MeetingDecision[] decisions =
        [
            new("d-1", "Deux journées, un sujet.", [Id(0), Id(1)], DecisionOutcome.Adopt, Adopted("journee")),
            .. Enumerable.Range(1, 5).Select(index => new MeetingDecision($"d-sans-{index}", $"Sans thème {index}.", [], DecisionOutcome.Adopt, Adopted($"sans-{index}"))),
            new("d-2", "Trois sujets attendront.", [Id(2), Id(3), Id(4)], DecisionOutcome.CarryOver, null),
            new("d-3", "Le comité se dit content.", [], DecisionOutcome.Record, null),
        ];
        await host.Office.Meetings.RecordDecisions("2022-copil", decisions, ["Une note."], "coordination", host.Office.Now);

        var preview = await Preview(host);
        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!);

        var again = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(decisions.Select(decision => (decision.Text, string.Join(' ', decision.Themes), decision.Outcome, decision.Action?.Id)),
            again.Decisions.Select(decision => (decision.Text, string.Join(' ', decision.Themes), decision.Outcome, decision.Action?.Id)));
        Assert.Equal(["Une note."], again.Notes);

        static AdoptedAction Adopted(string id) => new(id, Core.Platforms.ActionKind.Atelier, $"Titre {id}", [], [], "");
    }

    [Fact]
    public async Task Those_convened_learn_once_of_another_hour_place_and_link()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("heure", "14:00"), ("lieu", "Lyon"), ("lien", "https://visio.example.org/comite")));
        var shown = preview.QuerySelectorAll("table tbody tr").Length;
        var confirm = preview.QuerySelector<IHtmlFormElement>("main form[action$='/modifier']")!;

        var first = await host.Submit(confirm);
        var second = await host.Submit(confirm);
        await host.Settle();

        Assert.Equal(["/cockpit/reunions/2022-copil?fait=modifiee", "/cockpit/reunions/2022-copil?fait=modifiee"], new[] { first, second }.Select(answer => answer.Headers.Location!.ToString()));
        Assert.Contains($"écrire à {shown} personnes", Plain(confirm.TextContent));
        Assert.Equal(Members().Count, shown);
        Assert.Equal(shown, await ThemesRoomTests.Sent(host, "changement-reunion"));
        var words = Plain(preview.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("mardi 14 décembre 2021 à 14 h", words);
        Assert.Contains("Lyon, ou en visioconférence : https://visio.example.org/comite", words);
        Assert.Contains("mardi 14 décembre 2021 à 9 h 30, en visioconférence", words);
        var meeting = (await host.Office.Meetings.Find("2022-copil"))!;
        Assert.Equal(("Lyon", false, new DateTimeOffset(2021, 12, 14, 13, 0, 0, TimeSpan.Zero)), (meeting.Place, meeting.Remote, meeting.Starts));
        Assert.DoesNotContain("visio.example.org", await (await host.Get("/")).Content.ReadAsStringAsync()); // the public page
    }

    [Fact]
    public async Task Before_the_convocation_nobody_is_written_to_and_the_convocation_says_it()
    {
        await using var host = await CockpitHost.At(Before, Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;
        var preview = await CockpitHost.Read(await host.Submit(form, ("lien", "https://visio.example.org/comite")));

        await host.Submit(preview.QuerySelector<IHtmlFormElement>("main form[action$='/modifier']")!);
        await host.Settle();

        Assert.Null(preview.QuerySelector("blockquote"));
        Assert.Equal(0, await ThemesRoomTests.Sent(host, "changement-reunion"));
        Assert.Contains("https://visio.example.org/comite", (await host.Page("/cockpit/etape/2022/convocation/lettre/prevue/0")).Body!.TextContent);
    }

    [Fact]
    public async Task Another_sheet_saved_meanwhile_is_not_replaced_unseen()
    {
        await using var host = await CockpitHost.At(After);
        var (one, other) = (Members()[0].Id, Members()[1].Id);
        var stale = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{one}", "Remote"));

        var page = await CockpitHost.Read(await host.Submit(stale, ($"presence-{other}", "Remote")), HttpStatusCode.Conflict);

        Assert.Equal([one], (await host.Office.Meetings.Find("2022-copil"))!.Attendance.Keys);
        var kept = page.QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        Assert.Equal("Remote", kept.QuerySelector<IHtmlSelectElement>($"[name=presence-{other}]")!.Value);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(kept)).StatusCode); // she has read it
        Assert.Equal([other], (await host.Office.Meetings.Find("2022-copil"))!.Attendance.Keys);
    }

    [Fact]
    public async Task Another_sheet_saved_meanwhile_is_not_replaced_unseen_after_an_error_either()
    {
        await using var host = await CockpitHost.At(After);
        var (one, other) = (Members()[0].Id, Members()[1].Id);
        var stale = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!;
        await host.Submit((await host.Page("/cockpit/reunions/2022-copil")).QuerySelector<IHtmlFormElement>("form[action$=emargement]")!, ($"presence-{one}", "Remote"));

        var page = await CockpitHost.Read(await host.Submit(stale, ($"presence-{other}", "Represented")), HttpStatusCode.Conflict); // nobody represents her

        Assert.Contains("une autre feuille", page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_points_members_ask_for_are_on_the_page_of_the_meeting()
    {
        var member = Members().First();
        var said = (Core.Rehearsal.Act.Respond)Partners.Attend(member, AttendanceMode.Remote) with
        {
            Values = new Dictionary<string, AnswerValue> { ["presence"] = new AnswerValue.Attendance(AttendanceMode.Remote, ""), ["points"] = new AnswerValue.Text("Le calendrier de 2023.") },
        };
        await using var host = await CockpitHost.At(new DateTime(2021, 12, 6, 10, 0, 0), said);

        var aside = (await host.Page("/cockpit/reunions/2022-copil")).QuerySelector("aside")!.TextContent;

        Assert.Contains($"Le calendrier de 2023. ({member.Name})", Plain(aside), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_sits_it_is_neither_past_nor_gone_from_a_member_s_page()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 9, 27, 10, 0, 0));
        var own = $"/p/{host.Office.Links.Token(new Core.Mail.LinkTo(Core.Mail.LinkPurpose.Person, "", host.Office.Now.AddDays(5)), Members().First())}";

        var list = await host.Page("/cockpit/reunions");
        var page = await host.Page(own);

        Assert.Equal("En ce moment et à venir", list.QuerySelector("h2")!.TextContent);
        Assert.Contains("en ce moment", list.QuerySelector("h2 + ul .hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(en ce moment)", page.QuerySelector("section[aria-labelledby=rencontres]")!.TextContent, StringComparison.Ordinal);
        host.Clock.Set(host.Office.Now.AddHours(2));
        Assert.DoesNotContain("Comité de pilotage extraordinaire", (await host.Page(own)).QuerySelector("section[aria-labelledby=rencontres]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("heure", "25:61", "heure")]
    [InlineData("lien", "visio.example.org", "lien")]
    [InlineData("heure", "09:30", "heure")] // nothing changes
    public async Task What_cannot_be_or_changes_nothing_is_said_beside_its_field(string field, string value, string at)
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0), Partners.Grouped);
        var form = (await host.Page("/cockpit/reunions/2022-copil/modifier")).QuerySelector<IHtmlFormElement>("form[action$=apercu]")!;

        var page = await CockpitHost.Read(await host.Submit(form, (field, value)), HttpStatusCode.UnprocessableEntity);

        Assert.Equal($"#{at}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[action$='/modifier']"));
    }

    [Fact]
    public async Task The_preview_of_decisions_says_what_the_authors_will_read()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);

        var preview = await Preview(host, ($"suite-{Theme(board, 0)}", "Reject"));

        var copies = Plain(preview.QuerySelector("table tbody")!.TextContent);
        Assert.Contains($"« {Partners.Titles[0]} » : non retenue cette année", copies);
        Assert.Contains("le comité ne s’est pas prononcé cette année", copies); // of those left without a decision
        Assert.Contains("Une décision. Aucune action n’entre au programme 2022.", Plain(preview.QuerySelector(".lede")!.TextContent));
        Assert.Contains("Enregistrer les décisions et écrire à 12 personnes", Plain(preview.QuerySelector("button.main")!.TextContent));
    }

    [Fact]
    public async Task Decisions_recorded_by_a_double_click_are_recorded_and_not_called_somebody_else_s()
    {
        await using var host = await CockpitHost.At(After, [.. Partners.Propose(12), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        var form = (await Preview(host, ($"suite-{Theme(board, 0)}", "Adopt"), ($"suite-{Theme(board, 1)}", "Reject"))).QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!;

        var first = await host.Submit(form);
        var second = await host.Submit(form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await host.Office.Meetings.Find("2022-copil"))!.Decisions.Count);
    }

    [Fact]
    public async Task Before_the_meeting_no_decision_is_taken()
    {
        await using var host = await CockpitHost.At(Before, [.. Partners.Propose(3)]);
        var theme = (await host.Office.Themes.Load(2022)).Standing[0].Id;
        var seen = "";

        var response = await host.Post("/cockpit/reunions/2022-copil/decisions", ("vu", seen), ($"suite-{theme}", "Reject"));
        var page = await CockpitHost.Read(response, HttpStatusCode.Conflict);
        var again = await host.Submit(page.QuerySelector<IHtmlFormElement>("main form[action$=decisions]")!);

        Assert.Contains("une fois la réunion commencée", (await CockpitHost.Read(again, HttpStatusCode.Conflict)).QuerySelector(".errors")!.TextContent);
        Assert.Empty((await host.Office.Meetings.Find("2022-copil"))!.Decisions);
    }

    [Theory]
    [InlineData("/cockpit/reunions/2022-rien")]
    [InlineData("/cockpit/reunions/copil")]
    [InlineData("/cockpit/reunions/2022-collecte")] // a step, but no meeting
    [InlineData("/cockpit/reunions/99999999999-copil")]
    [InlineData("/cockpit/reunions/2022-%23%3F%5C/decisions")]
    [InlineData("/cockpit/reunions/2022-copil/dates/fixer?date=x")] // no poll
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Before);

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static List<Contact> Members() => [.. CockpitHost.Setting().Folder.Contacts.Where(contact => contact.Active && contact.SitsIn("copil"))];

    private static string Theme(Core.Themes.Board board, int title) => board.Standing.Single(theme => theme.Title == Partners.Titles[title]).Id;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static async Task<IHtmlDocument> Preview(CockpitHost host, params (string, string)[] outcomes)
    {
        var first = (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var second = await CockpitHost.Read(await host.Submit(first, outcomes));
        return await CockpitHost.Read(await host.Submit(second.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!));
    }
}
