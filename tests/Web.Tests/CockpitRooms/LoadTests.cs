using System.Net;
using System.Text.Json;
using Almanach.Core.Cycle;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Almanach.Web.Tests.CockpitRooms;

/// <summary>Each week's load before it happens, and whom the budget holds back.</summary>
[Takes(15)]
public sealed class LoadTests
{
    private const string Page = "/cockpit/annee/2022/charge";
    private static readonly DateTime Before = new(2021, 9, 28, 8, 0, 0);

    [Fact]
    public async Task A_usual_year_is_within_the_budget_even_if_nobody_answers()
    {
        await using var host = await CockpitHost.At(Before);

        var load = (await host.Office.Load.Of(2022, whole: true, host.Office.Now))!;

        Assert.True(load.Weeks.Count > 52);
        Assert.Equal([], load.Weeks.Where(week => week.Over.Count > 0).Select(week => $"{week.Monday}: {week.Over.Count} × {week.Over[0].Times}"));
        Assert.Equal([], load.Weeks.Where(week => week.Held.Count > 0).Select(week => $"{week.Monday}: {week.Held.Count}"));
    }

    [Fact]
    public async Task Whose_address_does_not_receive_is_no_load()
    {
        await using var host = await CockpitHost.At(Before);
        var person = Partners.Referents[0];
        async Task<int> Mails() => (await host.Office.Load.Of(2022, whole: true, host.Office.Now))!.Weeks.SelectMany(week => week.Mails).Count(mail => mail.People.Contains(person.Id));
        var before = await Mails();

        await host.Office.Suppressions.Suppress(new Effect.SuppressAddresses([new Suppression(Suppression.Of(person.Address), SuppressionReason.Bounce, person.Id, host.Office.Now, "m")], "s", host.Office.Now));

        Assert.True(before > 5, $"{before}");
        Assert.Equal(0, await Mails());
    }

    [Fact]
    public async Task With_three_instead_of_four_members_of_the_committee_who_are_referents_would_be_over_it()
    {
        await using var host = await CockpitHost.With(platform => platform with { Mail = platform.Mail with { Budget = new MailBudget(3) } }, Before);

        var over = (await host.Office.Load.Of(2022, whole: true, host.Office.Now))!.Weeks.Where(week => week.Over.Count > 0).ToList();

        var copil = (await host.Office.Network.Load()).Of("copil").Select(contact => contact.Id).ToHashSet();
        Assert.NotEmpty(over);
        Assert.All(over.SelectMany(week => week.Over), person => Assert.Contains(person.Contact, copil));
    }

    [Fact]
    public async Task The_rehearsed_year_reminds_whom_it_would_without_a_budget()
    {
        var acts = JsonSerializer.Deserialize(await File.ReadAllTextAsync(Path.Combine(CockpitHost.Root, "platforms", "pfoss-ara", "answers-2022.json")), ScriptJson.Default.Script)!.Acts;
        var end = new DateTime(2022, 12, 31, 8, 0, 0);
        await using var host = await CockpitHost.At(end, acts);
        await using var without = await CockpitHost.With(platform => platform with { Mail = platform.Mail with { Budget = new MailBudget(20, 1) } }, end, acts);

        var (with, free) = (await Mornings(host), await Mornings(without));

        Assert.True(with.Count(day => day.Groups.Count > 0) > 10);
        Assert.All(with, day => Assert.Null(day.Held));
        Assert.Equal(free.Select(Stored.Write), with.Select(Stored.Write));
    }

    [Fact]
    public async Task What_the_page_foresees_is_what_leaves_when_nobody_answers()
    {
        await using var host = await CockpitHost.At(Before);
        var foreseen = (await host.Office.Load.Of(2022, whole: false, host.Office.Now))!.Weeks.SelectMany(week => week.Mails).Where(mail => mail.Day < new DateOnly(2021, 11, 10)).ToList();

        await using var later = await CockpitHost.At(new DateTime(2021, 11, 10, 8, 0, 0));

        var sent = new List<(DateOnly, string, int)>();
        await foreach (var line in later.Office.MailRoom.Lines(host.Office.Now, later.Office.Now))
            sent.Add((later.Office.Setting.Zone.DayOf(line.Due), line.Text, line.Count));
        Assert.NotEmpty(sent);
        Assert.Contains(sent, line => line.Item2 == Mailing.Reminder);
        Assert.Equal(sent, foreseen.Select(mail => (mail.Day, mail.Text, mail.People.Count)));
    }

    [Fact]
    public async Task The_call_and_the_review_of_an_edition_and_their_reminders_are_foreseen_as_they_leave()
    {
        var (from, until) = (new DateTime(2021, 12, 9, 8, 0, 0), new DateTime(2022, 1, 6, 8, 0, 0));
        await using var host = await CockpitHost.At(from);
        var foreseen = (await host.Office.Load.Of(2022, whole: false, host.Office.Now))!.Weeks.SelectMany(week => week.Mails).ToList();

        await using var later = await CockpitHost.At(until);

        var sent = new List<(DateOnly Day, string Text, int Count)>();
        await foreach (var line in later.Office.MailRoom.Lines(host.Office.Now, later.Office.Now))
            sent.Add((later.Office.Setting.Zone.DayOf(line.Due), line.Text, line.Count));
        var call = foreseen.Single(mail => mail.Text == TextCatalogue.EditionCall && mail.Day < DateOnly.FromDateTime(until));
        var review = foreseen.Single(mail => mail.Text == TextCatalogue.EditionReview && mail.Day < DateOnly.FromDateTime(until));
        var reminders = foreseen.Where(mail => mail.Text == Mailing.Reminder && mail.Title.StartsWith("Lettre d’informations, janvier 2022", StringComparison.Ordinal)).ToList();
        Assert.Equal([new DateOnly(2021, 12, 23), new DateOnly(2021, 12, 31)], reminders.Select(mail => mail.Day));
        Assert.All([call, review, .. reminders], mail => Assert.Contains((mail.Day, mail.Text, mail.People.Count), sent));
    }

    [Fact]
    public async Task Minutes_that_silence_approves_are_foreseen_before_they_are_drawn()
    {
        await using var host = await CockpitHost.At(Before);

        var mails = (await host.Office.Load.Of(2022, whole: true, host.Office.Now))!.Weeks.SelectMany(week => week.Mails).ToList();

        var drawn = mails.Single(mail => mail is { Step: "2022/compte-rendu", Text: not ApprovalDesk.Text });
        var approved = mails.Single(mail => mail is { Step: "2022/compte-rendu", Text: ApprovalDesk.Text });
        Assert.Equal(drawn.Day.AddDays(16), approved.Day); // fifteen days, then the morning after
        Assert.Null(approved.Kind); // it asks nothing
    }

    [Fact]
    public async Task A_call_a_review_and_the_letter_each_bear_their_own_name()
    {
        await using var host = await CockpitHost.At(Before);

        var mails = (await host.Page(Page)).QuerySelectorAll("a[href='/cockpit/etape/2022/lettre']").Select(link => link.TextContent).ToList();

        Assert.Equal(["Lettre d’informations, janvier 2022\u00A0: vos contributions"], mails); // within twelve weeks
        var whole = (await host.Page($"{Page}?tout=1")).QuerySelectorAll("a[href='/cockpit/etape/2022/lettre']").Select(link => link.TextContent).ToList();
        Assert.Equal([.. mails, "Lettre d’informations, janvier 2022\u00A0: relecture", "Lettre d’informations, janvier 2022"], whole);
    }

    [Fact]
    public async Task The_page_says_what_it_does_not_count_and_why_a_reminder_is_spread()
    {
        await using var host = await CockpitHost.At(Before);

        var page = await host.Page(Page);
        Assert.Contains("Ne sont pas comptés", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("qu’une fois en sept jours", page.QuerySelector("#matins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_tells_each_week_what_leaves_to_how_many_and_what_waits_for_her()
    {
        await using var host = await CockpitHost.At(Before);

        var page = await host.Page(Page);

        var rows = page.QuerySelectorAll("table tbody tr").ToList();
        Assert.Equal(12, rows.Count);
        Assert.Equal("Du lundi 27 septembre au dimanche 3 octobre 2021", rows[0].QuerySelector("th[scope=row]")!.TextContent.Replace('\u00A0', ' ').Trim());
        var collection = rows.Single(row => row.QuerySelector("a[href='/cockpit/etape/2022/collecte']") is not null);
        Assert.Contains("personnes", collection.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 au plus", collection.TextContent, StringComparison.Ordinal);
        Assert.Contains(rows, row => row.TextContent.Contains("Relance au plus\u00A0: Collecte des thèmes 2022", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.QuerySelectorAll("td:last-child a[href='/cockpit/etape/2022/regroupement']").Any(link => link.TextContent.StartsWith("Regrouper les propositions", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.TextContent.Contains("Enregistrer les choix du", StringComparison.Ordinal));
        Assert.Equal("Aucune semaine ne dépasse le budget", page.QuerySelector("#trop")!.TextContent);
        Assert.NotNull(page.QuerySelector("[role=region][tabindex='0'] table")); // it scrolls by itself on a phone, not the page
        Assert.NotNull(page.QuerySelector($"a[href='{Page}?tout=1']"));
        Assert.True((await host.Page($"{Page}?tout=1")).QuerySelectorAll("table tbody tr").Length > 52);
    }

    [Fact]
    public async Task A_week_over_the_budget_says_so_in_words_with_the_names_and_what_to_move()
    {
        await using var host = await CockpitHost.With(Tight, Before);

        var page = await host.Page(Page);

        var first = page.QuerySelector("#trop ~ ul > li")!;
        Assert.Matches("(semaine dépasse|semaines dépassent) le budget$", page.QuerySelector("#trop")!.TextContent);
        Assert.Contains("sollicitée", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("en vingt\u00A0jours", first.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(first.QuerySelectorAll("details li"));
        Assert.All(first.QuerySelectorAll("ul.small:last-child a"), link => Assert.StartsWith("/cockpit/etape/2022/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotEmpty(first.QuerySelectorAll("ul.small:last-child a"));
        Assert.NotEmpty(first.QuerySelectorAll("ul.asks li"));
        var week = (await host.Office.Load.Of(2022, whole: false, host.Office.Now))!.Weeks.First(week => week.Over.Count > 0);
        Assert.Equal(week.Movable.All(step => step.Relieved == 0), first.TextContent.Contains("Aucune étape n’y suffit à elle seule", StringComparison.Ordinal));
        Assert.Equal(week.Movable.Any(step => step.Relieved > 0), first.TextContent.Contains("alors dans le budget", StringComparison.Ordinal));
        Assert.Equal(week.Asks.Count, first.QuerySelectorAll("ul.asks li").Length - (week.Gone > 0 ? 1 : 0));
        var row = page.QuerySelector(first.QuerySelector("h3 a")!.GetAttribute("href")!)!;
        Assert.Equal("dépasse le budget", row.QuerySelector(".tag")!.TextContent);
        Assert.Contains("retenue", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_held_back_is_named_on_the_first_page_and_on_that_of_the_consultation()
    {
        await using var host = await CockpitHost.With(Tight, new DateTime(2021, 10, 19, 8, 0, 0)); // the first reminder of the collection is due at nine

        var ahead = (await host.Page("/cockpit")).QuerySelector("section[aria-labelledby=seul]")!;
        await host.Settle();
        host.Clock.Set(host.Office.Now.AddHours(2));
        await host.Settle();
        var page = await host.Page("/cockpit/consultations/2022-themes");

        Assert.Contains("attendront\u00A0: déjà sollicitées une\u00A0fois en vingt\u00A0jours", ahead.TextContent, StringComparison.Ordinal);
        var day = (await host.Office.Asks.Latest(new DateOnly(2021, 10, 19)))!;
        Assert.Empty(day.Asked);
        var names = page.QuerySelectorAll("section[aria-labelledby=retenues] details li");
        Assert.Equal(day.HeldBack.Count(), names.Length);
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(", ", name.TextContent, StringComparison.Ordinal)); // her name and her organisation, no id
    }

    [Fact]
    public async Task The_first_page_says_once_that_the_same_people_wait()
    {
        await using var host = await CockpitHost.With(Tight, new DateTime(2021, 10, 18, 8, 0, 0));

        var ahead = (await host.Page("/cockpit")).QuerySelectorAll("section[aria-labelledby=seul] h3").Select(title => title.TextContent).ToList();

        Assert.Single(ahead, title => title.StartsWith("Relance retenue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_was_held_back_leaves_on_the_first_morning_with_room()
    {
        await using var host = await CockpitHost.With(
            platform => platform with { Mail = platform.Mail with { Budget = new MailBudget(1, 17, AlwaysReminded: 0) } }, new DateTime(2021, 10, 26, 8, 0, 0));

        var mornings = await Mornings(host);

        // Invited on 5 October: the reminder of the 19th is within the seventeen days until the 21st, and leaves on the 22nd.
        Assert.Equal([new DateOnly(2021, 10, 19), new(2021, 10, 20), new(2021, 10, 21)], mornings.Where(day => day.Held is not null && day.Day < new DateOnly(2021, 10, 22)).Select(day => day.Day));
        Assert.Equal(new DateOnly(2021, 10, 22), mornings.First(day => day.Groups.Count > 0).Day);
    }

    [Fact]
    public async Task What_she_is_about_to_send_beyond_the_budget_is_told_before_and_leaves_when_she_confirms()
    {
        await using var host = await CockpitHost.With(Tight, new DateTime(2021, 11, 5, 8, 0, 0), [.. Partners.Propose(3)]);
        var act = "/cockpit/etape/2022/convocation/ouvrir";
        await host.Submit((await host.Page("/cockpit/etape/2022/presence/ouvrir")).QuerySelector<IHtmlFormElement>("form#confirmer")!);
        await host.Settle();

        var page = await host.Page(act);
        var confirmed = await host.Submit(page.QuerySelector<IHtmlFormElement>("form#confirmer")!);
        await host.Settle();

        var notice = page.QuerySelectorAll(".notice.warn").Single(notice => notice.TextContent.Contains("sollicitées", StringComparison.Ordinal));
        Assert.Matches(@"^\d+\spersonnes auront été sollicitées .*fois en vingt\sjours, ce message compris\.", notice.TextContent);
        Assert.NotEmpty(notice.ParentElement!.QuerySelectorAll("details li"));
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.NotNull(await host.Office.MailRoom.Left("convene-2022-copil"));
    }

    [Fact]
    public async Task A_usual_message_warns_of_nothing()
    {
        await using var host = await CockpitHost.At(Before);

        var page = await host.Page("/cockpit/etape/2022/collecte/ouvrir");

        Assert.DoesNotContain("sollicitée", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_with_nothing_left_says_so()
    {
        await using var host = await CockpitHost.At(Before);
        foreach (var step in (await host.Office.Cycle.Find(2022))!.Steps)
            await host.Office.Cycle.Apply(2022, new CycleCommand.Skip(step.Id, "rien cette année", host.Office.Now, "essai"));

        var page = await host.Page(Page);

        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Contains("Rien n’est prévu dans ces semaines.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_names_and_titles_stay_in_the_table()
    {
        var title = string.Join(' ', Enumerable.Repeat("Interinstitutionnalisation", 8));
        await using var host = await CockpitHost.With(
            platform => Tight(platform) with { Calendar = [.. platform.Calendar.Select(step => step.Id == "collecte" ? step with { Title = $"{title} <b>" } : step)] }, Before);

        var page = await host.Page(Page);

        Assert.Equal($"{title} <b>", page.QuerySelector(".scroll a[href='/cockpit/etape/2022/collecte']")!.TextContent);
    }

    [Theory]
    [InlineData("/cockpit/annee/2024/charge", HttpStatusCode.NotFound)] // neither open nor next
    [InlineData("/cockpit/annee/2021/charge", HttpStatusCode.NotFound)]
    [InlineData("/cockpit/annee/-5/charge", HttpStatusCode.NotFound)]
    [InlineData("/cockpit/annee/2147483647/charge", HttpStatusCode.NotFound)]
    [InlineData("/cockpit/annee/charge", HttpStatusCode.Redirect)]
    [InlineData("/cockpit/annee/2022/charge?tout=%EF%BF%BD", HttpStatusCode.OK)]
    public async Task An_address_of_another_year(string address, HttpStatusCode status)
    {
        await using var host = await CockpitHost.At(Before);

        Assert.Equal(status, (await host.Get(address)).StatusCode);
    }

    [Fact]
    public async Task The_next_year_tells_its_load_before_it_opens()
    {
        await using var host = await CockpitHost.At(new DateTime(2022, 6, 1, 8, 0, 0));

        var page = await host.Page("/cockpit/annee/2023/charge");
        var load = (await host.Office.Load.Of(2023, whole: true, host.Office.Now))!;

        Assert.False(load.Open);
        foreach (var link in page.QuerySelectorAll("main table a[href*='2023']").Select(link => link.GetAttribute("href")!))
            Assert.NotNull((await host.Page(link.Split('#')[0])).GetElementById(link.Split('#')[1]));
        Assert.Contains("L’année 2023 n’est pas ouverte", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var mails = load.Weeks.SelectMany(week => week.Mails).ToList();
        Assert.Contains(mails, mail => mail is { Step: "2023/collecte", Kind: SolicitationKind.Invitation, People.Count: > 50 });
        Assert.Contains(mails, mail => mail is { Step: "2023/convocation", Kind: SolicitationKind.Convocation });
        Assert.Contains(mails, mail => mail.Kind == SolicitationKind.Reminder && mail.Title.Contains("Collecte des thèmes 2023", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_without_writing_and_a_morning_performed_twice_is_one()
    {
        await using var host = await CockpitHost.At(new DateTime(2021, 10, 19, 8, 0, 0));
        await host.Office.Load.Of(2022, whole: true, host.Office.Now);
        Assert.DoesNotContain(await Mornings(host), day => day.Day >= new DateOnly(2021, 10, 19));
        host.Clock.Set(host.Office.Now.AddHours(2));
        await host.Settle();

        await host.Office.Asks.Perform(new Effect.AskAgain(new DateOnly(2021, 10, 19), "asks-2021-10-19", host.Office.Setting.Zone.At(new DateOnly(2021, 10, 19), new TimeOnly(9, 0))));
        await host.Settle();

        var lines = new List<MailingLine>();
        await foreach (var line in host.Office.MailRoom.Lines(host.Office.Now.AddDays(-1), host.Office.Now))
            lines.Add(line);
        Assert.Equal("remind-2021-10-19", Assert.Single(lines).Key);
    }

    private static Platform Tight(Platform platform) => platform with { Mail = platform.Mail with { Budget = new MailBudget(1, 20, AlwaysReminded: 0) } };

    private static async Task<IReadOnlyList<AskDay>> Mornings(CockpitHost host)
    {
        List<AskDay> days = [];
        await foreach (var held in host.Office.Ledger.List<AskDay>(AskDay.Partition, "day|"))
            days.Add(held.Value);
        return days;
    }
}
