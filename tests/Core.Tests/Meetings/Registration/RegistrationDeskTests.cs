using Almanach.Adapters.Sqlite;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Meetings.Registration;

/// <summary>Registration to the journée of 12 April 2022, from its opening to the night that forgets who came.</summary>
public sealed class RegistrationDeskTests
{
    const string Id = "2022-journee-1";
    static readonly DateTimeOffset _now = new(2022, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_request_is_mailed_a_link_and_the_place_is_hers_once_she_confirms()
    {
        var test = await Opened(5);

        Assert.Null(await Ask(test, "a"));
        await test.Settle();
        var asked = await Sent(test, "inscription-demandee");
        Assert.Null(await test.Office.Registrations.Take(Id, new RegistrationCommand.Confirm("a", test.Now)));
        await test.Settle();

        Assert.Equal([Registrant.Reference(Id, "a")], asked.Select(mail => mail.Contact));
        Assert.Null(asked[0].State.Letter.Calendar);
        var confirmed = Assert.Single(await Sent(test, "inscription-confirmee"));
        Assert.Equal("REQUEST", confirmed.State.Letter.Calendar!.Method);
        Assert.Equal(BookingState.Confirmed, (await Matter(test)).Book!.Find("a")!.State);
    }

    [Fact]
    public async Task What_was_typed_is_mailed_to_no_address_that_nobody_confirmed()
    {
        var test = await Opened(5);
        Assert.Null(await Ask(test, "a"));
        await test.Settle();
        var (state, contact) = Assert.Single(await Sent(test, "inscription-demandee"));

        var roster = await test.Office.Guests.Among([new AudienceMember(contact, contact, new Dictionary<string, IReadOnlyList<string>>())]);
        var copy = test.Office.Addressees.Of(state, (await test.Office.MailRoom.Members(state.Mailing))[0], roster);

        Assert.Equal(new Mailbox("", "a@example.org"), copy.Mailbox);
        Assert.DoesNotContain(copy.Slots.Values.OfType<SlotValue.Text>(), slot => slot.Value.Contains("Personne", StringComparison.Ordinal) || slot.Value.Contains("Typed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_ten_times_in_a_day_the_message_is_sent_once()
    {
        var test = await Opened(5);

        for (var i = 0; i < 10; i++)
            Assert.Null(await test.Office.Registrations.Take(Id, new RegistrationCommand.Ask(Person("a") with { Id = $"id{i}" }, false, test.Now.AddMinutes(i))));
        await test.Until(test.Now.AddHours(1));

        Assert.Single(await Sent(test, "inscription-demandee"));
        Assert.Single((await Matter(test)).People);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_at_once_for_the_last_place_exactly_one_gets_it(bool sqlite)
    {
        var folder = Directory.CreateTempSubdirectory("registration");
        try
        {
            using var file = sqlite ? new SqliteFile(Path.Combine(folder.FullName, "almanach.db")) : null;
            var test = await Opened(1, file is null ? null : _ => new SqliteStore(file));

            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Ask(test, $"p{i}"))));
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => test.Office.Registrations.Take(Id, new RegistrationCommand.Confirm($"p{i}", test.Now)))));

            var book = (await Matter(test)).Book!;
            Assert.Equal((1, 7), (book.Count(BookingState.Confirmed), book.Count(BookingState.Waiting)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_place_that_lapses_at_night_goes_to_whoever_waits_by_itself()
    {
        var test = await Opened(1);
        Assert.Null(await Ask(test, "a"));
        Assert.Null(await Ask(test, "b"));
        Assert.Null(await test.Office.Registrations.Take(Id, new RegistrationCommand.Confirm("b", test.Now)));

        await test.Until(test.Now + RegistrationRules.Hold + TimeSpan.FromMinutes(1));

        Assert.Equal([Registrant.Reference(Id, "b")], (await Sent(test, "inscription-place")).Select(mail => mail.Contact));
        var matter = await Matter(test);
        Assert.Equal(["b"], matter.People.Select(person => person.Id)); // nothing is known of who did not confirm
        Assert.Equal(["b"], matter.In(BookingState.Confirmed).Select(person => person.Id));
    }

    [Fact]
    public async Task Those_with_a_place_are_reminded_two_days_before_once()
    {
        var test = await Opened(1);
        await Confirmed(test, "a", "b");

        await test.Until(new DateTimeOffset(2022, 4, 11, 12, 0, 0, TimeSpan.Zero));

        var reminder = Assert.Single(await Sent(test, "inscription-rappel"));
        Assert.Equal((Registrant.Reference(Id, "a"), new DateTimeOffset(2022, 4, 10, 7, 0, 0, TimeSpan.Zero)), (reminder.Contact, reminder.State.Due));
    }

    [Fact]
    public async Task Whose_address_does_not_receive_is_neither_reminded_nor_told_that_it_moves()
    {
        var test = await Opened(2);
        await Confirmed(test, "a", "b");
        await test.Office.Suppressions.Suppress(new Effect.SuppressAddresses(
            [new Suppression(Suppression.Of("a@example.org"), SuppressionReason.Bounce, Registrant.Reference(Id, "a"), test.Now, "m")], "s", test.Now));

        Assert.Null(await Apply(test, new CycleCommand.Move("journee-1", [new NewDate("journee-1", new DateTimeOffset(2022, 4, 19, 7, 30, 0, TimeSpan.Zero), null)], test.Now, "coordination")));
        await test.Until(new DateTimeOffset(2022, 4, 18, 12, 0, 0, TimeSpan.Zero));

        foreach (var text in new[] { "inscription-rappel", "report-reunion" })
        {
            var outcomes = await test.Office.MailRoom.Outcomes((await Sent(test, text))[0].State.Mailing.Key);
            Assert.Equal((Delivery.Unreachable, Delivery.Sent), (outcomes[Registrant.Reference(Id, "a")], outcomes[Registrant.Reference(Id, "b")]));
        }
    }

    [Fact]
    public async Task When_it_moves_they_are_told_convened_or_not_and_reminded_of_the_new_date()
    {
        var test = await Opened(1);
        await Confirmed(test, "a", "b");
        var moved = new DateTimeOffset(2022, 4, 19, 7, 30, 0, TimeSpan.Zero);

        Assert.Null(await Apply(test, new CycleCommand.Move("journee-1", [new NewDate("journee-1", moved, null)], test.Now, "coordination")));
        await test.Until(test.Now.AddMinutes(10));
        var told = await Sent(test, "report-reunion");
        await test.Until(moved);

        Assert.Equal([("a", true), ("b", false)], told.Select(mail => (Registrant.Read(mail.Contact)!.Value.Id, mail.State.Letter.Calendar is not null)).Order());
        Assert.Equal(1, told.Single(mail => mail.State.Mailing.Event is not null).State.Mailing.Event!.Sequence);
        Assert.Equal(new DateTimeOffset(2022, 4, 17, 7, 0, 0, TimeSpan.Zero), Assert.Single(await Sent(test, "inscription-rappel")).State.Due);
    }

    [Fact]
    public async Task The_video_link_is_for_those_who_have_a_place()
    {
        var test = await Opened(1);
        await Confirmed(test, "a", "b");
        var step = (await test.Office.Cycle.Find(2022))!.Find("journee-1")!;

        Assert.Null(await Apply(test, new CycleCommand.Arrange("journee-1", step.Starts, "Lyon", "https://visio.example.org/journee", test.Now, "coordination")));
        await test.Until(test.Now.AddMinutes(10));

        Assert.Equal([("a", true), ("b", false)], (await Sent(test, "changement-reunion"))
            .Select(mail => (Registrant.Read(mail.Contact)!.Value.Id, mail.State.Mailing.Values["lieu"].Contains("visio.example.org", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public async Task When_it_is_called_off_calendars_are_told_and_when_it_takes_place_after_all_too()
    {
        var test = await Opened(0);
        await Confirmed(test, "a");

        Assert.Null(await Apply(test, new CycleCommand.Skip("journee-1", "", test.Now, "coordination")));
        await test.Until(test.Now.AddMinutes(10));
        var off = Assert.Single(await Sent(test, "annulation-reunion"));
        Assert.Equal(Why.Closed, (await Ask(test, "late"))!.Why);
        Assert.Null(await Apply(test, new CycleCommand.Reopen("journee-1", null, test.Now, "coordination")));
        await test.Until(test.Now.AddMinutes(10));

        Assert.Equal("CANCEL", off.State.Letter.Calendar!.Method);
        Assert.Equal("REQUEST", Assert.Single(await Sent(test, "maintien-reunion")).State.Letter.Calendar!.Method);
    }

    [Fact]
    public async Task A_month_after_the_meeting_names_and_addresses_are_gone_and_the_number_stays()
    {
        var test = await Opened(0);
        await Confirmed(test, "a", "b");

        await test.Until(new DateTimeOffset(2022, 5, 12, 22, 0, 0, TimeSpan.Zero));
        var before = await test.Rows(RegistrationBook.Partition(Id), Registrant.Prefix);
        await test.Until(new DateTimeOffset(2022, 5, 13, 6, 0, 0, TimeSpan.Zero));

        Assert.Equal(2, before.Count);
        Assert.Empty(await test.Rows(RegistrationBook.Partition(Id), Registrant.Prefix));
        Assert.DoesNotContain("example.org", string.Concat((await test.Rows(RegistrationBook.Partition(Id))).Values), StringComparison.Ordinal);
        var book = (await Matter(test)).Book!;
        Assert.Equal((true, 2), (book.Erased, book.Count(BookingState.Confirmed)));
    }

    [Fact]
    public async Task The_journal_names_nobody()
    {
        var test = await Opened(0);
        Assert.Null(await test.Office.Registrations.Take(Id, new RegistrationCommand.Add(Person("a"), "coordination", test.Now)));
        await test.Until(test.Now.AddMinutes(5));

        var journal = string.Concat((await test.Journal(_now.AddDays(-1), test.Now.AddDays(1))).Select(line => line.Subject));

        Assert.Contains("une personne ajoutée", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("Personne a", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_without_the_texts_is_told_which_are_missing()
    {
        var setting = TestOffice.Pfoss();
        var folder = setting.Folder with { Texts = setting.Folder.Texts.Where(text => text.Key != "inscription-rappel").ToDictionary() };
        var test = new TestOffice(setting with { Folder = folder }, _now);
        await test.Office.Opening.Open(2022, _now);

        var refusal = await test.Office.Registrations.Take(Id, Set(1, test.Now));

        Assert.Contains("inscription-rappel", refusal!.Message, StringComparison.Ordinal);
    }

    static async Task<TestOffice> Opened(int capacity, Func<IStore, IStore>? store = null)
    {
        var test = new TestOffice(TestOffice.Pfoss(), _now, store);
        await test.Office.Opening.Open(2022, _now);
        Assert.Null(await test.Office.Registrations.Take(Id, Set(capacity, _now)));
        return test;
    }

    static RegistrationCommand.Set Set(int capacity, DateTimeOffset now) => new(new RegistrationTerms(true, capacity), "coordination", now);

    static async Task Confirmed(TestOffice test, params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Assert.Null(await Ask(test, id));
            Assert.Null(await test.Office.Registrations.Take(Id, new RegistrationCommand.Confirm(id, test.Now)));
        }
        await test.Settle();
    }

    static Task<Refusal?> Ask(TestOffice test, string id) => test.Office.Registrations.Take(Id, new RegistrationCommand.Ask(Person(id), false, test.Now));

    static Registrant Person(string id) => new(id, $"Personne {id}", $"{id}@example.org", "Typed words", "");

    static Task<Refusal?> Apply(TestOffice test, CycleCommand command) => test.Office.Cycle.Apply(2022, command);

    static async Task<RegistrationMatter> Matter(TestOffice test) => (await test.Office.Registrations.Find(Id))!;

    /// <summary>Copies of a text that left to people who registered.</summary>
    static async Task<List<(MailingState State, string Contact)>> Sent(TestOffice test, string text)
    {
        List<(MailingState, string)> sent = [];
        await foreach (var line in test.Office.MailRoom.Lines(_now.AddDays(-400), _now.AddDays(400)))
            if (line.Text == text)
                foreach (var contact in (await test.Office.MailRoom.Outcomes(line.Key)).Where(pair => pair.Value == Delivery.Sent && Registrant.Read(pair.Key) is not null))
                    sent.Add(((await test.Office.MailRoom.Find(line.Key))!, contact.Key));
        return sent;
    }
}
