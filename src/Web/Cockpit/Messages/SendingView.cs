using Almanach.Core;
using Almanach.Core.French;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>A message that is being sent, suspended or stopped.</summary>
/// <param name="Title">« 3 200 copies parties sur 10 000, encore à peu près 12 minutes. »</param>
/// <param name="Detail">What follows from it, in a sentence.</param>
public sealed record SendingView(SendingState State, string Title, string Detail)
{
    /// <summary>Null where there is nothing to say: it has all left, or not begun.</summary>
    internal static async Task<SendingView?> Of(Office office, MailingState state, CancellationToken stop)
    {
        var control = await office.Pauses.Control(state.Mailing.Key, stop);
        var batches = await office.MailRoom.Batches(state.Mailing.Key, stop);
        var progress = SendingProgress.Of(state, batches, control, office.Now);
        var leaves = PauseDesk.Leaves(state, batches);
        return (control?.State ?? SendingState.Running) switch
        {
            SendingState.Running when leaves => new SendingView(SendingState.Running, $"{Sent(progress)}{Remaining(progress)}.", ""),
            SendingState.Paused when leaves => new SendingView(
                SendingState.Paused, $"L’envoi est suspendu depuis le {office.Setting.At(control!.Since)}.",
                $"{Sent(progress)}. {UnderWay(progress)}{Rest(progress)}{Past(office, state)}"),
            SendingState.Stopped when batches.Sum(batch => batch.Outcomes.Values.Count(outcome => outcome == Delivery.Stopped)) is var stopped => new SendingView(
                SendingState.Stopped, $"L’envoi a été arrêté le {office.Setting.At(control!.Since)}.",
                UnderWay(progress) + (stopped == 0 ? "" : $"{Numbers.Count(stopped, "copie n’est pas partie", "copies ne sont pas parties")}, et ne {(stopped == 1 ? "partira" : "partiront")} plus.")),
            SendingState.Running or SendingState.Paused or SendingState.Stopped => null,
        };
    }

    private static string Sent(SendingProgress progress) =>
        $"{Numbers.Count(progress.Gone, "copie partie", "copies parties")} sur {Numbers.Digits(progress.Total)}";

    /// <summary>What was claimed before she said anything is on its way; nothing where that is nothing.</summary>
    private static string UnderWay(SendingProgress progress) => progress.UnderWay == 0 ? ""
        : $"{Numbers.Count(progress.UnderWay, "copie est en cours d’envoi", "copies sont en cours d’envoi")}, et {(progress.UnderWay == 1 ? "part" : "partent")} encore. ";

    private static string Rest(SendingProgress progress) => progress.Left == progress.UnderWay ? "Aucune autre n’attend."
        : $"Le reste attend\u00A0: rien {(progress.UnderWay > 0 ? "d’autre " : "")}ne part tant que vous ne reprenez pas l’envoi.";

    /// <summary>Nothing where nothing says how long it takes.</summary>
    internal static string Remaining(SendingProgress progress) => progress.Remaining switch
    {
        null => "",
        { TotalMinutes: < 1.5 } => ", encore à peu près une minute",
        { TotalMinutes: < 90 } left => $", encore à peu près {Numbers.Digits((int)Math.Round(left.TotalMinutes))}\u00A0minutes",
        { } left => $", encore à peu près {Numbers.Digits((int)Math.Ceiling(left.TotalHours))}\u00A0heures",
    };

    private static string Past(Office office, MailingState state) => state.Mailing.IsPast(office.Now)
        ? $" Ce message n’avait d’intérêt que jusqu’au {office.Setting.At(state.Mailing.Expires!.Value)}\u00A0: si vous le reprenez, il partira quand même." : "";
}
