using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Newsletter;

/// <summary>An edition from its call to its archive, on the timers and over the desks.</summary>
public class EditionYearTests
{
    private const string Edition = "2022-lettre-2";

    [Fact]
    public async Task Contributions_are_called_for_approved_in_silence_and_sent_at_the_hour_of_Paris()
    {
        var test = await Begin();
        var office = test.Office;
        await test.Until(At(test, 2022, 3, 15, 12));
        var call = (await office.Consultations.Find($"{Edition}-appel"))!;
        var roster = await office.Network.Load();
        Assert.Equal(call.Asked, test.Mailer.Sent.Where(sent => sent.Letter == $"invite-{Edition}-appel").Select(sent => roster.OrganisationOf(sent.Contact)!.Id).Distinct().Count());
        await Contribute(test, "c0012", "Les revenus des ménages en 2019");

        await test.Until(At(test, 2022, 3, 28, 12)); // eight days before the 5th of April
        var review = (await office.Consultations.Find($"{Edition}-relecture"))!;
        Assert.Equal(roster.Having([RoleKind.Member, RoleKind.Chair], "comite-editorial").Count, review.Asked);
        Assert.Equal("Les revenus des ménages en 2019", (await office.Editions.Submitted(Edition)).Select(article => article.Title).First(title => title.StartsWith("Les revenus", StringComparison.Ordinal)));
        await test.Until(At(test, 2022, 4, 5, 6)); // 08:00 in Paris, half an hour early
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter == $"lettre-{Edition}");
        Assert.Contains(test.Mailer.Sent, sent => sent is { Letter: $"epreuve-{Edition}", Contact: "coordination" });

        await test.Until(At(test, 2022, 4, 5, 7));

        var sent = (await office.Newsletters.Find(Edition))!.Edition;
        Assert.Equal((EditionState.Sent, At(test, 2022, 4, 5, 6).AddMinutes(30)), (sent.State, sent.Sent));
        Assert.Equal(sent.Recipients, test.Mailer.Sent.Count(one => one.Letter == $"lettre-{Edition}"));
        Assert.Contains(sent.Published!, article => article is { Title: "Les revenus des ménages en 2019", Organisation: "insee" });
        var content = (await office.Newsletters.Content(sent))!;
        Assert.Equal("Insee", content.Sections.SelectMany(section => section.Stories).First(story => story.Title.StartsWith("Les revenus", StringComparison.Ordinal)).From[..5]);
        Assert.Contains(test.Mailer.Sent, one => one.Letter.StartsWith($"numero-parti-{Edition}", StringComparison.Ordinal) && one.Contact == "coordination");
    }

    [Fact]
    public async Task A_correction_keeps_an_article_for_the_next_edition_and_the_coordinator_is_told()
    {
        var test = await Begin();
        await test.Until(At(test, 2022, 3, 15, 12));
        await Contribute(test, "c0012", "Un article discuté");
        await test.Until(At(test, 2022, 3, 29, 12));
        var place = (await test.Office.Editions.Submitted(Edition)).Index().First(one => one.Item.Title == "Un article discuté").Index + 1;
        Assert.Null(await test.Office.Consultations.Take($"{Edition}-relecture", new AnswerCommand("c0004", "dreets", "c0004", Channel.Page, false, new Dictionary<string, AnswerValue>
        {
            [EditionReview.Opinion(place)] = new AnswerValue.Choice(EditionReview.Correct),
            [EditionReview.Correction(place)] = new AnswerValue.Text("Le chiffre date de 2018."),
        }, test.Now), null));

        await test.Until(At(test, 2022, 4, 5, 12));

        var one = (await test.Office.Newsletters.Find(Edition))!;
        Assert.Equal("Un article discuté", Assert.Single(one.Shelf.Loose).Title);
        await test.Until(At(test, 2022, 6, 28, 12)); // the review of the 5th of July
        Assert.Contains(await test.Office.Editions.Submitted("2022-lettre-3"), article => article.Title == "Un article discuté");
    }

    [Fact]
    public async Task With_nothing_approved_nothing_leaves_and_the_coordinator_sends_it_once_she_has_approved()
    {
        var test = await Begin();
        var office = test.Office;
        var letter = office.Setting.Newsletter("lettre");
        await test.Until(At(test, 2022, 4, 2, 12));
        foreach (var article in (await office.Newsletters.Find(Edition))!.Articles)
            Assert.Null(await office.Newsletters.Apply(letter, new ArticleCommand.SetAside(article.Id, "", test.Now), "coordination"));
        Assert.Null(await office.Newsletters.Apply(letter, new ArticleCommand.Write("redaction-1", Edition, Letters.Words("À la dernière minute"), test.Now), "coordination"));

        await test.Until(At(test, 2022, 4, 5, 12));

        Assert.Equal(EditionState.Held, (await office.Newsletters.Find(Edition))!.Edition.State);
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter == $"lettre-{Edition}");
        Assert.Contains(test.Mailer.Sent, sent => sent.Letter.StartsWith("numero-retenu", StringComparison.Ordinal) && sent.Contact == "coordination");
        Assert.Equal(Why.NotNow, (await office.Editions.Order(Edition, null, "coordination", test.Now))!.Why);
        Assert.Null(await office.Newsletters.Apply(letter, new ArticleCommand.Approve("redaction-1", 1, test.Now), "coordination"));
        var shown = EditionDesk.SeenOf((await office.Editions.Foresee(new Effect.SendEdition(Edition, "", test.Now, "")))!);
        Assert.Null(await office.Newsletters.Apply(letter, new ArticleCommand.Edit("redaction-1", Letters.Words("Autrement"), 1, test.Now), "coordination"));
        Assert.Null(await office.Newsletters.Apply(letter, new ArticleCommand.Approve("redaction-1", 2, test.Now), "coordination"));
        Assert.Equal(Why.Changed, (await office.Editions.Order(Edition, shown, "coordination", test.Now))!.Why); // the words are others than those shown
        var read = EditionDesk.SeenOf((await office.Editions.Foresee(new Effect.SendEdition(Edition, "", test.Now.AddSeconds(5), "")))!);
        Assert.Null(await office.Editions.Order(Edition, read, "coordination", test.Now.AddMinutes(1)));
        await test.Until(test.Now.AddMinutes(10));
        Assert.Equal(EditionState.Sent, (await office.Newsletters.Find(Edition))!.Edition.State);
        Assert.Contains(test.Mailer.Sent, sent => sent.Letter == $"lettre-{Edition}");
    }

    [Fact]
    public async Task Moving_the_edition_moves_the_call_and_the_review_with_it()
    {
        var test = await Begin();
        await test.Until(At(test, 2022, 3, 16, 12));
        var moved = At(test, 2022, 4, 26, 6);

        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Move("lettre-2", [new NewDate("lettre-2", moved, null)], test.Now, "coordination")));
        await test.Until(At(test, 2022, 4, 12, 12));

        var call = (await test.Office.Consultations.Find($"{Edition}-appel"))!;
        Assert.True(call.IsOpenAt(test.Now));
        Assert.Null(await test.Office.Consultations.Find($"{Edition}-relecture"));
        await test.Until(At(test, 2022, 4, 18, 12));
        Assert.False((await test.Office.Consultations.Find($"{Edition}-appel"))!.IsOpenAt(test.Now));
    }

    [Fact]
    public async Task A_skipped_edition_calls_for_nothing_and_leaves_its_articles_to_the_next()
    {
        var test = await Begin();
        var letter = test.Office.Setting.Newsletter("lettre");
        await test.Until(At(test, 2022, 2, 1, 12));
        Assert.Null(await test.Office.Newsletters.Apply(letter, new ArticleCommand.Write("redaction-1", Edition, Letters.Words("Pour avril"), test.Now), "coordination"));

        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Skip("lettre-2", "", test.Now, "coordination")));
        await test.Until(At(test, 2022, 6, 28, 12));

        Assert.Null(await test.Office.Consultations.Find($"{Edition}-appel"));
        Assert.Contains(await test.Office.Editions.Submitted("2022-lettre-3"), article => article.Title == "Pour avril");
    }

    [Fact]
    public async Task A_host_that_was_down_on_the_day_sends_within_a_week_and_asks_after()
    {
        foreach (var (days, state) in new[] { (5, EditionState.Sent), (9, EditionState.Held) })
        {
            var test = await Begin();
            await test.Until(At(test, 2022, 4, 4, 20));

            await test.At(At(test, 2022, 4, 5 + days, 12));

            Assert.Equal(state, (await test.Office.Newsletters.Find(Edition))!.Edition.State);
        }
    }

    [Fact]
    public async Task A_special_edition_is_planned_at_any_time_and_approved_by_the_coordinator()
    {
        var test = await Begin();
        var letter = test.Office.Setting.Newsletter("lettre");
        await test.Until(At(test, 2022, 3, 1, 12));
        var sends = test.Now.AddHours(20);
        var command = SpecialEdition.Command("lettre-speciale", letter, "Rapport annuel", sends, call: false, review: false, test.Office.Setting.Zone, test.Now, "coordination");

        Assert.Null(await test.Office.Cycle.Apply(2022, command));
        Assert.Null(await test.Office.Cycle.Apply(2022, command)); // a double click
        Assert.Null(await test.Office.Newsletters.Apply(letter, new ArticleCommand.Write("redaction-1", "2022-lettre-speciale", Letters.Words("Le rapport"), test.Now), "coordination"));
        Assert.Null(await test.Office.Newsletters.Apply(letter, new ArticleCommand.Approve("redaction-1", 1, test.Now), "coordination"));
        await test.Until(sends.AddHours(1));

        Assert.Equal((EditionState.Sent, "Rapport annuel"), ((await test.Office.Newsletters.Find("2022-lettre-speciale"))!.Edition.State, (await test.Office.Newsletters.Find("2022-lettre-speciale"))!.Edition.Title));
        Assert.Single((await test.Office.Cycle.Find(2022))!.Steps, step => step.Work is StepWork.SendEdition { Special: true });
    }

    /// <summary>What the catalogue and the agenda have of new is no subject: the editors’ silence must not send it.</summary>
    [Fact]
    public async Task A_special_edition_in_which_nobody_wrote_does_not_leave()
    {
        var test = await Begin();
        await test.Until(At(test, 2022, 3, 1, 12));
        var sends = test.Now.AddDays(10);
        Assert.Null(await test.Office.Cycle.Apply(2022, SpecialEdition.Command(
            "lettre-speciale", test.Office.Setting.Newsletter("lettre"), "La santé mentale", sends, call: true, review: true, test.Office.Setting.Zone, test.Now, "coordination")));

        await test.Until(sends.AddHours(1));

        var one = (await test.Office.Newsletters.Find("2022-lettre-speciale"))!;
        Assert.Equal((EditionState.Held, 0), (one.Edition.State, one.Articles.Count));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter == "lettre-2022-lettre-speciale");
        Assert.Contains(test.Mailer.Sent, sent => sent.Letter.StartsWith("numero-retenu", StringComparison.Ordinal) && sent.Contact == "coordination");
    }

    private static DateTimeOffset At(TestOffice test, int year, int month, int day, int hour)
    {
        Assert.Equal("Europe/Paris", test.Office.Setting.Platform.TimeZone);
        return new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero);
    }

    private static async Task<TestOffice> Begin()
    {
        var setting = TestOffice.Pfoss();
        var test = new TestOffice(setting, new DateTimeOffset(2021, 9, 1, 6, 0, 0, TimeSpan.Zero));
        await test.Office.Opening.Open(2022, test.Now);
        return test;
    }

    private static async Task Contribute(TestOffice test, string contact, string title)
    {
        var organisation = (await test.Office.Network.Load()).Contacts[contact].Organisation;
        Assert.Null(await test.Office.Consultations.Take($"{Edition}-appel", new AnswerCommand(organisation, organisation, contact, Channel.Page, false, new Dictionary<string, AnswerValue>
        {
            [EditionCall.Question] = new AnswerValue.Contributions([Letters.Contribution("", title) with { By = contact, At = test.Now }]),
        }, test.Now), null));
        await test.Settle();
    }
}
