using Almanach.Adapters.Outbox;
using Almanach.Core.Engine;
using Almanach.Core.ICalendar;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Ports;
using Almanach.Core.Retention;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Tests.Mail;

namespace Almanach.Core.Tests.Retention;

/// <summary>What names people elsewhere than in the network: messages, the outbox, files of imports.</summary>
public sealed class OldMatterTests
{
    private const string Key = "retrait-1";
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 1, 15, 0, TimeSpan.Zero);
    private readonly TestOffice test = new(TestOffice.Pfoss(), Now);

    private DateTimeOffset Later => Now.AddMonths(test.Office.Setting.Platform.Legal.RetentionMonths).AddDays(1);

    private static string Partition => MailingState.Partition(Key);

    [Fact]
    public async Task The_words_of_an_old_message_go_and_to_whom_it_went_stays()
    {
        await Send();
        var before = await Everywhere();
        Assert.Equal(0, await test.Office.Retention.Erase(Later.AddDays(-1)));
        var kept = await Everywhere();

        var erased = await test.Office.Retention.Erase(Later);
        var after = await Everywhere();

        Assert.Equal(1, erased);
        Assert.Equal(before, kept);
        foreach (var word in new[] { "Claire Martin", "les jeunes", "votre proposition", "Visite guidée" })
        {
            Assert.Contains(word, before, StringComparison.Ordinal);
            Assert.DoesNotContain(word, after, StringComparison.Ordinal);
        }
        Assert.Equal(["c-1"], (await test.Office.MailRoom.Members((await test.Office.MailRoom.Find(Key))!.Mailing)).Select(member => member.Contact));
        Assert.Equal(Delivery.Sent, (await test.Office.MailRoom.Outcomes(Key))["c-1"]);
        Assert.Equal(new MailingLine(Key, "", Now, "", "proposition-retiree", 1, null, Erased: true), await Line());
        Assert.Equal(0, await test.Office.Retention.Erase(Later));
    }

    [Fact]
    public async Task The_journal_says_how_many_messages_lost_their_words()
    {
        await Send();

        await test.Office.Retention.Erase(Later);
        await test.At(Later);

        Assert.Contains(await test.Journal(Later, Later), line => line.Subject == "effacé après le temps de conservation\u00A0: 1\u00A0texte de message");
    }

    [Fact]
    public async Task A_message_that_was_undone_and_lost_its_words_is_not_taken_up_again()
    {
        await Network();
        await test.Office.MailRoom.Order(await Withdrawal(), Now.AddMinutes(1), "");
        await test.Office.Sends.Cancel(Key, "coordination", Now);
        await test.Office.Retention.Erase(Later.AddDays(1));

        var refusal = await test.Office.Sends.Resume(Key, "coordination", Later.AddDays(1));
        await test.At(Later.AddDays(2));

        Assert.Equal(Why.Closed, refusal!.Why);
        Assert.Empty(test.Mailer.Sent);
        Assert.True((await Line()).Erased);
    }

    [Fact]
    public async Task A_copy_tried_again_after_the_words_are_gone_is_not_an_empty_letter()
    {
        await Send();
        test.Mailer.Sent.Clear();
        var left = Stored.Read<MailBatch>((await test.Store.Get(Partition, MailBatch.Key(0)))!.Value) with { State = BatchState.Pending, Outcomes = new Dictionary<string, Delivery>() };
        var effect = new Effect.DeliverBatch(Key, 0, $"deliver-{Key}-0", Now, "");
        await test.Store.Commit(Partition, [new Change.Put(MailBatch.Key(0), Stored.Write(left)), new Change.Put(Todo.Row(effect), Stored.Write<Effect>(effect))]);
        await test.Office.Retention.Erase(Later);

        await test.Office.Worker.Run(Partition);

        Assert.Empty(test.Mailer.Sent);
        Assert.Equal(Delivery.Suppressed, (await test.Office.MailRoom.Outcomes(Key))["c-1"]);
        Assert.Empty(await test.Rows(Partition, Todo.Prefix));
    }

    [Fact]
    public async Task A_record_of_before_reads_as_one_that_keeps_its_words()
    {
        await Send();

        Assert.DoesNotContain("erased", await Everywhere(), StringComparison.OrdinalIgnoreCase);
        Assert.False((await test.Office.MailRoom.Find(Key))!.Erased);
    }

    [Fact]
    public async Task Old_mails_of_the_outbox_go_and_later_ones_and_other_files_stay()
    {
        var outbox = new OutboxMailer(test.Files);
        foreach (var (name, date) in new[] { ("old", Now), ("new", Now.AddDays(1)) })
            await outbox.Send(Letters.Plain with { Key = name, Date = date }, [Letters.To()]);
        await test.Files.Write("mails/notes.txt", new byte[] { 1 });
        await test.Files.Write("documents/20200101-0000-programme.html", new byte[] { 1 });

        var erased = await test.Office.Retention.Erase(Later);

        Assert.Equal(1, erased);
        Assert.Equal(["documents/20200101-0000-programme.html", "mails/20260702-0115-new-c42.eml", "mails/notes.txt"], await test.Files.List("").ToListAsync());
    }

    [Fact]
    public async Task Files_of_an_import_go_thirty_days_after_they_were_first_seen()
    {
        await test.Files.Write("imports/depots/" + new string('a', 64), new byte[] { 1 });
        await test.Files.Write("imports/0123456789abcdef.json", new byte[] { 1 });

        Assert.Equal(0, await test.Office.Retention.Erase(Now));
        Assert.Equal(0, await test.Office.Retention.Erase(Now.AddDays(RetentionRules.ImportDays)));
        var erased = await test.Office.Retention.Erase(Now.AddDays(RetentionRules.ImportDays + 1));

        Assert.Equal(2, erased);
        Assert.Empty(await test.Files.List("imports/").ToListAsync());
        Assert.Empty(await test.Rows(OldImports.Partition, "file|"));
    }

    [Fact]
    public async Task The_same_table_dropped_again_later_has_its_thirty_days_anew()
    {
        var path = "imports/depots/" + new string('a', 64);
        await test.Files.Write(path, new byte[] { 1 });
        await test.Office.Retention.Erase(Now);
        await test.Files.Delete(path);
        await test.Office.Retention.Erase(Now.AddDays(10));
        await test.Files.Write(path, new byte[] { 1 });
        await test.Office.Retention.Erase(Now.AddDays(20));

        var early = await test.Office.Retention.Erase(Now.AddDays(RetentionRules.ImportDays + 1));
        var late = await test.Office.Retention.Erase(Now.AddDays(RetentionRules.ImportDays + 21));

        Assert.Equal((0, 1), (early, late));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_import_that_waits_or_was_set_aside_needs_stays(bool aside)
    {
        await Network();
        var rows = new ImportedRows([], [Person("c-2", "Neuf")], ["c-2"]);
        await test.Office.Imports.Start(new ImportPlan("", [], [], rows, []), "coordination", Now);
        var id = ImportDesk.IdOf(rows);
        if (aside)
        {
            var (key, value) = (await test.Rows(ImportDesk.Partition, Todo.Prefix)).Single(row => row.Key.EndsWith($"|import-{id}", StringComparison.Ordinal));
            await test.Store.Commit(ImportDesk.Partition, [new Change.Delete(key), new Change.Put($"{Trouble.Aside}import-{id}", value)]);
        }
        var afterwards = Now.AddDays(RetentionRules.ImportDays + 1);
        await test.Office.Retention.Erase(Now);
        var waiting = await test.Office.Retention.Erase(afterwards);

        if (aside)
            await test.Office.Imports.Apply(new Effect.ApplyImport(id, $"import-{id}", Now));
        await test.Store.Commit(ImportDesk.Partition, [new Change.Delete($"{Trouble.Aside}import-{id}")]);
        await test.At(afterwards);
        var done = await test.Office.Retention.Erase(afterwards);

        Assert.Equal((0, 1), (waiting, done));
        Assert.Contains("c-2", (await test.Office.Network.Load()).Contacts.Keys);
    }

    private async Task Send()
    {
        await Network();
        await test.Office.MailRoom.Order(await Withdrawal(), Now, "");
        await test.Settle();
        Assert.Single(test.Mailer.Sent);
    }

    private Task Network() => test.Office.Network.Write([test.Office.Setting.Folder.Organisations[0] with { Id = "insee-ara" }], [Person("c-1", "Exemple")]);

    private static Contact Person(string id, string name) =>
        new(id, "insee-ara", "Anne", name, $"{id}@example.org", "", [new Role(RoleKind.Referent)], "charte", new DateOnly(2021, 1, 1));

    /// <summary>Names a colleague, and says what was proposed.</summary>
    private async Task<Mailing> Withdrawal() => new(
        Key, "proposition-retiree", new Dictionary<string, string> { ["par"] = "Claire Martin", ["suite"] = "", ["titre"] = "Collecte des thèmes" },
        await test.Office.Audiences.Freeze([new AudienceMember("c-1", "insee-ara", new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["les jeunes"] })]),
        "Vous recevez ce message.", new LinkTo(LinkPurpose.Person, "", Now.AddDays(30)), Replay.SendAgain,
        Event: new CalendarEvent("2027-copil@example.org", 0, Now, new CalendarTime.Span(Now, Now.AddHours(2)), "Visite guidée", "", "", "", new Mailbox("", "a@example.org"), false));

    private async Task<MailingLine> Line() => Stored.Read<MailingLine>((await test.Rows(MailingLine.Partition)).Single().Value);

    /// <summary>All that is kept of the message.</summary>
    private async Task<string> Everywhere() =>
        string.Join('\n', (await test.Rows(Partition)).Values.Concat((await test.Rows(MailingLine.Partition)).Values));
}
