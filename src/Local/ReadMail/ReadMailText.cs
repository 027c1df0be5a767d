using System.Text;
using Almanach.Core.French;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Local.ReadMail;

/// <summary>The same in French, for a terminal.</summary>
public static class ReadMailText
{
    public static string Of(IncomingMail mail)
    {
        var text = new StringBuilder(Kind(mail.Kind));
        foreach (var bounce in mail.Bounces)
            text.Append($"\n- {(bounce.Recipient.Length > 0 ? bounce.Recipient : "adresse non indiquée")}, code {bounce.Status}\u00A0: {(bounce.Hard ? "l’adresse n’existe plus" : "l’adresse reste bonne")}");
        if (mail.Files.Count > 0)
            text.Append($"\n{Numbers.Count(mail.Files.Count, "pièce jointe", "pièces jointes")}.");
        return text.Append("\n\n").Append(mail.Text.Length > 0 ? mail.Text : "(aucun texte)").ToString();
    }

    private static string Kind(IncomingKind kind) => kind switch
    {
        IncomingKind.Reply => "Réponse d’une personne.",
        IncomingKind.AutoReply => "Réponse automatique\u00A0: elle n’est jamais prise pour une réponse.",
        IncomingKind.Bounce => "Avis de non-remise.",
        IncomingKind.Complaint => "Plainte\u00A0: un message a été signalé comme indésirable.",
        IncomingKind.Other => "Autre message\u00A0: lettre d’information, accusé de lecture, réponse d’un agenda…",
    };
}
