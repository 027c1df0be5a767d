using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Tests.Mail.Pausing;

/// <summary>What the coordinator may say of a message while it is being sent, and what a batch does of it.</summary>
public sealed class SendingRulesTests
{
    private static readonly DateTimeOffset Start = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    // It is being sent: it can be suspended or stopped.
    [InlineData(null, true, "pause", "Paused")] // nothing was claimed yet
    [InlineData(SendingState.Running, true, "pause", "Paused")]
    [InlineData(SendingState.Running, true, "stop", "Stopped")]
    [InlineData(SendingState.Running, true, "resume", "NotNow")]
    // It is suspended: again is once.
    [InlineData(SendingState.Paused, true, "pause", "done")]
    [InlineData(SendingState.Paused, true, "resume", "Running")]
    [InlineData(SendingState.Paused, true, "stop", "Stopped")]
    // It is stopped, for good.
    [InlineData(SendingState.Stopped, true, "stop", "done")]
    [InlineData(SendingState.Stopped, true, "pause", "Closed")]
    [InlineData(SendingState.Stopped, true, "resume", "Closed")]
    // All has left.
    [InlineData(SendingState.Running, false, "pause", "Closed")]
    [InlineData(SendingState.Running, false, "stop", "Closed")]
    [InlineData(SendingState.Paused, false, "resume", "Running")] // what was on its way when it was suspended was the last
    public void A_message_that_is_being_sent_is_suspended_taken_up_and_stopped(SendingState? before, bool left, string command, string expected)
    {
        var decision = SendingRules.Take(Message(), before is { } state ? new SendingControl(3, state, Start) : null, left, Command(command));

        Assert.Equal(expected, decision switch
        {
            Decision<SendingControl>.Accepted accepted => $"{accepted.State.State}",
            Decision<SendingControl>.Refused refused => $"{refused.Refusal.Why}",
            _ => "done",
        });
        if (decision is Decision<SendingControl>.Accepted { State: var after, Effects: var effects })
        {
            Assert.Equal((before is null ? 0 : 3) + 1, after.Revision);
            Assert.Equal(after.State != SendingState.Paused, effects.OfType<Effect.TakeUpMailing>().Any());
            Assert.Single(effects.OfType<Effect.Note>());
        }
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("stop")]
    public void A_message_that_was_undone_is_not_being_sent(string command)
    {
        var decision = SendingRules.Take(Message() with { CancelledAt = Start }, null, true, Command(command));

        Assert.Equal(Why.NotNow, Assert.IsType<Decision<SendingControl>.Refused>(decision).Refusal.Why);
    }

    [Fact]
    public void A_message_whose_words_are_erased_can_only_be_stopped()
    {
        var paused = new SendingControl(1, SendingState.Paused, Start);

        Assert.IsType<Decision<SendingControl>.Refused>(SendingRules.Take(Message() with { Erased = true }, paused, true, Command("resume")));
        Assert.IsType<Decision<SendingControl>.Accepted>(SendingRules.Take(Message() with { Erased = true }, paused, true, Command("stop")));
    }

    [Theory]
    // Not begun, or put off and come again.
    [InlineData(BatchState.Pending, null, false, "Send")]
    [InlineData(BatchState.Pending, SendingState.Running, false, "Send")]
    [InlineData(BatchState.Pending, SendingState.Paused, false, "Leave")]
    [InlineData(BatchState.Pending, SendingState.Stopped, false, "Stopped")]
    // Past its moment: suspended, it waits for the coordinator all the same; stopped, it says so.
    [InlineData(BatchState.Pending, SendingState.Running, true, "Expired")]
    [InlineData(BatchState.Pending, SendingState.Paused, true, "Leave")]
    [InlineData(BatchState.Pending, SendingState.Stopped, true, "Stopped")]
    // Left behind by somebody who died: it may have left.
    [InlineData(BatchState.Claimed, SendingState.Running, false, "Send")]
    [InlineData(BatchState.Claimed, SendingState.Paused, false, "Leave")]
    [InlineData(BatchState.Claimed, SendingState.Stopped, false, "Unknown")]
    // Settled: nothing of what she says changes that.
    [InlineData(BatchState.Settled, SendingState.Paused, false, "Leave")]
    [InlineData(BatchState.Settled, SendingState.Stopped, false, "Leave")]
    public void A_batch_does_what_the_coordinator_says(BatchState batch, SendingState? control, bool past, string expected)
    {
        var message = Message();
        if (past)
            message = message with { Mailing = message.Mailing with { Expires = Start } };

        var turn = BatchRules.Turn(message, new MailBatch(0, 0, 1, batch, Start, 1, new Dictionary<string, Delivery>()),
            control is { } state ? new SendingControl(1, state, Start) : null, false, Start.AddMinutes(10));

        Assert.Equal(expected, turn is BatchTurn.Close close ? $"{close.Outcome}" : turn.GetType().Name);
    }

    [Fact]
    public void What_she_takes_up_when_its_moment_is_past_leaves_all_the_same()
    {
        var message = Message() with { Mailing = Message().Mailing with { Expires = Start } };
        var taken = Assert.IsType<Decision<SendingControl>.Accepted>(SendingRules.Take(message, new SendingControl(1, SendingState.Paused, Start), true, Command("resume")));

        var turn = BatchRules.Turn(message, new MailBatch(0, 0, 1, BatchState.Pending, null, 0, new Dictionary<string, Delivery>()), taken.State, false, Start.AddMinutes(10));

        Assert.IsType<BatchTurn.Send>(turn);
    }

    [Theory]
    [InlineData(0, 10, null)] // nothing has left yet: nobody knows
    [InlineData(1, 10, 90)]
    [InlineData(5, 10, 10)]
    [InlineData(10, 10, null)] // nothing is left
    public void How_long_it_still_takes_is_as_long_as_it_took(int settled, int minutes, int? expected)
    {
        var batches = Enumerable.Range(0, 10).Select(i => i < settled
            ? new MailBatch(i, i * 100, 100, BatchState.Settled, Start, 1, Enumerable.Range(0, 100).ToDictionary(j => $"c-{i}-{j}", _ => Delivery.Sent))
            : new MailBatch(i, i * 100, 100, BatchState.Pending, null, 0, new Dictionary<string, Delivery>())).ToList();

        var progress = SendingProgress.Of(Message(1_000), batches, new SendingControl(0, SendingState.Running, Start), Start.AddMinutes(minutes));

        Assert.Equal(1_000 - settled * 100, progress.Left);
        Assert.Equal(expected, (int?)progress.Remaining?.TotalMinutes);
    }

    [Fact]
    public void Copies_that_went_are_counted_as_everywhere_and_those_under_way_apart()
    {
        Dictionary<string, Delivery> first = new() { ["c-1"] = Delivery.Sent, ["c-2"] = Delivery.Refused, ["c-3"] = Delivery.Unreachable, ["c-4"] = Delivery.Bounced };
        List<MailBatch> batches =
        [
            new(0, 0, 4, BatchState.Settled, Start, 1, first),
            new(1, 4, 3, BatchState.Claimed, Start.AddMinutes(9), 1, new Dictionary<string, Delivery>()),
            new(2, 7, 2, BatchState.Claimed, Start, 1, new Dictionary<string, Delivery>()), // of somebody who died
            new(3, 9, 1, BatchState.Pending, null, 0, new Dictionary<string, Delivery>()),
        ];

        var progress = SendingProgress.Of(Message(10), batches, new SendingControl(1, SendingState.Paused, Start), Start.AddMinutes(10));

        Assert.Equal((10, 2, 3, 6), (progress.Total, progress.Gone, progress.UnderWay, progress.Left));
    }

    private static SendingCommand Command(string command) => command switch
    {
        "pause" => new SendingCommand.Pause("a", Start.AddMinutes(1)),
        "resume" => new SendingCommand.Resume("a", Start.AddMinutes(1)),
        _ => new SendingCommand.Stop("a", Start.AddMinutes(1)),
    };

    private static MailingState Message(int count = 1) => new(
        new Mailing("m", "relance", new Dictionary<string, string>(), new Audience([], "", "", count), "", new LinkTo(LinkPurpose.Person, "", Start), Replay.SendAgain),
        "", Start, new Letter("m", Start, new Mailbox("", ""), new Mailbox("", ""), "", new LetterBodies("", ""), [], []), 100, (count + 99) / 100);
}
