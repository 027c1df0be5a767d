using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Ports;

namespace Almanach.Core.Tests.Engine;

/// <summary>What happens when an effect fails: it is put off, tried for a day, set aside, and taken up again on demand.</summary>
public sealed class WorkerTests
{
    static readonly DateTimeOffset _start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_failing_effect_lets_the_others_be_performed_and_is_tried_again_later()
    {
        var test = await WithMailOfUnknownText();

        await Assert.ThrowsAsync<AggregateException>(() => test.Office.Worker.Run("test"));

        Assert.Contains(await test.Journal(_start, _start), line => line.Key == "note-after");
        var trouble = Assert.Single(await test.Office.Troubles.All());
        Assert.Equal(("send-lost", 1, false), (trouble.Effect, trouble.Attempts, trouble.SetAside));
        Assert.Equal(_start.AddMinutes(5), await test.Office.Agenda.NextAfter(_start));
        Assert.Equal(["todo|20211004T070500000Z|send-lost"], (await test.Rows("test", Todo.Prefix)).Keys);
    }

    [Fact]
    public async Task One_partition_in_trouble_does_not_hold_up_another()
    {
        var test = await WithMailOfUnknownText();
        await test.Office.Ledger.Commit(new Draft.Write("other", [], [new Effect.Note("coordination", "après", "note-other", _start, "")]));

        await Assert.ThrowsAsync<AggregateException>(() => test.Office.Worker.Once());

        Assert.Contains(await test.Journal(_start, _start), line => line.Key == "note-other");
        Assert.Empty(await test.Rows("other", Todo.Prefix));
    }

    [Fact]
    public async Task An_effect_that_goes_on_failing_is_set_aside_after_a_day_and_fills_no_queue()
    {
        var test = await WithMailOfUnknownText();

        for (var tick = 0; tick < 600; tick++)
            await Tick(test, _start.AddMinutes(5 * tick));

        var trouble = Assert.Single(await test.Office.Troubles.All());
        Assert.Equal((Trouble.MostAttempts, true), (trouble.Attempts, trouble.SetAside));
        Assert.InRange(trouble.LastAt - _start, TimeSpan.FromHours(20), TimeSpan.FromHours(30));
        Assert.Empty(await test.Rows("test", Todo.Prefix));
        Assert.Equal(0, await test.Queue.Count(WorkQueues.Work));
        Assert.Equal(0, await test.Queue.CountPoison());
    }

    [Fact]
    public async Task What_was_set_aside_is_done_when_asked_once_its_cause_is_gone()
    {
        var test = await WithMailOfUnknownText();
        for (var tick = 0; tick < 600; tick++)
            await Tick(test, _start.AddMinutes(5 * tick));
        var aside = (await test.Office.Troubles.All()).Single();
        var key = Trouble.Aside + aside.Effect;
        var mended = Stored.Write<Effect>(((Effect.SendMailing)Stored.Read<Effect>((await test.Store.Get("test", key))!.Value)) is var send
            ? send with { Mailing = send.Mailing with { Text = "devenir-copil" } } : null!);
        await test.Store.Commit("test", [new Change.Put(key, mended)]);

        var refusal = await test.Office.Troubles.Retry(aside.Row);
        await test.Settle();

        Assert.Null(refusal);
        Assert.Single(test.Mailer.Sent);
        Assert.Empty(await test.Office.Troubles.All());
        Assert.Equal(Why.Unknown, (await test.Office.Troubles.Retry(aside.Row))!.Why);
    }

    [Theory]
    [InlineData(1, 5)] // a moment's trouble
    [InlineData(2, 20)]
    [InlineData(3, 45)]
    [InlineData(9, 405)] // nearly seven hours
    [InlineData(10, null)] // a day has passed: somebody has to look
    public void Tries_grow_apart(int attempts, int? minutes)
    {
        var next = Trouble.NextTry(attempts, _start);

        Assert.Equal(minutes, (int?)(next - _start)?.TotalMinutes);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_an_effect_that_another_worker_has_performed()
    {
        RivalStore? rivals = null;
        var test = await WithMailOfUnknownText(store => rivals = new RivalStore(store, "todo|20211004T0705"));
        rivals!.Comes = async () =>
        {
            foreach (var row in await test.Rows("test", Todo.Prefix))
                await test.Store.Commit("test", [new Change.Delete(row.Key)]);
        };

        await Assert.ThrowsAsync<AggregateException>(() => test.Office.Worker.Run("test"));

        Assert.Empty(await test.Office.Troubles.All());
        Assert.Empty(await test.Rows("test", Todo.Prefix));
    }

    [Fact]
    public async Task Dying_between_performing_and_dropping_the_row_changes_nothing()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _start);
        await test.Office.Ledger.Commit(new Draft.Write("test", [], [Mail("send-once", "devenir-copil", await Audience(test))]));
        var row = (await test.Rows("test")).Single();
        await test.Settle();
        await test.Store.Commit("test", [new Change.Put(row.Key, row.Value)]);
        var before = await test.Journal(_start, _start);

        await test.Office.Worker.Run("test");

        Assert.Single(test.Mailer.Sent);
        Assert.Equal(before, await test.Journal(_start, _start));
    }

    static async Task Tick(TestOffice test, DateTimeOffset now)
    {
        try
        {
            await test.At(now);
        }
        catch (AggregateException)
        {
            // A host logs it and goes on.
        }
    }

    static async Task<TestOffice> WithMailOfUnknownText(Func<IStore, IStore>? around = null)
    {
        var test = new TestOffice(TestOffice.Pfoss(), _start, around);
        await test.Office.Ledger.Commit(new Draft.Write("test", [],
            [Mail("send-lost", "texte-qui-manque", await Audience(test)), new Effect.Note("coordination", "après", "note-after", _start, "")]));
        return test;
    }

    static async Task<Audience> Audience(TestOffice test)
    {
        await test.Office.Network.Write(test.Office.Setting.Folder.Organisations, test.Office.Setting.Folder.Contacts);
        var contact = test.Office.Setting.Folder.Contacts[0];
        return await test.Office.Audiences.Freeze(
            [new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>> { ["propositions"] = ["une ligne"] })]);
    }

    static Effect.SendMailing Mail(string key, string text, Audience audience) => new(
        new Mailing(key, text, new Dictionary<string, string> { ["année"] = "2022" }, audience, "Vous recevez ce message.",
            new LinkTo(LinkPurpose.Person, "", _start.AddDays(30)), Replay.SendAgain), key, _start, "");
}
