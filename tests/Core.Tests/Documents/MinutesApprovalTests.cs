using Almanach.Core.Consultations;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Documents;

/// <summary>Minutes of a made-up committee (ten days of approval), from the draft to what silence or the coordinator makes of it.</summary>
public sealed class MinutesApprovalTests
{
    const string Id = "compte-rendu-2027-comite-automne";
    const string Question = "2027-approbation-2027-comite-automne-v1";

    [Fact]
    public async Task Silence_approves_the_very_text_that_was_sent()
    {
        var (test, drawn) = await Drawn();
        var draft = (await test.Office.Documents.Find(Id))!;
        // A note changed after the draft was sent is not approved unseen.
        var meeting = (await test.Office.Meetings.Find("2027-comite-automne"))!;
        Assert.Null(await test.Office.Meetings.RecordDecisions(meeting.Id, meeting.Decisions, ["Tout autre chose."], "coordination", test.Now));
        await Answer(test, 0, MinutesApproval.Approve, "");

        await test.Until(drawn.AddDays(9));
        var waiting = (await test.Office.Documents.Find(Id))!;
        await test.Until(drawn.AddDays(12));
        var approved = (await test.Office.Documents.Find(Id))!;

        Assert.Equal((1, true), (draft.Version, draft.IsDraft));
        Assert.Contains("Projet de compte-rendu", System.Text.Encoding.UTF8.GetString((await test.Office.Around.Files.Read(draft.HtmlPath))!), StringComparison.Ordinal);
        Assert.True(waiting.IsDraft);
        Assert.Equal((2, false, draft.Approval!.Until), (approved.Version, approved.IsDraft, approved.Approval!.At));
        Assert.StartsWith("Compte-rendu – ", approved.Title, StringComparison.Ordinal);
        var page = System.Text.Encoding.UTF8.GetString((await test.Office.Around.Files.Read(approved.HtmlPath))!);
        Assert.DoesNotContain("Tout autre chose", page, StringComparison.Ordinal);
        Assert.Contains("Bilan présenté.", page, StringComparison.Ordinal);
        Assert.Contains("aucune correction n’est demandée", page, StringComparison.Ordinal);
        Assert.Equal(Members(test).Count, test.Mailer.Sent.Count(one => one.Letter == $"invite-{Question}"));
        Assert.Equal(Members(test).Count, test.Mailer.Sent.Count(one => one.Letter == $"document-{Id}-v2"));
        // Approved at midnight, told in the morning.
        var zone = test.Office.Setting.Zone;
        Assert.Equal(TimeOnly.MinValue, TimeOnly.FromDateTime(zone.LocalOf(approved.At)));
        var told = (await test.Office.Ledger.Find<MailingState>(MailingState.Partition($"document-{Id}-v2"), MailingState.Key))!.Value;
        Assert.Equal(zone.At(zone.DayOf(approved.At), test.Office.Setting.Platform.Mail.RemindersAt), told.Due);
    }

    [Fact]
    public async Task A_correction_asked_for_waits_for_the_coordinator_who_publishes_what_she_made_of_it()
    {
        var (test, drawn) = await Drawn();
        await Answer(test, 0, MinutesApproval.Correct, "J’étais là.");

        var early = await test.Office.Approvals.Order(Id, null, "coordination", test.Now);
        await test.Until(drawn.AddDays(12));
        var waiting = (await test.Office.Documents.Find(Id))!;
        var late = await test.Office.Approvals.Order(Id, null, "coordination", test.Now);
        await test.Until(test.Now.AddMinutes(10));
        var approved = (await test.Office.Documents.Find(Id))!;

        Assert.Equal(Why.NotNow, early!.Why);
        Assert.True(waiting.IsDraft);
        Assert.Null(late);
        Assert.False(approved.IsDraft);
        Assert.Null(await test.Office.Approvals.Order(Id, null, "coordination", test.Now)); // once is enough
        Assert.Equal(2, approved.Version);
    }

    [Fact]
    public async Task A_new_version_asks_anew_and_the_end_of_the_former_decides_nothing()
    {
        var (test, drawn) = await Drawn();
        await test.Until(drawn.AddDays(8));

        await test.Office.Documents.Redraw(new Effect.DrawUp(2027, Core.Platforms.DocumentKind.CompteRendu, "comite", "redraw-1", test.Now, "2027/compte-rendu"), "coordination");
        await test.Settle();
        await test.Until(drawn.AddDays(12));
        var second = (await test.Office.Documents.Find(Id))!;
        await test.Until(drawn.AddDays(20));

        Assert.Equal((2, true), (second.Version, second.IsDraft));
        Assert.EndsWith("-v2", second.Approval!.Consultation, StringComparison.Ordinal);
        Assert.False((await test.Office.Documents.Find(Id))!.IsDraft);
    }

    [Theory]
    [InlineData(null)] // never sent
    [InlineData(6)] // sent when most of the delay was gone
    public async Task Silence_of_members_who_were_not_asked_in_time_approves_nothing(int? resumed)
    {
        var (test, drawn) = await Drawn();
        await Redraw(test, "redraw-1");
        var question = (await test.Office.Documents.Find(Id))!.Approval!.Consultation;
        Assert.Null(await test.Office.Sends.Cancel($"invite-{question}", "coordination", test.Now));
        if (resumed is { } days)
        {
            await test.Until(drawn.AddDays(days));
            Assert.Null(await test.Office.Sends.Resume($"invite-{question}", "coordination", test.Now));
        }

        await test.Until(drawn.AddDays(14));

        Assert.True((await test.Office.Documents.Find(Id))!.IsDraft);
        Assert.Null(await test.Office.Approvals.Order(Id, null, "coordination", test.Now)); // it is hers to publish
    }

    [Fact]
    public async Task Published_before_its_delay_is_over_no_correction_is_taken_any_more()
    {
        var (test, _) = await Drawn();
        for (var member = 0; member < Members(test).Count; member++)
            await Answer(test, member, MinutesApproval.Approve, "");
        Assert.Null(await test.Office.Approvals.Order(Id, null, "coordination", test.Now));
        await test.Until(test.Now.AddMinutes(10));

        Assert.Equal(Why.Closed, (await Take(test, 0, MinutesApproval.Correct, "Une faute page 2."))!.Why);
    }

    [Fact]
    public async Task What_drew_a_former_version_draws_it_once_even_if_it_comes_back_later()
    {
        var (test, _) = await Drawn();
        await Redraw(test, "redraw-1");
        await Redraw(test, "redraw-2");

        await Redraw(test, "redraw-1");

        Assert.Equal(3, (await test.Office.Documents.Find(Id))!.Version);
    }

    [Theory]
    [InlineData(false, "approbation-nouvelle")]
    [InlineData(true, "approbation")] // they never had the first
    public async Task Members_read_of_a_new_version_only_where_they_had_another(bool undone, string text)
    {
        var (test, _) = await Drawn();
        await Redraw(test, "redraw-1");
        if (undone)
        {
            // The first one left with the year's own step: as if it had not.
            var first = (await test.Office.Ledger.Find<MailingState>(MailingState.Partition($"invite-{Question}"), MailingState.Key))!;
            await test.Office.Around.Store.Commit(MailingState.Partition($"invite-{Question}"), [new Core.Ports.Change.Replace(MailingState.Key, Stored.Write(first.Value with { CancelledAt = test.Now }), first.Version)]);
            Assert.Null(await test.Office.Sends.Cancel($"invite-{(await test.Office.Documents.Find(Id))!.Approval!.Consultation}", "coordination", test.Now));
        }

        await Redraw(test, "redraw-2");
        await test.Until(test.Now.AddMinutes(10));

        var last = (await test.Office.Documents.Find(Id))!.Approval!.Consultation;
        Assert.Equal(text, (await test.Office.MailRoom.Find($"invite-{last}"))!.Mailing.Text);
    }

    static async Task Redraw(TestOffice test, string key)
    {
        await test.Office.Documents.Redraw(new Effect.DrawUp(2027, Core.Platforms.DocumentKind.CompteRendu, "comite", key, test.Now, "2027/compte-rendu"), "coordination");
        await test.Settle();
    }

    [Fact]
    public async Task Where_a_body_approves_nothing_minutes_are_published_at_once()
    {
        var (test, _) = await Drawn(days: 0);

        var published = (await test.Office.Documents.Find(Id))!;

        Assert.Null(published.Approval);
        Assert.Equal(Members(test).Count, test.Mailer.Sent.Count(one => one.Letter == $"document-{Id}-v1"));
    }

    [Theory]
    [InlineData(MinutesApproval.Correct, "", MinutesApproval.Correction)]
    [InlineData(MinutesApproval.Correct, "   ", MinutesApproval.Correction)]
    [InlineData(MinutesApproval.Approve, "Une faute page 2.", MinutesApproval.Opinion)]
    [InlineData(MinutesApproval.Approve, "", null)]
    [InlineData(MinutesApproval.Correct, "Une faute page 2.", null)]
    public async Task An_opinion_says_one_thing(string opinion, string text, string? at)
    {
        var (test, _) = await Drawn();

        var refusal = await Take(test, 0, opinion, text);

        Assert.Equal(at, refusal?.Fields.Single().Field);
    }

    static async Task<(TestOffice Test, DateTimeOffset Drawn)> Drawn(int days = 10)
    {
        var setting = TestOffice.Exemple();
        setting = setting with
        {
            Folder = setting.Folder with
            {
                Platform = setting.Platform with { Bodies = [.. setting.Platform.Bodies.Select(body => body with { ApprovalDays = days })] },
            },
        };
        var test = new TestOffice(setting, WalkedYear.Begins(setting, 2027));
        var walked = new WalkedYear(test, setting.Plan(2027));
        var drawn = walked.Plan.Find("compte-rendu")!.Starts;
        await walked.Run(drawn.AddHours(1));
        return (test, drawn);
    }

    static IReadOnlyList<Contact> Members(TestOffice test) => [.. test.Office.Setting.Folder.Contacts.Where(contact => contact.SitsIn("comite"))];

    static async Task Answer(TestOffice test, int member, string opinion, string text)
    {
        Assert.Null(await Take(test, member, opinion, text));
        await test.Settle();
    }

    static Task<Refusal?> Take(TestOffice test, int member, string opinion, string text)
    {
        var contact = Members(test)[member];
        Dictionary<string, AnswerValue> values = new() { [MinutesApproval.Opinion] = new AnswerValue.Choice(opinion) };
        if (text.Length > 0)
            values[MinutesApproval.Correction] = new AnswerValue.Text(text);
        return test.Office.Consultations.Take(Question, new AnswerCommand(contact.Id, contact.Organisation, contact.Id, Channel.Page, false, values, test.Now), 0);
    }
}
