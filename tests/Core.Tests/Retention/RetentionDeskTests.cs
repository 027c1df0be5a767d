using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Retention;

/// <summary>The nightly erasure over a store, with the months of the sample platform.</summary>
public sealed class RetentionDeskTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 1, 15, 0, TimeSpan.Zero);
    private readonly TestOffice test = new(TestOffice.Pfoss(), Now);

    private int Months => test.Office.Setting.Platform.Legal.RetentionMonths;

    [Fact]
    public async Task Who_left_long_ago_is_erased_with_her_note_and_the_journal_says_so_by_id()
    {
        await test.Office.Opening.Open(2027, Now);
        var contact = (await test.Office.Network.Load()).Active.First();
        await test.Office.Members.Suppress(contact.Id, true, ContactNote.Reasons[0], "coordination", Now);
        await test.Office.Members.Suppress(contact.Id, false, ContactNote.Reasons[0], "coordination", Now);
        await test.Office.Members.Leave(contact.Id, "coordination", Now);
        await test.Settle();

        Assert.Equal(0, await test.Office.Retention.Erase(Now.AddMonths(Months)));
        var later = Now.AddMonths(Months).AddDays(1);
        var erased = await test.Office.Retention.Erase(later);
        await test.At(later);

        var row = (await test.Rows(NetworkDesk.Partition, "contact|" + contact.Id)).Single().Value;
        Assert.Equal(1, erased);
        Assert.DoesNotContain(contact.LastName, row, StringComparison.Ordinal);
        Assert.DoesNotContain(contact.Address, row, StringComparison.Ordinal);
        Assert.Null(await test.Office.Members.NoteOf(contact.Id));
        Assert.Contains(await test.Journal(later, later), line => line.Subject.Contains(contact.Id, StringComparison.Ordinal));
        Assert.Equal(0, await test.Office.Retention.Erase(later));
    }

    [Fact]
    public async Task Nothing_is_written_any_more_on_the_card_of_somebody_erased()
    {
        await test.Office.Opening.Open(2027, Now);
        var id = (await test.Office.Network.Load()).Active.First().Id;
        await test.Office.Members.Leave(id, "coordination", Now);
        await test.Office.Retention.Erase(Now.AddMonths(Months).AddDays(1));
        var erased = (await test.Office.Network.Load()).Contacts[id];

        Refusal?[] refusals =
        [
            await test.Office.Members.Save(erased with { LastName = "Martin", Address = "a@example.org", Roles = [new Role(RoleKind.Reader)], Source = "x" }, Print.Of(erased), "coordination", Now),
            await test.Office.Members.Leave(id, "coordination", Now),
            await test.Office.Members.Suppress(id, true, ContactNote.Reasons[0], "coordination", Now),
            await test.Office.Newcomers.Invite(id, "", "coordination", Now),
        ];

        Assert.All(refusals, refusal => Assert.Equal((Why.Closed, MemberRules.Erased.Message), (refusal!.Why, refusal.Message)));
        Assert.Equal(Print.Of(erased), Print.Of((await test.Office.Network.Load()).Contacts[id]));
    }

    [Fact]
    public async Task Addresses_of_the_public_form_settled_requests_and_spent_codes_go_and_the_others_stay()
    {
        var old = Now.AddMonths(-Months).AddDays(-2);
        await Write(OutsideAuthor.Partition, ("2024|old", new OutsideAuthor("old", 2024, "a@outside.example.org", old)), ("2026|new", new OutsideAuthor("new", 2026, "b@outside.example.org", Now)));
        await Write(SuccessionRequest.Partition,
            (SuccessionRequest.Prefix + "old", Request("old", old)), (SuccessionRequest.Prefix + "new", Request("new", Now)));
        await Write(SignInCode.Partition, (SignInCode.Mailed, new SignInCode("hash", Now.AddHours(-2), Now.AddHours(-1), 5, Once: true)), (SignInCode.Printed, new SignInCode("hash", Now, Now.AddHours(1), 5, Once: false)));

        var erased = await test.Office.Retention.Erase(Now);

        Assert.Equal(3, erased);
        Assert.Equal(["2026|new"], (await test.Rows(OutsideAuthor.Partition)).Keys);
        Assert.Equal(["succession|new"], (await test.Rows(SuccessionRequest.Partition)).Keys);
        Assert.Equal([SignInCode.Printed], (await test.Rows(SignInCode.Partition)).Keys);
    }

    [Fact]
    public async Task That_a_link_was_asked_for_is_forgotten_but_not_a_message_that_waits_beside_it()
    {
        await test.Office.Opening.Open(2027, Now);
        Assert.Null(await test.Office.FreshLinks.SendOwnPage((await test.Office.Network.Load()).Active.First(), Now));
        var waiting = Assert.Single((await test.Rows(FreshLinks.Partition, Todo.Prefix)).Keys);

        var early = await test.Office.Retention.Erase(Now.AddMonths(Months));
        var late = await test.Office.Retention.Erase(Now.AddMonths(Months).AddDays(1));

        Assert.Equal((0, 1), (early, late));
        Assert.Equal([waiting], (await test.Rows(FreshLinks.Partition)).Keys);
    }

    // Paris is two hours ahead in July, one in January.
    [Theory]
    [InlineData("2026-07-01T01:15:00Z", true)]
    [InlineData("2026-07-01T02:15:00Z", false)]
    [InlineData("2026-01-15T01:15:00Z", false)]
    [InlineData("2026-01-15T02:15:00Z", true)]
    public void The_hour_is_that_of_the_platform(string instant, bool itIs) =>
        Assert.Equal(itIs, test.Office.Retention.IsTheHour(DateTimeOffset.Parse(instant, null)));

    private static SuccessionRequest Request(string id, DateTimeOffset? settled) =>
        new(id, "c0001", "insee", "Ada Martin", "ada@example.org", "", Now.AddYears(-5), settled);

    private Task Write<T>(string partition, params (string Key, T Value)[] rows)
        where T : class => test.Store.Commit(partition, [.. rows.Select(row => new Change.Put(row.Key, Stored.Write(row.Value)))]);
}
