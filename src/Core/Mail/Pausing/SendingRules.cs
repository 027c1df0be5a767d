using System.Diagnostics;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Sending;

namespace Almanach.Core.Mail.Pausing;

/// <summary>Suspending, taking up and stopping a message that is being sent. Pure.</summary>
public static class SendingRules
{
    /// <param name="before">What was said last; null where nothing was claimed yet.</param>
    /// <param name="left">Whether something of it has still to leave.</param>
    public static Decision<SendingControl> Take(MailingState mailing, SendingControl? before, bool left, SendingCommand command) =>
        (command, before?.State ?? SendingState.Running) switch
        {
            _ when mailing.CancelledAt is not null => Refuse(Why.NotNow, "Ce message a été annulé avant l’envoi\u00A0: rien n’est en cours."),
            (SendingCommand.Pause, SendingState.Paused) or (SendingCommand.Stop, SendingState.Stopped) => Decision.Done<SendingControl>(),
            (_, SendingState.Stopped) => Refuse(Why.Closed, "L’envoi a été arrêté\u00A0: ce qui n’était pas parti ne partira plus."),
            (SendingCommand.Resume, SendingState.Running) => Refuse(Why.NotNow, "L’envoi de ce message n’est pas suspendu\u00A0: il n’y a rien à reprendre."),
            (SendingCommand.Resume, SendingState.Paused) when mailing.Erased =>
                Refuse(Why.Closed, "Ce message est plus ancien que la durée de conservation\u00A0: son texte est effacé. Arrêtez l’envoi."),
            (SendingCommand.Pause or SendingCommand.Stop, _) when !left => Refuse(Why.Closed, "Tout est déjà parti\u00A0: il n’y a plus rien à suspendre ni à arrêter."),
            (SendingCommand.Pause, SendingState.Running) => Accept(mailing, before, SendingState.Paused, command),
            (SendingCommand.Resume, SendingState.Paused) => Accept(mailing, before, SendingState.Running, command),
            (SendingCommand.Stop, SendingState.Running or SendingState.Paused) => Accept(mailing, before, SendingState.Stopped, command),
            _ => throw new UnreachableException(),
        };

    private static Decision<SendingControl> Accept(MailingState mailing, SendingControl? before, SendingState state, SendingCommand command)
    {
        var (key, revision) = (mailing.Mailing.Key, (before?.Revision ?? 0) + 1);
        var note = new Effect.Note(command.Actor, $"message {key} {Verb(state)}", $"note-sending-{key}-{revision}", command.Now, mailing.Step);
        // A batch that came while it was suspended has dropped its row.
        return Decision.Accept(
            new SendingControl(revision, state, command.Now, state == SendingState.Running && mailing.Mailing.IsPast(command.Now)),
            state == SendingState.Paused ? [note] : [new Effect.TakeUpMailing(key, revision, $"take-up-{key}-{revision}", command.Now, mailing.Step), note]);
    }

    private static string Verb(SendingState state) => state switch
    {
        SendingState.Running => "repris après une suspension",
        SendingState.Paused => "suspendu pendant l’envoi",
        SendingState.Stopped => "arrêté pendant l’envoi",
    };

    private static Decision<SendingControl> Refuse(Why why, string message) => Decision.Refuse<SendingControl>(why, message);
}
