using Almanach.Core.Engine;
using Almanach.Core.Mail.Asks;

namespace Almanach.Core.Mail.Budget;

/// <summary>
/// Reads who was solicited lately: reminders from the mornings, all else from the few lines of the outbox that ask something
/// and their frozen audiences. Nothing is kept for it.
/// </summary>
public sealed class TallyDesk(Ledger ledger, Setting setting, MailRoom mailRoom)
{
    /// <summary>All that left in the budget's days up to an instant, that instant excluded.</summary>
    public async Task<SolicitationTally> Until(DateTimeOffset instant, CancellationToken stop = default)
    {
        var first = First(instant);
        List<Solicited> reminded = [];
        await foreach (var held in ledger.List<AskDay>(AskDay.Partition, "day|", stop))
            if (held.Value.Day >= first && held.Value.Solicited(setting.Platform.Mail, setting.Zone) is var morning && morning.At < instant)
                reminded.Add(morning);
        return (await Sent(instant, stop)).With(reminded);
    }

    /// <summary>The same but for reminders.</summary>
    public async Task<SolicitationTally> Sent(DateTimeOffset instant, CancellationToken stop = default)
    {
        List<Solicited> sent = [];
        await foreach (var line in mailRoom.Lines(setting.Zone.At(First(instant), TimeOnly.MinValue), instant, stop))
            if (line.CancelledAt is null && line.Due < instant && Solicitations.Of(setting.Platform, line.Text) is { } kind and not SolicitationKind.Reminder
                && await mailRoom.Find(line.Key, stop) is { } message)
                sent.Add(Of(line.Due, kind, await mailRoom.Members(message.Mailing, stop)));
        return new SolicitationTally(sent);
    }

    /// <summary>One message that asks something.</summary>
    public Solicited Of(DateTimeOffset at, SolicitationKind kind, IEnumerable<AudienceMember> members) =>
        new(at, setting.Zone.DayOf(at), kind, [.. members.Select(member => member.Contact).Distinct()]);

    private DateOnly First(DateTimeOffset instant) => setting.Zone.DayOf(instant).AddDays(1 - setting.Platform.Mail.BudgetOrDefault().Days);
}
