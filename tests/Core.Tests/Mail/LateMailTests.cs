using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Platforms;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail;

/// <summary>A host that is down while a message is about to leave: what it sends when it is back, and what not any more.</summary>
public sealed class LateMailTests
{
    private static readonly DateTimeOffset _start = new(2021, 9, 15, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, Delivery.Sent)]
    [InlineData(0, Delivery.Expired)]
    [InlineData(600, Delivery.Expired)]
    public async Task A_host_down_over_a_meetings_start_convenes_nobody_late(int minutes, Delivery expected)
    {
        var test = await Open();
        var plan = (await test.Office.Cycle.Find(2022))!;
        var step = plan.Steps.First(step => step.Work is StepWork.Meet);
        Assert.Null(await test.Office.Meetings.Convene(new Effect.Convene($"2022-{step.Id}", ["Bilan"], $"convene-{step.Id}", test.Now, $"2022/{step.Id}")));

        await Back(test, step.Starts.AddMinutes(minutes), "meeting-2022-" + step.Id, $"convene-2022-{step.Id}");

        await Became(test, $"convene-2022-{step.Id}", expected);
    }

    [Theory]
    [InlineData(-1, Delivery.Sent)]
    [InlineData(0, Delivery.Expired)]
    public async Task A_host_down_until_a_consultation_is_closed_invites_nobody_to_it(int minutes, Delivery expected)
    {
        var test = await Open();
        var closes = test.Now.AddDays(10);
        Assert.Null(await test.Office.Consultations.Open(new Effect.OpenConsultation(2022, "themes", closes, "open-themes", test.Now, "2022/collecte")));

        await Back(test, closes.AddMinutes(minutes), "consultation-2022-themes", "invite-2022-themes");

        await Became(test, "invite-2022-themes", expected);
    }

    /// <summary>The ask of a morning leaves that day, or not: the next morning asks anew.</summary>
    [Theory]
    [InlineData(23, Delivery.Sent)]
    [InlineData(24, Delivery.Expired)]
    public async Task A_reminder_leaves_on_its_day(int hour, Delivery expected)
    {
        var test = await Open();
        await test.Until((await test.Office.Cycle.Find(2022))!.Find("collecte")!.Starts.AddDays(1));
        string? key = null;
        while (key is null)
        {
            var next = (await test.Office.Agenda.NextAfter(test.Now))!.Value;
            test.Clock.Set(next);
            await test.Office.Ticker.Tick();
            // Whatever is due but mail.
            foreach (var partition in (string[])["asks", "cycle-2022", "consultation-2022-themes"])
                await test.Office.Worker.Run(partition);
            key = await Reminder(test, next);
            if (key is null)
                await test.Settle();
        }
        var day = test.Office.Setting.Zone.DayOf(test.Now);

        test.Clock.Set(test.Office.Setting.Zone.At(day, TimeOnly.MinValue).AddHours(hour));
        await test.Office.Worker.Run(MailingState.Partition(key));

        await Became(test, key, expected);
    }

    /// <summary>Whether the reminders of a morning are ready to leave.</summary>
    private static async Task<string?> Reminder(TestOffice test, DateTimeOffset now)
    {
        var key = $"remind-{test.Office.Setting.Zone.DayOf(now):yyyy-MM-dd}";
        return await test.Office.MailRoom.Find(key) is { } state && (await test.Office.MailRoom.Copies(state)).Values.All(copy => copy == Delivery.Pending) ? key : null;
    }

    private static async Task<TestOffice> Open()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _start);
        await test.Office.Opening.Open(2022, test.Now);
        await test.Settle();
        return test;
    }

    /// <summary>The host is back, and performs what was left of one thing and its mail.</summary>
    private static async Task Back(TestOffice test, DateTimeOffset now, string partition, string mailing)
    {
        test.Clock.Set(now);
        await test.Office.Worker.Run(partition);
        await test.Office.Worker.Run(MailingState.Partition(mailing));
    }

    private static async Task Became(TestOffice test, string mailing, Delivery expected)
    {
        var copies = await test.Office.MailRoom.Copies((await test.Office.MailRoom.Find(mailing))!);
        Assert.NotEmpty(copies);
        Assert.All(copies.Values, copy => Assert.Equal(expected, copy));
        Assert.Equal(expected == Delivery.Sent ? copies.Count : 0, test.Mailer.Sent.Count(sent => sent.Letter == mailing));
    }
}
