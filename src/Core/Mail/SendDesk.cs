using Almanach.Core.Engine;

namespace Almanach.Core.Mail;

/// <summary>Messages that are about to leave, and their undoing.</summary>
public sealed class SendDesk(Outlook outlook, MailRoom mailRoom, TimeSpan grace)
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

    /// <summary>Sends it after all, again with a moment to undo it.</summary>
    public Task<Refusal?> Resume(string mailing, string actor, DateTimeOffset now, CancellationToken stop = default) =>
        mailRoom.Resume(mailing, actor, now + grace, stop);
}
