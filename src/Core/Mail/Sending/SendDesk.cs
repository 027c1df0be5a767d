using Almanach.Core.Engine;
using Almanach.Core.Mail.Pausing;

namespace Almanach.Core.Mail.Sending;

/// <summary>Messages that are about to leave, and their undoing.</summary>
public sealed class SendDesk(Outlook outlook, MailRoom mailRoom, PauseDesk pauses, TimeSpan grace)
{
    /// <summary>Messages still waiting at an instant, those that can be undone.</summary>
    public async Task<IReadOnlyList<Pending>> Waiting(DateTimeOffset now, CancellationToken stop = default) =>
        [.. (await outlook.Until(now + grace, stop)).Where(pending => pending.Effect is Effect.SendMailing)];

    /// <summary>Undoes a message; once it has begun, it is too late and the refusal says so.</summary>
    public async Task<Refusal?> Cancel(string mailing, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var pending in await Waiting(now, stop))
            if (pending.Effect is Effect.SendMailing send && send.Mailing.Key == mailing)
            {
                var refusal = await mailRoom.Cancel(send, actor, now, stop);
                if (refusal is null)
                    await outlook.Drop(pending, stop);
                return refusal;
            }
        return await mailRoom.Find(mailing, stop) switch
        {
            { CancelledAt: not null } => null,
            null => Refusal.Because(Why.Unknown, "Ce message n’existe pas."),
            _ => Refusal.Because(Why.Closed, "L’envoi a déjà commencé\u00A0: il ne peut plus être annulé."),
        };
    }

    /// <summary>Sends after all what was undone, again with a moment to undo it; what was suspended goes on at once.</summary>
    public async Task<Refusal?> Resume(string mailing, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        await mailRoom.Find(mailing, stop) is { CancelledAt: null } && await pauses.Control(mailing, stop) is { State: not SendingState.Running }
            ? await pauses.Take(mailing, new SendingCommand.Resume(actor, now), stop)
            : await mailRoom.Resume(mailing, actor, now + grace, stop);

    /// <summary>Suspends a message while it is being sent.</summary>
    public Task<Refusal?> Pause(string mailing, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        pauses.Take(mailing, new SendingCommand.Pause(actor, now), stop);

    /// <summary>What has not left of it never does.</summary>
    public Task<Refusal?> Stop(string mailing, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        pauses.Take(mailing, new SendingCommand.Stop(actor, now), stop);
}
