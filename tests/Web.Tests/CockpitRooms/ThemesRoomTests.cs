using System.Net;
using Almanach.Core.Cycle;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Rehearsal;
using Almanach.Core.Themes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

public sealed class ThemesRoomTests
{
    private static readonly DateTime Grouping = new(2021, 11, 8, 10, 0, 0);

    [Fact]
    public async Task The_board_shows_each_theme_once_with_those_behind_it_and_suggests_near_ones()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);

        var page = await host.Page("/cockpit/themes/2022");

        var board = await host.Office.Themes.Load(2022);
        Assert.Equal(board.Standing.Select(theme => theme.Id).Order(), page.QuerySelectorAll(".themes > li").Select(line => line.Id!).Order());
        Assert.Contains("Le non-recours aux droits sociaux", page.QuerySelector("#proches")!.ParentElement!.TextContent);
        Assert.Contains("Regroupement en cours", page.QuerySelector(".kicker")!.TextContent);
    }

    [Fact]
    public async Task The_room_opens_on_the_year_whose_proposals_are_being_grouped()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(2)]);

        var response = await host.Get("/cockpit/themes");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/cockpit/themes/2022", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Themes_are_grouped_worded_anew_and_separated_again()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var (one, other) = await Two(host);

        var page = await host.Page($"/cockpit/themes/2022/regrouper?t={one.Id}&t={other.Id}&titre-de={other.Id}");
        var form = page.QuerySelector<IHtmlFormElement>("form[method=post]")!;
        Assert.Equal(other.Title, form.QuerySelector<IHtmlInputElement>("[name=titre]")!.Value);
        var response = await host.Submit(form, ("titre", "Le non-recours"), ("format", "Atelier"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var board = await host.Office.Themes.Load(2022);
        Assert.Equal(("Le non-recours", "Atelier"), (board.Themes[other.Id].Title, $"{board.Themes[other.Id].Kind}"));
        Assert.Equal(other.Id, board.Themes[one.Id].MergedInto);
        Assert.Equal(2, board.Backers(board.Themes[other.Id]).Count);

        var back = await host.Post($"/cockpit/themes/2022/{other.Id}/separer", ("p", one.Id));

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        board = await host.Office.Themes.Load(2022);
        Assert.True(board.Themes[one.Id].Stands);
        Assert.Equal(one.Title, board.Themes[one.Id].Title);
        Assert.Single(board.Themes[other.Id].Proposals);
    }

    [Fact]
    public async Task Once_the_vote_is_open_nothing_is_grouped_or_split_any_more()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0),
            [.. Partners.Propose(12), new Act.Merge(new DateTime(2021, 11, 8, 10, 0, 0), Partners.Titles[0], [Partners.Titles[1]], null, null, null), Partners.Grouped]);
        var board = await host.Office.Themes.Load(2022);
        var whole = board.Standing.Single(theme => theme.Proposals.Count == 2);
        var other = board.Standing.First(theme => theme.Id != whole.Id);

        var page = await host.Page("/cockpit/themes/2022");
        var theme = await host.Page($"/cockpit/themes/2022/{whole.Id}");
        var merged = await host.Post("/cockpit/themes/2022/regrouper", ("dans", whole.Id), ("t", other.Id), ("titre", whole.Title), ("vu", ThemePrint.Of(board, [whole.Id, other.Id])));
        var split = await host.Post($"/cockpit/themes/2022/{whole.Id}/separer", ("p", whole.Proposals[1]));

        Assert.Empty(page.QuerySelectorAll("input[name=t]"));
        Assert.DoesNotContain("Regrouper les thèmes cochés", page.Body!.TextContent);
        Assert.Null(theme.QuerySelector("form[action$=separer]"));
        Assert.Contains("Le vote porte sur la liste", (await CockpitHost.Read(merged, HttpStatusCode.Conflict)).QuerySelector(".errors")!.TextContent);
        Assert.Contains("Le vote porte sur la liste", (await CockpitHost.Read(split, HttpStatusCode.Conflict)).QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task A_grouping_finished_by_a_double_click_is_finished_once()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var form = (await host.Page("/cockpit/themes/2022/terminer")).QuerySelector<IHtmlFormElement>("form[action$=terminer]")!;

        var first = await host.Submit(form);
        var second = await host.Submit(form);
        await host.Settle();

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(12, await Sent(host, "devenir-regroupement"));
    }

    [Fact]
    public async Task Subjects_that_come_after_the_grouping_are_announced_read_kept_and_set_aside()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 11, 25, 10, 0, 0), [.. Partners.Propose(3), Partners.Grouped]);
        foreach (var title in new[] { "Le sport santé", "Une annonce" })
            Assert.Null(await host.Office.Outside.Propose(new OutsideProposal("Un club", title, "Parce que.", null, title == "Une annonce" ? "" : "club@example.org"), 2022, host.Office.Now));

        var today = await host.Page("/cockpit");
        var page = await host.Page("/cockpit/themes/sujets");
        await host.Submit(Form(page, "garder", "Le sport santé"));
        await host.Submit(Form(await host.Page("/cockpit/themes/sujets"), "ecarter", "Une annonce"));
        var after = await host.Page("/cockpit/themes/sujets");

        Assert.Equal("/cockpit/themes/sujets", today.QuerySelectorAll("#attend ~ ul a").Single(link => link.TextContent.EndsWith("à lire", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.Contains("club@example.org", page.Body!.TextContent);
        Assert.Equal(["Gardés pour 2023", "Écartés"], after.QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.DoesNotContain("à lire", (await host.Page("/cockpit")).QuerySelector("#attend")!.ParentElement!.TextContent);
        var board = await host.Office.Themes.Load(2023);
        Assert.Equal(["Le sport santé"], board.Standing.Select(theme => theme.Title));
        Assert.True(board.Shows(board.FromOutside[0]) ^ board.Shows(board.FromOutside[1]));

        await host.Submit(Form(after, "garder", "Une annonce"));
        Assert.Equal(2, (await host.Office.Themes.Load(2023)).Standing.Count);

        static IHtmlFormElement Form(IHtmlDocument page, string what, string title) => page.QuerySelectorAll("main .rows > li")
            .Single(line => line.QuerySelector("h3")!.TextContent == title).QuerySelector<IHtmlFormElement>($"form[action$={what}]")!;
    }

    [Fact]
    public async Task A_subject_left_unread_is_named_when_the_grouping_ends_and_is_on_no_ballot_until_it_is_kept()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(3)]);
        foreach (var title in new[] { "Le sport santé", "Une annonce" })
            Assert.Null(await host.Office.Outside.Propose(new OutsideProposal("Un club", title, "Parce que.", null, ""), 2022, host.Office.Now));

        var ending = await host.Page("/cockpit/themes/2022/terminer");
        await host.Submit(ending.QuerySelector<IHtmlFormElement>("form[method=post]")!);
        await host.Settle();
        var today = await host.Page("/cockpit");
        var page = await host.Page("/cockpit/themes/sujets");
        await host.Post("/cockpit/themes/sujets/garder", ("p", (await host.Office.Themes.Load(2022)).FromOutside.Single(subject => subject.Title == "Le sport santé").Id));
        host.Clock.Set(new DateTimeOffset(2021, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await host.Office.Ticker.Tick();
        await host.Settle();

        Assert.Contains("Deux sujets venus du formulaire public attendent d’être lus", ending.QuerySelector("main")!.TextContent.Replace('\u00A0', ' '));
        Assert.Contains(today.QuerySelectorAll("#attend ~ ul a"), link => link.TextContent == "Deux\u00A0sujets proposés, à lire");
        Assert.Equal(["À lire"], page.QuerySelectorAll("h2").Select(title => title.TextContent));
        var ballot = (await host.Office.Consultations.Find("2022-vote"))!.Options.Values.SelectMany(options => options).Select(option => option.Label).ToList();
        Assert.Contains("Le sport santé", ballot);
        Assert.DoesNotContain("Une annonce", ballot);
        Assert.Equal(["À lire", "Gardés pour 2022"], (await host.Page("/cockpit/themes/sujets")).QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.DoesNotContain(await host.Office.LeftOver.Themes(2022, host.Office.Now), theme => theme.Title == "Une annonce");
    }

    [Fact]
    public async Task A_theme_carried_over_that_was_grouped_can_be_separated_too()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(2)]);
        var board = await host.Office.Themes.Load(2022);
        var carried = board.Standing.First(theme => theme.CarriedFrom is not null);
        var fresh = board.Standing.First(theme => theme.CarriedFrom is null);
        await host.Office.Themes.Apply(2022, new ThemeCommand.Merge(fresh.Id, [carried.Id], host.Office.Now));

        var page = await host.Page($"/cockpit/themes/2022/{fresh.Id}");
        Assert.NotNull(page.QuerySelector($"input[name=p][value={carried.Id}]"));
        await host.Post($"/cockpit/themes/2022/{fresh.Id}/separer", ("p", carried.Id));

        board = await host.Office.Themes.Load(2022);
        Assert.True(board.Themes[carried.Id].Stands);
        Assert.Equal(Fate.CarriedOver, board.Themes[carried.Id].Fate);
        Assert.True(board.Themes[fresh.Id].Stands);
    }

    [Fact]
    public async Task A_subject_of_the_public_form_is_shown_to_members_by_a_button_and_its_address_is_there_for_an_answer()
    {
        await using var host = await CockpitHost.At(Grouping);
        var sent = new OutsideProposal("Une association", "La vie étudiante", "", null, "eve@example.org");
        Assert.Null(await host.Office.Outside.Propose(sent, 2022, host.Office.Now));
        var id = (await host.Office.Themes.Load(2022)).Proposals.Values.Single(proposal => proposal.Origin == ProposalOrigin.PublicForm).Id;

        var page = await host.Page($"/cockpit/themes/2022/{id}");
        using var done = await host.Submit(page.QuerySelector<IHtmlFormElement>("form[action$='/montrer']")!);
        var after = await host.Page($"/cockpit/themes/2022/{id}");

        Assert.Equal("mailto:eve@example.org", page.QuerySelector("main a[href^='mailto:eve']")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.True((await host.Office.Themes.Load(2022)).Proposals[id].Shown);
        Assert.Null(after.QuerySelector("form[action$='/montrer']"));
    }

    [Fact]
    public async Task What_was_typed_in_a_stale_tab_is_kept_and_nothing_is_written()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var (one, _) = await Two(host);
        var stale = (await host.Page($"/cockpit/themes/2022/{one.Id}")).QuerySelector<IHtmlFormElement>("form[method=post]")!;
        await host.Submit(stale, ("titre", "Écrit dans le premier onglet"));

        var response = await host.Submit(stale, ("titre", "Écrit dans le second onglet"));

        var page = await CockpitHost.Read(response, HttpStatusCode.Conflict);
        Assert.Contains("a changé pendant que vous écriviez", page.QuerySelector(".errors")!.TextContent);
        Assert.Equal("Écrit dans le second onglet", page.QuerySelector<IHtmlInputElement>("[name=titre]")!.Value);
        Assert.Equal("Écrit dans le premier onglet", (await host.Office.Themes.Load(2022)).Themes[one.Id].Title);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Submit(page.QuerySelector<IHtmlFormElement>("form[method=post]")!)).StatusCode);
    }

    [Fact]
    public async Task A_merge_sent_twice_is_answered_kindly_the_second_time()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var (one, other) = await Two(host);
        var form = (await host.Page($"/cockpit/themes/2022/regrouper?t={one.Id}&t={other.Id}")).QuerySelector<IHtmlFormElement>("form[method=post]")!;
        await host.Submit(form);

        var again = await CockpitHost.Read(await host.Submit(form), HttpStatusCode.NotFound);

        Assert.Contains("n’existe plus", again.QuerySelector(".errors")!.TextContent);
        Assert.NotEmpty(again.QuerySelectorAll(".themes > li"));
    }

    [Fact]
    public async Task A_title_is_asked_for_where_it_is_missing()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var (one, other) = await Two(host);
        var form = (await host.Page($"/cockpit/themes/2022/regrouper?t={one.Id}&t={other.Id}")).QuerySelector<IHtmlFormElement>("form[method=post]")!;

        var page = await CockpitHost.Read(await host.Submit(form, ("titre", " ")), HttpStatusCode.UnprocessableEntity);

        Assert.Equal("#titre", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.True((await host.Office.Themes.Load(2022)).Themes[other.Id].Stands);
    }

    [Fact]
    public async Task One_theme_alone_is_not_grouped()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(2)]);
        var theme = (await host.Office.Themes.Load(2022)).Standing[0];

        var page = await host.Page($"/cockpit/themes/2022/regrouper?t={theme.Id}", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("au moins deux thèmes", page.QuerySelector(".errors")!.TextContent);
    }

    [Fact]
    public async Task Closing_tells_exactly_the_authors_who_were_shown()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var page = await host.Page("/cockpit/themes/2022/terminer");
        var shown = page.QuerySelectorAll("table tbody tr").Length;

        var response = await host.Submit(page.QuerySelector<IHtmlFormElement>("form[method=post]")!);
        await host.Settle();

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(StepState.Closed, (await host.Office.Cycle.Find(2022))!.Find("regroupement")!.State);
        Assert.Equal(12, shown);
        Assert.Equal(shown, await Sent(host, "devenir-regroupement"));
    }

    [Fact]
    public async Task Closing_late_also_shows_the_invitation_that_leaves_at_once()
    {
        await using var host = await CockpitHost.At(Grouping.AddDays(14), [.. Partners.Propose(12)]);
        var page = await host.Page("/cockpit/themes/2022/terminer");
        var shown = page.QuerySelectorAll("table tbody tr").Length;

        await host.Submit(page.QuerySelector<IHtmlFormElement>("form[method=post]")!);
        await host.Settle();

        Assert.Contains("L’invitation qui part aussitôt", page.QuerySelectorAll("h2").Select(title => title.TextContent));
        Assert.Equal(shown, await Sent(host, "devenir-regroupement") + await Sent(host, "invitation-vote"));
    }

    [Fact]
    public async Task Closing_stops_when_the_proposals_have_changed_since_the_preview()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(12)]);
        var form = (await host.Page("/cockpit/themes/2022/terminer")).QuerySelector<IHtmlFormElement>("form[method=post]")!;
        var (one, other) = await Two(host);
        await host.Office.Themes.Apply(2022, new ThemeCommand.Merge(other.Id, [one.Id], host.Office.Now));

        await CockpitHost.Read(await host.Submit(form), HttpStatusCode.Conflict);
        await host.Settle();

        Assert.Equal(StepState.Open, (await host.Office.Cycle.Find(2022))!.Find("regroupement")!.State);
        Assert.Equal(0, await Sent(host, "devenir-regroupement"));
    }

    [Fact]
    public async Task Looking_at_pages_writes_nothing()
    {
        await using var host = await CockpitHost.At(Grouping, [.. Partners.Propose(30)]);
        var before = await Files(host);

        await host.Page("/cockpit/themes/2022");
        await host.Page("/cockpit/themes/2022/terminer");

        Assert.Equal(before, await Files(host));
    }

    [Theory]
    [InlineData("/cockpit/themes/1950")] // no such year
    [InlineData("/cockpit/themes/99999999999")] // no year at all
    [InlineData("/cockpit/themes/2022/rien")] // no such theme
    [InlineData("/cockpit/themes/2031/terminer")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        await using var host = await CockpitHost.At(Grouping);

        await host.Page(address, HttpStatusCode.NotFound);
    }

    private static async Task<(Theme One, Theme Other)> Two(CockpitHost host)
    {
        var board = await host.Office.Themes.Load(2022);
        Theme Of(string title) => board.Standing.Single(theme => theme.Title == title);
        return (Of(Partners.Titles[0]), Of(Partners.Titles[1]));
    }

    internal static async Task<int> Sent(CockpitHost host, string text)
    {
        var sent = 0;
        await foreach (var held in host.Office.Ledger.List<MailingLine>(MailingLine.Partition, ""))
            if (held.Value.Text == text)
                sent += (await host.Office.MailRoom.Outcomes(held.Value.Key)).Count(copy => copy.Value == Delivery.Sent);
        return sent;
    }

    private static async Task<List<string>> Files(CockpitHost host)
    {
        List<string> paths = [];
        await foreach (var path in host.Files.List(""))
            paths.Add(path);
        return paths;
    }
}
