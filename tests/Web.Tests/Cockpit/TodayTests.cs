using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Today;
using Almanach.Web.Tests.CockpitRooms;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.Cockpit;

public sealed class TodayTests
{
    [Fact]
    public async Task Every_number_leads_to_its_names()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 20, 8, 0, 0), [.. Partners.Propose(12)]);

        var page = await seat.Page("/cockpit");

        var rows = page.QuerySelectorAll("#ouvert ~ article tbody tr.names");
        var missing = rows.Sum(row => row.QuerySelectorAll("li a").Length);
        var asked = (await seat.Office.Consultations.Find("2022-themes"))!.Asked;
        Assert.Equal(asked - 12, missing);
        Assert.All(rows, row => Assert.StartsWith($"{row.QuerySelectorAll("li").Length} sans réponse", row.QuerySelector("summary")!.TextContent, StringComparison.Ordinal));
        Assert.Contains($"12\u00A0réponses sur {asked}", page.QuerySelector(".glance")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminders_announced_are_those_that_leave()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 18, 8, 0, 0), [.. Partners.Propose(12)]);
        var announced = AheadView.All(await TodayLoad.Of(seat.Office)).Where(line => line.Title.StartsWith("Relance", StringComparison.Ordinal)).ToList();
        var before = seat.Mail.Sent.Count;

        await seat.Pass(TimeSpan.FromDays(13));

        var sent = seat.Mail.Sent.Skip(before).Where(sent => sent.Letter.Key.StartsWith("remind-", StringComparison.Ordinal)).GroupBy(sent => sent.Letter.Date).ToList();
        Assert.NotEmpty(announced);
        Assert.Equal(announced.Select(line => (line.At, line.Mails)), sent.Select(morning => (morning.Key, morning.Count())));
    }

    [Fact]
    public async Task A_step_about_to_open_says_to_how_many_it_will_write()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 8, 0, 0));
        var line = AheadView.All(await TodayLoad.Of(seat.Office)).Single(line => line.Href == "/cockpit/etape/2022/collecte");

        await seat.Pass(TimeSpan.FromDays(8));

        Assert.Equal(line.Mails, line.Names.Count);
        Assert.Equal(line.Mails, seat.Mail.Sent.Count(sent => sent.Letter.Key == "invite-2022-themes"));
    }

    [Fact]
    public async Task What_waits_for_the_coordinator_is_said_with_its_day()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 17, 8, 0, 0), [.. Partners.Propose(3)]);

        var waiting = WaitingView.All(await TodayLoad.Of(seat.Office));

        Assert.Equal(["Regroupement des propositions, à terminer", "Vote sur les thèmes 2022, en attente"], waiting.Where(line => line.Href != "/cockpit/reunions/2022-copil/modifier").Select(line => line.Title));
        Assert.StartsWith("Attendu le", waiting[0].Detail, StringComparison.Ordinal);
        Assert.Contains("Regroupement des propositions", waiting[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_by_video_without_a_link_waits_for_one_before_its_convocation_leaves()
    {
        await using var seat = await Seat.At(new DateTime(2021, 11, 17, 8, 0, 0), [.. Partners.Propose(3)]);
        var step = (await seat.Office.Cycle.Find(2022))!.Find("copil")!;

        var before = WaitingView.All(await TodayLoad.Of(seat.Office)).Single(line => line.Href == "/cockpit/reunions/2022-copil/modifier");
        var page = await seat.Page("/cockpit/reunions/2022-copil");
        Assert.Null(await seat.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Arrange("copil", step.Starts, "", "https://visio.example.org/copil", seat.Office.Now, "coordination")));
        var after = WaitingView.All(await TodayLoad.Of(seat.Office));

        Assert.Contains("La convocation part le", before.Detail, StringComparison.Ordinal);
        Assert.Contains("Il manque le lien de visioconférence.", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(after, line => line.Href == before.Href);
    }

    [Fact]
    public async Task Before_anything_begins_the_page_says_where_to_start()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 8, 0, 0));
        var fresh = await seat.Page("/cockpit");
        await seat.Pass(TimeSpan.FromDays(8));

        string[] starts = ["/cockpit/reseau", "/cockpit/repetition", "/cockpit/annee", "/cockpit/textes"];
        Assert.Equal(starts, fresh.QuerySelectorAll("section[aria-labelledby=attend] li a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain((await seat.Page("/cockpit")).QuerySelectorAll("section[aria-labelledby=attend] a"), link => starts.Contains(link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_text_that_she_had_sent_to_herself_does_not_begin_a_year()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 8, 0, 0));
        var title = (await seat.Page("/cockpit")).QuerySelector("h1")!.TextContent;
        var form = (IHtmlFormElement)(await seat.Page("/cockpit/textes/invitation-themes")).QuerySelector("main form:has(textarea)")!;

        await seat.Submit(form, ("geste", "essai"));
        await seat.Settle();
        var page = await seat.Page("/cockpit");

        Assert.NotEmpty((await seat.Page("/cockpit/messages")).QuerySelectorAll(".rows h2"));
        Assert.Equal("L’année 2022 n’a pas commencé", title);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=attend] a[href='/cockpit/repetition']"));
    }

    [Fact]
    public async Task A_copy_refused_or_uncertain_is_a_point_to_look_at()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var matter = await TodayLoad.Of(seat.Office);
        var invitation = matter.Sent.Single(sent => sent.Line.Key == "invite-2022-themes");
        var outcomes = invitation.Outcomes.ToDictionary();
        outcomes[outcomes.Keys.First()] = Delivery.Refused;
        outcomes[outcomes.Keys.Last()] = Delivery.Unknown;

        var health = HealthView.Of(matter with { Sent = [invitation with { Outcomes = outcomes }], Poison = 1, Troubles = [] }, []);

        Assert.Empty(HealthView.Of(matter, []).Troubles);
        Assert.Equal(3, health.Troubles.Count);
        Assert.StartsWith("112\u00A0messages envoyés sur 114", health.Well[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_fails_is_a_point_to_look_at_from_its_first_failure()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var trouble = new Core.Engine.Trouble("mailing-x", "x", nameof(Core.Engine.Effect.SendMailing), "2022/collecte", seat.Office.Now, 1, seat.Office.Now, "IOException", SetAside: false);

        var health = HealthView.Of(await TodayLoad.Of(seat.Office) with { Troubles = [trouble, trouble with { Attempts = 10, SetAside = true }] }, []);

        Assert.Contains("Almanach essaie de nouveau", health.Troubles[0].Name, StringComparison.Ordinal);
        Assert.Contains("n’essaie plus", health.Troubles[1].Name, StringComparison.Ordinal);
        Assert.Equal((null, trouble.Row), (health.Troubles[0].Retry, health.Troubles[1].Retry));
        Assert.DoesNotContain("Aucune tâche n’est en retard.", health.Well);
    }

    [Fact]
    public async Task A_task_that_cannot_be_read_is_a_point_to_look_at_as_soon_as_it_is_due()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var now = seat.Office.Now;
        foreach (var at in new[] { now, now.AddDays(1) })
        {
            await seat.Office.Agenda.Hint(at, "essai");
            await seat.Store.Commit("essai", [new Core.Ports.Change.Put($"{Core.Engine.Todo.Prefix}{Core.Engine.Todo.Stamp(at)}|later", "9 {}")]);
        }

        var page = await seat.Page("/cockpit");
        var matter = await TodayLoad.Of(seat.Office);
        await seat.Store.Commit("essai", [new Core.Ports.Change.Delete($"{Core.Engine.Todo.Prefix}{Core.Engine.Todo.Stamp(now)}|later")]);

        Assert.Contains("ne peut pas être lue par cette version d’Almanach", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(Assert.Single(HealthView.Of(matter, []).Troubles).Retry);
        Assert.Single(HealthView.Of(matter with { Poison = 1 }, []).Troubles); // the message kept for it
        Assert.Equal(2, HealthView.Of(matter with { Poison = 2 }, []).Troubles.Count);
        Assert.Empty(HealthView.Of(await TodayLoad.Of(seat.Office), []).Troubles);
    }

    [Fact]
    public async Task What_was_set_aside_is_done_when_she_presses_try_again()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var effect = new Core.Engine.Effect.Note("coordination", "essai", "note-essai", seat.Office.Now.AddHours(-10), "2022/collecte");
        var trouble = new Core.Engine.Trouble("cycle-2022", effect.Key, nameof(Core.Engine.Effect.Note), effect.Step, effect.Due, 10, seat.Office.Now, "IOException", SetAside: true);
        await seat.Store.Commit(trouble.Partition, [new Core.Ports.Change.Put(Core.Engine.Trouble.Aside + effect.Key, Core.Engine.Stored.Write<Core.Engine.Effect>(effect))]);
        await seat.Store.Commit(Core.Engine.Trouble.Place, [new Core.Ports.Change.Put(trouble.Row, Core.Engine.Stored.Write(trouble))]);
        var form = (IHtmlFormElement)(await seat.Page("/cockpit")).QuerySelector("form[action='/cockpit/reessayer']")!;

        var pressed = await seat.Submit(form);
        var again = await seat.Submit(form);
        await seat.Settle();

        Assert.Equal(("/cockpit#bien", "/cockpit#bien"), (pressed.Headers.Location!.ToString(), again.Headers.Location!.ToString()));
        Assert.Empty(await seat.Office.Troubles.All());
        Assert.Single(await seat.Office.Journal.Read(seat.Office.Now, seat.Office.Now).ToListAsync(), line => line.Key == effect.Key);
        Assert.Null((await seat.Page("/cockpit")).QuerySelector("form[action='/cockpit/reessayer']"));
    }

    [Fact]
    public async Task What_is_late_is_a_point_to_look_at_and_what_somebody_asks_is_not()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var matter = await TodayLoad.Of(seat.Office);
        var asked = new WaitingView("Une personne à remplacer", "", "/cockpit/reseau#demandes", matter.Now.AddDays(-3));

        Assert.Empty(HealthView.Of(matter, [asked]).Troubles);
        Assert.Equal("#attend", Assert.Single(HealthView.Of(matter, [asked, asked with { Late = true }]).Troubles).Href);
    }

    [Fact]
    public async Task An_invitation_undone_while_its_step_is_open_waits_for_the_coordinator()
    {
        await using var seat = await Seat.At(new DateTime(2021, 10, 6, 8, 0, 0));
        var matter = await TodayLoad.Of(seat.Office);
        var invitation = matter.Sent.Single(sent => sent.Line.Key == "invite-2022-themes");

        var waiting = WaitingView.All(matter with { Sent = [invitation with { Line = invitation.Line with { CancelledAt = matter.Now } }] });

        Assert.Equal("Une invitation n’est pas partie", Assert.Single(waiting).Title);
        Assert.Empty(WaitingView.All(matter));
    }

    [Fact]
    public async Task A_step_put_off_or_left_out_keeps_its_place_on_the_line()
    {
        await using var seat = await Seat.At(new DateTime(2021, 9, 28, 8, 0, 0));
        var (plan, zone) = ((await seat.Office.Cycle.Find(2022))!, seat.Office.Setting.Zone);
        await seat.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Skip("presence", "inutile", seat.Office.Now, "coordination"));
        await seat.Office.Cycle.Apply(2022, new Core.Cycle.CycleCommand.Move(
            "journee-1", [new("journee-1", zone.At(new DateOnly(2022, 4, 19), new TimeOnly(9, 30)), null)], seat.Office.Now, "coordination"));

        var page = await seat.Page("/cockpit/annee/2022");

        Assert.Equal("sautée", page.QuerySelector(".timeline .skipped .state")!.TextContent);
        var postponed = page.QuerySelector(".timeline .postponed")!;
        Assert.Equal(("12\u00A0avril", "reportée"), (postponed.QuerySelector("s")!.LastChild!.TextContent, postponed.QuerySelector(".state")!.TextContent));
        Assert.Equal(plan.Steps.Count, page.QuerySelectorAll(".timeline li").Length);
    }
}
