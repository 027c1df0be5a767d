using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Meetings;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>What a committee decided, read before it is recorded.</summary>
public sealed class DecisionsRoomTests
{
    private static readonly DateTime After = new(2021, 12, 14, 12, 0, 0);
    private static readonly DateTime Before = new(2021, 11, 8, 10, 0, 0);

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

    private static string Theme(Core.Themes.Board board, int title) => board.Standing.Single(theme => theme.Title == Partners.Titles[title]).Id;

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static async Task<IHtmlDocument> Preview(CockpitHost host, params (string, string)[] outcomes)
    {
        var first = (await host.Page("/cockpit/reunions/2022-copil/decisions")).QuerySelector<IHtmlFormElement>("form[action$=details]")!;
        var second = await CockpitHost.Read(await host.Submit(first, outcomes));
        return await CockpitHost.Read(await host.Submit(second.QuerySelector<IHtmlFormElement>("form[action$=apercu]")!));
    }
}
